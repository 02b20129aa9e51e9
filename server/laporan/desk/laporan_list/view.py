"""The picture of the list: filters, lines, pages. Only data and callbacks come in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.core import teks as umum
from server.desk.widgets import notices
from server.desk.widgets.buttons import outline_button
from server.desk.widgets.layout import pad
from server.desk.widgets.theme import look
from server.laporan import teks
from server.laporan.desk.addresses import ListPlace
from server.laporan.desk.laporan_list import filters, lines
from server.laporan.desk.laporan_list.state import ListState
from server.laporan.read_laporan import PER_PAGE
from server.laporan.read_staff import ListPage
from shared.widgets.layout import column, row, wrapped


@dataclass(frozen=True)
class ListActions:
    """What the person can do here."""

    go: Callable[[ListPlace], None]
    open: Callable[[str], None]
    search: Callable[[str], None]
    again: Callable[[], None]
    show_new: Callable[[], None]


def head_actions(state: ListState, on: ListActions) -> list[ft.Control]:
    """What stands at the right of the title."""
    if look().narrow:
        return []
    wide_only = [*filters.rare(state, on.go)] if look().roomy else []
    return [*wide_only, filters.search_field(state, on.search, width=262)]


def body(state: ListState, on: ListActions) -> ft.Control:
    return _narrow(state, on) if look().narrow else _desk(state, on)


def _desk(state: ListState, on: ListActions) -> ft.Control:
    tabs = wrapped(*filters.tabs(state, on.go))
    if look().roomy:
        top: ft.Control = row(
            ft.Container(content=tabs, expand=True), _new(state, on), *filters.usual(state, on.go)
        )
    else:
        chosen = wrapped(*filters.usual(state, on.go), *filters.rare(state, on.go))
        top = column(tabs, chosen, _new(state, on))
    return ft.Column(controls=[top, *_content(state, on)], spacing=12, expand=True)


def _narrow(state: ListState, on: ListActions) -> ft.Control:
    def strip(*controls: ft.Control) -> ft.Row:
        return row(*controls, scroll=ft.ScrollMode.HIDDEN)

    return ft.Column(
        controls=[
            filters.search_field(state, on.search),
            strip(*filters.tabs(state, on.go)),
            strip(*filters.usual(state, on.go), *filters.rare(state, on.go)),
            _new(state, on),
            *_content(state, on),
            ft.Container(height=12),
        ],
        spacing=10,
        expand=True,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _new(state: ListState, on: ListActions) -> ft.Control:
    """Always there, mostly unseen: were it put in between, an open menu beside it would die."""
    fresh = state.found.fresh if state.found else 0
    note = notices.fresh_note(fresh, on.show_new) if fresh else None
    return ft.Container(content=note, visible=fresh > 0)


def _content(state: ListState, on: ListActions) -> list[ft.Control]:
    """Loading, trouble, empty, or the lines with their foot."""
    page = state.found
    if page is None:
        return [notices.waiting(state, on.again, 10, 50)]
    if not page.lines:
        return [_empty(state, on)]
    if look().narrow:
        cards = [
            lines.card_line(state.ctx.wilayah, line, page, state.is_new(line), on.open)
            for line in page.lines
        ]
        return [*cards, _foot(state.asked, page, on)]
    return [
        lines.table(state.ctx.wilayah, page, state.is_new, on.open),
        _foot(state.asked, page, on),
    ]


def _empty(state: ListState, on: ListActions) -> ft.Control:
    if not state.asked.is_filtered:
        return notices.notice(ft.Icons.INBOX, teks.BELUM_ADA)
    return notices.notice(
        ft.Icons.SEARCH_OFF,
        umum.TIDAK_COCOK,
        umum.HAPUS_SARINGAN,
        lambda: on.go(ListPlace()),
    )


def _foot(place: ListPlace, page: ListPage, on: ListActions) -> ft.Control:
    first = (page.number - 1) * PER_PAGE + 1
    last = first + len(page.lines) - 1
    words = ft.Container(
        content=notices.quiet_words(teks.ke_berapa(first, last, page.total)), expand=True
    )

    def step(to: int) -> Callable[[], None] | None:
        return (lambda: on.go(place.at(to))) if 1 <= to <= page.pages else None

    before = outline_button(umum.SEBELUMNYA, step(page.number - 1), ft.Icons.CHEVRON_LEFT)
    after = outline_button(umum.BERIKUTNYA, step(page.number + 1), ft.Icons.CHEVRON_RIGHT)
    if look().narrow:
        both = row(before, after, alignment=ft.MainAxisAlignment.SPACE_BETWEEN)
        return column(row(words), both, gap=10)
    return ft.Container(content=row(words, before, after), padding=pad(0))
