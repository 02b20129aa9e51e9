"""The camera's own look: dark in every mode, so that the picture is what one sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile.widgets.layout import pad
from mobile.widgets.text import centred, icon, style, text
from shared.palette import GELAP
from shared.widgets.layout import column, row

Tap = Callable[..., Any]

WHITE = "#FFFFFF"
DIM = "#C9D5CE"
GLASS = "#B0000000"
STRIP = "#0B2E21"
RING = GELAP.accent
SHUTTER = 94


def pill(name: ft.IconData, words: str) -> ft.Container:
    """A word over the picture, on dark glass."""
    return ft.Container(
        content=row(icon(name, 18, GELAP.primary), text(words, "smallb", WHITE), gap=8, tight=True),
        padding=pad(7, 12), border_radius=99, bgcolor=GLASS,
    )  # fmt: skip


def glass_line(words: str) -> ft.Container:
    """A sentence over the picture."""
    return ft.Container(
        content=centred(words, "small", WHITE), padding=pad(8, 12), border_radius=12, bgcolor=GLASS
    )


def shutter(words: str, on_tap: Tap | None) -> ft.Control:
    """The white button in its ring."""
    dim = on_tap is None
    inside = ft.Container(
        width=SHUTTER - 18, height=SHUTTER - 18, border_radius=SHUTTER / 2,
        bgcolor="#7A857F" if dim else WHITE,
    )  # fmt: skip
    ring = ft.Container(
        content=inside, width=SHUTTER, height=SHUTTER, border_radius=SHUTTER / 2,
        border=ft.Border.all(4, "#6B5A2B" if dim else RING), alignment=ft.Alignment.CENTER,
        ink=not dim, on_click=on_tap,
    )  # fmt: skip
    return ft.Semantics(
        content=ring, label=words, button=True, exclude_semantics=True, on_tap=on_tap
    )


def round_button(
    name: ft.IconData, words: str, on_tap: Tap, *, large: bool = False
) -> ft.Container:
    """Galeri: small beside the shutter, large in its place."""
    size = SHUTTER - 14 if large else 60
    disc = ft.Container(
        content=icon(name, size * 0.45, "#003821" if large else WHITE), width=size, height=size,
        border_radius=size / 2, bgcolor=GELAP.primary if large else "#24302A",
        alignment=ft.Alignment.CENTER,
    )  # fmt: skip
    return ft.Container(
        content=column(
            disc, centred(words, "smallb", WHITE), gap=6,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        padding=4, border_radius=18, ink=True, on_click=on_tap,
    )  # fmt: skip


def done_button(words: str, on_tap: Tap) -> ft.FilledButton:
    """The one filled button of this screen."""
    return ft.FilledButton(
        content=words, icon=ft.Icons.CHECK, elevation=0, on_click=on_tap,
        style=ft.ButtonStyle(
            color=GELAP.on_primary, icon_color=GELAP.on_primary, bgcolor=GELAP.primary,
            shape=ft.RoundedRectangleBorder(radius=14), padding=pad(17, 16), icon_size=22,
            text_style=style("btn", GELAP.on_primary),
        ),
    )  # fmt: skip


def quiet_button(words: str, name: ft.IconData, on_tap: Tap) -> ft.TextButton:
    """Words that can be tapped, in white."""
    return ft.TextButton(
        content=words, icon=name, on_click=on_tap,
        style=ft.ButtonStyle(
            color=WHITE, icon_color=WHITE, padding=pad(14, 12), icon_size=22,
            text_style=style("smallb", WHITE),
        ),
    )  # fmt: skip
