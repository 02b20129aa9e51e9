"""Pieces that all pages of the evidence are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from server.desk.reading import Told
from server.desk.widgets import notices
from server.desk.widgets.buttons import icon_button
from server.desk.widgets.chips import chip
from server.desk.widgets.layout import card, pad
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours, look
from server.inovasi import teks
from shared.widgets.layout import column, row

Press = Callable[[], None]

_SURE = {
    "pasti": ("ok", ft.Icons.VERIFIED), "satu": ("info", ft.Icons.INFO),
    "periksa": ("wait", ft.Icons.FACT_CHECK), "jangan": ("bad", ft.Icons.BLOCK),
}  # fmt: skip


def banner(*, is_sample: bool) -> list[ft.Control]:
    """Loud, on every page: figures of made-up reports are no evidence."""
    if not is_sample:
        return []
    pair = chip_colours("bad")
    return [
        ft.Container(
            content=row(
                icon(ft.Icons.WARNING_AMBER, 22, pair.fore),
                text(teks.CONTOH, "bodyb", pair.fore, expand=True),
                gap=10,
            ),
            bgcolor=pair.back,
            border_radius=12,
            padding=pad(10, 14),
        )
    ]


def told(said: Told | None, *, well: bool) -> list[ft.Control]:
    """What a deed came to."""
    if said is None:
        return []
    pair = chip_colours("ok" if well else "bad")
    sign = ft.Icons.CHECK_CIRCLE if well else ft.Icons.ERROR_OUTLINE
    line = row(icon(sign, 20, pair.fore), text(said.words, "bodyb", pair.fore, expand=True), gap=10)
    box = ft.Container(content=line, bgcolor=pair.back, border_radius=12, padding=pad(10, 14))
    return [ft.Semantics(live_region=True, content=box)]


def lead(press: Press) -> ft.Control:
    """Back to the overview."""
    return icon_button(ft.Icons.ARROW_BACK, teks.KEMBALI, press)


def section(title: str, *parts: ft.Control, beside: Sequence[ft.Control] = ()) -> ft.Container:
    """A card with its heading."""
    head = ft.Semantics(content=text(title, "head"), header=True, expand=True)
    inside = [row(head, *beside), *parts]
    return card(column(*inside, gap=10, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


def stacked(*parts: ft.Control, **how: Any) -> ft.Column:
    return column(*parts, gap=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, **how)


def beside(main: ft.Control, side: ft.Control, *, side_width: int = 300) -> ft.Control:
    """Main and side by side where there is room, else one after the other."""
    if not look().roomy:
        return stacked(main, side)
    main.expand = True
    return row(
        main,
        ft.Container(content=side, width=side_width),
        gap=14,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def waiting(*, failed: bool, lacks_set: bool, again: Press) -> ft.Control:
    """Before there is anything to show."""
    if lacks_set:
        return notices.notice(ft.Icons.RULE, teks.TIDAK_ADA_SET)
    return notices.trouble(again) if failed else notices.skeleton(8, 56)


def sure(yakin: str) -> ft.Control:
    """How sure a line is, as a small chip; nothing where nothing is said."""
    kind, symbol = _SURE.get(yakin, _SURE["periksa"])
    return chip(kind, symbol, teks.YAKIN.get(yakin, teks.YAKIN["periksa"]), small=True)


def source(sumber: str, yakin: str) -> ft.Control:
    """Where a line comes from, beside how sure it is."""
    told = teks.SUMBER_DARI.format(sumber=sumber) if sumber else teks.TANPA_SUMBER
    return row(sure(yakin), second(told, expand=True), gap=8)


def fact(label: str, value: str) -> ft.Control:
    return row(second(label, width=150), text(value, "body", expand=True), gap=8)
