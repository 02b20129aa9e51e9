"""The open API: other systems read reports, members, coachings and figures with a key of theirs."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from server.core import log
from server.core.context import Context
from server.core.rate_limit import RateLimit
from server.data import api_tokens, open_data, teks
from server.data.api_tokens import Token
from server.data.open_data import Answer, Ask, CursorError, ScopeError
from server.data.teks_kamus import API_PARAMETER as SAID
from server.data.web import open_docs
from server.http import door
from server.http.problems import BadRequest, Forbidden, TooMany, Unauthorized
from shared.checks_form import good_time
from shared.laporan import Kind
from shared.pembinaan import StatusPembinaan
from shared.protocol import BASE, VERSION
from shared.status import Status
from shared.wilayah import Wilayah

OPEN = f"{BASE}/open"
CALLS = RateLimit("api", 120, timedelta(minutes=1))
"""Of one key."""
WRONG = RateLimit("api-kunci", 30, timedelta(minutes=15))
"""Keys that there are not, of one address; a good key from there still opens."""
_CHALLENGE = {"WWW-Authenticate": "Bearer"}

router = APIRouter(tags=["data terbuka"])


def _said(name: str, **more: Any) -> Any:
    return Query(description=SAID[name], **more)


Limit = Annotated[int, _said("limit", ge=1, le=open_data.MOST)]
Cursor = Annotated[str | None, _said("cursor", max_length=400)]
Desa = Annotated[str | None, _said("desa", max_length=20)]
Month = Annotated[str, _said("dari", pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
LastMonth = Annotated[str, _said("sampai", pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Since = Annotated[str | None, _said("diubah_sejak", max_length=40)]
Read = Callable[[Context, Token], Answer]


@router.get(
    f"{OPEN}/laporan", openapi_extra=open_docs.KEY, responses=open_docs.answers("HalamanLaporan")
)
async def laporan(
    request: Request,
    limit: Limit = 100,
    cursor: Cursor = None,
    desa: Desa = None,
    macam: Annotated[Kind | None, _said("macam")] = None,
    status: Annotated[Status | None, _said("status")] = None,
    dari: Month | None = None,
    sampai: LastMonth | None = None,
    diubah_sejak: Since = None,
) -> Response:
    """Laporan menurut urutan diterima. Cakupan token: laporan."""
    ask = Ask(
        limit,
        cursor,
        _desa(door.context(request).wilayah, desa),
        status,
        macam,
        dari,
        sampai,
        _since(diubah_sejak),
    )
    return await _answer(request, "laporan", lambda ctx, key: open_data.reports(ctx, key, ask))


@router.get(
    f"{OPEN}/anggota", openapi_extra=open_docs.KEY, responses=open_docs.answers("HalamanAnggota")
)
async def anggota(
    request: Request,
    limit: Limit = 100,
    cursor: Cursor = None,
    desa: Desa = None,
    status: Annotated[Literal["aktif", "nonaktif", "berhenti"] | None, _said("status")] = None,
) -> Response:
    """Anggota Satlinmas tanpa NIK. Cakupan token: anggota; nomor HP perlu anggota.hp."""
    ask = Ask(limit, cursor, _desa(door.context(request).wilayah, desa), status)
    return await _answer(request, "anggota", lambda ctx, key: open_data.members(ctx, key, ask))


@router.get(
    f"{OPEN}/pembinaan",
    openapi_extra=open_docs.KEY,
    responses=open_docs.answers("HalamanPembinaan"),
)
async def pembinaan(
    request: Request,
    limit: Limit = 100,
    cursor: Cursor = None,
    desa: Desa = None,
    status: Annotated[StatusPembinaan | None, _said("status")] = None,
) -> Response:
    """Pembinaan dengan jumlah peserta dan tindak lanjut. Cakupan token: pembinaan."""
    ask = Ask(limit, cursor, _desa(door.context(request).wilayah, desa), status)
    return await _answer(request, "pembinaan", lambda ctx, key: open_data.coachings(ctx, key, ask))


@router.get(
    f"{OPEN}/rekap", openapi_extra=open_docs.KEY, responses=open_docs.answers("HalamanRekap")
)
async def rekap(
    request: Request,
    periode: Annotated[str, _said("periode", max_length=10)],
    desa: Desa = None,
) -> Response:
    """Angka rekap per desa, seperti Tabel A, pada saat diminta. Cakupan token: rekap."""
    village = _desa(door.context(request).wilayah, desa)
    return await _answer(
        request, "rekap", lambda ctx, key: open_data.recap(ctx, key, periode, village)
    )


async def _answer(request: Request, what: str, read: Read) -> Response:
    """One door for all: the key, its speed, its scope; then the page, or that it is the same."""
    started = time.monotonic()
    key, body = await run_in_threadpool(_read, request, what, read)
    log.event(f"API {key.nama}", f"baca {what}", "dijawab", log.since(started))
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


def _read(request: Request, what: str, read: Read) -> tuple[Token, bytes]:
    ctx = door.context(request)
    key = _key(request, ctx)
    try:
        found = read(ctx, key)
    except ScopeError as error:
        raise Forbidden(teks.API_CAKUPAN.format(cakupan=error.scope)) from error
    except CursorError as error:
        raise BadRequest(teks.API_KURSOR) from error
    except ValueError as error:
        raise BadRequest(teks.API_PERIODE) from error
    api_tokens.note_use(ctx, key, what)
    told = {"protocol": VERSION, "items": found.items, "cursor": found.cursor, "more": found.more}
    return key, json.dumps(told, ensure_ascii=False).encode()


def _key(request: Request, ctx: Context) -> Token:
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    found = None
    if scheme.lower() == "bearer" and secret.strip():
        found = api_tokens.by_secret(ctx, secret.strip())
        if found is None and (wait := WRONG.hit(ctx, door.address(request))):
            raise TooMany(wait)
    if found is None:
        raise Unauthorized(teks.API_TANPA_TOKEN, headers=_CHALLENGE)
    if found.revoked_at is not None:
        raise Unauthorized(teks.API_DICABUT, code="revoked", headers=_CHALLENGE)
    door.welcome(request)
    if wait := CALLS.hit(ctx, found.id):
        raise TooMany(wait, teks.API_BATAS.format(n=CALLS.most))
    return found


def _desa(wilayah: Wilayah, kode: str | None) -> str | None:
    if kode is not None and kode not in wilayah.by_kode:
        raise BadRequest(teks.API_DESA)
    return kode


def _since(text: str | None) -> datetime | None:
    if text is None:
        return None
    # A plus that was not written as %2B arrives as a blank.
    moment = good_time(text.replace(" ", "+"))
    if moment is None:
        raise BadRequest(teks.API_SEJAK)
    return moment
