"""Files that were made in the background, for the person who had them made."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException

from server.core.permit import permit
from server.http import door
from server.http.downloads import account, from_disk

router = APIRouter(include_in_schema=False)


@router.get("/unduh/hasil/{ident}")
async def fetch(request: Request, ident: str) -> FileResponse:
    """A finished file; it lies ready for an hour."""
    person = account()
    made = door.context(request).jobs.result(person.username, ident)
    if made is None:
        raise HTTPException(404)
    permit(person, made.permission)
    return from_disk(made.path, made.name, made.media)
