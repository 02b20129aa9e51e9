"""A state is icon, word and colour; a kind of report is icon and word."""

from __future__ import annotations

import flet as ft

from server.core import teks as umum
from server.desk import teks
from server.desk.widgets.layout import pad
from server.desk.widgets.text import icon, text
from server.desk.widgets.theme import chip_colours, colours
from shared.laporan import Kind
from shared.status import Status
from shared.widgets.layout import row
from shared.widgets.looks import JENIS_ICONS

_STATUS = {
    Status.DITERIMA: ("info", ft.Icons.MARK_EMAIL_UNREAD),
    Status.PERLU_PERBAIKAN: ("fix", ft.Icons.REPLY),
    Status.DIVERIFIKASI: ("ok", ft.Icons.VERIFIED),
    Status.DITARIK: ("mute", ft.Icons.UNDO),
}


def chip(kind: str, symbol: ft.IconData, word: str, *, small: bool = False) -> ft.Container:
    """Background and foreground by ``kind``: ok, info, wait, fix, bad, mute, nil, off."""
    pair = chip_colours(kind)
    return ft.Container(
        content=row(
            icon(symbol, 14 if small else 15, pair.fore),
            text(word, "metab", pair.fore, lines=1),
            gap=5 if small else 6,
            tight=True,
        ),
        padding=pad(1, 8) if small else pad(5, 10),
        bgcolor=pair.back,
        border_radius=99,
    )


def status_chip(status: str, *, incomplete: bool = False) -> ft.Container:
    """Where a report stands; photos still to come are said while nobody has looked at it."""
    if incomplete and status == Status.DITERIMA:
        return chip("info", ft.Icons.CLOUD_SYNC, teks.FOTO_BELUM_LENGKAP)
    kind, symbol = _STATUS.get(Status(status), ("mute", ft.Icons.HELP))
    return chip(kind, symbol, umum.STATUS[status])


def kejadian_chip() -> ft.Container:
    return chip("bad", ft.Icons.PRIORITY_HIGH, umum.KEJADIAN, small=True)


def new_chip() -> ft.Container:
    return chip("info", ft.Icons.MARK_EMAIL_UNREAD, teks.BARU, small=True)


def kind_icon(kind: str, jenis: str | None, size: float = 20) -> ft.Icon:
    """The sign of what was done; red for a kejadian."""
    c = colours()
    if kind == Kind.NIHIL:
        return icon(ft.Icons.EVENT_AVAILABLE, size, c.nil.fore)
    symbol = JENIS_ICONS.get(jenis or "", JENIS_ICONS["LAIN"])
    return icon(symbol, size, c.error if kind == Kind.KEJADIAN else c.primary)
