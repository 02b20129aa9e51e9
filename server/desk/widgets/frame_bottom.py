"""The bar below the page in a narrow window: three places, the others behind one more."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from server.desk import teks
from server.desk.menu import LAPORAN, NavItem
from server.desk.reading import Reading
from server.desk.widgets.frame_facts import FrameFacts
from server.desk.widgets.layout import pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import capped, icon, text
from server.desk.widgets.theme import colours
from shared.widgets.layout import column, row


def bottom_bar(facts: FrameFacts) -> ft.Container:
    """Under 900 px: the first three places, the others behind one more."""
    items = facts.items
    shown = items if len(items) <= _BOTTOM else items[: _BOTTOM - 1]
    rest = items[len(shown) :]
    places: list[ft.Control] = [_bottom_item(facts, item) for item in shown]
    if rest:
        places.append(_others(facts, rest))
    return ft.Container(
        content=ft.SafeArea(content=row(*places, gap=0)),
        bgcolor=colours().card,
        border=ft.Border.only(top=ft.BorderSide(1, colours().outline_variant)),
    )


_BOTTOM = 4


def _bottom_item(facts: FrameFacts, item: NavItem) -> ft.Container:
    counted = facts.waiting if item.key == LAPORAN else None
    return ft.Container(content=_BottomPlace(counted, facts, item), expand=True)


@ft.component
def _BottomPlace(
    counted: Reading[None, int] | None, facts: FrameFacts, item: NavItem
) -> ft.Control:
    chosen = item.key == facts.here
    waiting = (counted.found or 0) if counted else 0
    return pressable(
        bottom_words(item.symbol, item.words, chosen, waiting),
        lambda: facts.go(item.place()),
        f"{item.words}, {waiting}" if waiting else item.words,
        chosen=chosen,
    )


def bottom_words(symbol: ft.IconData, words: str, chosen: bool, waiting: int = 0) -> ft.Container:
    c = colours()
    sign = ft.Container(
        content=icon(symbol, 22, c.on_primary_container if chosen else c.on_surface_variant),
        bgcolor=c.primary_container if chosen else None,
        border_radius=16,
        padding=pad(4, 18),
        badge=_badge(waiting) if waiting else None,
    )
    return ft.Container(
        content=column(
            sign,
            capped(words, "metab" if chosen else "meta"),
            gap=2,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        alignment=ft.Alignment.CENTER,
        padding=pad(7, 2),
    )


def _badge(waiting: int) -> ft.Badge:
    c = colours()
    # As a text of its own: plain words are broken after the first figure.
    words = text(str(waiting) if waiting < 100 else "99+", "metab", c.on_error, no_wrap=True)
    return ft.Badge(label=words, bgcolor=c.error, large_size=20, padding=pad(0, 6))


def _others(facts: FrameFacts, items: Sequence[NavItem]) -> ft.PopupMenuButton:
    return ft.PopupMenuButton(
        tooltip=teks.NAV_LAINNYA,
        padding=0,
        expand=True,
        content=bottom_words(
            ft.Icons.MENU, teks.NAV_LAINNYA, facts.here in {item.key for item in items}
        ),
        items=[_other(facts, item) for item in items],
    )


def _other(facts: FrameFacts, item: NavItem) -> ft.PopupMenuItem:
    def press(_: object) -> None:
        facts.go(item.place())

    return ft.PopupMenuItem(
        content=row(icon(item.symbol, 20), text(item.words, "bodyb"), gap=10), on_click=press
    )
