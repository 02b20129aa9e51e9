"""Cards, panes, lines and rules with the house's measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import flet as ft

from server.desk.widgets.pressable import pressable
from server.desk.widgets.theme import colours, look
from shared.widgets.layout import column, row


@cache
def pad(
    vertical: float = 0,
    horizontal: float = 0,
    *,
    left: float | None = None,
    top: float | None = None,
    right: float | None = None,
    bottom: float | None = None,
) -> ft.Padding:
    """Vertical and horizontal first, then the sides that differ; one for all windows."""
    return ft.Padding(
        left=horizontal if left is None else left,
        top=vertical if top is None else top,
        right=horizontal if right is None else right,
        bottom=vertical if bottom is None else bottom,
    )


@cache
def edge(colour: str, width: float = 1) -> ft.Border:
    """A line around something; one for all windows."""
    return ft.Border.all(width, colour)


def card(content: ft.Control, press: Callable[[], None] | None = None, **how: Any) -> ft.Container:
    """A white box with a fine edge; no shadow."""
    how.setdefault("padding", 16)
    return pressable(
        content,
        press,
        bgcolor=how.pop("bgcolor", colours().card),
        border_radius=how.pop("radius", 16),
        border=edge(colours().outline_variant),
        **how,
    )


def rule() -> ft.Container:
    return ft.Container(height=1, bgcolor=colours().outline_variant)


def space(height: float) -> ft.Container:
    return ft.Container(height=height)


def pane(*controls: ft.Control, **how: Any) -> ft.Column:
    """A part of a page that scrolls by itself; it grows unless it is given a ``width``."""
    how.setdefault("expand", "width" not in how)
    how.setdefault("scroll", ft.ScrollMode.AUTO)
    return ft.Column(
        controls=list(controls),
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        **how,
    )


def scrolling(*controls: ft.Control) -> ft.Column:
    """A page's parts one below the other, with some air after the last."""
    return pane(*controls, space(12))


def table_line(
    cells: Sequence[ft.Control],
    widths: Sequence[float | None],
    back: str | None = None,
    press: Callable[[], None] | None = None,
    *,
    gap: float = 10,
    **how: Any,
) -> ft.Container:
    """A line of a table; the cell without a width takes what is left."""
    placed = [
        ft.Container(
            content=cell,
            width=width,
            expand=True if width is None else None,
            alignment=ft.Alignment.CENTER_LEFT,
        )
        for cell, width in zip(cells, widths, strict=True)
    ]
    how.setdefault("padding", pad(0, 16))
    return pressable(row(*placed, gap=gap), press, bgcolor=back, **how)


def beside(words: ft.Control, *more: ft.Control, gap: float = 10) -> ft.Control:
    """Something at the right of words; below them where large text leaves no room."""
    if look().large:
        return column(words, *more, gap=6, horizontal_alignment=ft.CrossAxisAlignment.START)
    return row(ft.Container(content=words, expand=True), *more, gap=gap)
