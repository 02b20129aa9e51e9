"""Rows and columns with the house's spacing."""

from __future__ import annotations

from typing import Any

import flet as ft


def row(*parts: ft.Control, gap: float = 8, **how: Any) -> ft.Row:
    """Side by side, centred on their middle line."""
    how.setdefault("vertical_alignment", ft.CrossAxisAlignment.CENTER)
    return ft.Row(list(parts), spacing=gap, **how)


def column(*parts: ft.Control, gap: float = 8, **how: Any) -> ft.Column:
    """One below the other, as high as its content."""
    how.setdefault("tight", True)
    return ft.Column(list(parts), spacing=gap, **how)


def wrapped(*parts: ft.Control, gap: float = 8, **how: Any) -> ft.Row:
    """Side by side, and on the next line when there is no room."""
    return row(*parts, gap=gap, wrap=True, run_spacing=gap, **how)


TICK = 18
"""A tick's side, and so the air that stands at both sides of what is not ticked."""


def ticked_chip(mark: ft.Control | None, vertical: float = 8) -> dict[str, Any]:
    """The measures of a chip that is as wide with its mark as without: it moves no other chip."""
    side = 8 if mark else 8 + TICK / 2
    return {
        "leading": mark,
        "leading_size_constraints": ft.BoxConstraints(
            min_width=TICK, max_width=TICK, min_height=TICK, max_height=TICK
        ),
        "padding": ft.Padding.symmetric(vertical=vertical, horizontal=side),
    }


def words_in(style: ft.TextStyle, words: str, **how: Any) -> ft.Text:
    """Words in a style; ``lines=1`` cuts with an ellipsis, never silently."""
    lines = how.pop("lines", None)
    if lines is not None:
        how["max_lines"] = lines
        how["overflow"] = ft.TextOverflow.ELLIPSIS
    return ft.Text(words, style=style, **how)
