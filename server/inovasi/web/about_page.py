"""``/tentang`` and ``/pedoman``: what SINAR LINMAS is, this year's figures, the guide, contact."""

from __future__ import annotations

from html import escape

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from server.core.context import Context
from server.http import door, public_page
from server.http.public_page import ABOUT, GUIDE, SURVEY, link, points, section
from server.inovasi import public_summary, survey
from server.inovasi import teks_suara as words
from server.inovasi.public_summary import Kept, Summary
from server.inovasi.teks_pedoman import PEDOMAN
from shared import skm
from shared.clock import tanggal
from shared.wilayah import KECAMATAN

router = APIRouter(include_in_schema=False)


@router.get(ABOUT)
async def about(request: Request) -> HTMLResponse:
    """For everybody, unless the kecamatan has switched it off."""
    kept = request.app.state.public_summary
    found = await run_in_threadpool(_look, door.context(request), kept)
    if found is None:
        return _closed()
    told, is_open = found
    body = [
        f'<p class="quiet">{words.TENTANG_SUB}</p>',
        section(words.TENTANG_APA, words.TENTANG_ISI.format(nama=KECAMATAN.nama)),
        _figures(told),
        link(GUIDE, words.PEDOMAN_BUKA, second=is_open),
        link(SURVEY, words.SURVEI_BUKA) if is_open else "",
        _contact(told),
    ]
    return public_page.page(words.TENTANG_JUDUL, "\n".join(body))


@router.get(GUIDE)
async def guide(request: Request) -> HTMLResponse:
    """The manual, at an address that anybody can be given."""
    if not await run_in_threadpool(public_summary.is_on, door.context(request)):
        return _closed()
    body = "\n".join(points(title, steps) for title, steps in PEDOMAN)
    return public_page.page(words.PEDOMAN_JUDUL, body)


def _look(ctx: Context, kept: Kept) -> tuple[Summary, bool] | None:
    if not public_summary.is_on(ctx):
        return None
    return kept.read(ctx), bool(survey.open_period(ctx))


def _closed() -> HTMLResponse:
    return public_page.page(words.TENTANG_JUDUL, f'<p class="note">{words.HALAMAN_TUTUP}</p>', 404)


def _figures(told: Summary) -> str:
    head = words.ANGKA_JUDUL.format(tahun=told.tahun)
    if told.empty:
        return section(head, words.ANGKA_KOSONG)
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
    boxes = "".join(f"<li><b>{figure}</b>{escape(what)}</li>" for figure, what in lines)
    sample = f'<p class="note bad">{words.ANGKA_CONTOH}</p>' if told.sample else ""
    until = words.ANGKA_SAMPAI.format(tanggal=tanggal(told.until))
    return (
        f'<section><h2>{head}</h2><p class="quiet">{until}</p>{sample}'
        f'<ul class="figures">{boxes}</ul></section>'
    )


def _contact(told: Summary) -> str:
    address = escape(told.address) or words.KONTAK_KOSONG
    numbers = "".join(
        f"<li>{escape(name)}: <b>{escape(number)}</b></li>" for name, number in told.numbers
    )
    urgent = f"<p>{words.TENTANG_DARURAT}</p><ul>{numbers}</ul>" if numbers else ""
    return f"<section><h2>{words.KONTAK}</h2><p>{address}</p>{urgent}</section>"


def _count(number: int) -> str:
    """As people write it: 1.234."""
    return f"{number:,}".replace(",", ".")
