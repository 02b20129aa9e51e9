"""The frozen PDF of an approved recap, for who is logged in."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse

from server.http.downloads import asked, from_disk
from server.rekap import approvals

router = APIRouter(include_in_schema=False)


@router.get("/unduh/rekap/{ident}.pdf")
async def frozen(request: Request, ident: str) -> FileResponse:
    """One edition, as it was approved."""
    path, name = await asked(request, approvals.file, ident)
    return from_disk(path, name)
