"""The privacy notice as a sheet: whole on the phone, so it needs no signal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens.here import Here
from mobile.usecases.kecamatan import kecamatan
from mobile.widgets import buttons, sheet
from mobile.widgets.layout import stretched
from mobile.widgets.text import icon, text
from shared.documents.privacy_notice import JUDUL, Section, notice
from shared.widgets.layout import row


def privacy_sheet(place: Here, on_close: Callable[..., Any]) -> ft.BottomSheet:
    """What this phone itself does, then the kecamatan's notice as its settings fill it in."""
    state = place.phone.state
    phone = _section(Section(teks.PRIVASI_HP, teks.PRIVASI_ISI))
    parts = [_section(part) for part in notice(kecamatan(state), state.sync_state().settings)]
    head = ft.Semantics(content=text(JUDUL, "title"), header=True)
    close = buttons.outline(teks.TUTUP, on_close)
    return sheet.sheet(head, phone, *parts, close, on_dismiss=on_close, gap=18)


def _section(part: Section) -> ft.Control:
    title = ft.Semantics(content=text(part.title, "bodyb"), header=True)
    return stretched(title, *[_line(words, len(part.lines) > 1) for words in part.lines], gap=6)


def _line(words: str, listed: bool) -> ft.Control:
    if not listed:
        return text(words, "body")
    return row(
        ft.Container(content=icon(ft.Icons.CHECK, 18), padding=ft.Padding.only(top=3)),
        text(words, "body", expand=True), gap=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )  # fmt: skip
