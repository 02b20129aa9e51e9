"""Padding, rules, and the rows that change with large text."""

from __future__ import annotations

from typing import Any

import flet as ft

from mobile.widgets.theme import colours, look
from shared.widgets.layout import column, row


def pad(vertical: float = 0, horizontal: float = 0, **sides: float) -> ft.Padding:
    """Padding; single sides by name: ``pad(8, 16, bottom=0)``."""
    return ft.Padding(
        left=sides.get("left", horizontal),
        right=sides.get("right", horizontal),
        top=sides.get("top", vertical),
        bottom=sides.get("bottom", vertical),
    )


def stretched(*parts: ft.Control, gap: float = 8, **how: Any) -> ft.Column:
    """A column whose parts take its whole width."""
    return column(*parts, gap=gap, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, **how)


def side_by_side(*parts: ft.Control, gap: float = 12) -> ft.Control:
    """Halves of equal height; one below the other when the text is large."""
    if look().large:
        return stretched(*parts, gap=gap)
    return ft.Row(
        [ft.Container(content=part, expand=True) for part in parts],
        spacing=gap,
        intrinsic_height=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def head_and_note(head: ft.Control, note: ft.Control | None) -> ft.Control:
    """A heading with a note at its right; below it when the text is large."""
    if note is None:
        return head
    if look().large:
        return column(head, note, gap=2)
    return row(ft.Container(content=head, expand=True), note)


def rule() -> ft.Container:
    """A thin line between rows."""
    palette = colours()
    return ft.Container(height=palette.edge, bgcolor=palette.outline_variant)


def nothing() -> ft.Container:
    """Takes no room."""
    return ft.Container(width=0, height=0)
