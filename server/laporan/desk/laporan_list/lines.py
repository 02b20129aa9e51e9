"""The lines of the list: a table on a desk, cards on a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import flet as ft

from server.core import teks as umum
from server.desk.widgets.chips import chip, kejadian_chip, kind_icon, new_chip, status_chip
from server.desk.widgets.layout import card, rule, table_line
from server.desk.widgets.text import second, text
from server.desk.widgets.theme import colours, look, mixed
from server.laporan import teks
from server.laporan.read_laporan import Line
from server.laporan.read_staff import ListPage
from shared.clock import jam, nama_bulan, tanggal_pendek
from shared.jenis import nama_jenis
from shared.laporan import Kind
from shared.status import Status
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah

Open = Callable[[str], None]

ROOMY = (108.0, 130.0, None, 56.0, 190.0, 40.0)
TIGHT = (100.0, 108.0, None, 44.0, 184.0)


def table(
    wilayah: Wilayah, page: ListPage, is_new: Callable[[Line], bool], open_: Open
) -> ft.Container:
    """A head that stays, and lines that scroll."""
    rows: list[ft.Control] = []
    for line in page.lines:
        rows += [rule(), _table_line(wilayah, line, page, is_new(line), open_)]
    return ft.Container(
        content=ft.Column(
            controls=[
                _cells([second(name, "metab") for name in teks.KOLOM], 40, colours().quiet),
                ft.Column(controls=rows, spacing=0, scroll=ft.ScrollMode.AUTO, expand=True),
            ],
            spacing=0,
        ),
        expand=True,
        bgcolor=colours().card,
        border_radius=14,
        border=ft.Border.all(1, colours().outline_variant),
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def card_line(wilayah: Wilayah, line: Line, page: ListPage, new: bool, open_: Open) -> ft.Control:
    """One report on a narrow screen."""
    photos = [second(f"{umum.FOTO} {photo_words(line)}")] if line.jumlah_foto else []
    words = column(
        row(
            text(wilayah.nama_desa(line.desa), "head", expand=True, lines=1),
            second(when(line.received_at)),
        ),
        row(
            text(title(line, page), "bodyb", lines=1), *_marks(line, new), wrap=True, run_spacing=2
        ),
        second(place_words(line), lines=1),
        row(_status(line), ft.Container(expand=True), *photos),
        gap=4,
        expand=True,
    )
    return card(
        row(
            kind_icon(line.kind, line.jenis, 24), words, gap=12,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        lambda: open_(line.id),
        padding=14,
        radius=14,
        bgcolor=_background(line, new),
    )  # fmt: skip


def title(line: Line, page: ListPage) -> str:
    """What was done, or what happened."""
    if line.kind == Kind.KEJADIAN:
        return page.kejadian.get(line.id) or nama_jenis(line.jenis)
    return nama_jenis(line.jenis)


def place_words(line: Line) -> str:
    return nama_bulan(line.bulan) if line.kind == Kind.NIHIL else line.tempat


def photo_words(line: Line) -> str:
    """``3``; ``2/3`` while photos are still to come."""
    if not line.jumlah_foto:
        return umum.TANPA_FOTO
    if line.foto_utuh < line.jumlah_foto:
        return f"{line.foto_utuh}/{line.jumlah_foto}"
    return str(line.jumlah_foto)


def when(moment: datetime) -> str:
    return f"{tanggal_pendek(moment)} {jam(moment)}"


def _table_line(
    wilayah: Wilayah, line: Line, page: ListPage, new: bool, open_: Open
) -> ft.Container:
    what = row(
        kind_icon(line.kind, line.jenis),
        column(
            row(
                text(title(line, page), "bodyb", lines=1, expand=True, expand_loose=True),
                *_marks(line, new),
            ),
            second(place_words(line), lines=1),
            gap=0,
            expand=True,
        ),
        gap=12,
    )
    cells: list[ft.Control] = [
        text(when(line.received_at)),
        text(wilayah.nama_desa(line.desa), "bodyb", lines=1),
        what,
        text(photo_words(line)),
        row(_status(line)),
        ft.Icon(ft.Icons.CHEVRON_RIGHT, size=20, color=colours().on_surface_variant),
    ]
    return _cells(cells, 51, _background(line, new), lambda: open_(line.id))


def _marks(line: Line, new: bool) -> list[ft.Control]:
    kejadian = [kejadian_chip()] if line.kind == Kind.KEJADIAN else []
    waits = line.belum_tiba and line.status in (Status.DITERIMA, Status.PERLU_PERBAIKAN)
    ahead = [chip("wait", ft.Icons.SCHEDULE, teks.BELUM_TIBA_SINGKAT, small=True)] if waits else []
    return [*kejadian, *ahead, *([new_chip()] if new else [])]


def _status(line: Line) -> ft.Container:
    return status_chip(line.status, incomplete=line.foto_utuh < line.jumlah_foto)


def _background(line: Line, new: bool) -> str:
    c = colours()
    if new:
        return mixed(c.card, c.info.back, 0.45)
    if line.kind == Kind.KEJADIAN and line.status in (Status.DITERIMA, Status.PERLU_PERBAIKAN):
        return mixed(c.card, c.error_container, 0.35)
    return c.card


def _cells(
    cells: list[ft.Control], height: float, back: str, press: Callable[[], None] | None = None
) -> ft.Container:
    widths = ROOMY if look().roomy else TIGHT
    shown = cells[: len(widths)]
    return table_line(shown, widths, back, press, gap=12, height=height)
