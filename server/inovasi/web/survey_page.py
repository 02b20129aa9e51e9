"""``/survei``: citizens answer the satisfaction survey; nothing is asked of who they are."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping
from html import escape
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from server.http import door, public_page, visitor
from server.http import teks as http_teks
from server.http.public_page import ABOUT, SURVEY, link
from server.inovasi import survey
from server.inovasi import teks_suara as words
from server.inovasi.survey import AnswerError, ClosedError, TooOftenError
from shared import skm

router = APIRouter(include_in_schema=False)

MOST_BYTES = 16_000
MOST_S = 30.0
"""Whoever needs longer to send a form is not answered."""


@router.get(SURVEY)
async def form(request: Request) -> HTMLResponse:
    """The nine questions, while the survey is open."""
    periode = await run_in_threadpool(survey.open_period, door.context(request))
    return _form() if periode else _closed()


@router.post(SURVEY)
async def answer(request: Request) -> HTMLResponse:
    """An answer, counted once; too many from one address are turned away."""
    ctx, address = door.context(request), door.address(request)
    if visitor.comes_from_elsewhere(request):
        return public_page.page(words.SURVEI_JUDUL, _note(words.SURVEI_LUAR), 403)
    given = await _read(request)
    if given is None:
        return public_page.page(words.SURVEI_JUDUL, _note(words.SURVEI_SALAH), 400)
    jawaban = [_choice(given, number) for number in range(len(skm.UNSUR))]
    saran = "".join(given.get("saran", [""])[:1]).replace("\r\n", "\n")
    profil = {name: chosen for name in skm.PROFIL if (chosen := given.get(name, [""])[0])}
    try:
        await run_in_threadpool(survey.answer_public, ctx, jawaban, saran, profil, address)
    except ClosedError:
        return _closed()
    except TooOftenError as error:
        return _too_often(error.seconds)
    except AnswerError:
        return _form(jawaban, saran, words.SURVEI_KURANG, 422, profil)
    thanks = f'<p class="note">{words.SURVEI_TERIMA}</p><p>{words.SURVEI_TERIMA_ISI}</p>'
    return public_page.page(words.SURVEI_JUDUL, thanks + link(ABOUT, http_teks.KE_TENTANG))


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
    chosen: list[int] | None = None, saran: str = "", trouble: str = "", status: int = 200,
    profil: Mapping[str, str] | None = None,
) -> HTMLResponse:  # fmt: skip
    picked = chosen or [0] * len(skm.UNSUR)
    questions = "\n".join(
        _question(number, unsur, picked[number]) for number, unsur in enumerate(skm.UNSUR)
    )
    body = f"""<p class="quiet">{words.SURVEI_ISI}</p>{_note(trouble) if trouble else ""}
<form method="post" action="{SURVEY}">
{questions}
{_profile(profil or {})}
<section><label for="saran"><b>{words.SURVEI_SARAN}</b></label>
<textarea id="saran" name="saran" maxlength="{survey.MOST_SARAN}">{escape(saran)}</textarea>
</section>
<button type="submit">{words.SURVEI_KIRIM}</button>
</form>"""
    return public_page.page(words.SURVEI_JUDUL, body, status)


def _question(number: int, unsur: skm.Unsur, picked: int) -> str:
    choices = "".join(
        f'<label class="pick"><input type="radio" name="u{number + 1}" value="{value}" required'
        f"{' checked' if value == picked else ''}>{escape(told)}</label>"
        for value, told in enumerate(unsur.pilihan, 1)
    )
    return (
        f"<fieldset><legend>{number + 1}. {escape(unsur.tanya)}</legend><div>{choices}</div>"
        "</fieldset>"
    )


def _profile(chosen: Mapping[str, str]) -> str:
    """Who answers, as far as one wants to tell it."""
    fields = "".join(_field(name, bidang, chosen.get(name, "")) for name, bidang in _PROFILE)
    return (
        f"<section><h2>{words.SURVEI_PROFIL}</h2>"
        f'<p class="quiet">{words.SURVEI_PROFIL_ISI}</p>{fields}</section>'
    )


def _field(name: str, bidang: skm.Trait, chosen: str) -> str:
    options = "".join(
        f'<option value="{key}"{" selected" if key == chosen else ""}>{escape(told)}</option>'
        for key, told in {"": words.SURVEI_PROFIL_KOSONG, **bidang.pilihan}.items()
    )
    return (
        f'<p><label for="{name}">{escape(bidang.nama)}</label>'
        f'<br><select id="{name}" name="{name}">{options}</select></p>'
    )


_PROFILE = tuple(skm.PROFIL.items())


def _note(told: str) -> str:
    return f'<p class="note bad" role="alert">{escape(told)}</p>'


def _closed() -> HTMLResponse:
    body = f'<p class="note">{words.SURVEI_TUTUP}</p><p>{words.SURVEI_TUTUP_ISI}</p>'
    return public_page.page(
        words.SURVEI_JUDUL, body + link(ABOUT, http_teks.KE_TENTANG, second=True)
    )


def _too_often(seconds: int) -> HTMLResponse:
    told = words.SURVEI_SERING.format(menit=math.ceil(seconds / 60))
    headers = {"Retry-After": str(seconds)}
    return public_page.page(words.SURVEI_JUDUL, _note(told), 429, headers)
