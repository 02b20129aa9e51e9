"""The picture of the phones: figures, search, table, and the code at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.core import teks as umum
from server.desk.widgets import notices
from server.desk.widgets.buttons import filled_button, outline_button, pill
from server.desk.widgets.fields import SearchField
from server.desk.widgets.layout import card, pad, pane
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours, look
from server.hp import teks
from server.hp.desk import code_view, lines
from server.hp.desk.addresses import DevicesPlace
from server.hp.desk.state import DevicesState
from server.hp.village_phones import PhonesPage
from shared.widgets.layout import column, row, wrapped


@dataclass(frozen=True)
class DevicesActions:
    """What the person can do here."""

    go: Callable[[DevicesPlace], None]
    again: Callable[[], None]
    make: Callable[[], None]
    revoke: Callable[[], None]
    take_in: Callable[[], None]


def head_actions(state: DevicesState) -> list[ft.Control]:
    return [filled_button(teks.HK_BUAT, state.begin, ft.Icons.ADD)]


def body(state: DevicesState, on: DevicesActions) -> ft.Control:
    """Trouble, loading, or the page."""
    if state.found is None:
        return notices.waiting(state, on.again, 8, 52)
    side = [*code_view.cards(state, on.make, on.revoke), code_view.package(on.take_in)]
    page = state.found
    main = [
        _figures(page), *_contact(state, page), _search(state, page, on), *_table(state, page),
        _foot(state, page, on),
    ]  # fmt: skip
    if not look().roomy:
        return pane(*side[:-3], *main, *side[-3:], ft.Container(height=12))
    return ft.Row(
        controls=[pane(*main, expand=True), pane(*side, width=code_view.WIDTH)],
        spacing=14,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _figures(page: PhonesPage) -> ft.Control:
    def figure(symbol: ft.IconData, number: int, words: str) -> ft.Control:
        inner = row(icon(symbol, 22, colours().primary), text(str(number), "head"), second(words))
        return card(ft.Row(controls=[inner], tight=True), padding=pad(10, 14), radius=14)

    return wrapped(
        figure(ft.Icons.CHECK_CIRCLE, page.connected, teks.HK_TERSAMBUNG),
        figure(ft.Icons.QR_CODE_2, page.codes, teks.HK_KODE_SISA),
        figure(ft.Icons.PHONELINK_ERASE, page.quiet, teks.HK_LAMA),
        gap=10,
    )


def _contact(state: DevicesState, page: PhonesPage) -> list[ft.Control]:
    """The villages of the board's "Perlu dihubungi"; a press opens the form of a code for one."""
    if not page.contact:
        return []

    def press(desa: str) -> Callable[[], None]:
        return lambda: state.begin(desa)

    pills = [
        pill(
            state.ctx.wilayah.nama_desa(desa),
            press(desa),
            chosen=state.making and state.desa == desa,
        )
        for desa in page.contact
    ]
    head = ft.Semantics(content=text(teks.hp_perlu(len(page.contact)), "head"), header=True)
    return [card(column(head, second(teks.HK_PERLU_SUB), wrapped(*pills, gap=6), gap=8))]


def _search(state: DevicesState, page: PhonesPage, on: DevicesActions) -> ft.Control:
    field = SearchField(
        teks.HK_CARI, state.asked.words, lambda words: on.go(DevicesPlace(words)), key="cari-hp"
    )
    count = [] if not look().roomy else [second(teks.hp_jumlah(page.total))]
    return row(ft.Container(content=field, width=300), ft.Container(expand=True), *count)


def _table(state: DevicesState, page: PhonesPage) -> list[ft.Control]:
    if not page.lines:
        return [notices.notice(ft.Icons.SEARCH_OFF, umum.TIDAK_COCOK)]
    if not look().roomy:
        return [lines.phone_card(state.ctx.wilayah, line, state.ask) for line in page.lines]
    return [lines.table(state.ctx.wilayah, page.lines, state.ask)]


def _foot(state: DevicesState, page: PhonesPage, on: DevicesActions) -> ft.Control:
    def step(to: int) -> Callable[[], None] | None:
        words = state.asked.words
        return (lambda: on.go(DevicesPlace(words, to))) if 1 <= to <= page.pages else None

    if page.pages == 1:
        return ft.Container()
    return row(
        ft.Container(expand=True),
        outline_button(umum.SEBELUMNYA, step(page.number - 1), ft.Icons.CHEVRON_LEFT),
        outline_button(umum.BERIKUTNYA, step(page.number + 1), ft.Icons.CHEVRON_RIGHT),
    )
