"""How the app looks: one `Look` a page, and Flet's theme made from a palette."""

from __future__ import annotations

from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

import flet as ft

from mobile.widgets.assets import address
from shared.palette import GELAP, MODES, SINAR, TERANG, Chip, Palette
from shared.widgets.looks import BOLD, EMOJI, EXTRA, MEDIUM, scheme

FONTS = {
    MEDIUM: address("fonts/Jakarta-Medium.ttf"),
    BOLD: address("fonts/Jakarta-Bold.ttf"),
    EXTRA: address("fonts/Jakarta-ExtraBold.ttf"),
    EMOJI: address("fonts/Emoji.ttf"),
}

LARGE_FROM = 1.3

MARGIN = 16
TARGET = 48

SISTEM = "sistem"
LOOKS = (SISTEM, *MODES)


@dataclass(frozen=True)
class Look:
    """What a page is drawn with: its colours, and whether the text is so large that rows stack."""

    palette: Palette = TERANG
    large: bool = False
    narrow: bool = False

    @property
    def sun(self) -> bool:
        """Whether this is the mode for outdoors: solid chips, no tints, nothing moves."""
        return self.palette is SINAR

    @property
    def dark(self) -> bool:
        return self.palette is GELAP


# Flet draws each page by itself: a page's look belongs to the page, not to the process.
_looks: WeakKeyDictionary[ft.BasePage, Look] = WeakKeyDictionary()


def look() -> Look:
    """The look of the page that is being drawn; the light one where there is no page."""
    try:
        page = ft.context.page
    except RuntimeError:
        return Look()
    return _looks.get(page, Look())


def colours() -> Palette:
    """The palette of the page that is being drawn."""
    return look().palette


def set_look(page: ft.Page, **changes: object) -> bool:
    """Change parts of a page's look; True when it is different and must be redrawn."""
    before = _looks.get(page, Look())
    after = replace(before, **changes)  # pyright: ignore[reportArgumentType]
    _looks[page] = after
    return after != before


def palette_for(choice: str | None, *, dark: bool) -> Palette:
    """The chosen mode, or what the system wants when nothing is chosen."""
    return MODES.get(choice or "") or (GELAP if dark else TERANG)


def state_colours(kind: str) -> Chip:
    """Colours of a state's chip: ok, info, wait, fix, bad, mute, nil, off."""
    chip: Chip = getattr(colours(), kind)
    return chip


def flet_theme(palette: Palette) -> ft.Theme:
    """Material's roles from our palette, so that Flet's own controls match ours."""
    return ft.Theme(
        color_scheme=scheme(
            palette,
            secondary=palette.on_surface_variant,
            surface_container=palette.quiet,
            surface_tint="#00FFFFFF",
        ),
        font_family=MEDIUM,
        page_transitions=ft.PageTransitionsTheme(
            android=ft.PageTransitionTheme.NONE, linux=ft.PageTransitionTheme.NONE
        ),
        visual_density=ft.VisualDensity.STANDARD,
    )
