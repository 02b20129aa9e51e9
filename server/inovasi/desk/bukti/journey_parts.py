"""Pieces of the journey's page: what can be done there, a date, a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from server.desk.places import Place
from server.desk.widgets.buttons import icon_button, outline_button
from server.desk.widgets.fields import Field
from server.desk.widgets.text import text
from server.inovasi import innovation_fields as fields
from server.inovasi import teks
from server.inovasi.desk.bukti import files_view
from shared.clock import tanggal
from shared.widgets.layout import column, row

Facts = dict[str, Any]


@dataclass(frozen=True)
class JourneyActions:
    """``put`` stores an entry; ``choose`` one of several and ``put_item`` an item of a list,
    or takes it away: what was pressed twice before it was seen was pressed once.

    ``type`` stores what is being typed, ``number`` a typed number.
    """

    go: Callable[[Place], None]
    put: Callable[[str, Any], None]
    choose: Callable[[str, str, bool], None]
    put_item: Callable[[str, str, bool], None]
    type: Callable[[str, Any], None]
    number: Callable[[str, str], None]
    leave: Callable[[], None]
    pick_day: Callable[[str], None]
    download: Callable[[str], None]
    files: files_view.FileActions
    again: Callable[[], None]
    writes: bool
    takes_papers: bool


def day(facts: Facts, key: str, on: JourneyActions) -> ft.Control:
    """A date with its label; a press opens the calendar."""
    known, name = fields.day(facts, key), teks.PJ_ISIAN[key]
    shown = tanggal(known) if known else teks.PJ_TANGGAL_PILIH
    if not on.writes:
        shown = tanggal(known) if known else teks.BELUM_ADA_TANGGAL
        return column(text(name, "metab"), text(shown), gap=5)
    button = outline_button(
        shown, lambda: on.pick_day(key), ft.Icons.CALENDAR_MONTH, tip=f"{name}: {shown}"
    )
    clear = icon_button(
        ft.Icons.CLOSE, teks.PJ_TANGGAL_HAPUS.format(nama=name), lambda: on.put(key, None), size=18
    )
    return column(
        text(name, "metab"), row(button, *([clear] if known else []), gap=2, tight=True), gap=5
    )


def story(facts: Facts, key: str, on: JourneyActions, *, lines: int = 3) -> ft.Control:
    """A text that is stored while it is typed."""
    return Field(
        teks.PJ_ISIAN[key],
        fields.words(facts, key),
        on_change=lambda value: on.type(key, value),
        on_leave=on.leave,
        lines=lines,
        limit=fields.LONG,
        read_only=not on.writes,
        key=key,
    )
