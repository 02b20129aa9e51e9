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


def words_in(style: ft.TextStyle, words: str, **how: Any) -> ft.Text:
    """Words in a style; ``lines=1`` cuts with an ellipsis, never silently."""
    lines = how.pop("lines", None)
    if lines is not None:
        how["max_lines"] = lines
        how["overflow"] = ft.TextOverflow.ELLIPSIS
    return ft.Text(words, style=style, **how)
