"""``/survei``: citizens answer the satisfaction survey; nothing is asked of who they are."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from server.http import door, public_page, visitor
from server.http.public_page import SURVEY
from server.http.whose import WHOSE, at
from server.inovasi import survey
from server.inovasi import teks_suara as words
from server.inovasi.survey import AnswerError, ClosedError, TooOftenError
from shared import skm
from shared.wilayah import Wilayah

router = APIRouter(include_in_schema=False)

MOST_BYTES = 16_000
MOST_S = 30.0
"""Whoever needs longer to send a form is not answered."""


@router.get(SURVEY)
async def form(request: Request) -> HTMLResponse:
    """The nine questions, while the survey is open."""
    if _is_elsewhere(request):
        return _unknown(door.context(request).wilayah)
    periode = await run_in_threadpool(survey.open_period, door.context(request))
    return (
        _form(door.context(request).wilayah) if periode else _closed(door.context(request).wilayah)
    )


@router.post(SURVEY)
async def answer(request: Request) -> HTMLResponse:
    """An answer, counted once; too many from one address are turned away."""
    ctx, address = door.context(request), door.address(request)
    if _is_elsewhere(request):
        return _unknown(ctx.wilayah)
    if visitor.comes_from_elsewhere(request):
        return public_page.note(
            door.context(request).wilayah, words.SURVEI_JUDUL, words.SURVEI_LUAR, 403, bad=True
        )
    given = await _read(request)
    if given is None:
        return public_page.note(
            door.context(request).wilayah, words.SURVEI_JUDUL, words.SURVEI_SALAH, 400, bad=True
        )
    jawaban = [_choice(given, number) for number in range(len(skm.UNSUR))]
    saran = "".join(given.get("saran", [""])[:1]).replace("\r\n", "\n")
    profil = {name: chosen for name in skm.PROFIL if (chosen := given.get(name, [""])[0])}
    try:
        await run_in_threadpool(survey.answer_public, ctx, jawaban, saran, profil, address)
    except ClosedError:
        return _closed(door.context(request).wilayah)
    except TooOftenError as error:
        return _too_often(door.context(request).wilayah, error.seconds)
    except AnswerError:
        return _form(
            door.context(request).wilayah, jawaban, saran, words.SURVEI_KURANG, 422, profil
        )
    return public_page.note(
        door.context(request).wilayah,
        words.SURVEI_JUDUL,
        words.SURVEI_TERIMA,
        more=words.SURVEI_TERIMA_ISI,
        home=True,
        thanks=True,
    )


def _is_elsewhere(request: Request) -> bool:
    """Whether the link is of a kecamatan that is not here: its answers are nobody else's."""
    asked = request.query_params.get(WHOSE)
    return bool(asked) and asked != door.context(request).wilayah.kode


def _unknown(wilayah: Wilayah) -> HTMLResponse:
    return public_page.note(wilayah, words.SURVEI_JUDUL, words.SURVEI_BUKAN_SINI, 404, bad=True)


async def _read(request: Request) -> dict[str, list[str]] | None:
    """The form's fields; None for what no browser sends from it."""
    length = request.headers.get("content-length", "")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not length.isdecimal() or int(length) > MOST_BYTES:
        return None
    if kind != "application/x-www-form-urlencoded":
        return None
    try:
        async with asyncio.timeout(MOST_S):
            text = (await request.body()).decode()
        return parse_qs(text, strict_parsing=True, errors="strict", max_num_fields=20)
    except (ValueError, TimeoutError, ClientDisconnect):
        return None


def _choice(given: dict[str, list[str]], number: int) -> int:
    """0 where nothing fitting was chosen."""
    said = given.get(f"u{number + 1}", [""])[0]
    return int(said) if said in ("1", "2", "3", "4") else 0


def _form(
    wilayah: Wilayah, chosen: list[int] | None = None, saran: str = "", trouble: str = "",
    status: int = 200,
    profil: Mapping[str, str] | None = None,
) -> HTMLResponse:  # fmt: skip
    return public_page.page(
        wilayah,
        words.SURVEI_JUDUL,
        "inovasi/web/survey.html.jinja",
        status,
        words=words,
        skm=skm,
        action=at(SURVEY),
        trouble=trouble,
        picked=chosen or [0] * len(skm.UNSUR),
        profil=profil or {},
        saran=saran,
        most_saran=survey.MOST_SARAN,
    )


def _closed(wilayah: Wilayah) -> HTMLResponse:
    return public_page.note(
        wilayah, words.SURVEI_JUDUL, words.SURVEI_TUTUP, more=words.SURVEI_TUTUP_ISI, home=True
    )


def _too_often(wilayah: Wilayah, seconds: int) -> HTMLResponse:
    told = words.SURVEI_SERING.format(menit=math.ceil(seconds / 60))
    headers = {"Retry-After": str(seconds)}
    return public_page.note(wilayah, words.SURVEI_JUDUL, told, 429, headers, bad=True)
