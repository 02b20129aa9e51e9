"""Buttons: one filled green one a screen, danger in red, and quiet ones. Sized by padding, so that
large text is never clipped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile.widgets.layout import pad
from mobile.widgets.text import icon, style, text
from mobile.widgets.theme import TARGET, colours, look

Tap = Callable[..., Any]
TALL = 18
MIDDLE = 14


def primary(
    words: str, on_tap: Tap, *, name: ft.IconData | None = None, busy: bool = False, **how: Any
) -> ft.FilledButton:
    """The one thing to do on this screen."""
    palette = colours()
    return _filled(words, on_tap, name, palette.primary, palette.on_primary, busy, how)


def not_yet(words: str) -> ft.FilledButton:
    """`primary` while something is missing; the line above it says what."""
    palette = colours()
    return ft.FilledButton(
        content=words, disabled=True, elevation=0,
        style=_style(
            palette.on_surface_variant, palette.quiet, TALL,
            ft.BorderSide(palette.edge, palette.outline_variant),
        ),
    )  # fmt: skip


def danger(
    words: str, on_tap: Tap, *, name: ft.IconData | None = None, busy: bool = False, **how: Any
) -> ft.FilledButton:
    """For a kejadian, and for what cannot be undone."""
    palette = colours()
    return _filled(words, on_tap, name, palette.error, palette.on_error, busy, how)


def outline(
    words: str, on_tap: Tap, *, name: ft.IconData | None = None, tall: float = MIDDLE, **how: Any
) -> ft.OutlinedButton:
    """The second choice."""
    palette = colours()
    edge = palette.primary if look().sun else palette.outline
    return ft.OutlinedButton(
        content=words,
        icon=name,
        on_click=on_tap,
        style=_style(palette.primary, palette.card, tall, ft.BorderSide(palette.field_edge, edge)),
        **how,
    )


def on_tint(
    words: str, on_tap: Tap, ink: str, *, name: ft.IconData | None = None
) -> ft.FilledButton:
    """A button inside a coloured card, on the card's white."""
    palette = colours()
    side = ft.BorderSide(palette.edge, palette.outline) if look().sun else None
    fore = ink if look().dark else palette.primary
    return ft.FilledButton(
        content=words, icon=name, on_click=on_tap, elevation=0,
        style=_style(fore, palette.card, MIDDLE, side, radius=12),
    )  # fmt: skip


def quiet(
    words: str,
    on_tap: Tap,
    *,
    name: ft.IconData | None = None,
    colour: str | None = None,
    **how: Any,
) -> ft.TextButton:
    """Words that can be tapped."""
    return ft.TextButton(
        content=words,
        icon=name,
        on_click=on_tap,
        style=_style(colour or colours().primary, None, MIDDLE, None, sides=12),
        **how,
    )


def icon_button(
    name: ft.IconData, words: str, on_tap: Tap, *, colour: str | None = None, size: float = 26
) -> ft.MergeSemantics:
    """An icon to tap; ``words`` name it for TalkBack and on a long press."""
    button = ft.IconButton(
        icon=name,
        icon_size=size,
        icon_color=colour or colours().on_surface_variant,
        tooltip=words,
        on_click=on_tap,
        width=TARGET,
        height=TARGET,
        padding=0,
    )
    # Otherwise the words belong to the tooltip, and the button itself has no name.
    return ft.MergeSemantics(content=button)


def big_action(words: str, sub: str, name: ft.IconData, on_tap: Tap) -> ft.Container:
    """ "Lapor kegiatan": the largest thing on Beranda."""
    palette = colours()
    disc = ft.Container(
        content=icon(name, 26, palette.primary), width=46, height=46, border_radius=23,
        bgcolor=palette.on_primary, alignment=ft.Alignment.CENTER,
    )  # fmt: skip
    words_column = ft.Column(
        [text(words, "title", palette.on_primary), text(sub, "meta", palette.on_primary)],
        spacing=1, tight=True, expand=True,
    )  # fmt: skip
    return ft.Container(
        content=ft.Row(
            [disc, words_column, icon(ft.Icons.CHEVRON_RIGHT, 28, palette.on_primary)], spacing=14
        ),
        padding=pad(17, 16),
        bgcolor=palette.primary,
        border_radius=20,
        ink=True,
        on_click=on_tap,
    )


def half_action(
    words: str, sub: str, name: ft.IconData, on_tap: Tap, *, urgent: bool = False
) -> ft.Container:
    """Kejadian and Nihil: two of them side by side, or one below the other."""
    palette = colours()
    back = palette.error_container if urgent else palette.card
    fore = palette.on_error_container if urgent else palette.on_surface
    second = fore if urgent else palette.on_surface_variant
    edge = palette.error_edge if urgent else palette.outline
    words_column = ft.Column(
        [text(words, "bodyb", fore), text(sub, "meta", second)], spacing=0, tight=True, expand=True
    )
    return ft.Container(
        content=ft.Row(
            [icon(name, 28, fore if urgent else palette.primary), words_column], spacing=12
        ),
        padding=pad(16, 14),
        bgcolor=back,
        border_radius=18,
        border=ft.Border.all(palette.field_edge, edge),
        ink=True,
        on_click=on_tap,
    )


def _filled(
    words: str,
    on_tap: Tap,
    name: ft.IconData | None,
    back: str,
    fore: str,
    busy: bool,
    how: dict[str, Any],
) -> ft.FilledButton:
    # While it works, a second tap does nothing; the words say what is going on.
    return ft.FilledButton(
        content=words,
        icon=name,
        on_click=None if busy else on_tap,
        elevation=0,
        style=_style(fore, back, how.pop("tall", TALL), None),
        **how,
    )


def _style(
    fore: str,
    back: str | None,
    tall: float,
    side: ft.BorderSide | None,
    *,
    radius: float = 14,
    sides: float = 16,
) -> ft.ButtonStyle:
    return ft.ButtonStyle(
        color=fore,
        icon_color=fore,
        bgcolor=back,
        side=side,
        shape=ft.RoundedRectangleBorder(radius=radius),
        padding=pad(tall, sides),
        text_style=style("btn", fore),
        icon_size=22,
    )
