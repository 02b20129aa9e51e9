"""``/tentang`` and ``/pedoman``: what SINAR LINMAS is, this year's figures, the guide, contact."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from server.core.context import Context
from server.http import door, public_page
from server.http.public_page import ABOUT, GUIDE, SURVEY
from server.http.whose import at
from server.inovasi import public_summary, survey
from server.inovasi import teks_suara as words
from server.inovasi.public_summary import Kept, Summary
from server.inovasi.teks_pedoman import PEDOMAN
from shared import skm
from shared.clock import tanggal
from shared.wilayah import Wilayah

router = APIRouter(include_in_schema=False)


@router.get(ABOUT)
async def about(request: Request) -> HTMLResponse:
    """For everybody, unless the kecamatan has switched it off."""
    kept = request.app.state.public_summary
    found = await run_in_threadpool(_look, door.context(request), kept)
    if found is None:
        return _closed(door.context(request).wilayah)
    told, is_open = found
    return public_page.page(
        door.context(request).wilayah,
        words.TENTANG_JUDUL,
        "inovasi/web/about.html.jinja",
        words=words,
        told=told,
        is_open=is_open,
        figures=_figures(told),
        until=words.ANGKA_SAMPAI.format(tanggal=tanggal(told.until)),
        guide=at(GUIDE),
        survey=at(SURVEY),
    )


@router.get(GUIDE)
async def guide(request: Request) -> HTMLResponse:
    """The manual, at an address that anybody can be given."""
    if not await run_in_threadpool(public_summary.is_on, door.context(request)):
        return _closed(door.context(request).wilayah)
    wilayah = door.context(request).wilayah
    return public_page.page(
        wilayah,
        words.PEDOMAN_JUDUL,
        "inovasi/web/guide.html.jinja",
        guide=[(head, [wilayah.told(one) for one in items]) for head, items in PEDOMAN],
    )


def _look(ctx: Context, kept: Kept) -> tuple[Summary, bool] | None:
    if not public_summary.is_on(ctx):
        return None
    return kept.read(ctx), bool(survey.open_period(ctx))


def _closed(wilayah: Wilayah) -> HTMLResponse:
    return public_page.note(wilayah, words.TENTANG_JUDUL, words.HALAMAN_TUTUP, 404)


def _figures(told: Summary) -> list[tuple[str, str]]:
    """Figure and what it counts."""
    lines = [
        (f"{told.villages}", words.ANGKA["desa"].format(jumlah=told.of_villages)),
        (_count(told.kegiatan), words.ANGKA["kegiatan"]),
        (_count(told.kejadian), words.ANGKA["kejadian"]),
    ]
    if told.percent_in_time is not None:
        lines.append((f"{told.percent_in_time:.0f}%", words.ANGKA["tepat"]))
    lines.append((_count(told.pembinaan), words.ANGKA["pembinaan"]))
    if told.peserta:
        lines.append((_count(told.peserta), words.ANGKA["peserta"]))
    if told.index is not None:
        index = f"{told.index:.2f}".replace(".", ",")
        lines.append(
            (
                index,
                words.ANGKA["skm"].format(mutu=told.grade, periode=skm.period_words(told.periode)),
            )
        )
    return lines


def _count(number: int) -> str:
    """As people write it: 1.234."""
    return f"{number:,}".replace(",", ".")
