"""The head of a recap: period and village, the parts, what to know before printing, the files."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.core import periods
from server.core.periods import Span
from server.desk.widgets.buttons import choice, filled_button, icon_button, outline_button
from server.desk.widgets.layout import pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, text
from server.desk.widgets.theme import colours, look
from server.rekap import teks
from server.rekap.desk.actions import RekapActions
from server.rekap.desk.addresses import PARTS, RekapPlace
from server.rekap.desk.state import Found, RekapState
from shared.clock import month_of
from shared.widgets.layout import row, wrapped
from shared.wilayah import Wilayah

_SPANS = tuple((str(span), teks.RENTANG_NAMA[span]) for span in Span if span != Span.BULAN)
_PHOTOS = tuple((key, name) for key, name in teks.LAMPIRAN_PILIHAN.items() if key != "4")


def choosers(
    wilayah: Wilayah, found: Found, place: RekapPlace, on: RekapActions
) -> list[ft.Control]:
    """How long, which period, which village."""
    return [_span(found, place, on), _period(found, place, on), _village(wilayah, place, on)]


def _span(found: Found, place: RekapPlace, on: RekapActions) -> ft.Control:
    periode = found.which.periode
    span = periods.span_of(periode)

    def choose(value: str | None) -> None:
        known = [m for m in periods.months(periode) if m <= month_of(found.reading.now)]
        month = known[-1] if known else periods.months(periode)[0]
        on.go(place.choosing(periode=periods.containing(month, Span(value or Span.BULAN))))

    chosen = None if span == Span.BULAN else str(span)
    every = teks.RENTANG_NAMA[Span.BULAN]
    return choice(teks.RENTANG, every, _SPANS, chosen, choose, width=118)


def _period(found: Found, place: RekapPlace, on: RekapActions) -> ft.Control:
    periode, now = found.which.periode, month_of(found.reading.now)

    def step(to: str) -> Callable[[], None]:
        return lambda: on.go(place.choosing(periode=to))

    following = periods.after(periode)
    forth = step(following) if periods.months(following)[0] <= now else None
    return ft.Container(
        content=row(
            icon_button(ft.Icons.CHEVRON_LEFT, teks.SEBELUMNYA, step(periods.before(periode))),
            text(
                periods.name(periode), "bodyb", text_align=ft.TextAlign.CENTER,
                width=None if look().narrow else 126, expand=look().narrow,
            ),
            icon_button(ft.Icons.CHEVRON_RIGHT, teks.SESUDAHNYA, forth),
            gap=2,
            tight=not look().narrow,  # it may stand in a row that wraps
        ),
        bgcolor=colours().card,
        border_radius=10,
        border=ft.Border.all(1, colours().outline),
        expand=True if look().narrow else None,  # False is still too much for a row that wraps
    )  # fmt: skip


def _village(wilayah: Wilayah, place: RekapPlace, on: RekapActions) -> ft.Control:
    def choose(value: str | None) -> None:
        on.go(place.choosing(desa=value))

    return choice(teks.DESA, teks.SEMUA_DESA, wilayah.choices, place.desa, choose, width=142)


def tools(state: RekapState, on: RekapActions) -> ft.Control:
    """The parts, and what can be taken away of them."""
    tabs = [_tab(state.asked, part, on) for part in PARTS]
    if look().narrow:
        return row(*tabs, scroll=ft.ScrollMode.HIDDEN)
    if look().roomy:
        return row(*tabs, ft.Container(expand=True), *_files(state, on))
    return wrapped(*tabs, *_files(state, on))


def narrow_files(state: RekapState, on: RekapActions) -> list[ft.Control]:
    """On a phone the files have a line of their own."""
    found = _files(state, on)
    return [wrapped(*found)] if look().narrow and found else []


def _tab(place: RekapPlace, part: str, on: RekapActions) -> ft.Control:
    chosen = part == place.part
    name = teks.TAB[part]
    if not look().narrow:
        name = teks.TAB_PENDEK.get(part, name)
    c = colours()
    fore = c.on_primary if chosen else c.on_surface
    return pressable(
        row(text(name, "bodyb", fore), tight=True),
        lambda: on.go(place.choosing(part=part)),
        teks.TAB[part],
        chosen=chosen,
        height=40,
        padding=pad(0, 14),
        border_radius=20,
        bgcolor=c.primary if chosen else c.card,
        border=ft.Border.all(1, c.primary if chosen else c.outline),
    )


def _files(state: RekapState, on: RekapActions) -> list[ft.Control]:
    if on.pdf is None or on.excel is None:
        return []

    def choose(value: str | None) -> None:
        on.go(state.asked.choosing(photos=value or "4"))

    chosen = None if state.asked.photos == "4" else state.asked.photos
    photos = choice(teks.LAMPIRAN, teks.LAMPIRAN_BIASA, _PHOTOS, chosen, choose, width=190)
    files = [
        filled_button(teks.UNDUH_PDF, on.pdf, ft.Icons.PICTURE_AS_PDF),
        outline_button(teks.EXCEL, on.excel, ft.Icons.TABLE_CHART),
    ]
    return [*files, photos] if look().narrow else [photos, *files]


def notes(found: Found, on: RekapActions) -> list[ft.Control]:
    """What should be known before it is printed; each leads to where it can be mended."""
    said: list[ft.Control] = []
    if found.reading.waiting:
        words_ = teks.menunggu(found.reading.waiting)
        said.append(_note(ft.Icons.MARK_EMAIL_UNREAD, words_, on.waiting))
    if found.reading.planned:
        said.append(_note(ft.Icons.SCHOOL, teks.direncanakan(found.reading.planned), None))
    if empty := teks.kosong(list(found.empty)):
        said.append(_note(ft.Icons.EDIT_NOTE, empty, on.settings))
    return [wrapped(*said, gap=8)] if said else []


def _note(symbol: ft.IconData, said: str, press: Callable[[], None] | None) -> ft.Control:
    pair = colours().wait
    inside = row(
        icon(symbol, 18, pair.fore), text(said, "metab", pair.fore, expand=look().narrow), gap=8,
        tight=not look().narrow,
    )  # fmt: skip
    return pressable(inside, press, said, bgcolor=pair.back, border_radius=12, padding=pad(7, 12))
