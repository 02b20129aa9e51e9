"""The colours can be read by everybody: contrasts after WCAG, in all three modes."""

from __future__ import annotations

from dataclasses import fields

import pytest

from shared.palette import MODES, Chip, Palette

TEXT = 7.0
SECOND_TEXT = 6.5
EDGE = 3.0

PAIRS = (
    ("on_surface", "surface", TEXT),
    ("on_surface", "card", TEXT),
    ("on_surface", "quiet", TEXT),
    ("on_surface_variant", "surface", SECOND_TEXT),
    ("on_surface_variant", "card", SECOND_TEXT),
    ("on_surface_variant", "quiet", SECOND_TEXT),
    ("on_primary", "primary", TEXT),
    ("on_primary_container", "primary_container", TEXT),
    ("on_error", "error", SECOND_TEXT),
    ("on_error_container", "error_container", TEXT),
    ("outline", "card", EDGE),
    ("outline", "surface", EDGE),
    ("primary", "card", TEXT),
)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("fore", "back", "least"), PAIRS)
def test_words_and_edges_stand_out(mode: str, fore: str, back: str, least: float) -> None:
    palette = MODES[mode]

    assert contrast(getattr(palette, fore), getattr(palette, back)) >= least


@pytest.mark.parametrize("mode", MODES)
def test_every_state_can_be_read_on_its_chip(mode: str) -> None:
    chips = {field.name: getattr(MODES[mode], field.name) for field in fields(Palette)}
    faint = [
        name
        for name, chip in chips.items()
        if isinstance(chip, Chip) and contrast(chip.fore, chip.back) < TEXT
    ]

    assert not faint


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert round(contrast("#000000", "#FFFFFF")) == 21


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_in_the_sun_there_are_no_tints() -> None:
    sun = MODES["sinar"]
    assert {sun.surface, sun.card, sun.quiet} == {"#FFFFFF"}
    assert sun.edge == sun.field_edge == 2
