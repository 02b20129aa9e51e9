"""Files that were made in the background, for the person who had them made."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException

from server.core.permit import NotAllowedError, permit
from server.core.sessions import current_account
from server.http import door

router = APIRouter(include_in_schema=False)


@router.get("/unduh/hasil/{ident}")
async def fetch(request: Request, ident: str) -> FileResponse:
    """A finished file; it lies ready for an hour."""
    account = current_account.get()
    made = door.context(request).jobs.result(account.username, ident) if account else None
    if account is None or made is None:
        raise HTTPException(404)
    try:
        permit(account, made.permission)
    except NotAllowedError as error:
        raise HTTPException(403) from error
    headers = {"Cache-Control": "no-store"}
    return FileResponse(made.path, media_type=made.media, filename=made.name, headers=headers)
