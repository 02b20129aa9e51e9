"""Sheets from below: a question, a choice, some lines to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile.widgets.buttons import danger, outline, primary
from mobile.widgets.layout import pad
from mobile.widgets.text import text
from mobile.widgets.theme import colours

Tap = Callable[..., Any]


def sheet(
    *parts: ft.Control, on_dismiss: Tap | None = None, gap: float = 14, modal: bool = False
) -> ft.BottomSheet:
    """A sheet with a handle, for ``ft.use_dialog``; a ``modal`` one goes only by its buttons."""
    palette = colours()
    back = palette.card if palette.name == "terang" else palette.surface
    return ft.BottomSheet(
        content=ft.Container(
            content=ft.Column(
                list(parts), spacing=gap, tight=True,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            padding=pad(0, 20, top=20 if modal else 0, bottom=20),
        ),
        show_drag_handle=not modal,
        dismissible=not modal,
        draggable=not modal,
        use_safe_area=True,
        scrollable=True,
        bgcolor=back,
        shape=ft.RoundedRectangleBorder(
            radius=ft.BorderRadius.only(top_left=28, top_right=28),
            side=ft.BorderSide(palette.edge, palette.outline_variant),
        ),
        on_dismiss=on_dismiss,
    )  # fmt: skip


def question(
    words: str,
    yes: str,
    on_yes: Tap,
    no: str,
    on_no: Tap,
    *,
    serious: bool = False,
    title: str | None = None,
    name: ft.IconData | None = None,
) -> ft.BottomSheet:
    """Asks before something is lost; ``serious`` makes the answer red.

    Then it lies lowest: where the finger has just asked for it, in the middle of the sheet
    before, a second tap finds the way back.
    """
    head = [text(title, "title")] if title else []
    parts = [primary(yes, on_yes, name=name), outline(no, on_no)]
    if serious:
        parts = [outline(no, on_no), danger(yes, on_yes, name=name)]
    return sheet(*head, text(words, "body"), *parts, on_dismiss=on_no)
