"""``/p/CODE``: anybody with a paper in hand may ask whether it is genuine."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta
from typing import BinaryIO

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from server.core.context import Context
from server.core.rate_limit import RateLimit
from server.http import door
from server.rekap import approvals, public_check
from server.rekap.public_check import Checked
from server.rekap.web import paper_page
from shared.wilayah import Wilayah

router = APIRouter(include_in_schema=False)

MOST_BYTES = 64 * 1024 * 1024
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_CODE = re.compile(rf"[{approvals.CODE_LETTERS}]{{{approvals.CODE_LENGTH}}}\Z")


WRONG = RateLimit("kertas-kode", 20, timedelta(minutes=15))
COMPARED = RateLimit("kertas-banding", 20, timedelta(minutes=15))
"""Wrong codes, and comparings, of one address."""


@router.get("/p/{code}")
async def look(request: Request, code: str) -> HTMLResponse:
    """What the code on a paper leads to."""
    found = await _find(request, code)
    return (
        found
        if isinstance(found, HTMLResponse)
        else _told(door.context(request).wilayah, found, code, None)
    )


@router.post("/p/{code}")
async def compare(request: Request, code: str) -> HTMLResponse:
    """The same, with a file or a hash held against the frozen one."""
    ctx, address = door.context(request), door.address(request)
    if wait := await run_in_threadpool(COMPARED.hit, ctx, address):
        return _too_often(door.context(request).wilayah, wait)
    found = await _find(request, code)
    if isinstance(found, HTMLResponse):
        return found
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > MOST_BYTES:
        return _told(door.context(request).wilayah, found, code, "besar")
    return _told(door.context(request).wilayah, found, code, await _answer(request, found))


async def _answer(request: Request, found: Checked) -> str:
    async with request.form(max_files=1, max_fields=2) as form:
        sent, pasted = form.get("berkas"), form.get("sidik")
        if isinstance(sent, UploadFile) and sent.filename:
            sha256 = await run_in_threadpool(_hash_of, sent.file)
        else:
            sha256 = "".join(str(pasted or "").split()).lower()
    if not sha256:
        return "tanpa"
    if not _SHA256.match(sha256):
        return "bukan"
    return paper_page.SAME if sha256 == found.sha256 else paper_page.OTHER


def _hash_of(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    while part := file.read(1024 * 1024):
        digest.update(part)
    return digest.hexdigest()


async def _find(request: Request, code: str) -> Checked | HTMLResponse:
    """The paper, or the page that says why not; guessing is made slow."""
    all_asked = await door.go_where(request, lambda ctx: public_check.knows(ctx, code))
    ctx = door.context(request)
    found = await run_in_threadpool(_look_up, ctx, door.address(request), code)
    if isinstance(found, int):
        return _too_often(ctx.wilayah, found)
    if found is None and not all_asked and _CODE.match(code):
        headers = {**paper_page.HEADERS, "Retry-After": str(door.AWAY_RETRY_S)}
        return HTMLResponse(paper_page.away(ctx.wilayah), 503, headers)
    return found or HTMLResponse(paper_page.unknown(ctx.wilayah), 404, paper_page.HEADERS)


def _look_up(ctx: Context, address: str, code: str) -> Checked | int | None:
    """The paper, or the seconds to wait; counted before it is looked at, a right code is not."""
    if wait := WRONG.hit(ctx, address):
        return wait
    found = public_check.check(ctx, code) if _CODE.match(code) else None
    if found is not None:
        with ctx.doors.write(durable=False) as db:
            WRONG.take_back(db, address, ctx.clock.now())
    return found


def _told(wilayah: Wilayah, found: Checked, code: str, answer: str | None) -> HTMLResponse:
    return HTMLResponse(paper_page.page(wilayah, found, code, answer), 200, paper_page.HEADERS)


def _too_often(wilayah: Wilayah, seconds: int) -> HTMLResponse:
    headers = {**paper_page.HEADERS, "Retry-After": str(seconds)}
    return HTMLResponse(paper_page.too_often(wilayah, seconds), 429, headers)
