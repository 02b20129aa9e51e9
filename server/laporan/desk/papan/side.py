"""Beside the villages: whom to contact, what waits to be looked at, how far the recap is."""

from __future__ import annotations

from functools import partial

import flet as ft

from server.desk.widgets.buttons import Press, filled_button, outline_button
from server.desk.widgets.layout import card, pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours
from server.laporan import teks
from server.laporan.desk.papan import words
from server.laporan.desk.papan.actions import BoardActions
from server.laporan.month_board import Board, VillageMonth
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah

_MOST_CONTACTS = 6
"""The others follow in the reminders, one after the other, and stand on their tiles."""


def cards(wilayah: Wilayah, board: Board, on: BoardActions) -> list[ft.Control]:
    return [contacts(wilayah, board, on), queue(board, on), recap(board, on)]


def contacts(wilayah: Wilayah, board: Board, on: BoardActions) -> ft.Control:
    found = board.to_contact
    head = row(
        ft.Semantics(content=text(teks.PAPAN_PERLU, "head"), header=True, expand=True),
        second(str(len(found)), "head"),
    )
    rows = [_contact(wilayah, village, board, on) for village in found[:_MOST_CONTACTS]]
    if len(found) > _MOST_CONTACTS:
        rows.append(second(teks.papan_lainnya(len(found) - _MOST_CONTACTS), "body"))
    if not rows:
        rows = [second(teks.PAPAN_SEMUA_TERHUBUNG, "body")]
    return card(column(head, *rows, gap=9), padding=pad(14, 16))


def queue(board: Board, on: BoardActions) -> ft.Control:
    parts: list[ft.Control] = [
        ft.Semantics(content=text(teks.papan_menunggu(board.waiting), "head"), header=True)
    ]
    if board.waiting:
        parts += [
            second(words.oldest(board), "body"),
            filled_button(teks.PAPAN_PERIKSA, lambda: on.go(on.queue), ft.Icons.FACT_CHECK),
        ]
    return card(
        column(*parts, gap=9, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=pad(14, 16),
    )


def recap(board: Board, on: BoardActions) -> ft.Control:
    progress = teks.papan_lengkap(board.complete, len(board.villages))
    link = [outline_button(teks.PAPAN_REKAP_LIHAT, on.recap, ft.Icons.PRINT)] if on.recap else []
    title = teks.papan_rekap(words.month_name(board.bulan))
    return card(
        column(
            ft.Semantics(content=text(title, "head"), header=True),
            ft.ProgressBar(
                value=board.complete / len(board.villages), bar_height=8, border_radius=4,
                semantics_label=progress, bgcolor=colours().quiet,
            ),
            second(progress, "body"),
            *link,
            gap=9,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=pad(14, 16),
    )  # fmt: skip


def _contact(wilayah: Wilayah, village: VillageMonth, board: Board, on: BoardActions) -> ft.Control:
    return row(
        column(
            text(wilayah.nama_desa(village.desa), "bodyb", lines=1),
            second(words.why(village, board), lines=2),
            gap=0,
            expand=True,
        ),
        *_deed(wilayah, village, on),
        gap=10,
    )


def _deed(wilayah: Wilayah, village: VillageMonth, on: BoardActions) -> list[ft.Control]:
    """The one fitting deed: a code for a village without phone, else a word by WhatsApp."""
    name = wilayah.nama_desa(village.desa)
    make = on.make_code
    if not village.has_phone and make:
        press_code = partial(make, village.desa)
        return [_tonal(teks.PAPAN_BUAT_KODE, name, ft.Icons.QR_CODE_2, press_code)]
    remind = on.remind
    if remind is None:
        return []

    def press() -> None:
        remind((village.desa,))

    return [_tonal(teks.PAPAN_WA, name, ft.Icons.CHAT, press)]


def _tonal(words_: str, name: str, symbol: ft.IconData, press: Press) -> ft.Control:
    """Its name says for which village it is: they all look alike otherwise."""
    fore = colours().on_primary_container
    return pressable(
        row(icon(symbol, 17, fore), text(words_, "metab", fore), gap=8, tight=True),
        press,
        f"{words_}, {name}",
        height=40,
        padding=pad(0, 11),
        border_radius=10,
        bgcolor=colours().primary_container,
    )
