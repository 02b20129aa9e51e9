"""The roster as a file for who is logged in; the browser saves it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from server.anggota import roster_export
from server.core.permit import NotAllowedError
from server.core.sessions import current_account
from server.http import door
from shared import wilayah

router = APIRouter(include_in_schema=False)

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@router.get("/unduh/anggota.{kind}")
async def export(
    request: Request,
    kind: Literal["xlsx", "csv"],
    desa: Annotated[str | None, Query()] = None,
) -> Response:
    """All members, or those of one village."""
    account = current_account.get()
    if account is None or (desa is not None and desa not in wilayah.KODE):
        raise HTTPException(404)
    try:
        data = await run_in_threadpool(
            roster_export.export, door.context(request), account, kind, desa
        )
    except NotAllowedError as error:
        raise HTTPException(403) from error
    return _file(data, f"anggota-satlinmas.{kind}", TYPES[kind])


@router.get("/unduh/contoh-anggota.xlsx")
async def template() -> Response:
    """An empty sheet with the headings."""
    if current_account.get() is None:
        raise HTTPException(404)
    data = await run_in_threadpool(roster_export.template)
    return _file(data, "contoh-anggota.xlsx", TYPES["xlsx"])


def _file(data: bytes, name: str, kind: str) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store",
    }  # fmt: skip
    return Response(data, media_type=kind, headers=headers)
