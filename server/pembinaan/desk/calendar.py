"""A month with what takes place in it: a grid on a desk, a list of days on a phone."""

from __future__ import annotations

import calendar as months
from collections.abc import Callable
from datetime import date

import flet as ft

from server.desk.places import Place
from server.desk.widgets.buttons import icon_button
from server.desk.widgets.layout import card, pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import second, text
from server.desk.widgets.theme import chip_colours, colours, look
from server.pembinaan import teks
from server.pembinaan.desk.addresses import PembinaanPlace
from server.pembinaan.pembinaan_reading import Line
from shared.clock import WITA, jam, nama_bulan, tanggal
from shared.pembinaan import StatusPembinaan
from shared.widgets.layout import column, row

Open = Callable[[str], None]


def month(
    bulan: str, lines: tuple[Line, ...], go: Callable[[Place], None], open_: Open
) -> ft.Control:
    head = row(
        icon_button(
            ft.Icons.CHEVRON_LEFT,
            teks.PB_BULAN_SEBELUM,
            lambda: go(PembinaanPlace(_step(bulan, -1))),
        ),
        text(nama_bulan(bulan), "head"),
        icon_button(
            ft.Icons.CHEVRON_RIGHT,
            teks.PB_BULAN_BERIKUT,
            lambda: go(PembinaanPlace(_step(bulan, 1))),
        ),
    )
    inside = _days(bulan, lines, open_) if look().narrow else _grid(bulan, lines, open_)
    return card(
        column(head, inside, gap=10, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=14,
    )


def _grid(bulan: str, lines: tuple[Line, ...], open_: Open) -> ft.Control:
    year, number = (int(part) for part in bulan.split("-"))
    weeks = months.Calendar().monthdatescalendar(year, number)
    names = row(
        *[ft.Container(content=second(name, "metab"), expand=True) for name in teks.PB_HARI], gap=6
    )
    rows = [
        ft.Row(
            controls=[_cell(day, number, lines, open_) for day in week],
            spacing=6,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
            intrinsic_height=True,
        )
        for week in weeks
    ]
    return column(names, *rows, gap=6, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _cell(day: date, month_: int, lines: tuple[Line, ...], open_: Open) -> ft.Container:
    c = colours()
    inside = day.month == month_
    number = text(str(day.day), "metab", c.on_surface if inside else c.outline)
    found = [_entry(line, open_) for line in lines if inside and _on(line, day)]
    return ft.Container(
        content=column(number, *found, gap=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        expand=True,
        padding=6,
        height=None if found else 74,
        border_radius=10,
        bgcolor=c.card if inside else c.surface,
        border=ft.Border.all(1, c.outline_variant),
    )


def _entry(line: Line, open_: Open) -> ft.Container:
    off = line.status == StatusPembinaan.DIBATALKAN
    pair = chip_colours("mute" if off else "ok" if line.sent else "wait")
    words = line.judul or teks.PB_TANPA_JUDUL
    when = jam(line.mulai) if line.mulai else ""
    told = f"{when} {words}".strip()
    return pressable(
        text(told, "metab", pair.fore, lines=2),
        lambda: open_(line.id),
        padding=pad(3, 6),
        border_radius=6,
        bgcolor=pair.back,
        tooltip=words,
    )


def _days(bulan: str, lines: tuple[Line, ...], open_: Open) -> ft.Control:
    if not lines:
        return second(teks.PB_BULAN_KOSONG.format(bulan=nama_bulan(bulan)), "body")
    parts: list[ft.Control] = []
    for line in lines:
        if line.mulai is not None:
            parts += [second(tanggal(line.mulai, year=False), "metab"), _entry(line, open_)]
    return column(*parts, gap=6, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _on(line: Line, day: date) -> bool:
    if line.mulai is None:
        return False
    first = line.mulai.astimezone(WITA).date()
    last = (line.selesai or line.mulai).astimezone(WITA).date()
    return first <= day <= last


def _step(bulan: str, by: int) -> str:
    year, number = (int(part) for part in bulan.split("-"))
    count = year * 12 + number - 1 + by
    return f"{count // 12:04d}-{count % 12 + 1:02d}"
