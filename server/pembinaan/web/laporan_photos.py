"""The photos of a report for the staff view: behind the same door, never a public path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from server.core.sessions import current_account
from server.http import door
from server.laporan.read_staff import photo_path
from server.pembinaan import pembinaan_photos

router = APIRouter(include_in_schema=False)

Size = Annotated[Literal["small"] | None, Query()]


@router.get("/foto/{ident}/{sha256}")
async def look(request: Request, ident: str, sha256: str, size: Size = None) -> FileResponse:
    """A photo of a report."""
    return await _answer(photo_path, request, ident, sha256, size)


@router.get("/foto/pembinaan/{ident}/{sha256}")
async def look_at_pembinaan(
    request: Request, ident: str, sha256: str, size: Size = None
) -> FileResponse:
    """A photo of a coaching, or of what a village did after it."""
    return await _answer(pembinaan_photos.path, request, ident, sha256, size)


async def _answer(
    find: Callable[..., Path | None], request: Request, ident: str, sha256: str, size: str | None
) -> FileResponse:
    """A photo never changes under its name, so the browser may keep it, for this person only."""
    account = current_account.get()
    if account is None:
        raise HTTPException(404)
    context = door.context(request)
    path = await run_in_threadpool(find, context, account, ident, sha256, small=size == "small")
    if path is None:
        raise HTTPException(404)
    headers = {"Cache-Control": "private, max-age=86400, immutable"}
    return FileResponse(path, media_type="image/jpeg", headers=headers)
