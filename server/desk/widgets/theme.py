"""How the staff view looks: one `Look` a page, and Flet's theme made from a palette."""

from __future__ import annotations

from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

import flet as ft

from shared.palette import GELAP, TERANG, Chip, Palette
from shared.widgets.looks import BOLD, EMOJI, EXTRA, MEDIUM, scheme

FONTS = {
    MEDIUM: "/fonts/Jakarta-Medium.ttf",
    BOLD: "/fonts/Jakarta-Bold.ttf",
    EXTRA: "/fonts/Jakarta-ExtraBold.ttf",
}
LATE_FONTS = {EMOJI: "/fonts/Emoji.ttf"}
"""Ten times as heavy as the others and rarely seen: it comes when the first picture stands."""

SIDE_BAR = Chip("#0B3B29", "#CFE3D8")
"""The side bar and its text, the same by day and by night."""
SIDE_CHOSEN = Chip("#1B5B41", "#FFFFFF")

FOCUS = 0.5
"""How much of the accent lies over what the keyboard has reached: seen on light and dark alike."""

NARROW_BELOW = 900
LARGE_FROM = 1.3
ROOMY_FROM = 1240
"""From here on tabs and filters share a line."""


@dataclass(frozen=True)
class Look:
    """What a page is drawn with: its colours and how much room it has."""

    palette: Palette = TERANG
    narrow: bool = False
    roomy: bool = True
    scale: float = 1.0
    """How large the system or the browser has all text."""

    @property
    def large(self) -> bool:
        """Whether what stands side by side must stand one below the other."""
        return self.narrow and self.scale > LARGE_FROM

    @property
    def margin(self) -> int:
        return 16 if self.narrow else 24


# Every page has a size and a system theme of its own.
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


def measure(page: ft.Page) -> bool:
    """Look at the page's size and the system's theme; True when it must be drawn anew."""
    before = _looks.get(page)
    width = page.width or ROOMY_FROM
    after = replace(
        before or Look(),
        palette=GELAP if page.platform_brightness == ft.Brightness.DARK else TERANG,
        narrow=width < NARROW_BELOW,
        roomy=width >= ROOMY_FROM,
    )
    _looks[page] = after
    return after != before


def set_scale(page: ft.Page, scale: float) -> bool:
    """What the probe has measured; True when all must be drawn anew."""
    before = _looks.get(page, Look())
    _looks[page] = replace(before, scale=round(scale, 1))
    return _looks[page] != before


def chip_colours(kind: str) -> Chip:
    """Colours of a state's chip: ok, info, wait, fix, bad, mute, nil, off."""
    chip: Chip = getattr(colours(), kind)
    return chip


def mixed(under: str, over: str, share: float) -> str:
    """``share`` of one colour over another: solid, so that it looks alike on any ground."""
    pairs = zip(_parts(under), _parts(over), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def flet_theme(palette: Palette) -> ft.Theme:
    """Material's roles from our palette, so that Flet's own controls match ours."""
    words = ft.TextStyle(
        size=14, font_family=MEDIUM, font_family_fallback=[EMOJI], letter_spacing=0,
        color=palette.on_surface,
    )  # fmt: skip
    return ft.Theme(
        font_family=MEDIUM,
        color_scheme=scheme(palette),
        popup_menu_theme=ft.PopupMenuTheme(color=palette.card, label_text_style=words),
        tooltip_theme=ft.TooltipTheme(
            text_style=ft.TextStyle(
                size=13, font_family=MEDIUM, letter_spacing=0, color=palette.surface
            )
        ),
        focus_color=ft.Colors.with_opacity(FOCUS, palette.accent),
        visual_density=ft.VisualDensity.STANDARD,
    )
