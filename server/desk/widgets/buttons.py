"""Things to press: buttons, icon buttons, tabs, and filters that open a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from server.desk.widgets.layout import edge, pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, style, text
from server.desk.widgets.theme import colours, look
from shared.widgets.layout import TICK, row

Press = Callable[[], None]


def outline_button(
    words: str, press: Press | None, symbol: ft.IconData | None = None, *, tip: str | None = None
) -> ft.OutlinedButton:
    """The second kind of button; without ``press`` it is greyed out."""
    c = colours()
    return ft.OutlinedButton(
        content=words,
        icon=symbol,
        disabled=press is None,
        tooltip=tip,
        on_click=_calls(press),
        style=ft.ButtonStyle(
            shape=ft.RoundedRectangleBorder(radius=10),
            side={
                ft.ControlState.DISABLED: ft.BorderSide(1, c.outline_variant),
                ft.ControlState.DEFAULT: ft.BorderSide(1, c.outline),
            },
            bgcolor=c.card,
            color={
                ft.ControlState.DISABLED: c.outline,
                ft.ControlState.DEFAULT: c.primary,
            },
            icon_size=18,
            padding=pad(11, 14),
            text_style=style("bodyb"),
        ),
    )


def filled_button(
    words: str, press: Press | None, symbol: ft.IconData | None = None
) -> ft.FilledButton:
    """The one main button of a screen; without ``press`` it is greyed out."""
    return ft.FilledButton(
        content=words,
        icon=symbol,
        elevation=0,
        disabled=press is None,
        on_click=_calls(press),
        style=ft.ButtonStyle(
            shape=ft.RoundedRectangleBorder(radius=10),
            icon_size=18,
            padding=pad(13, 16),
            text_style=style("bodyb", colours().on_primary if press else None),
        ),
    )


def icon_button(
    symbol: ft.IconData, name: str, press: Press | None, *, colour: str | None = None,
    size: float = 22,
) -> ft.MergeSemantics:  # fmt: skip
    """An icon that can be pressed; its name is read aloud and shown on hovering."""
    button = ft.IconButton(
        icon=symbol,
        icon_size=size,
        icon_color=colour or colours().on_surface_variant,
        tooltip=name,
        disabled=press is None,
        on_click=_calls(press),
        width=40,
        height=40,
        padding=0,
    )
    # Not merged, the tooltip would name a node of its own and leave the button without a name.
    return ft.MergeSemantics(content=button)


def tab(words: str, count: int, press: Press, *, chosen: bool) -> ft.Container:
    """A state with its count; the chosen one is filled, in the same place as before."""
    c = colours()
    front, quiet = (c.on_primary, c.on_primary) if chosen else (c.on_surface, c.on_surface_variant)
    inside = row(
        text(words, "bodyb", front),
        text(str(count), "metab", quiet),
        gap=7,
        tight=True,
    )
    return _pill(inside, press, f"{words}, {count}", chosen, height=40, padding=pad(0, 14))


def pill(words: str, press: Press | None, *, chosen: bool) -> ft.Container:
    """One of several choices; the chosen one is filled and ticked.

    It is as wide as before: what grows moves the next one under a press that is on its way. The
    tick stands where there was air at both sides.
    """
    c = colours()
    fore = c.on_primary if chosen else c.on_surface
    tick = [icon(ft.Icons.CHECK, TICK, fore)] if chosen else []
    inside = row(*tick, text(words, "bodyb", fore), gap=4, tight=True)
    return _pill(
        inside, press, words, chosen, padding=pad(7, 10 if chosen else 10 + (TICK + 4) / 2)
    )


def _pill(
    inside: ft.Control, press: Press | None, name: str, chosen: bool, **how: Any
) -> ft.Container:
    c = colours()
    return pressable(
        inside,
        press,
        name,
        chosen=chosen,
        border_radius=20,
        bgcolor=c.primary if chosen else c.card,
        border=edge(c.primary if chosen else c.outline),
        **how,
    )


WIDEST = 312
"""What a phone of 360 has room for."""


def choice(
    name: str,
    every: str,
    options: Sequence[tuple[str, str]],
    chosen: str | None,
    choose: Callable[[str | None], None],
    *,
    width: float = 150,
) -> ft.PopupMenuButton:
    """A filter: shows what is chosen, opens the list; ``every`` takes the filter away."""
    c = colours()
    width = min(width * max(1.0, look().scale), WIDEST)
    shown = dict(options).get(chosen or "", chosen or every)
    return ft.PopupMenuButton(
        tooltip=f"{name}: {shown}",
        padding=0,
        menu_position=ft.PopupMenuPosition.UNDER,
        size_constraints=ft.BoxConstraints(min_width=200, max_width=320, max_height=460),
        shape=ft.RoundedRectangleBorder(radius=12),
        items=[
            _option(label, label == shown, value, choose)
            for value, label in (("", every), *options)
        ],
        content=ft.Container(
            content=row(
                text(shown, "bodyb" if chosen else "body", expand=True, lines=1),
                icon(ft.Icons.ARROW_DROP_DOWN, 20),
                gap=4,
            ),
            width=width,
            height=40,
            padding=pad(0, left=12, right=8),
            bgcolor=c.primary_container if chosen else c.card,
            border_radius=10,
            border=edge(c.primary if chosen else c.outline),
        ),
    )


def _option(
    label: str, chosen: bool, value: str, choose: Callable[[str | None], None]
) -> ft.PopupMenuItem:
    def click(_: object) -> None:
        choose(value or None)

    return ft.PopupMenuItem(
        content=text(label, "bodyb" if chosen else "body"), height=40, on_click=click
    )


def _calls(press: Press | None) -> Callable[[object], None] | None:
    if press is None:
        return None

    def click(_: object) -> None:
        press()

    return click
