"""The stored photo of a camera's or gallery's file, by Pillow: reduced, upright, with its strip.

Only `images` comes here, at the first photo: a start reads no Pillow.
"""

from __future__ import annotations

import functools
import hashlib
import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from mobile.device import budget
from mobile.device.photo_rules import (
    BUDGET,
    INK,
    LETTER,
    LINE,
    MAX_PIXELS,
    PADDING,
    PAPER,
    SIDES,
    SMALL_QUALITY,
    SMALL_SIDE,
    SMALLEST,
    STRIP_WIDTH,
    set_for_face,
)
from mobile.ports import PreparedPhoto
from shared.photos import exif, pillow
from shared.photos.errors import PhotoTooLarge


def prepared(data: bytes, strip: tuple[str, ...], font: Path | None) -> PreparedPhoto:
    """Raises a PhotoError for what is no photo, or cannot be brought within the bytes."""
    picture = pillow.read(data, SIDES[0], MAX_PIXELS)
    with pillow.decoding():
        small = _small(picture.image)
        jpeg, (lebar, tinggi) = _within_budget(picture.image, strip, font)
    told = picture.file.exif
    return PreparedPhoto(
        jpeg=jpeg,
        small=small,
        sha256=hashlib.sha256(jpeg).hexdigest(),
        lebar=lebar,
        tinggi=tinggi,
        diambil=exif.taken(told.camera),
        lokasi=exif.position(told.gps),
    )


# The strip and the bytes ------------------------------------------------------------------------


def _small(picture: Image.Image) -> bytes:
    # A gap of 1 averages whole blocks first, which a picture this small does not show.
    size = _fitted(picture.size, SMALL_SIDE)
    reduced = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=1.0)
    return _jpeg(reduced, SMALL_QUALITY, progressive=False)


def _within_budget(
    picture: Image.Image, strip: tuple[str, ...], font: Path | None
) -> tuple[bytes, tuple[int, int]]:
    for side in SIDES:
        size = _fitted(picture.size, side)
        smaller = picture
        if size != picture.size:
            smaller = picture.resize(size, Image.Resampling.LANCZOS)
        elif side != SIDES[0]:
            continue  # it was this small from the start and did not fit
        canvas = _with_strip(smaller, strip, font)
        encoded = budget.fit(
            BUDGET,
            probe=lambda quality, canvas=canvas: len(_jpeg(canvas, quality, progressive=False)),
            encode=lambda quality, canvas=canvas: _jpeg(canvas, quality, progressive=True),
        )
        if encoded is not None:
            return encoded, canvas.size
    raise PhotoTooLarge("bytes")


def _fitted(size: tuple[int, int], side: int) -> tuple[int, int]:
    """`size` with its longest side at most `side`, its proportions kept."""
    scale = min(1.0, side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _with_strip(picture: Image.Image, strip: tuple[str, ...], font: Path | None) -> Image.Image:
    """The picture on a new canvas, with the strip below."""
    width, height = picture.size
    if strip:
        width = max(width, STRIP_WIDTH)
        height += 2 * PADDING + len(strip) * LINE
    canvas = Image.new("RGB", (width, height), PAPER)
    canvas.paste(picture, ((width - picture.width) // 2, 0))
    draw = ImageDraw.Draw(canvas)
    for number, line in enumerate(strip):
        middle = picture.height + PADDING + number * LINE + LINE // 2
        _write(draw, line, (2 * PADDING, middle), width - 4 * PADDING, font)
    return canvas


def _write(
    draw: ImageDraw.ImageDraw, line: str, at: tuple[int, int], room: int, font: Path | None
) -> None:
    """One line in the room there is: smaller letters first, then a cut."""
    text = _set_for(font, line)
    size = LETTER
    while size > SMALLEST and _face(font, size).getlength(text) > room:
        size -= 1
    face = _face(font, size)
    while text and face.getlength(text) > room:
        text = text[:-1]
    draw.text(at, text, fill=INK, font=face, anchor="lm")


def _set_for(font: Path | None, line: str) -> str:
    if font is None:
        return line.replace("–", "-")  # which the built-in face lacks
    return set_for_face(line)


@functools.lru_cache(maxsize=16)
def _face(font: Path | None, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    if font is not None:
        try:
            return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)
        except OSError:  # a damaged font must not cost the photo
            pass
    return ImageFont.load_default(size)


def _jpeg(picture: Image.Image, quality: int, *, progressive: bool) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, progressive=progressive)
    return out.getvalue()
