"""Photos on a page: a small one, one with a cross, and the grey box where one is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile.widgets.text import centred, icon
from mobile.widgets.theme import TARGET, colours
from shared.widgets.layout import column

Tap = Callable[..., Any]
Source = str | bytes


def picture(
    source: Source | None,
    width: float | None,
    height: float,
    *,
    radius: float = 12,
    missing: str = "",
    **how: Any,
) -> ft.Control:
    """A photo that fills its box; without a source a quiet box of the same size with words."""
    if source is None:
        return _missing(width, height, radius, missing)
    return ft.Image(
        src=source, width=width, height=height, fit=ft.BoxFit.COVER, border_radius=radius,
        gapless_playback=True, **how,
    )  # fmt: skip


def _missing(width: float | None, height: float, radius: float, words: str) -> ft.Container:
    parts: list[ft.Control] = [icon(ft.Icons.IMAGE_OUTLINED, 24)]
    if words and height >= 80:
        parts.append(centred(words, "meta", colours().on_surface_variant))
    return ft.Container(
        content=column(
            *parts, gap=4, alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        width=width, height=height, bgcolor=colours().quiet, border_radius=radius, padding=6,
        border=ft.Border.all(colours().edge, colours().outline_variant),
        alignment=ft.Alignment.CENTER,
    )  # fmt: skip


def veiled(
    shown: ft.Control, words: str, width: float | None, height: float, radius: float = 12
) -> ft.Stack:
    """A photo that nobody should see in passing: blurred, with the mark that says why."""
    veil = _veil(words, radius, small=height < 80)
    return ft.Stack(
        [shown, veil], width=width, height=height, clip_behavior=ft.ClipBehavior.ANTI_ALIAS
    )


def _veil(words: str, radius: float, on_click: Tap | None = None, *, small: bool) -> ft.Container:
    """Its word is only spoken where there is no room to write it."""
    white = "#FFFFFF"
    said = [] if small else [centred(words, "metab", white)]
    mark = column(
        icon(ft.Icons.VISIBILITY_OFF, 22, white), *said, gap=3,
        alignment=ft.MainAxisAlignment.CENTER,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )  # fmt: skip
    return ft.Container(
        content=ft.Semantics(content=mark, label=words) if small else mark,
        left=0, right=0, top=0, bottom=0, bgcolor="#99101512", blur=ft.Blur(16, 16),
        alignment=ft.Alignment.CENTER, border_radius=radius, on_click=on_click,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )  # fmt: skip


def thumb(
    source: Source | None,
    on_remove: Tap,
    remove_words: str,
    on_open: Tap | None = None,
    *,
    height: float = 96,
    missing: str = "",
    open_words: str | None = None,
    mark: str = "",
) -> ft.Stack:
    """A photo with its cross: drawn 30, touched at 48; ``mark``: the word on its veil, if any."""
    cross = ft.Container(
        content=ft.Container(
            content=icon(ft.Icons.CLOSE, 18, "#FFFFFF"), width=30, height=30, border_radius=15,
            bgcolor="#B0000000", alignment=ft.Alignment.CENTER,
        ),
        right=0, top=0, width=TARGET, height=TARGET, alignment=ft.Alignment.CENTER,
        ink=True, on_click=on_remove, tooltip=remove_words, border_radius=24,
    )  # fmt: skip
    shown = ft.Container(
        content=picture(source, None, height, radius=14, missing=missing),
        left=0, right=0, top=0, bottom=0, on_click=on_open, ink=on_open is not None,
        border_radius=14, clip_behavior=ft.ClipBehavior.ANTI_ALIAS, tooltip=open_words,
    )  # fmt: skip
    veil = [_veil(mark, 14, on_open, small=height < 80)] if mark and source is not None else []
    return ft.Stack([shown, *veil, cross], height=height)


def add_photo(words: str, on_tap: Tap, *, height: float | None = 96) -> ft.Container:
    """The tile that opens the camera."""
    palette = colours()
    return ft.Container(
        content=column(
            icon(ft.Icons.ADD_A_PHOTO, 28, palette.primary),
            centred(words, "smallb", palette.primary),
            gap=5, alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        height=height, padding=10, border_radius=14, bgcolor=palette.card,
        border=ft.Border.all(palette.field_edge, palette.primary),
        alignment=ft.Alignment.CENTER, ink=True, on_click=on_tap,
    )  # fmt: skip
