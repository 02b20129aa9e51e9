"""Contrast by the formula of WCAG: what is read can be read, in the sun and at night."""

from __future__ import annotations

import pytest

from shared.palette import MODES, Chip, Palette

CHIPS = ("ok", "info", "wait", "fix", "bad", "mute", "nil", "off")

modes = pytest.mark.parametrize("palette", MODES.values(), ids=MODES.keys())


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_knows_black_and_white() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21.0
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48


@modes
def test_text_on_every_ground_reaches_7(palette: Palette) -> None:
    for ground in (palette.surface, palette.card, palette.quiet):
        assert contrast(palette.on_surface, ground) >= 7


@modes
def test_second_text_reaches_6_5(palette: Palette) -> None:
    for ground in (palette.surface, palette.card):
        assert contrast(palette.on_surface_variant, ground) >= 6.5


@modes
def test_words_on_filled_buttons_and_cards_reach_6_5(palette: Palette) -> None:
    pairs = (
        (palette.on_primary, palette.primary),
        (palette.on_primary_container, palette.primary_container),
        (palette.on_error, palette.error),
        (palette.on_error_container, palette.error_container),
    )
    for ink, ground in pairs:
        assert contrast(ink, ground) >= 6.5, (ink, ground)


@modes
def test_the_green_of_buttons_can_be_read_as_text_on_cards(palette: Palette) -> None:
    assert contrast(palette.primary, palette.card) >= 7


@modes
@pytest.mark.parametrize("name", CHIPS)
def test_every_chip_reaches_7(palette: Palette, name: str) -> None:
    chip: Chip = getattr(palette, name)
    assert contrast(chip.fore, chip.back) >= 7


@modes
def test_edges_of_fields_and_buttons_reach_3(palette: Palette) -> None:
    for ground in (palette.surface, palette.card):
        assert contrast(palette.outline, ground) >= 3


def test_in_the_sun_there_are_no_tints() -> None:
    sun = MODES["sinar"]
    assert {sun.surface, sun.card, sun.quiet} == {"#FFFFFF"}
    assert sun.edge == sun.field_edge == 2
