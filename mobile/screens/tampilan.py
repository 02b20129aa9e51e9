"""The chosen look: kept in the preferences, and put on every page that is drawn."""

from __future__ import annotations

from dataclasses import replace

import flet as ft

from mobile.screens.here import Here
from mobile.usecases.phone import Phone, off_loop
from mobile.widgets.theme import SISTEM, flet_theme, look, palette_for, set_look


def chosen(phone: Phone) -> str:
    """``sistem``, or the mode that the person picked."""
    return phone.state.preferences().look or SISTEM


async def choose(place: Here, value: str) -> None:
    """Keep a look and draw everything in it."""
    wanted = None if value == SISTEM else value

    def keep() -> None:
        state = place.phone.state
        state.set_preferences(replace(state.preferences(), look=wanted))

    await off_loop(keep)
    put_on(place.page, wanted)
    place.redraw()


def put_on(page: ft.Page, choice: str | None) -> None:
    """Give the page its palette and Flet the theme that goes with it."""
    dark = page.platform_brightness == ft.Brightness.DARK
    palette = palette_for(choice, dark=dark)
    set_look(page, palette=palette)
    theme = flet_theme(palette)
    page.theme = page.dark_theme = theme
    page.theme_mode = ft.ThemeMode.DARK if look().dark else ft.ThemeMode.LIGHT
    page.update()
