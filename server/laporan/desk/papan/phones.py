"""The villages' phones: last contact, queue, room; first those that need somebody."""

from __future__ import annotations

import flet as ft

from server.desk.widgets.buttons import outline_button
from server.desk.widgets.layout import card, pad
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours, look
from server.laporan import teks
from server.laporan.board_rules import Rules, is_connected
from server.laporan.desk.papan import words
from server.laporan.desk.papan.actions import BoardActions
from server.laporan.month_board import Board, Phone
from shared.widgets.layout import column, row, wrapped
from shared.wilayah import Wilayah

LITTLE_ROOM_MB = 300
_WIDE = 330


def phones(wilayah: Wilayah, board: Board, on: BoardActions, *, everything: bool) -> ft.Control:
    """All phones, or those that need attention."""
    needy = [phone for phone in board.phones if _needs_help(phone, board)]
    shown = board.phones if everything else needy
    lines: list[ft.Control] = [_line(wilayah, phone, phone in needy) for phone in shown]
    if not lines:
        lines = [second(teks.PAPAN_HP_BAIK, "body")]
    elif not look().narrow:
        lines = [wrapped(*[ft.Container(content=one, width=_WIDE) for one in lines], gap=12)]
    label = teks.PAPAN_HP_RINGKAS if everything else teks.PAPAN_HP_SEMUA
    button = [row(outline_button(label, on.toggle_phones))] if board.phones else []
    title = ft.Semantics(content=text(teks.PAPAN_HP, "head"), header=True)
    return card(column(title, *lines, *button, gap=10), padding=pad(14, 16))


def _needs_help(phone: Phone, board: Board) -> bool:
    rules = Rules(quiet_days=board.quiet_days)
    quiet = not is_connected([phone.last_contact], board.now, rules)
    little = phone.free_mb is not None and phone.free_mb < LITTLE_ROOM_MB
    return quiet or little or bool(phone.queued)


def _line(wilayah: Wilayah, phone: Phone, needs_help: bool) -> ft.Control:
    c = colours()
    sign = ft.Icons.PHONELINK_ERASE if needs_help else ft.Icons.SMARTPHONE
    facts = words.phone(phone)
    label = teks.PAPAN_HP_LABEL.format(
        desa=wilayah.nama_desa(phone.desa), nama=phone.nama, keadaan=facts
    )
    return ft.Semantics(
        label=label,
        container=True,
        exclude_semantics=True,
        content=row(
            icon(sign, 20, c.wait.fore if needs_help else c.primary),
            column(
                text(f"{wilayah.nama_desa(phone.desa)}, {phone.nama}", "bodyb", lines=1),
                second(facts, lines=1),
                gap=0,
                expand=True,
            ),
            gap=10,
        ),
    )
