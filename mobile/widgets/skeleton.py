"""What stands where something will come, when it takes longer than a blink."""

from __future__ import annotations

import flet as ft

from mobile.widgets.cards import card
from mobile.widgets.theme import colours
from shared.widgets.layout import column, row


def bone(width: float, height: float = 14) -> ft.Container:
    """A grey bar in the shape of words."""
    return ft.Container(width=width, height=height, border_radius=7, bgcolor=_grey())


def row_bones() -> ft.Container:
    """The shape of a report's row."""
    picture = ft.Container(width=58, height=58, border_radius=12, bgcolor=_grey())
    words = column(bone(180, 16), bone(210), bone(120, 18), gap=7)
    return card(row(picture, words, gap=14), padding=12)


def list_bones(rows: int = 4) -> list[ft.Control]:
    """The shape of a list."""
    return [row_bones() for _ in range(rows)]


def _grey() -> str:
    return colours().outline_variant if colours().quiet == colours().card else colours().quiet
