"""Data of a period for who is logged in: the ZIP that streams, and the data dictionaries."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from server.core.permit import NotAllowedError
from server.core.sessions import Account, current_account
from server.data import data_archive, data_out
from server.data.data_out import Which
from server.http import door
from shared import wilayah
from shared.laporan import Kind

router = APIRouter(include_in_schema=False)

Month = Annotated[str | None, Query(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
_ONCE = {"Cache-Control": "no-store"}


@router.get("/unduh/laporan.zip")
async def archive(
    request: Request,
    dari: Month = None,
    sampai: Month = None,
    desa: Annotated[str | None, Query()] = None,
    macam: Annotated[Kind | None, Query()] = None,
    sensitif: Annotated[bool, Query()] = False,
) -> StreamingResponse:
    """Reports and photos of a period."""
    account = _account()
    if desa is not None and desa not in wilayah.KODE:
        raise HTTPException(404)
    which = Which(dari, sampai, desa, macam)
    ctx = door.context(request)
    try:
        pieces = await run_in_threadpool(
            data_archive.archive, ctx, account, which, sensitif=sensitif
        )
    except NotAllowedError as error:
        raise HTTPException(403) from error
    headers = {**_ONCE, **_saved_as(data_archive.file_name(which))}
    return StreamingResponse(pieces, media_type="application/zip", headers=headers)


@router.get("/unduh/kamus-{what}.csv")
async def dictionary(
    request: Request, what: Literal["laporan", "anggota", "pembinaan"]
) -> Response:
    """What the columns mean."""
    account = _account()
    try:
        data = data_out.dictionary(door.context(request), account, what)
    except NotAllowedError as error:
        raise HTTPException(403) from error
    headers = {**_ONCE, **_saved_as(f"kamus-data-{what}.csv")}
    return Response(data, media_type=data_out.MEDIA[data_out.CSV], headers=headers)


def _account() -> Account:
    account = current_account.get()
    if account is None:
        raise HTTPException(404)
    return account


def _saved_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
