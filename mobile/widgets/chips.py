"""Chips: a state that is read, and a choice that is tapped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile.widgets.layout import pad
from mobile.widgets.taps import tap
from mobile.widgets.text import icon, style, text
from mobile.widgets.theme import colours, look, state_colours
from shared.widgets.layout import TICK, row, ticked_chip, wrapped


def chip(kind: str, name: ft.IconData, words: str) -> ft.Container:
    """A state: icon, word and colour together."""
    colour = state_colours(kind)
    parts = icon(name, 16, colour.fore), text(words, "metab", colour.fore)
    # Large words must be able to go to the next line.
    inside = wrapped(*parts, gap=6) if look().large else row(*parts, gap=6, tight=True)
    # On two lines a half circle would cut what stands in its corners.
    corner = 16 if look().large else 99
    return ft.Container(
        content=inside, padding=pad(5, 10), bgcolor=colour.back, border_radius=corner
    )


def pick(
    words: str,
    chosen: bool,
    on_pick: Callable[[bool], Any],
    *,
    name: ft.IconData | None = None,
    key: str | None = None,
) -> ft.Chip:
    """A choice; ``on_pick`` gets whether it is now chosen. Announced as a checkbox.

    As wide chosen as not: the tick stands where there was air, and moves no other choice.
    """
    palette = colours()
    fore = palette.on_primary if chosen else palette.on_surface
    mark = ft.Icons.CHECK if chosen else name

    return ft.Chip(
        key=key,
        label=text(words, "smallb", fore),
        selected=chosen,
        show_checkmark=False,
        bgcolor=palette.card,
        selected_color=palette.primary,
        color={
            ft.ControlState.SELECTED: palette.primary,
            ft.ControlState.DEFAULT: palette.card,
        },
        border_side=ft.BorderSide(
            palette.field_edge, palette.primary if chosen else palette.outline
        ),
        shape=ft.StadiumBorder(),
        label_padding=pad(0, 4),
        label_text_style=style("smallb", fore),
        elevation=0,
        elevation_on_click=0,
        on_select=tap(on_pick, not chosen),
        **ticked_chip(icon(mark, TICK, fore) if mark else None, vertical=14),
    )


def pick_one(
    options: list[tuple[str, str]], chosen: str | None, on_pick: Callable[[str], Any]
) -> ft.Row:
    """One of several: (value, words)."""

    def chooser(value: str) -> Callable[[bool], Any]:
        return lambda _on: on_pick(value)

    return wrapped(*[pick(words, value == chosen, chooser(value)) for value, words in options])
