"""The lines of the roster: a table on a desk, cards on a phone; what a notice says."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.anggota import teks
from server.anggota.roster_page import MemberLine
from server.core import teks as umum
from server.desk.widgets.chips import chip
from server.desk.widgets.layout import card, rule, table_line
from server.desk.widgets.text import second, text
from server.desk.widgets.theme import colours
from shared.satlinmas import AT_LIMIT, JABATAN, NOT_BORN, REGU_PENDEK, SERVICE, STATUS, UNDER_AGE
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah

Open = Callable[[str], None]

WIDTHS = (None, 128.0, 150.0, 138.0, 52.0, 84.0, 186.0)


def table(wilayah: Wilayah, shown: tuple[MemberLine, ...], open_: Open) -> ft.Container:
    """A head that stays, and lines that scroll."""
    rows: list[ft.Control] = []
    for line in shown:
        rows += [rule(), _table_line(wilayah, line, open_)]
    head = _cells([second(name, "metab") for name in teks.AG_KOLOM], 40, colours().quiet)
    return ft.Container(
        content=ft.Column(
            controls=[
                head,
                ft.Column(controls=rows, spacing=0, scroll=ft.ScrollMode.AUTO, expand=True),
            ],
            spacing=0,
        ),
        expand=True,
        bgcolor=colours().card,
        border_radius=14,
        border=ft.Border.all(1, colours().outline_variant),
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def card_line(wilayah: Wilayah, line: MemberLine, open_: Open) -> ft.Control:
    """One member on a narrow screen."""
    one = line.anggota
    words = column(
        row(text(one.nama, "head", expand=True, lines=1), second(age(line))),
        second(f"{office(line)}, {wilayah.nama_desa(one.desa)}", lines=1),
        row(*marks(line), wrap=True, run_spacing=4),
        gap=4,
    )
    return card(words, lambda: open_(one.id), padding=14, radius=14)


def marks(line: MemberLine) -> list[ft.Control]:
    """Notices and what is new before the plain status."""
    found: list[ft.Control] = []
    for kind, years in line.notices:
        symbol, words = {
            UNDER_AGE: (ft.Icons.CHILD_CARE, teks.AG_USIA),
            AT_LIMIT: (ft.Icons.CAKE, teks.AG_USIA),
            NOT_BORN: (ft.Icons.EVENT_BUSY, teks.AG_LAHIR_BELUM),
        }.get(kind, (ft.Icons.MILITARY_TECH, teks.AG_BAKTI))
        colour = "ok" if kind == SERVICE else "wait"
        found.append(chip(colour, symbol, words.format(tahun=years)))
    if line.new:
        found.append(chip("info", ft.Icons.SMARTPHONE, teks.AG_BARU))
    return found or [status(line.anggota.status)]


def status(value: str) -> ft.Control:
    symbol, kind = {
        "aktif": (ft.Icons.CHECK_CIRCLE, "ok"), "nonaktif": (ft.Icons.PAUSE_CIRCLE, "mute"),
    }.get(value, (ft.Icons.CANCEL, "mute"))  # fmt: skip
    return chip(kind, symbol, STATUS.get(value, value))


def office(line: MemberLine) -> str:
    return JABATAN.get(line.anggota.jabatan, line.anggota.jabatan)


def age(line: MemberLine) -> str:
    return teks.AG_TAHUN.format(n=line.umur) if line.umur is not None else teks.AG_TANPA_USIA


def hours(jp: float) -> str:
    """``4 JP``"""
    return teks.AG_JP.format(n=f"{jp:g}".replace(".", ",")) if jp else "0"


def _table_line(wilayah: Wilayah, line: MemberLine, open_: Open) -> ft.Container:
    one = line.anggota
    squad = (
        text(REGU_PENDEK.get(one.regu, one.regu), lines=1)
        if one.regu
        else second(teks.AG_TANPA_REGU, "body", lines=1)
    )
    cells: list[ft.Control] = [
        text(one.nama, "bodyb", lines=1),
        text(wilayah.nama_desa(one.desa), lines=1),
        text(office(line), lines=1),
        squad,
        text(str(line.umur) if line.umur is not None else umum.TANPA_FOTO),
        text(hours(line.jp)),
        row(*marks(line)[:1]),
    ]
    return _cells(cells, 51, colours().card, lambda: open_(one.id))


def _cells(
    cells: list[ft.Control], height: float, back: str, press: Callable[[], None] | None = None
) -> ft.Container:
    return table_line(cells, WIDTHS, back, press, gap=10, height=height)
