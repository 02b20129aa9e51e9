"""Tiles to choose from: three in a row, or full rows when the text is large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from mobile import teks
from mobile.widgets.layout import pad, stretched
from mobile.widgets.taps import tap
from mobile.widgets.text import centred, icon, second, text
from mobile.widgets.theme import colours, look
from shared.widgets.layout import column, row

Tap = Callable[..., Any]


def tile(
    words: str, name: ft.IconData, chosen: bool, on_tap: Tap, *, urgent: bool = False
) -> ft.Container:
    """One tile; ``urgent`` for a kejadian. The tick says that it is chosen, not only the colour."""
    palette = colours()
    strong = palette.error if urgent else palette.primary
    on_strong = palette.on_error if urgent else palette.on_primary
    fore, mark = (on_strong, on_strong) if chosen else (palette.on_surface, strong)
    large = look().large
    picture = icon(name, 30 if large else 28, mark)
    tick = icon(ft.Icons.CHECK_CIRCLE, 20, _tick_colour(on_strong)) if chosen else None
    if large:
        parts = [picture, text(words, "smallb", fore, expand=True), *([tick] if tick else [])]
        content: ft.Control = row(*parts, gap=14)
    else:
        top = ft.Row(
            [picture, *([tick] if tick else [])], spacing=6, alignment=ft.MainAxisAlignment.CENTER
        )
        content = ft.Column(
            [top, centred(words, "smallb", fore)], spacing=5,
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )  # fmt: skip
    return ft.Container(
        content=content,
        bgcolor=strong if chosen else palette.card,
        border_radius=16,
        border=ft.Border.all(palette.field_edge, strong if chosen else palette.outline),
        padding=pad(14, 16) if large else pad(12, 2),
        ink=True,
        on_click=on_tap,
    )


def _tick_colour(on_strong: str) -> str:
    # The sun's yellow needs the dark green below it; on the light green of the night it vanishes.
    return colours().accent if not look().dark and not look().sun else on_strong


def spoken(control: ft.Control, chosen: bool) -> ft.Control:
    """Says whether it is chosen: by state on a phone, in words where a browser drops the state."""
    told = ft.Semantics(
        content=control, selected=chosen, button=True, value=teks.DIPILIH if chosen else None
    )
    return ft.MergeSemantics(content=told)


def tiles(parts: Sequence[ft.Control]) -> ft.Control:
    """Rows of three tiles of equal height."""
    if look().large:
        return stretched(*parts, gap=10)
    rows = [_row_of_three(parts[start : start + 3]) for start in range(0, len(parts), 3)]
    return stretched(*rows, gap=10)


def _row_of_three(parts: Sequence[ft.Control]) -> ft.Row:
    filled = [*parts, *[ft.Container() for _ in range(3 - len(parts))]]
    return ft.Row(
        [ft.Container(content=part, expand=True) for part in filled],
        spacing=10,
        intrinsic_height=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def person_tile(name: str, sub: str, chosen: bool, on_tap: Tap) -> ft.Container:
    """Somebody on duty: ticked or not."""
    palette = colours()
    disc = ft.Container(
        content=icon(
            ft.Icons.CHECK if chosen else ft.Icons.PERSON, 18,
            palette.on_primary if chosen else palette.on_surface_variant,
        ),
        width=30, height=30, border_radius=15, alignment=ft.Alignment.CENTER,
        bgcolor=palette.primary if chosen else palette.quiet,
    )  # fmt: skip
    lines = None if look().large else 1
    words = [text(name, "smallb", lines=lines and 2)]
    if sub:
        words.append(second(sub, "meta", lines=lines))
    return ft.Container(
        content=row(disc, column(*words, gap=0, expand=True), gap=10),
        padding=pad(9, 11),
        border_radius=14,
        bgcolor=palette.primary_container if chosen else palette.card,
        border=ft.Border.all(palette.field_edge, palette.primary if chosen else palette.outline),
        ink=True,
        on_click=on_tap,
    )


def segment(
    options: Sequence[tuple[str, str, ft.IconData]], chosen: str, on_pick: Callable[[str], Any]
) -> ft.Control:
    """A choice of two to four that stay visible: (value, words, icon)."""
    return tiles_in_frame(
        [
            spoken(
                _segment_part(words, name, value == chosen, tap(on_pick, value)), value == chosen
            )
            for value, words, name in options
        ]
    )


def tiles_in_frame(parts: Sequence[ft.Control]) -> ft.Container:
    """Parts of a segment in their common frame."""
    palette = colours()
    if look().large:
        inside: ft.Control = stretched(*parts, gap=4)
    else:
        inside = ft.Row(
            [ft.Container(content=part, expand=True) for part in parts], spacing=4,
            intrinsic_height=True, vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        )  # fmt: skip
    return ft.Container(
        content=inside, padding=4, bgcolor=palette.card, border_radius=16,
        border=ft.Border.all(palette.edge, palette.outline_variant),
    )  # fmt: skip


def _segment_part(words: str, name: ft.IconData, chosen: bool, on_tap: Tap) -> ft.Container:
    palette = colours()
    fore = palette.on_primary if chosen else palette.on_surface
    if look().large:
        inside: ft.Control = row(
            icon(name, 26, fore), text(words, "smallb", fore, expand=True), gap=14
        )
    else:
        inside = ft.Column(
            [icon(name, 24, fore), centred(words, "smallb", fore)],
            spacing=4, tight=True, alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        )  # fmt: skip
    return ft.Container(
        content=inside, padding=pad(12, 14) if look().large else pad(11, 2), border_radius=12,
        alignment=ft.Alignment.CENTER, ink=True, on_click=on_tap,
        bgcolor=palette.primary if chosen else None,
    )  # fmt: skip
