"""The table of the phones; under 900 px each phone is a card."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.core import teks as umum
from server.desk.widgets.buttons import icon_button
from server.desk.widgets.chips import chip
from server.desk.widgets.layout import card, pad, rule, table_line
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours
from server.hp import teks
from server.hp.village_phones import PhoneLine, Standing
from server.laporan.desk.laporan_detail.facts import short
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah

Ask = Callable[[PhoneLine], None]

_CHIPS = {
    Standing.TANPA_HP: ("nil", ft.Icons.PHONE_DISABLED),
    Standing.KODE: ("mute", ft.Icons.QR_CODE_2),
    Standing.LAMA: ("off", ft.Icons.PHONELINK_ERASE),
    Standing.MENGIRIM: ("info", ft.Icons.SYNC),
    Standing.TERSAMBUNG: ("ok", ft.Icons.CHECK_CIRCLE),
    Standing.DICABUT: ("mute", ft.Icons.BLOCK),
}
WIDTHS = (100, 66, 96, 48, 52, 44, None, 40)


def table(wilayah: Wilayah, lines: tuple[PhoneLine, ...], ask: Ask) -> ft.Control:
    """One line a phone, or a village without one."""
    names: list[ft.Control] = [second(words, "metab") for words in teks.HK_KOLOM]
    head = _cells(names, 10, colours().quiet)
    rows = [part for line in lines for part in (rule(), _line(wilayah, line, ask))]
    return card(
        column(head, *rows, gap=0), padding=0, radius=14, clip_behavior=ft.ClipBehavior.ANTI_ALIAS
    )


def phone_card(wilayah: Wilayah, line: PhoneLine, ask: Ask) -> ft.Control:
    """The same on a narrow window."""
    facts = " · ".join(filter(None, (_contact(line), _queue(line), _room(line), _version(line))))
    return card(
        row(
            column(
                text(f"{wilayah.nama_desa(line.desa)}, {_phone(line)}", "bodyb"),
                *([second(facts)] if facts else []),
                row(_chip(line)),
                gap=4,
                expand=True,
            ),
            _revoke(wilayah, line, ask),
        ),
        padding=pad(12, 14),
    )


def _line(wilayah: Wilayah, line: PhoneLine, ask: Ask) -> ft.Control:
    sign = icon(ft.Icons.PHONE_ANDROID, 18)
    phone = row(sign, text(_phone(line), "body", lines=1, expand=True), gap=6)
    return _cells(
        [
            text(wilayah.nama_desa(line.desa), "bodyb", lines=1),
            phone,
            text(_contact(line), lines=1),
            text(_queue(line), lines=1),
            text(_room(line), lines=1),
            text(_version(line), lines=1),
            row(_chip(line)),
            _revoke(wilayah, line, ask),
        ],
        5,
    )


def _cells(controls: list[ft.Control], above: float, back: str | None = None) -> ft.Control:
    return table_line(controls, WIDTHS, back, gap=8, padding=pad(above, left=14, right=6))


def _chip(line: PhoneLine) -> ft.Control:
    kind, symbol = _CHIPS[line.standing]
    return chip(kind, symbol, teks.HK_STANDING[line.standing.name])


def _revoke(wilayah: Wilayah, line: PhoneLine, ask: Ask) -> ft.Control:
    if line.device is None or line.standing is Standing.DICABUT:
        return ft.Container(width=40, height=40)
    name = teks.HK_CABUT_YANG.format(n=line.number, desa=wilayah.nama_desa(line.desa))
    return icon_button(ft.Icons.PHONELINK_ERASE, name, lambda: ask(line), size=20)


def _phone(line: PhoneLine) -> str:
    return teks.HK_HP_KE.format(n=line.number) if line.device else teks.HK_BELUM_ADA


def _contact(line: PhoneLine) -> str:
    if line.device is None:
        return ""
    at = line.device.last_contact
    return short(at) if at else umum.HK_BELUM_TAHU


def _queue(line: PhoneLine) -> str:
    return umum.antre(line.device.queued) if line.device else ""


def _room(line: PhoneLine) -> str:
    free = line.device.free_mb if line.device else None
    return "" if free is None else teks.ruang(free)


def _version(line: PhoneLine) -> str:
    return line.device.app_version if line.device else ""
