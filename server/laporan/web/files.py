"""The letter and the photos of a report, for who is logged in: never a public path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse, Response

from server.http.downloads import asked, saved
from server.laporan.laporan_paper import laporan_paper
from server.laporan.read_staff import photo_path

router = APIRouter(include_in_schema=False)

Size = Annotated[Literal["small"] | None, Query()]


@router.get("/unduh/laporan/{ident}.pdf")
async def laporan(request: Request, ident: str) -> Response:
    """A report as the letter of its village."""
    made = await asked(request, laporan_paper, ident)
    return saved(made.data, made.name)


@router.get("/foto/{ident}/{sha256}")
async def look(request: Request, ident: str, sha256: str, size: Size = None) -> FileResponse:
    """A photo of a report."""
    return await photo(request, photo_path, ident, sha256, size)


async def photo(
    request: Request, find: Callable[..., Path | None], ident: str, sha256: str, size: str | None
) -> FileResponse:
    """A photo never changes under its name, so the browser may keep it, for this person only."""
    path = await asked(request, find, ident, sha256, small=size == "small")
    headers = {"Cache-Control": "private, max-age=86400, immutable"}
    return FileResponse(path, media_type="image/jpeg", headers=headers)
