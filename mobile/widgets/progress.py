"""Progress, always in words as well."""

from __future__ import annotations

import flet as ft

from mobile.widgets.theme import colours, look


def bar(part: float, words: str, *, height: float = 6) -> ft.ProgressBar:
    """A bar from 0 to 1; ``words`` say the same to TalkBack."""
    palette = colours()
    back = palette.outline_variant if not look().sun else "#BBBBBB"
    return ft.ProgressBar(
        value=min(1.0, max(0.0, part)),
        bar_height=height,
        border_radius=height / 2,
        color=palette.primary,
        bgcolor=back,
        semantics_label=words,
    )


def working(height: float = 4) -> ft.ProgressBar:
    """Something is going on; nobody knows how long."""
    return ft.ProgressBar(
        bar_height=height, border_radius=2, color=colours().primary, bgcolor=colours().quiet
    )
