"""Data of a period for who is logged in: the ZIP that streams, and the data dictionaries."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response, StreamingResponse

from server.data import data_archive, data_out
from server.data.data_out import Which
from server.http import door
from server.http.downloads import account, asked, saved, streamed, village
from shared.laporan import Kind

router = APIRouter(include_in_schema=False)

Month = Annotated[str | None, Query(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


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
    account()
    which = Which(dari, sampai, village(door.context(request).wilayah, desa), macam)
    pieces = await asked(request, data_archive.archive, which, sensitif=sensitif)
    return streamed(pieces, data_archive.file_name(door.context(request).wilayah, which))


@router.get("/unduh/kamus-{what}.csv")
async def dictionary(
    request: Request, what: Literal["laporan", "anggota", "pembinaan"]
) -> Response:
    """What the columns mean."""
    data = await asked(request, data_out.dictionary, what)
    return saved(data, f"kamus-data-{what}.csv")
