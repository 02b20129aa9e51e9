"""The measures to be looked at: before and after, and from month to month."""

from __future__ import annotations

import flet as ft

from server.desk.widgets.text import second, text
from server.desk.widgets.theme import colours
from server.inovasi import teks
from server.inovasi.desk.bukti import parts
from server.inovasi.innovation import Measured
from server.inovasi.innovation_compare import Pair, pairs
from shared.clock import BULAN
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah

_TALL = 64


def before_after(wilayah: Wilayah, found: Measured) -> ft.Control:
    """The manual way as it was entered, against what was measured."""
    shown = [one for one in pairs(wilayah, found.facts, found.figures) if one.before is not None]
    if not shown:
        return parts.section(teks.UK_SEBELUM_SESUDAH, second(teks.UK_BANDING_KOSONG, "body"))
    return parts.section(teks.UK_SEBELUM_SESUDAH, *[_pair(one) for one in shown])


def _pair(one: Pair) -> ft.Control:
    most = max(one.before or 0, one.after or 0) or 1
    return column(
        text(teks.UK_BANDING[one.kode], "metab"),
        _bar(teks.UK_SEBELUM, one.before, most, colours().outline),
        _bar(teks.UK_SESUDAH, one.after, most, colours().primary),
        gap=5,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _bar(label: str, value: float | None, most: float, colour: str) -> ft.Control:
    shown = teks.TANPA_ANGKA if value is None else teks.angka(value)
    bar = ft.ProgressBar(
        value=(value or 0) / most, bar_height=12, border_radius=4, color=colour,
        bgcolor=colours().quiet, expand=True,
    )  # fmt: skip
    line = row(
        second(label, width=150, lines=1), bar,
        text(shown, "metab", width=78, text_align=ft.TextAlign.RIGHT), gap=10,
    )  # fmt: skip
    return ft.Semantics(label=f"{label}: {shown}", content=line, exclude_semantics=True)


def monthly(found: Measured) -> list[ft.Control]:
    """One chart for each of the main measures; a month without a figure has no bar."""
    if len(found.months) < 2:
        return []
    return [_chart(kode, name, found) for kode, name in teks.UK_GRAFIK.items()]


def _chart(kode: str, name: str, found: Measured) -> ft.Control:
    values = [(bulan, figures[kode].value) for bulan, figures in found.months]
    most = max((value for _, value in values if value is not None), default=0) or 1
    columns = [_column(bulan, value, most) for bulan, value in values]
    return parts.section(name, row(*columns, gap=6, vertical_alignment=ft.CrossAxisAlignment.END))


def _column(bulan: str, value: float | None, most: float) -> ft.Control:
    c = colours()
    month = BULAN[int(bulan[5:]) - 1][:3]
    shown = "" if value is None else teks.angka(value, 0 if value >= 10 else 1)
    return ft.Semantics(
        label=f"{month}: {shown or teks.TANPA_ANGKA}",
        exclude_semantics=True,
        expand=True,
        content=column(
            second(shown or " ", "metab", text_align=ft.TextAlign.CENTER, lines=1),
            ft.Container(
                height=max(3, round(_TALL * (value or 0) / most)),
                border_radius=4,
                bgcolor=c.primary if value else c.outline_variant,
            ),
            second(month, text_align=ft.TextAlign.CENTER, lines=1),
            gap=4,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )
