"""What guards people, as files: the audit log, and all that is kept of one person."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from server.http.downloads import asked, saved
from server.pribadi import audit_log, person_data
from server.pribadi.erasure import NotThereError

router = APIRouter(include_in_schema=False)


@router.get("/unduh/catatan-audit.csv")
async def audit(request: Request) -> Response:
    """The whole log, each line with its seal."""
    return saved(await asked(request, audit_log.export), "catatan-audit.csv")


@router.get("/unduh/orang/{ident}.{kind}")
async def person(request: Request, ident: str, kind: Literal["json", "txt"]) -> Response:
    """One member's data, for that person."""
    try:
        data = await asked(request, person_data.export, ident, kind)
    except NotThereError as error:
        raise HTTPException(404) from error
    return saved(data, f"data-pribadi.{kind}")
