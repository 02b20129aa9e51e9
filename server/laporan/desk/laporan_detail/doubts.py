"""What a person should look at twice: a time that had not come, another report like this one."""

from __future__ import annotations

import flet as ft

from server.desk.widgets.layout import pad
from server.desk.widgets.text import icon, text
from server.desk.widgets.theme import colours
from server.laporan import teks
from server.laporan.desk.laporan_detail import facts
from server.laporan.read_staff import LaporanPage
from shared.status import Status
from shared.widgets.layout import column, row


def doubts(page: LaporanPage) -> list[ft.Control]:
    """Below the title, on the report's page and in the review."""
    found = [(ft.Icons.SCHEDULE, teks.BELUM_TIBA, _belum_tiba(page))] if _is_ahead(page) else []
    if page.similar:
        found.append((ft.Icons.CONTENT_COPY, teks.MIRIP, similar_words(page)))
    return [_notice(*one) for one in found]


def similar_words(page: LaporanPage) -> str:
    """Which ones, by their receipts."""
    named = [
        teks.MIRIP_SATU.format(resi=one.resi, waktu=facts.short(one.mulai)) for one in page.similar
    ]
    return teks.MIRIP_ISI.format(laporan=", ".join(named))


def _is_ahead(page: LaporanPage) -> bool:
    return page.detail.line.belum_tiba and page.detail.line.status != Status.DITARIK


def _belum_tiba(page: LaporanPage) -> str:
    verified = page.detail.line.status == Status.DIVERIFIKASI
    return teks.BELUM_TIBA_SUDAH if verified else teks.BELUM_TIBA_ISI


def _notice(symbol: ft.IconData, title: str, words: str) -> ft.Control:
    pair = colours().wait
    said = column(
        text(title, "metab", pair.fore), text(words, "meta", pair.fore), gap=2, expand=True
    )
    inner = ft.Container(
        content=row(icon(symbol, 18, pair.fore), said, gap=8),
        bgcolor=pair.back,
        border_radius=10,
        padding=pad(7, 10),
    )
    return ft.Container(content=inner, padding=pad(0, 16, bottom=12))
