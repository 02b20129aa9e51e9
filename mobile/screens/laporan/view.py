"""What the tab Laporan looks like: first what needs the person, then what waits, then the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens.laporan.state import BELUM, SEMUA, TERKIRIM, LaporanState, Listing
from mobile.screens.words import (
    month_words,
    row_icon,
    row_sub,
    row_title,
    short_resi,
    state_chip,
    unsent_chip,
)
from mobile.usecases.read import PAGE, Page, Row
from mobile.widgets import banners, buttons, cards, chips, frame, photo, progress
from mobile.widgets.fields import Field
from mobile.widgets.skeleton import list_bones
from mobile.widgets.taps import tap
from mobile.widgets.text import second, text
from mobile.widgets.theme import look
from shared.widgets.layout import column, row, wrapped

I = ft.Icons  # noqa: E741
Picture = Callable[[Row], str | bytes | None]
Open = Callable[[Row], Any]


def head(state: LaporanState) -> ft.Control:
    """The tab's name and the way to the search."""
    name = I.SEARCH_OFF if state.searching else I.SEARCH
    words = teks.TUTUP if state.searching else teks.CARI
    return frame.tab_head(teks.LAPORAN, [buttons.icon_button(name, words, state.toggle_search)])


def body(
    state: LaporanState, picture: Picture, on_open: Open, on_report: Callable[[], Any]
) -> list[ft.Control]:
    """What scrolls."""
    if state.listing is None:
        return [filters(state), *list_bones()]
    if state.searching:
        return _search(state, picture, on_open)
    if state.listing.is_empty:
        empty = banners.empty(
            I.DESCRIPTION_OUTLINED,
            teks.KOSONG_JUDUL,
            teks.KOSONG_ISI,
            teks.LAPOR_KEGIATAN,
            on_report,
        )
        return [filters(state), empty]
    return [filters(state), *_groups(state, state.listing, picture, on_open)]


def filters(state: LaporanState) -> ft.Control:
    """Semua, Belum terkirim 3, Terkirim."""
    count = len(state.listing.groups.unsent) if state.listing else 0
    waiting = teks.SARING_BELUM.format(jumlah=count) if count else teks.SARING_BELUM_KOSONG
    words = {SEMUA: teks.SARING_SEMUA, BELUM: waiting, TERKIRIM: teks.SARING_TERKIRIM}
    return chips.pick_one(list(words.items()), state.shown, state.choose)


def _groups(
    state: LaporanState, seen: Listing, picture: Picture, on_open: Open
) -> list[ft.Control]:
    found = seen.groups
    parts: list[ft.Control] = []
    if state.shown == SEMUA:
        parts += group(teks.GRUP_KERJAKAN, found.needs_me, picture, on_open)
    if state.shown in (SEMUA, BELUM):
        parts += group(teks.GRUP_BELUM, found.unsent, picture, on_open)
    if state.shown == SEMUA:
        parts += group(teks.GRUP_DRAF, found.drafts, picture, on_open)
    if state.shown in (SEMUA, TERKIRIM):
        parts += _months(state, seen, picture, on_open)
    return parts or [_nothing_here(state.shown)]


def _nothing_here(shown: str) -> ft.Control:
    if shown == BELUM:
        return banners.empty(I.CLOUD_DONE_OUTLINED, teks.KOSONG_BELUM, teks.KOSONG_BELUM_ISI)
    return banners.empty(I.DESCRIPTION_OUTLINED, teks.KOSONG_TERKIRIM, teks.KOSONG_TERKIRIM_ISI)


def group(title: str, rows: Sequence[Row], picture: Picture, on_open: Open) -> list[ft.Control]:
    """A heading with its count, and the rows; nothing when there are none."""
    if not rows:
        return []
    return [frame.group_head(title, len(rows)), *[report_card(r, picture, on_open) for r in rows]]


def _months(
    state: LaporanState, seen: Listing, picture: Picture, on_open: Open
) -> list[ft.Control]:
    parts: list[ft.Control] = []
    for shown in seen.pages:
        parts += _month(state, shown, picture, on_open)
    for month in seen.closed_months:
        words = teks.LIHAT_BULAN.format(bulan=month_words(month))
        parts.append(buttons.outline(words, tap(state.open_month, month), name=I.EXPAND_MORE))
    return parts


def _month(state: LaporanState, shown: Page, picture: Picture, on_open: Open) -> list[ft.Control]:
    title = f"{teks.SARING_TERKIRIM}, {month_words(shown.month)}"
    parts: list[ft.Control] = [frame.group_head(title, shown.total)]
    parts += [report_card(r, picture, on_open) for r in shown.rows]
    left = shown.total - len(shown.rows)
    if left > 0:
        words = teks.LEBIH_BANYAK.format(jumlah=min(PAGE, left))
        parts.append(buttons.quiet(words, tap(state.more, shown.month), name=I.EXPAND_MORE))
    return parts


def _search(state: LaporanState, picture: Picture, on_open: Open) -> list[ft.Control]:
    field = Field(
        teks.CARI, on_change=state.search, hint=teks.CARI_PETUNJUK, name=I.SEARCH,
        show_label=False, focus=True,
    )  # fmt: skip
    if state.found is None:
        return [field]
    count = teks.CARI_JUMLAH.format(jumlah=len(state.found)) if state.found else teks.CARI_KOSONG
    return [field, second(count), *[report_card(r, picture, on_open) for r in state.found]]


def report_card(found: Row, picture: Picture, on_open: Open) -> ft.Container:
    """One report of the list."""
    lines = None if look().large else 1
    words: list[ft.Control] = [
        text(row_title(found.laporan), "bodyb", lines=lines),
        second(row_sub(found.laporan), lines=lines),
        wrapped(state_chip(found), *_beside(found)),
    ]
    if found.shown == "text_received" and found.photos:
        told = teks.FOTO_DARI.format(ke=found.photos_done, jumlah=found.photos)
        words.append(progress.bar(found.photos_done / found.photos, told))
    inside = row(
        lead(found, picture, 64), column(*words, gap=5, expand=True), gap=14,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )  # fmt: skip
    return cards.card(inside, padding=12, on_tap=partial(on_open, found))


def lead(found: Row, picture: Picture, size: float) -> ft.Control:
    """The first photo, or the icon of the kind."""
    source = picture(found)
    if source is not None:
        shown = photo.picture(source, size, size)
        covered = found.laporan.foto and found.laporan.foto[0].sensitif
        return photo.veiled(shown, teks.FOTO_SENSITIF_TANYA, size, size) if covered else shown
    kind, name = row_icon(found.laporan)
    return cards.icon_block(name, kind, size)


def _beside(found: Row) -> list[ft.Control]:
    """What stands beside the chip: a note, that it is being mended, or the receipt."""
    if found.mending:
        return [unsent_chip()]
    if found.shown == "perlu_perbaikan" and found.note:
        words = teks.CATATAN.format(jumlah=1)
    else:
        words = short_resi(found.resi)
    if not words:
        return []
    return [ft.Container(content=second(words, "meta"), padding=ft.Padding.only(top=5))]
