"""The month in figures that one would rather look at than read."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk.widgets.layout import card, pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours
from server.laporan import teks
from server.laporan.desk.addresses import ListPlace
from server.laporan.desk.papan import words
from server.laporan.desk.papan.actions import BoardActions
from server.laporan.month_board import Board
from server.laporan.read_staff import ListFilter
from shared.jenis import nama_jenis
from shared.widgets.layout import column, row

_TALL = 64
_MOST_JENIS = 7


def weekly(board: Board) -> ft.Control:
    """Reports of all villages, week by week, and how the month compares."""
    most = max(board.weeks, default=0) or 1
    c = colours()
    columns = [
        ft.Semantics(
            label=f"{teks.papan_minggu(week)}: {teks.papan_laporan(count, 0)}",
            container=True,
            exclude_semantics=True,
            expand=True,
            content=column(
                second(str(count), "metab"),
                ft.Container(
                    height=max(3, round(_TALL * count / most)),
                    border_radius=4,
                    bgcolor=c.primary if count else c.outline_variant,
                ),
                second(teks.papan_minggu(week), text_align=ft.TextAlign.CENTER, lines=1),
                gap=4,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
        )
        for week, count in enumerate(board.weeks, start=1)
    ]
    facts = [
        teks.papan_laporan(board.laporan, board.kejadian),
        words.trend(board.laporan, board.before, board),
    ]
    return _card(
        teks.PAPAN_MINGGUAN,
        row(*columns, gap=10, vertical_alignment=ft.CrossAxisAlignment.END),
        second(", ".join(facts), "body"),
        *_prompt(board),
    )


def jenis(board: Board, on: BoardActions) -> ft.Control:
    """What was done most; a press shows those reports."""
    if not board.jenis:
        return _card(teks.PAPAN_JENIS, second(teks.PAPAN_TANPA_LAPORAN, "body"))
    most = board.jenis[0][1]

    def opens(kode: str) -> Callable[[], None]:
        return lambda: on.go(ListPlace(ListFilter(jenis=kode, bulan=board.bulan)))

    shown = board.jenis[:_MOST_JENIS]
    return _card(teks.PAPAN_JENIS, *[_jenis(kode, n, most, opens(kode)) for kode, n in shown])


def _jenis(kode: str, count: int, most: int, press: Callable[[], None]) -> ft.Control:
    name = nama_jenis(kode)
    bar = ft.ProgressBar(
        value=count / most, bar_height=12, border_radius=4, expand=True, bgcolor=colours().card
    )
    inside = row(
        text(name, "body", width=150, lines=1),
        bar,
        text(str(count), "metab", width=34, text_align=ft.TextAlign.RIGHT),
        gap=10,
    )
    spoken = f"{name}: {teks.papan_laporan(count, 0)}"
    return pressable(inside, press, spoken, padding=pad(5, 4), border_radius=8)


def _prompt(board: Board) -> list[ft.Control]:
    """How many kejadian came within 24 hours, and how often somebody was on duty."""
    found: list[ft.Control] = []
    if board.kejadian:
        c = colours()
        ok = board.cepat == board.kejadian
        sign = ft.Icons.TASK_ALT if ok else ft.Icons.TIMER
        words_ = teks.papan_cepat(board.cepat, board.kejadian)
        found.append(row(icon(sign, 20, c.ok.fore if ok else c.wait.fore), text(words_), gap=8))
    if board.orang:
        found.append(
            row(icon(ft.Icons.GROUPS, 20), second(teks.papan_orang(board.orang), "body"), gap=8)
        )
    return found


def _card(title: str, *parts: ft.Control) -> ft.Control:
    return card(
        column(
            ft.Semantics(content=text(title, "head"), header=True),
            *parts,
            gap=8,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=pad(14, 16),
    )
