"""The frame of a screen: head, scrolling middle, and what is fixed under the thumb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from mobile.widgets.buttons import icon_button
from mobile.widgets.layout import pad
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import MARGIN, colours, look
from shared.widgets.layout import column, row, wrapped

Tap = Callable[..., Any]


def screen(
    head: ft.Control,
    body: Sequence[ft.Control],
    bottom: ft.Control | None = None,
    *,
    gap: float = 14,
    on_scroll: Callable[..., Any] | None = None,
    scroll_ref: ft.Ref[ft.Column] | None = None,
) -> ft.Container:
    """Head above, ``body`` scrolls, ``bottom`` keeps its place."""
    # The margin lies inside what scrolls, so that the scroll bar runs in it.
    inside = ft.Column(
        [*body, ft.Container(height=8)],
        spacing=gap,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    middle = ft.Column(
        [ft.Container(content=inside, padding=pad(0, MARGIN, top=4))],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        on_scroll=on_scroll,
        ref=scroll_ref,
    )
    parts = [
        head,
        ft.Container(content=middle, expand=True),
        *([bottom] if bottom else []),
    ]
    return page_ground(ft.Column(parts, spacing=0, expand=True))


def page_ground(content: ft.Control) -> ft.Container:
    """The page's colour behind everything."""
    return ft.Container(content=content, bgcolor=colours().surface, expand=True)


def top_bar(
    title: str,
    sub: ft.Control | str | None,
    on_back: Tap,
    back_words: str,
    actions: Sequence[ft.Control] = (),
) -> ft.Container:
    """Head of a screen above the tabs. ``sub`` is a line of words or e.g. `saved_line`."""
    line = second(sub, "meta") if isinstance(sub, str) else sub
    words = column(
        text(title, "title", lines=None if look().large else 1),
        *([line] if line else []),
        gap=1, expand=True,
    )  # fmt: skip
    back = icon_button(ft.Icons.ARROW_BACK, back_words, on_back, colour=colours().on_surface)
    return ft.Container(content=row(back, words, *actions, gap=4), padding=pad(8, 4, right=12))


def tab_head(title: str, actions: Sequence[ft.Control] = ()) -> ft.Container:
    """Head of a tab: its name, large."""
    return ft.Container(
        content=row(text(title, "tab", expand=True), *actions), padding=pad(8, 16, right=8)
    )


def bottom_panel(*parts: ft.Control) -> ft.Container:
    """The lowest place of a screen: the primary button, with at most one line above it."""
    palette = colours()
    return ft.Container(
        content=ft.Column(
            list(parts), spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        ),
        padding=pad(12, MARGIN, bottom=16),
        bgcolor=palette.bar,
        border=ft.Border.only(top=ft.BorderSide(palette.edge, palette.outline_variant)),
    )


def panel_note(words: str, *, good: bool) -> ft.Row:
    """The line above the primary button: all is there, or what is missing."""
    palette = colours()
    mark, colour = (
        (ft.Icons.CHECK_CIRCLE, palette.primary) if good
        else (ft.Icons.INFO, palette.on_surface_variant)
    )  # fmt: skip
    return row(icon(mark, 18, colour), second(words, expand=True), gap=7)


def saved_line(words: str) -> ft.Row:
    """ "Tersimpan di HP ini, 20.41", with its tick."""
    colour = colours().on_surface if look().sun else colours().ok.fore
    return row(icon(ft.Icons.CHECK_CIRCLE, 16, colour), second(words, "meta", expand=True), gap=5)


def section(
    title: str, *parts: ft.Control, note: str | None = None, gap: float = 10, key: str | None = None
) -> ft.Column:
    """A question of a form, or a part of a page: heading, note at its right, content."""
    head = text(title, "head")
    if note is None:
        top: ft.Control = head
    elif look().large:
        top = column(head, second(note, "meta"), gap=2)
    else:
        top = row(ft.Container(content=head, expand=True), second(note, "meta"))
    return ft.Column(
        [top, *parts], spacing=gap, tight=True, key=key,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip


def group_head(title: str, count: int | None = None) -> ft.Container:
    """Heading of a group in a list, with how many there are."""
    parts = [text(title, "head"), *([second(str(count))] if count is not None else [])]
    return ft.Container(
        content=wrapped(*parts) if look().large else row(*parts), padding=pad(0, 2, top=4)
    )
