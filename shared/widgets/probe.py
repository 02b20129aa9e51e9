"""How large the system has all text: Flet does not say it, so a letter is measured."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

HIGH = 100


def probe(measured: Callable[[float], object]) -> ft.Control:
    """A letter outside of the screen, for a `Stack`; ``measured`` hears the scale: 1.0, 2.0."""
    letter = ft.Text(
        "M",
        style=ft.TextStyle(size=HIGH, height=1.0),
        on_size_change=lambda event: measured(event.height / HIGH),
        size_change_interval=200,
    )
    hidden = ft.Semantics(content=letter, exclude_semantics=True)
    return ft.Container(content=hidden, left=-500, top=0)
