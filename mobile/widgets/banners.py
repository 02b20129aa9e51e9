"""Notices: a cause, what happens next, and at most one thing to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile.widgets.buttons import danger, outline, primary
from mobile.widgets.cards import card, tinted, tinted_ink
from mobile.widgets.layout import pad, stretched
from mobile.widgets.text import centred, icon, second, text
from mobile.widgets.theme import colours, look, state_colours
from shared.widgets.layout import column, row

Tap = Callable[..., Any]
ABOVE_THE_BAR = 128


def banner(
    kind: str, name: ft.IconData, title: str, sub: str = "", action: ft.Control | None = None
) -> ft.Container:
    """A notice in a state's colours: wait for a warning, bad for trouble, info for news."""
    ink = tinted_ink(kind)
    words = [text(title, "bodyb", ink)]
    if sub:
        words.append(text(sub, "small", ink))
    top = row(icon(name, 24, ink), column(*words, gap=2, expand=True), gap=12)
    return tinted(
        kind, stretched(top, *([action] if action else []), gap=12), padding=14, radius=16
    )


def note_strip(name: ft.IconData, words: str) -> ft.Container:
    """A quiet line in the colour of the house: "Disalin dari laporan kemarin …"."""
    palette = colours()
    ink = palette.on_primary_container
    edge = ft.Border.all(palette.edge, palette.outline) if look().sun else None
    return ft.Container(
        content=row(icon(name, 20, ink), text(words, "small", ink, expand=True), gap=10),
        padding=pad(10, 14), bgcolor=palette.primary_container, border_radius=14, border=edge,
    )  # fmt: skip


def refusal(
    title: str,
    words: str,
    mend: str,
    on_mend: Tap,
    detail: str | None = None,
    on_detail: Tap | None = None,
) -> ft.Container:
    """Red: what could not be taken in, why, and the button that mends it."""
    ink = tinted_ink("bad")
    buttons: ft.Control = danger(mend, on_mend, name=ft.Icons.EDIT, tall=14)
    if detail and on_detail:
        buttons = _two_thirds(buttons, outline(detail, on_detail))
    top = row(icon(ft.Icons.ERROR, 24, ink), text(title, "head", ink, expand=True), gap=10)
    edge = colours().error_edge
    return card(
        stretched(top, text(words, "small", ink), buttons, gap=12),
        back=None if look().sun else state_colours("bad").back,
        edge=edge,
    )


def _two_thirds(first: ft.Control, other: ft.Control) -> ft.Control:
    """The deed takes more room than what is only read."""
    if look().large:
        return stretched(first, other, gap=10)
    return row(ft.Container(content=first, expand=2), ft.Container(content=other, expand=1), gap=10)


def empty(
    name: ft.IconData,
    title: str,
    words: str,
    action: str | None = None,
    on_action: Tap | None = None,
) -> ft.Container:
    """Nothing here yet, and what would put something here."""
    palette = colours()
    disc = ft.Container(
        content=icon(name, 28, palette.on_primary_container), width=54, height=54,
        border_radius=27, bgcolor=palette.primary_container, alignment=ft.Alignment.CENTER,
    )  # fmt: skip
    parts: list[ft.Control] = [
        ft.Row([disc], alignment=ft.MainAxisAlignment.CENTER),
        centred(title, "head"),
        second(words, text_align=ft.TextAlign.CENTER),
    ]
    if action and on_action:
        parts.append(primary(action, on_action, name=ft.Icons.ADD_A_PHOTO, tall=15))
    return card(stretched(*parts, gap=9))


def slim_line(kind: str, name: ft.IconData, words: str, on_tap: Tap | None = None) -> ft.Container:
    """One line on every tab: "Belum terkirim: 3"."""
    ink = tinted_ink(kind)
    sun = look().sun
    edge = ft.BorderSide(colours().edge, colours().outline)
    return ft.Container(
        content=row(icon(name, 18, ink), text(words, "smallb", ink, expand=True), gap=8),
        padding=pad(8, 16),
        bgcolor=colours().card if sun else state_colours(kind).back,
        border=ft.Border.only(top=edge) if sun else None,
        ink=on_tap is not None,
        on_click=on_tap,
    )


def snack(words: str) -> ft.SnackBar:
    """A short word at the bottom that goes by itself."""
    palette = colours()
    return ft.SnackBar(
        content=text(words, "small", palette.surface),
        bgcolor=palette.on_surface,
        behavior=ft.SnackBarBehavior.FLOATING,
        # Above the lower bar: the main button is never covered.
        margin=ft.Margin(left=16, right=16, top=0, bottom=ABOVE_THE_BAR),
        shape=ft.RoundedRectangleBorder(radius=12),
    )
