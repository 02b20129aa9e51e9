"""What a screen shows when it has nothing else: loading, empty, trouble."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from server.core import teks as umum
from server.desk import teks
from server.desk.reading import Reading
from server.desk.widgets.buttons import filled_button
from server.desk.widgets.layout import card, pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours
from shared.widgets.layout import column, row


def notice(
    symbol: ft.IconData,
    words: str,
    button: str | None = None,
    press: Callable[[], None] | None = None,
) -> ft.Container:
    """A sentence in the middle, with the one fitting deed."""
    deed = [filled_button(button, press)] if button and press else []
    return ft.Container(
        content=column(
            icon(symbol, 40, colours().outline),
            text(words, "body", text_align=ft.TextAlign.CENTER),
            *deed,
            gap=16,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        alignment=ft.Alignment.CENTER,
        padding=pad(48, 24),
    )


def trouble(again: Callable[[], None]) -> ft.Container:
    """Something could not be read."""
    return notice(ft.Icons.CLOUD_OFF, umum.GAGAL_BACA, teks.COBA_LAGI, again)


def waiting(
    state: Reading[Any, Any], again: Callable[[], None], rows: int, height: float
) -> ft.Control:
    """While a page has nothing to show: trouble, or after a moment grey rows."""
    if state.failed:
        return trouble(again)
    return skeleton(rows, height) if state.slow else ft.Container(expand=True)


def skeleton(rows: int, height: float) -> ft.Control:
    """Grey rows in the shape of what will come."""
    return ft.Semantics(
        label=teks.MEMUAT,
        content=card(
            column(*[_ghost(height) for _ in range(rows)], gap=1), padding=0, radius=14,
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        ),
    )  # fmt: skip


def _ghost(height: float) -> ft.Container:
    quiet = colours().quiet
    bars = [ft.Container(width=w, height=12, border_radius=6, bgcolor=quiet) for w in (84, 104)]
    return ft.Container(
        content=row(
            *bars,
            ft.Container(height=12, border_radius=6, bgcolor=quiet, expand=True),
            ft.Container(width=120, height=12, border_radius=6, bgcolor=quiet),
            gap=24,
        ),
        height=height,
        padding=pad(0, 16),
    )


def fresh_note(count: int, show: Callable[[], None]) -> ft.Container:
    """Quietly: something has come in; a press shows it."""
    pair = colours().info
    words = teks.laporan_baru(count)
    inside = row(
        icon(ft.Icons.MARK_EMAIL_UNREAD, 20, pair.fore),
        text(words, "bodyb", pair.fore),
        gap=8,
        tight=True,
    )
    return pressable(
        inside, show, words, live=True, height=40, padding=pad(0, 14), border_radius=20,
        bgcolor=pair.back,
    )  # fmt: skip


def quiet_words(words: str) -> ft.Text:
    return second(words, "body")
