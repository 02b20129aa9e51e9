"""The head of the board: the month, and how many villages are in each state."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk.places import Place
from server.desk.widgets.buttons import icon_button
from server.desk.widgets.layout import card, edge, pad
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours, colours, look
from server.laporan import teks
from server.laporan.board_rules import State, month_before, next_month
from server.laporan.desk.addresses import BoardPlace
from server.laporan.desk.papan.tiles import LOOKS
from server.laporan.month_board import Board
from shared.clock import month_of, nama_bulan
from shared.widgets.layout import column, row, wrapped


def month_switch(board: Board, go: Callable[[Place], None]) -> ft.Control:
    """One month back or forth; a coming month cannot be asked for."""
    after = next_month(board.bulan)
    forth = (lambda: go(BoardPlace(after))) if after <= month_of(board.now) else None
    back = lambda: go(BoardPlace(month_before(board.bulan)))  # noqa: E731 - beside its twin
    return ft.Container(
        content=row(
            icon_button(ft.Icons.CHEVRON_LEFT, teks.PAPAN_BULAN_LALU, back),
            text(
                nama_bulan(board.bulan),
                "bodyb",
                text_align=ft.TextAlign.CENTER,
                width=None if look().narrow else 118,
                expand=look().narrow,
            ),
            icon_button(ft.Icons.CHEVRON_RIGHT, teks.PAPAN_BULAN_DEPAN, forth),
            gap=2,
        ),
        bgcolor=None if look().narrow else colours().card,
        border_radius=10,
        border=None if look().narrow else edge(colours().outline),
    )


def summary(board: Board) -> ft.Control:
    """Icon, number and word of each state that occurs, and a bar of their shares."""
    shown = [state for state in State if board.states[state]]
    facts = [_fact(state, board.states[state]) for state in shown]
    words = ", ".join(f"{board.states[s]} {teks.PAPAN_KEADAAN[s]}" for s in shown)
    bar = row(
        *[
            ft.Container(height=9, border_radius=3, bgcolor=LOOKS[s][2], expand=board.states[s])
            for s in shown
        ],
        gap=3,
    )
    inner: ft.Control
    if look().narrow:
        half = None if look().large else 158
        halves = [ft.Container(content=fact, width=half) for fact in facts]
        inner = column(bar, wrapped(*halves, gap=8), gap=12)
    else:
        inner = row(*facts, ft.Container(content=bar, expand=True), gap=26)
    return ft.Semantics(
        label=words,
        container=True,
        exclude_semantics=True,
        content=card(inner, padding=pad(11, 18), radius=14),
    )


def _fact(state: State, count: int) -> ft.Control:
    kind, symbol, _ = LOOKS[state]
    return row(
        icon(symbol, 20, chip_colours(kind).fore),
        text(str(count), "title"),
        second(teks.PAPAN_KEADAAN[state], "body", expand=look().narrow),
        gap=8,
        tight=not look().narrow,
    )
