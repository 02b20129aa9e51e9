"""The frozen PDF of an approved recap, for who is logged in."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from server.core.permit import NotAllowedError
from server.core.sessions import current_account
from server.http import door
from server.rekap import approvals

router = APIRouter(include_in_schema=False)


@router.get("/unduh/rekap/{ident}.pdf")
async def frozen(request: Request, ident: str) -> FileResponse:
    """One edition, as it was approved."""
    account = current_account.get()
    if account is None:
        raise HTTPException(404)
    try:
        found = await run_in_threadpool(approvals.file, door.context(request), account, ident)
    except NotAllowedError as error:
        raise HTTPException(403) from error
    if found is None:
        raise HTTPException(404)
    path, name = found
    headers = {"Cache-Control": "no-store"}
    return FileResponse(path, media_type="application/pdf", filename=name, headers=headers)
