"""From the camera's file to the stored photo: small, upright, with a strip below and no metadata.

The only file that knows Pillow. The picture is reduced while it is decoded, so that a phone with
little memory copes, and one photo is worked on at a time.
"""

from __future__ import annotations

import asyncio
import functools
import hashlib
import io
import math
import struct
import threading
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, UnidentifiedImageError

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
    STRIP_LINES,
    STRIP_WIDTH,
    set_for_face,
)
from mobile.ports import PhotoFacts, PreparedPhoto
from shared.photos import exif
from shared.photos.errors import BrokenPhoto, HeicPhoto, NotAPhoto, PhotoError, PhotoTooLarge
from shared.photos.picture_file import HEIC

HEAVY_PIXELS = 50_000_000
"""What cannot be reduced while decoding takes more than 150 MB above this."""

_FORMATS = ("JPEG", "PNG", "WEBP")
_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_UNREADABLE = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, struct.error)
_ONE_AT_A_TIME = threading.Lock()

Image.MAX_IMAGE_PIXELS = MAX_PIXELS


class PillowImages:
    """The real `Images`; `font` draws the strip, Pillow's own face does where there is none."""

    def __init__(self, font: Path | None = None) -> None:
        self._font = font

    async def prepare(self, data: bytes, strip: tuple[str, ...] = ()) -> PreparedPhoto:
        """In a thread, so that the screen goes on."""
        return await asyncio.to_thread(self.made, data, strip)

    def made(self, data: bytes, strip: tuple[str, ...] = ()) -> PreparedPhoto:
        """The stored photo of a camera's or gallery's file."""
        if len(strip) > STRIP_LINES:
            raise ValueError("the strip has at most two lines")
        with _ONE_AT_A_TIME:
            try:
                return _prepare(data, strip, self._font)
            except MemoryError as error:
                raise PhotoTooLarge("memory") from error

    def facts(self, data: bytes) -> PhotoFacts:
        """When and where it was taken, as far as the picture says so."""
        try:
            with _ONE_AT_A_TIME, _opened(data) as image:
                facts = _facts(image)
        except PhotoError:
            return PhotoFacts()
        return PhotoFacts(exif.taken(facts.camera), exif.position(facts.gps))

    def heavy(self, data: bytes) -> bool:
        """Whether decoding may take more memory than a small phone has: warn before `prepare`."""
        try:
            with _ONE_AT_A_TIME, _opened(data) as image:
                reducible = image.format in ("JPEG", "MPO") and not image.info.get("progressive")
                return not reducible and image.width * image.height > HEAVY_PIXELS
        except PhotoError:
            return False  # `prepare` says why


def strip_font(assets: Path) -> Path | None:
    """The cut for running text of the app's own face; None before the fonts were made."""
    return next(iter(sorted((assets / "fonts").glob("Jakarta-Medium*.ttf"))), None)


def _prepare(data: bytes, strip: tuple[str, ...], font: Path | None) -> PreparedPhoto:
    with _opened(data) as image:
        facts = _facts(image)  # before anything changes the picture
        picture = _upright(_reduced(image), facts.orientation)
    picture.info = {}  # or saving would write the camera's comment again
    small = _small(picture)
    jpeg, (lebar, tinggi) = _within_budget(picture, strip, font)
    return PreparedPhoto(
        jpeg=jpeg,
        small=small,
        sha256=hashlib.sha256(jpeg).hexdigest(),
        lebar=lebar,
        tinggi=tinggi,
        diambil=exif.taken(facts.camera),
        lokasi=exif.position(facts.gps),
    )


# Opening and decoding ---------------------------------------------------------------------------


def _opened(data: bytes) -> Image.Image:
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PhotoTooLarge("pixels") from error
    except (UnidentifiedImageError, *_UNREADABLE) as error:
        raise _what_it_is(data) from error
    if image.width * image.height > MAX_PIXELS:
        raise PhotoTooLarge("pixels")
    return image


def _what_it_is(data: bytes) -> PhotoError:
    if data.startswith(_SIGNATURES):
        return BrokenPhoto("header")
    if data[4:8] == b"ftyp" and data[8:12] in HEIC:
        return HeicPhoto(data[8:12].decode("ascii"))
    return NotAPhoto("empty" if not data.strip(b"\0") else "unknown format")


@dataclass(frozen=True)
class _Facts:
    orientation: int
    camera: exif.Tags
    gps: exif.Tags


def _facts(image: Image.Image) -> _Facts:
    try:
        tags = image.getexif()
        return _Facts(tags.get(0x0112, 1), tags.get_ifd(0x8769), tags.get_ifd(0x8825))
    except _UNREADABLE:
        return _Facts(1, {}, {})  # a picture whose EXIF is damaged is still a picture


def _reduced(image: Image.Image) -> Image.Image:
    """Decode to a little more than what is needed, then down to the side we keep."""
    scale = SIDES[0] / max(image.size)
    wanted = (math.ceil(image.width * scale), math.ceil(image.height * scale))
    try:
        image.draft("RGB", wanted)
        image.load()
    except _UNREADABLE as error:
        raise BrokenPhoto("data") from error
    picture = _rgb(image)
    picture.thumbnail((SIDES[0], SIDES[0]), Image.Resampling.LANCZOS)
    return picture


def _rgb(image: Image.Image) -> Image.Image:
    if image.mode == "RGB" and not image.has_transparency_data:
        return image
    if image.mode.startswith("I"):  # 16 bits of grey, which a plain conversion would clip
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("RGB")
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(paper, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _upright(picture: Image.Image, orientation: object) -> Image.Image:
    # Not ImageOps.exif_transpose: it writes the EXIF anew and fails where that is damaged.
    turn = _TURNS.get(orientation) if isinstance(orientation, int) else None
    return picture if turn is None else picture.transpose(turn)


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
