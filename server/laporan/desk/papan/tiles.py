"""A village on the board: state as icon, word and colour, and its month as bars."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk.widgets.layout import edge, pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours, colours
from server.laporan.board_rules import State
from server.laporan.desk.papan import words
from server.laporan.month_board import Board, VillageMonth
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah

LOOKS: dict[State, tuple[str, ft.IconData, str]] = {
    State.LAPOR: ("ok", ft.Icons.CHECK_CIRCLE, "#2E8B61"),
    State.NIHIL: ("nil", ft.Icons.EVENT_AVAILABLE, "#7D80C9"),
    State.BELUM: ("mute", ft.Icons.RADIO_BUTTON_UNCHECKED, "#75857C"),
    State.TERLAMBAT: ("wait", ft.Icons.SCHEDULE, "#B97A10"),
    State.TERPUTUS: ("off", ft.Icons.MOBILE_OFF, "#A58A78"),
}
"""Chip colours, sign, and the colour in the stacked bar (each at least 3:1 on white)."""

_BAR, _GAP, _TALL, _LEAST = 5, 3, 30, 3


def tile(
    wilayah: Wilayah,
    village: VillageMonth,
    board: Board,
    press: Callable[[], None],
    *,
    arrow: bool = False,
) -> ft.Container:
    """A press opens the village's reports of the month."""
    kind, symbol, _ = LOOKS[village.state]
    pair = chip_colours(kind)
    end: list[ft.Control] = [icon(ft.Icons.CHEVRON_RIGHT, 22)] if arrow else []
    if village.state == State.LAPOR:
        end = [_bars(village, board)]
    lines = column(
        text(wilayah.nama_desa(village.desa), "bodyb", lines=1),
        text(words.state_word(village), "metab", pair.fore, lines=1),
        second(words.sub_line(village, board), lines=1),
        gap=1,
        expand=True,
    )
    sign = ft.Container(
        content=icon(symbol, 22, pair.fore), bgcolor=pair.back, border_radius=10, padding=8
    )
    return pressable(
        row(sign, lines, *end, gap=9),
        press,
        words.whole(wilayah, village, board),
        padding=pad(9, 10),
        bgcolor=colours().card,
        border_radius=14,
        border=edge(colours().outline_variant),
    )


def _bars(village: VillageMonth, board: Board) -> ft.Image:
    """Reports of each week, all villages on one scale: one picture, for a board holds many."""
    most = max((max(one.weeks) for one in board.villages), default=0) or 1
    c = colours()
    shapes = [
        _shape(index, round(_TALL * count / most) if count else 0, c.primary, c.outline_variant)
        for index, count in enumerate(village.weeks)
    ]
    width = len(shapes) * (_BAR + _GAP)
    return ft.Image(
        src=f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_TALL}" '
        f'width="{width}" height="{_TALL}">{"".join(shapes)}</svg>',
        width=width,
        height=_TALL,
        exclude_from_semantics=True,
    )


def _shape(index: int, height: int, full: str, empty: str) -> str:
    tall = max(height, _LEAST)
    return (
        f'<rect x="{index * (_BAR + _GAP)}" y="{_TALL - tall}" width="{_BAR}" height="{tall}" '
        f'rx="2" fill="{full if height else empty}"/>'
    )
