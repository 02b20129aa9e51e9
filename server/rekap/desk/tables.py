"""Tables B and C as they will be printed, and the photo sheet a page at a time."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from server.desk.widgets import notices
from server.desk.widgets.buttons import outline_button
from server.desk.widgets.layout import card, pad
from server.desk.widgets.text import second, text
from server.desk.widgets.theme import colours, look
from server.rekap import teks
from server.rekap.desk.actions import RekapActions
from server.rekap.desk.state import FIRST_PHOTOS, Found, RekapState
from server.rekap.papers import rekap_words as paper
from server.rekap.papers.rekap_facts import PhotoRow, Rekap
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah

_B_SHARES = (1, 3, 5, 3, 4, 4, 6, 6)
_C_SHARES = (1, 3, 5, 7, 5, 2, 9)


def incidents(wilayah: Wilayah, rekap: Rekap) -> ft.Control:
    """Table B."""
    if not rekap.kejadian:
        return notices.notice(ft.Icons.EVENT_AVAILABLE, teks.TANPA_KEJADIAN)
    rows = [
        (
            str(n), paper.waktu(one.mulai), paper.tempat(wilayah, one), one.apa, paper.korban(one),
            paper.kerugian(one), one.penanganan or "-", one.tindak_lanjut or "-",
        )
        for n, one in enumerate(rekap.kejadian, 1)
    ]  # fmt: skip
    return _table(paper.HEAD_B, _B_SHARES, rows, bold=3)


def coachings(wilayah: Wilayah, rekap: Rekap) -> ft.Control:
    """Table C."""
    if not rekap.pembinaan:
        return notices.notice(ft.Icons.SCHOOL, teks.TANPA_PEMBINAAN)
    rows = [
        (
            str(n), paper.hari(one.mulai), paper.desa_list(wilayah, one), paper.bentuk(one),
            one.materi or "-", paper.angka(one.peserta), paper.hasil(one),
        )
        for n, one in enumerate(rekap.pembinaan, 1)
    ]  # fmt: skip
    return _table(paper.HEAD_C, _C_SHARES, rows, bold=3)


def _table(
    head: Sequence[str], shares: Sequence[int], rows: Sequence[Sequence[str]], bold: int
) -> ft.Control:
    """``bold`` is the cell that names the line."""
    if look().narrow:
        return column(
            *[_card(head, cells, bold) for cells in rows], gap=8,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )  # fmt: skip
    heads = _line([text(name, "metab") for name in head], shares, colours().quiet)
    lines = [
        _line(
            [text(cell, "metab" if place == bold else "meta") for place, cell in enumerate(cells)],
            shares, colours().surface if number % 2 else colours().card,
        )
        for number, cells in enumerate(rows)
    ]  # fmt: skip
    return card(
        ft.Column(controls=[heads, *lines], spacing=0, tight=True), padding=0, radius=14,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )  # fmt: skip


def _line(cells: Sequence[ft.Control], shares: Sequence[int], back: str) -> ft.Control:
    boxes = [
        ft.Container(content=cell, expand=share) for cell, share in zip(cells, shares, strict=True)
    ]
    inside = row(*boxes, gap=12, vertical_alignment=ft.CrossAxisAlignment.START)
    return ft.Container(content=inside, bgcolor=back, padding=pad(8, 14))


def _card(head: Sequence[str], cells: Sequence[str], bold: int) -> ft.Control:
    facts = [
        column(second(name), text(cell, "body"), gap=0)
        for place, (name, cell) in enumerate(zip(head, cells, strict=True))
        if place not in (0, bold) and cell != "-"
    ]
    return card(
        column(
            text(f"{cells[0]}. {cells[bold]}", "bodyb"), *facts, gap=8,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=pad(12, 14), radius=14,
    )  # fmt: skip


# --- The photo sheet --------------------------------------------------------------------------


def photo_sheet(state: RekapState, found: Found, on: RekapActions) -> ft.Control:
    """Pages as they will be printed, the first ones at once."""
    photos, per_page = found.reading.rekap.photos, found.which.photos.per_page
    if not photos:
        return notices.notice(ft.Icons.PHOTO_LIBRARY, teks.FOTO_TIDAK_ADA)
    told = teks.FOTO_SEMUA if found.which.photos.most is None else teks.FOTO_KETERANGAN
    shown = photos if state.all_photos else photos[:FIRST_PHOTOS]
    pages = [
        _page(state.ctx.wilayah, number, shown[start : start + per_page])
        for number, start in enumerate(range(0, len(shown), per_page), 1)
    ]
    rest = teks.semua_foto(len(photos))
    more = [] if len(shown) == len(photos) else [outline_button(rest, on.all_photos)]
    return column(
        second(told, "body"), *pages, *more, gap=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip


def _page(wilayah: Wilayah, number: int, photos: Sequence[PhotoRow]) -> ft.Control:
    across = 1 if look().narrow else 2
    lines = [
        _photo_row(wilayah, photos[at : at + across], across)
        for at in range(0, len(photos), across)
    ]
    head = second(teks.HALAMAN_FOTO.format(ke=number))
    return card(column(head, *lines, gap=10, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


def _photo_row(wilayah: Wilayah, photos: Sequence[PhotoRow], across: int) -> ft.Control:
    """A last lone photo keeps its half."""
    blank = [ft.Container(expand=True) for _ in range(across - len(photos))]
    top = ft.CrossAxisAlignment.START
    return row(*[_photo(wilayah, one) for one in photos], *blank, gap=12, vertical_alignment=top)


def _photo(wilayah: Wilayah, one: PhotoRow) -> ft.Control:
    caption = paper.caption(wilayah, one)
    picture = ft.Image(
        src=f"/foto/{one.laporan}/{one.sha256}?size=small", fit=ft.BoxFit.CONTAIN, height=190,
        semantics_label=caption, error_content=second(teks.FOTO_RUSAK),
    )  # fmt: skip
    return column(
        ft.Container(content=picture, bgcolor=colours().quiet, border_radius=10, height=190),
        text(caption, "meta"), gap=6, expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip
