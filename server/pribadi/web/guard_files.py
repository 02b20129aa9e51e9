"""What guards people, as files: the audit log, and all that is kept of one person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from server.core.permit import NotAllowedError
from server.core.sessions import current_account
from server.http import door
from server.pribadi import audit_log, person_data
from server.pribadi.erasure import NotThereError

router = APIRouter(include_in_schema=False)

PERSON_TYPES = {"json": "application/json", "txt": "text/plain; charset=utf-8"}


@router.get("/unduh/catatan-audit.csv")
async def audit(request: Request) -> Response:
    """The whole log, each line with its seal."""
    data = await _made(request, audit_log.export)
    return _file(data, "catatan-audit.csv", "text/csv; charset=utf-8")


@router.get("/unduh/orang/{ident}.{kind}")
async def person(request: Request, ident: str, kind: Literal["json", "txt"]) -> Response:
    """One member's data, for that person."""
    try:
        data = await _made(request, person_data.export, ident, kind)
    except NotThereError as error:
        raise HTTPException(404) from error
    return _file(data, f"data-pribadi.{kind}", PERSON_TYPES[kind])


async def _made(request: Request, make: Callable[..., bytes], *given: Any) -> bytes:
    account = current_account.get()
    if account is None:
        raise HTTPException(404)
    try:
        return await run_in_threadpool(make, door.context(request), account, *given)
    except NotAllowedError as error:
        raise HTTPException(403) from error


def _file(data: bytes, name: str, kind: str) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store",
    }  # fmt: skip
    return Response(data, media_type=kind, headers=headers)
