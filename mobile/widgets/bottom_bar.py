"""The four tabs, with the counters that never hide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import flet as ft

from mobile.widgets.layout import pad
from mobile.widgets.taps import settle
from mobile.widgets.text import style, text
from mobile.widgets.theme import colours, look

MOST = 9


@dataclass(frozen=True)
class Tab:
    """One destination: its word, its two icons, and how many things wait there."""

    words: str
    icon: ft.IconData
    chosen_icon: ft.IconData
    count: int = 0


def tab_bar(tabs: Sequence[Tab], chosen: int, on_pick: Callable[[int], Any]) -> ft.Container:
    """The bottom bar; ``on_pick`` gets the index."""
    palette = colours()

    async def picked(event: ft.Event[ft.NavigationBar]) -> None:
        await settle(on_pick(event.control.selected_index))

    bar = ft.NavigationBar(
        selected_index=chosen,
        height=80,
        bgcolor=palette.bar,
        indicator_color=palette.primary_container,
        elevation=0,
        label_behavior=ft.NavigationBarLabelBehavior.ALWAYS_SHOW,
        on_change=picked,
        destinations=[_destination(tab) for tab in tabs],
    )
    edge, theme = ft.BorderSide(palette.edge, palette.outline_variant), _theme()
    return ft.Container(
        content=bar, border=ft.Border.only(top=edge), theme=theme, dark_theme=theme
    )  # fmt: skip


def _theme() -> ft.Theme:
    """The bar makes its words larger by itself, by a third at most: the longest stays whole."""
    palette, size = colours(), 11 if look().large else 13
    chosen, other = style("metab", palette.on_surface), style("meta", palette.on_surface_variant)
    labels = {
        ft.ControlState.SELECTED: replace(chosen, size=size, height=None),
        ft.ControlState.DEFAULT: replace(other, size=size, height=None),
    }
    return ft.Theme(navigation_bar_theme=ft.NavigationBarTheme(label_text_style=labels))


def _destination(tab: Tab) -> ft.NavigationBarDestination:
    return ft.NavigationBarDestination(
        icon=_with_badge(tab.icon, tab.count),
        selected_icon=_with_badge(tab.chosen_icon, tab.count),
        label=tab.words,
    )


def _with_badge(name: ft.IconData, count: int) -> ft.Icon:
    return ft.Icon(name, size=26, badge=_badge(count) if count else None)


def _badge(count: int) -> ft.Badge:
    back = "#000000" if look().sun else "#B3261E"
    words = str(count) if count <= MOST else f"{MOST}+"
    return ft.Badge(
        label=text(words, "metab", "#FFFFFF"),
        bgcolor=back, text_color="#FFFFFF", large_size=20, padding=pad(0, 6),
    )  # fmt: skip
