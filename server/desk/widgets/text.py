"""Text by role. A screen names the role and never a size."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import flet as ft

from server.desk.widgets.theme import colours, look
from shared.widgets.layout import words_in
from shared.widgets.looks import BOLD, EMOJI, EXTRA, MEDIUM

GROWS_TO = 1.1

_ROLES: dict[str, tuple[float, str, float]] = {
    "num": (28, EXTRA, 1.1),
    "title": (22, BOLD, 1.25),
    "head": (17, BOLD, 1.3),
    "brand": (15, BOLD, 1.3),
    "body": (14, MEDIUM, 1.4),
    "bodyb": (14, BOLD, 1.3),
    "meta": (13, MEDIUM, 1.3),
    "metab": (13, BOLD, 1.3),
}


def style(role: str, colour: str | None = None) -> ft.TextStyle:
    """The text style of a role, for controls that take a style."""
    return _style(role, colour or colours().on_surface)


@cache
def _style(role: str, colour: str) -> ft.TextStyle:
    """One for all windows: nobody changes a style, and hundreds of its like cost memory."""
    size, family, height = _ROLES[role]
    return ft.TextStyle(
        size=size,
        font_family=family,
        font_family_fallback=[EMOJI],
        height=height,
        letter_spacing=0,
        color=colour,
    )


def text(words: str, role: str = "body", colour: str | None = None, **how: Any) -> ft.Text:
    """Words in a role; ``lines=1`` cuts with an ellipsis, never silently."""
    return words_in(style(role, colour), words, **how)


def second(words: str, role: str = "meta", **how: Any) -> ft.Text:
    """Words that come second: quieter, still 6.5 to 1."""
    return text(words, role, colours().on_surface_variant, **how)


def capped(words: str, role: str) -> ft.Text:
    """A label whose place cannot grow: its letters grow by a tenth and no more."""
    own = style(role)
    share = min(1.0, GROWS_TO / look().scale)
    smaller = replace(own, size=(own.size or 0) * share)
    return words_in(smaller, words, lines=1)


def copyable(content: ft.Control, name: str) -> ft.Semantics:
    """Words that can be marked and copied; the keyboard stops here too, so it has a ``name``."""
    return ft.Semantics(content=ft.SelectionArea(content=content), label=name)


def icon(name: ft.IconData, size: float = 20, colour: str | None = None) -> ft.Icon:
    """An icon; it never speaks alone."""
    return ft.Icon(name, size=size, color=colour or colours().on_surface_variant)
