"""Pieces that all parts of a coaching's page are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from server.staff.widgets.layout import card, column, pad, row
from server.staff.widgets.text import icon, text
from server.staff.widgets.theme import colours

Press = Callable[[], None]


def section(title: str, *parts: ft.Control, beside: Sequence[ft.Control] = ()) -> ft.Container:
    """A card with its heading."""
    head = row(ft.Container(content=text(title, "head"), expand=True), *beside)
    return card(
        column(head, *parts, gap=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=16,
    )


def pill(words: str, press: Press | None, *, chosen: bool) -> ft.Semantics:
    """One of several choices; the chosen one is filled and ticked."""
    c = colours()
    fore = c.on_primary if chosen else c.on_surface

    def click(_: object) -> None:
        if press is not None:
            press()

    tick = [icon(ft.Icons.CHECK, 16, fore)] if chosen else []
    return ft.Semantics(
        label=words,
        button=True,
        selected=chosen,
        exclude_semantics=True,
        on_tap=click if press else None,
        content=ft.Container(
            content=row(*tick, text(words, "bodyb" if chosen else "body", fore), gap=6, tight=True),
            padding=pad(7, 13),
            border_radius=20,
            bgcolor=c.primary if chosen else c.card,
            border=ft.Border.all(1, c.primary if chosen else c.outline),
            ink=press is not None,
            on_click=click if press else None,
        ),
    )


def labelled(label: str, content: ft.Control, **how: object) -> ft.Column:
    """A choice with its label above, like a field."""
    return column(text(label, "metab"), content, gap=5, **how)


def framed(*controls: ft.Control, press: Press | None = None) -> ft.Container:
    """One row of a list within a card."""
    return ft.Container(
        content=row(*controls, gap=12),
        padding=pad(10, 14),
        border_radius=10,
        border=ft.Border.all(1, colours().outline_variant),
        ink=press is not None,
        on_click=(lambda _: press()) if press else None,
    )
