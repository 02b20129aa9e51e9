"""The picture of the board. Only data and callbacks come in."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk.widgets import notices
from server.desk.widgets.buttons import filled_button
from server.desk.widgets.layout import scrolling
from server.desk.widgets.text import second, text
from server.desk.widgets.theme import look
from server.laporan import teks
from server.laporan.board_rules import COMPLETE, TO_CONTACT
from server.laporan.desk.addresses import BoardPlace, ListPlace
from server.laporan.desk.papan import charts, phones, side
from server.laporan.desk.papan.actions import BoardActions
from server.laporan.desk.papan.map import month_map
from server.laporan.desk.papan.state import BoardState
from server.laporan.desk.papan.summary import month_switch, summary
from server.laporan.desk.papan.tiles import tile
from server.laporan.month_board import Board, VillageMonth
from server.laporan.read_staff import ListFilter
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah

_SIDE = 286


def head_actions(board: Board | None, on: BoardActions) -> list[ft.Control]:
    """The month, and the one main deed."""
    if board is None or look().narrow:
        return []
    return [month_switch(board, on.go), *_remind_all(board, on)]


def body(state: BoardState, on: BoardActions, tiles: str) -> ft.Control:
    """Loading, trouble, before the start, or the board."""
    board = state.found
    if board is None:
        return notices.waiting(state, on.again, len(state.ctx.wilayah.desa), 50)
    if not board.is_used:
        before = notices.notice(
            ft.Icons.HISTORY,
            teks.PAPAN_BELUM_DIPAKAI,
            teks.PAPAN_KE_BULAN_INI,
            lambda: on.go(BoardPlace()),
        )
        return scrolling(month_switch(board, on.go), before) if look().narrow else before
    if look().narrow:
        return _narrow(state.ctx.wilayah, board, on, tiles, all_phones=state.all_phones)
    return _desk(state.ctx.wilayah, board, on, tiles, all_phones=state.all_phones)


def _desk(
    wilayah: Wilayah, board: Board, on: BoardActions, tiles: str, *, all_phones: bool
) -> ft.Control:
    across = 3 if look().roomy else 2
    grid = [_tile(wilayah, village, board, on) for village in board.villages]
    rows = [
        row(*[_share(one) for one in grid[start : start + across]], gap=10)
        for start in range(0, len(grid), across)
    ]
    if short := -len(grid) % across:
        rows[-1].controls += [ft.Container(expand=True) for _ in range(short)]
    beside = ft.Container(content=column(*side.cards(wilayah, board, on), gap=10), width=_SIDE)
    top = ft.CrossAxisAlignment.START
    return scrolling(
        summary(board),
        row(column(*rows, gap=8, expand=True), beside, gap=14, vertical_alignment=top),
        row(
            ft.Container(content=month_map(wilayah, board, on, tiles), expand=3),
            column(charts.weekly(board), charts.jenis(board, on), gap=10, expand=2),
            gap=14,
            vertical_alignment=top,
        ),
        phones.phones(wilayah, board, on, everything=all_phones),
    )


def _narrow(
    wilayah: Wilayah, board: Board, on: BoardActions, tiles: str, *, all_phones: bool
) -> ft.Control:
    """Those who need contact come first."""
    groups = (
        (teks.PAPAN_PERLU, board.to_contact),
        (teks.PAPAN_BELUM, _neither(board)),
        (teks.PAPAN_SUDAH, tuple(v for v in board.villages if v.state in COMPLETE)),
    )
    parts: list[ft.Control] = [month_switch(board, on.go), summary(board)]
    for title, villages in groups:
        if villages:
            parts += [_group_head(title, len(villages))]
            parts += [_tile(wilayah, village, board, on, arrow=True) for village in villages]
            if title == teks.PAPAN_PERLU:
                parts += _remind_all(board, on)
    return scrolling(
        *parts,
        side.queue(board, on),
        side.recap(board, on),
        charts.weekly(board),
        charts.jenis(board, on),
        month_map(wilayah, board, on, tiles),
        phones.phones(wilayah, board, on, everything=all_phones),
    )


def _share(control: ft.Container) -> ft.Control:
    control.expand = True
    return control


def _tile(
    wilayah: Wilayah, village: VillageMonth, board: Board, on: BoardActions, *, arrow: bool = False
) -> ft.Container:
    place = ListPlace(ListFilter(desa=village.desa, bulan=board.bulan))
    press: Callable[[], None] = lambda: on.go(place)  # noqa: E731 - typed for the tile
    return tile(wilayah, village, board, press, arrow=arrow)


def _group_head(title: str, count: int) -> ft.Control:
    return row(
        ft.Semantics(content=text(title, "head"), header=True, expand=True),
        second(teks.papan_desa(count), "body"),
    )


def _neither(board: Board) -> tuple[VillageMonth, ...]:
    known = COMPLETE | TO_CONTACT
    return tuple(village for village in board.villages if village.state not in known)


def _remind_all(board: Board, on: BoardActions) -> list[ft.Control]:
    remind, villages = on.remind, tuple(village.desa for village in board.to_contact)
    if remind is None or not villages:
        return []
    words = teks.papan_ingatkan(len(villages))
    return [filled_button(words, lambda: remind(villages), ft.Icons.CAMPAIGN)]
