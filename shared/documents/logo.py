"""The logo of a kop made small: some kB that every phone can hold, sharp enough for 18 mm."""

from __future__ import annotations

import io

from shared.photos import pillow
from shared.photos.errors import PhotoError

SIDE = 240
MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 40_000_000
COLOURS = 64


class LogoError(Exception):
    """No picture that could be drawn: ask for another."""


def small_logo(data: bytes) -> bytes:
    """A PNG on white paper, at most 240 pixels a side; raises `LogoError`."""
    if len(data) > MOST_BYTES:
        raise LogoError
    try:
        with pillow.decoding():
            seen = pillow.read(data, SIDE, MOST_PIXELS).image.quantize(COLOURS)
    except PhotoError as error:
        raise LogoError from error
    out = io.BytesIO()
    seen.save(out, "PNG", optimize=True)
    return out.getvalue()
