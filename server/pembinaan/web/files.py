"""Papers and photos of a coaching, for who is logged in."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response

from server.http.downloads import asked, saved
from server.laporan.web.files import Size, photo
from server.pembinaan import pembinaan_photos
from server.pembinaan.pembinaan_papers import coaching_paper

router = APIRouter(include_in_schema=False)


@router.get("/unduh/pembinaan/{ident}/{name}")
async def coaching(request: Request, ident: str, name: str) -> Response:
    """A paper of a coaching, by the name of its file."""
    made = await asked(request, coaching_paper, ident, name)
    return saved(made.data, made.name)


@router.get("/foto/pembinaan/{ident}/{sha256}")
async def look(request: Request, ident: str, sha256: str, size: Size = None) -> FileResponse:
    """A photo of a coaching, or of what a village did after it."""
    return await photo(request, pembinaan_photos.path, ident, sha256, size)
