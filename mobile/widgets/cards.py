"""Cards: an edge of one pixel does the work, no shadows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile.widgets.layout import pad, rule, stretched
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import colours, look, state_colours
from shared.widgets.layout import column, row

Tap = Callable[..., Any]
Link = tuple[ft.IconData, str, str | None, Tap]


def card(
    content: ft.Control,
    *,
    padding: ft.PaddingValue = 16,
    radius: float = 16,
    back: str | None = None,
    edge: str | None = None,
    on_tap: Tap | None = None,
    **how: Any,
) -> ft.Container:
    """A framed piece of page; it can be tapped when ``on_tap`` is given."""
    palette = colours()
    return ft.Container(
        content=content,
        padding=padding,
        bgcolor=back or palette.card,
        border_radius=radius,
        border=ft.Border.all(palette.edge, edge or palette.outline_variant),
        ink=on_tap is not None,
        on_click=on_tap,
        **how,
    )


def tinted(
    kind: str,
    content: ft.Control,
    *,
    padding: ft.PaddingValue = 16,
    radius: float = 18,
    on_tap: Tap | None = None,
) -> ft.Container:
    """A card in a state's colour; in sunlight a white one with a black edge."""
    sun = look().sun
    back = colours().card if sun else state_colours(kind).back
    edge = colours().outline if sun else back
    return card(content, padding=padding, radius=radius, back=back, edge=edge, on_tap=on_tap)


def tinted_ink(kind: str) -> str:
    """The colour of words on `tinted`."""
    return colours().on_surface if look().sun else state_colours(kind).fore


def green(content: ft.Control, *, padding: ft.PaddingValue = 16) -> ft.Container:
    """A calm, good fact in the colour of the house."""
    palette = colours()
    edge = palette.outline if look().sun else palette.primary_container
    return card(content, padding=padding, back=palette.primary_container, edge=edge)


def icon_block(
    name: ft.IconData, kind: str, size: float = 42, *, solid: bool = False
) -> ft.Container:
    """An icon on a rounded square in a state's colours; ``solid`` swaps the two."""
    chip = state_colours(kind)
    back, fore = (chip.fore, chip.back) if solid and not look().sun else (chip.back, chip.fore)
    return ft.Container(
        content=icon(name, size * 0.54, fore),
        width=size,
        height=size,
        bgcolor=back,
        border_radius=size * 0.29,
        alignment=ft.Alignment.CENTER,
    )


def link_row(
    lead: ft.Control,
    title: str,
    sub: str | None = None,
    *,
    trail: ft.Control | None = None,
    colour: str | None = None,
) -> ft.Row:
    """A row that leads somewhere: icon, title, second line, and a sign at the right."""
    lines = None if look().large else 1
    words = [text(title, "bodyb", colour, lines=lines)]
    if sub:
        words.append(second(sub, lines=lines))
    return row(
        lead,
        column(*words, gap=1, expand=True),
        trail or icon(ft.Icons.CHEVRON_RIGHT, 24),
        gap=12,
    )


def link_card(
    lead: ft.Control,
    title: str,
    sub: str | None,
    on_tap: Tap,
    *,
    trail: ft.Control | None = None,
    strong: bool = False,
) -> ft.Container:
    """`link_row` as a card of its own; ``strong`` frames it as something to do."""
    palette = colours()
    colour = palette.primary if strong else None
    edge = palette.outline if strong else None
    inside = link_row(lead, title, sub, trail=trail, colour=colour)
    return card(inside, padding=pad(11, 12), edge=edge, on_tap=on_tap)


def link_list(*entries: Link) -> ft.Container:
    """Links one below the other in one card: (icon, title, second line, on_tap)."""
    rows: list[ft.Control] = []
    for name, title, sub, on_tap in entries:
        rows += [rule()] if rows else []
        inside = link_row(icon(name, 26, colours().primary), title, sub)
        rows.append(ft.Container(content=inside, padding=pad(12, 14), ink=True, on_click=on_tap))
    return framed_list(*rows)


def framed_list(*rows: ft.Control) -> ft.Container:
    """Rows inside one card, edge to edge; put `rule()` between them yourself."""
    inside = stretched(*rows, gap=0)
    return card(inside, padding=0, clip_behavior=ft.ClipBehavior.ANTI_ALIAS)


def fact(label: str, value: str, *, marked: str | None = None) -> ft.Container:
    """A label with its value, one row of `framed_list`; ``marked`` colours it as a state."""
    words = column(second(label, "meta"), text(value or "–", "body"), gap=2)
    if marked is None:
        return ft.Container(content=words, padding=pad(10, 14))
    chip = state_colours(marked)
    sun = look().sun
    line = chip.back if sun else chip.fore
    return ft.Container(
        content=words,
        padding=pad(10, 14),
        bgcolor=None if sun else chip.back,
        border=ft.Border.only(left=ft.BorderSide(4, line)),
    )
