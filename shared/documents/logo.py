"""The logo of a kop made small: some kB that every phone can hold, sharp enough for 18 mm."""

from __future__ import annotations

import io

SIDE = 240
MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 40_000_000
COLOURS = 64


class LogoError(Exception):
    """No PNG or JPEG that could be drawn: ask for another picture."""


def small_logo(data: bytes) -> bytes:
    """A PNG on white paper, at most 240 pixels a side; raises `LogoError`."""
    from PIL import Image

    if len(data) > MOST_BYTES:
        raise LogoError
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise LogoError
            picture.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
            seen = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise LogoError from error
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    out = io.BytesIO()
    paper.convert("RGB").quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()
