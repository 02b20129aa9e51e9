"""Pieces that all parts of a coaching's page are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from server.desk.widgets.layout import card, pad
from server.desk.widgets.text import text
from server.desk.widgets.theme import colours
from shared.widgets.layout import column, row

Press = Callable[[], None]


def section(title: str, *parts: ft.Control, beside: Sequence[ft.Control] = ()) -> ft.Container:
    """A card with its heading."""
    head = row(ft.Container(content=text(title, "head"), expand=True), *beside)
    return card(
        column(head, *parts, gap=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=16,
    )


def labelled(label: str, content: ft.Control, **how: object) -> ft.Column:
    """A choice with its label above, like a field."""
    return column(text(label, "metab"), content, gap=5, **how)


def framed(*controls: ft.Control) -> ft.Container:
    """One row of a list within a card."""
    return ft.Container(
        content=row(*controls, gap=12),
        padding=pad(10, 14),
        border_radius=10,
        border=ft.Border.all(1, colours().outline_variant),
    )
