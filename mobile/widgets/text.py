"""Text by role. A screen names the role and never a size."""

from __future__ import annotations

from typing import Any

import flet as ft

from mobile.widgets.theme import colours
from shared.widgets.layout import words_in
from shared.widgets.looks import BOLD, EMOJI, EXTRA, MEDIUM

_ROLES: dict[str, tuple[float, str, float]] = {
    "num": (28, EXTRA, 1.1),
    "tab": (24, BOLD, 1.25),
    "title": (20, BOLD, 1.25),
    "head": (17, BOLD, 1.3),
    "body": (16, MEDIUM, 1.4),
    "bodyb": (16, BOLD, 1.35),
    "small": (14, MEDIUM, 1.4),
    "smallb": (14, BOLD, 1.3),
    "meta": (13, MEDIUM, 1.35),
    "metab": (13, BOLD, 1.3),
    "btn": (16, BOLD, 1.2),
    "code": (24, BOLD, 1.2),
    "letter": (24, BOLD, 1.2),
}

# Only the activation code: its characters stand apart.
_SPACING = {"code": 6}


def style(role: str, colour: str | None = None, **changes: Any) -> ft.TextStyle:
    """The text style of a role, for controls that take a style."""
    size, family, height = _ROLES[role]
    return ft.TextStyle(
        size=size,
        font_family=family,
        font_family_fallback=[EMOJI],
        height=height,
        letter_spacing=_SPACING.get(role, 0),
        color=colour or colours().on_surface,
        **changes,
    )


def text(words: str, role: str = "body", colour: str | None = None, **how: Any) -> ft.Text:
    """Words in a role; ``lines=1`` cuts with an ellipsis, never silently."""
    return words_in(style(role, colour), words, **how)


def second(words: str, role: str = "small", **how: Any) -> ft.Text:
    """Words that come second: quieter, still 6.5 to 1."""
    return text(words, role, colours().on_surface_variant, **how)


def centred(words: str, role: str = "body", colour: str | None = None) -> ft.Text:
    """Words in the middle of their line."""
    return text(words, role, colour, text_align=ft.TextAlign.CENTER)


def icon(name: ft.IconData, size: float = 22, colour: str | None = None) -> ft.Icon:
    """An icon; it never speaks alone."""
    return ft.Icon(name, size=size, color=colour or colours().on_surface_variant)
