"""The look: the system's theme unless one is chosen; sunlight two taps from Beranda."""

from __future__ import annotations

from typing import Any

import flet as ft
import pytest
from PIL import ImageFont

from mobile.widgets.theme import look
from shared.assets import FONTS
from shared.palette import GELAP, SINAR, TERANG
from tests.doubles.phone import memory_phone
from tests.mobile.screens.stage import Stage, staged

pytestmark = pytest.mark.anyio

ROOM = 360 / 4 - 8
"""What a tab leaves to its word on the smallest phone, in logical pixels."""
FLUTTERS_MOST = 1.3
"""The bar makes its words larger with the text, by no more than this."""


async def test_the_systems_theme_is_followed() -> None:
    async with staged(platform_brightness="dark") as stage:
        await stage.sees("Lapor kegiatan")
        assert look().palette is GELAP
        assert stage.tree.page.theme_mode == ft.ThemeMode.DARK
    async with staged(platform_brightness="light"):
        assert look().palette is TERANG


async def test_sunlight_is_two_taps_from_beranda_and_is_kept() -> None:
    phone = memory_phone()
    async with staged(phone) as stage:
        await stage.tap("Bantuan dan tampilan")
        await stage.tap("Sinar matahari")
        await stage.tree.until(lambda: look().palette is SINAR)
        assert phone.state.preferences().look == "sinar"
        await stage.sees("Lapor kegiatan")
    async with staged(phone):
        assert look().palette is SINAR


async def test_it_can_be_left_to_the_phone_again() -> None:
    phone = memory_phone()
    async with staged(phone, route="/desa/pengaturan", platform_brightness="dark") as stage:
        await stage.tap("Terang")
        await stage.tree.until(lambda: look().palette is TERANG)
        await stage.tap("Ikut HP")
        await stage.tree.until(lambda: look().palette is GELAP)
        assert phone.state.preferences().look is None


async def test_everything_is_drawn_anew_in_the_chosen_colours() -> None:
    async with staged(route="/desa/pengaturan") as stage:
        await stage.tap("Gelap")
        await stage.tree.until(lambda: _ground(stage) == GELAP.surface)


def _ground(stage: Stage) -> str:
    return str(stage.tree.find(ft.View)[-1].bgcolor)


async def test_with_large_text_the_longest_tab_stays_whole_on_a_small_phone() -> None:
    async with staged() as stage:
        await stage.sees("Lapor kegiatan")
        assert _longest_tab(stage) <= ROOM
        await stage.enlarge()
        assert _longest_tab(stage) * FLUTTERS_MOST <= ROOM


def _longest_tab(stage: Stage) -> float:
    """How wide the longest word of the bar is when it is chosen, in logical pixels."""
    [bar] = stage.tree.find(ft.NavigationBar)
    [around] = [one for one in stage.tree.find(ft.Container) if one.content is bar]
    assert around.theme is not None and around.theme.navigation_bar_theme is not None
    styles: Any = around.theme.navigation_bar_theme.label_text_style
    size = styles[ft.ControlState.SELECTED].size
    face = ImageFont.truetype(FONTS / "Jakarta-Bold.ttf", 100)
    return max(face.getlength(str(one.label)) for one in bar.destinations) * size / 100
