"""The photos of a report for the staff view: behind the same door, never a public path."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from server.api import door
from server.usecases import pembinaan_photos
from server.usecases.read_staff import photo_path
from server.usecases.sessions import current_account

router = APIRouter(include_in_schema=False)


@router.get("/foto/{ident}/{sha256}")
async def look(
    request: Request,
    ident: str,
    sha256: str,
    size: Annotated[Literal["small"] | None, Query()] = None,
) -> FileResponse:
    """A photo never changes under its name, so the browser may keep it, for this person only."""
    account = current_account.get()
    if account is None:
        raise HTTPException(404)
    path = await run_in_threadpool(
        photo_path, door.context(request), account, ident, sha256, small=size == "small"
    )
    if path is None:
        raise HTTPException(404)
    headers = {"Cache-Control": "private, max-age=86400, immutable"}
    return FileResponse(path, media_type="image/jpeg", headers=headers)


@router.get("/foto/pembinaan/{ident}/{sha256}")
async def look_at_pembinaan(
    request: Request,
    ident: str,
    sha256: str,
    size: Annotated[Literal["small"] | None, Query()] = None,
) -> FileResponse:
    """A photo of a coaching, or of what a village did after it."""
    account = current_account.get()
    if account is None:
        raise HTTPException(404)
    path = await run_in_threadpool(
        pembinaan_photos.path, door.context(request), account, ident, sha256, small=size == "small"
    )
    if path is None:
        raise HTTPException(404)
    headers = {"Cache-Control": "private, max-age=86400, immutable"}
    return FileResponse(path, media_type="image/jpeg", headers=headers)
