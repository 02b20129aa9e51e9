"""From the camera's file to the stored photo: small, upright, stamped below, without metadata.

The only file that knows Pillow. The picture is reduced while it is decoded, so that a phone with
little memory copes, and one photo is worked on at a time.
"""

from __future__ import annotations

import functools
import hashlib
import io
import math
import struct
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, UnidentifiedImageError

from mobile.device import budget, exif
from shared.laporan import Lokasi

# The family of everything that can be wrong with a file that should become a photo:
#
#   PhotoError
#   ├── NotAPhoto
#   │   └── HeicPhoto
#   ├── BrokenPhoto
#   └── PhotoTooLarge


class PhotoError(Exception):
    """This file does not become a photo; say why and go on, nothing else is touched."""


class NotAPhoto(PhotoError):
    """Empty, a web page, a document: ask for another file."""


class HeicPhoto(NotAPhoto):
    """A format only its own phone reads: ask for a photo by our camera, or one saved as JPEG."""


class BrokenPhoto(PhotoError):
    """A picture cut short or damaged: ask to take it again."""


class PhotoTooLarge(PhotoError):
    """More pixels or memory than this phone can bear: ask for a smaller picture."""


@dataclass(frozen=True)
class PreparedPhoto:
    """A photo ready to be stored: ``sha256`` names ``jpeg``; the thumbnail has no strip."""

    jpeg: bytes
    thumbnail: bytes
    sha256: str
    size: int
    lebar: int
    tinggi: int
    diambil: str | None = None
    lokasi: Lokasi | None = None


BUDGET = 150_000
"""Bytes of a stored photo, at most."""

SIDES = (1280, 1024, 800, 640, 480, 320, 160)
"""The longest side in pixels; the later ones only where the one before cannot fit the budget."""

THUMBNAIL_SIDE, THUMBNAIL_QUALITY = 320, 60

MAX_PIXELS = 220_000_000
"""Phones with 200 megapixels exist."""

HEAVY_PIXELS = 50_000_000
"""What cannot be reduced while decoding takes more than 150 MB above this."""

STRIP_LINES = 2
_LETTER, _SMALLEST, _LINE, _PADDING = 20, 11, 26, 6
_STRIP_WIDTH = 480  # a narrower picture gets margins, so that its strip can still be read
_INK, _PAPER = (208, 214, 210), (38, 44, 41)

_FORMATS = ("JPEG", "PNG", "WEBP")
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif")
_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
_UNREADABLE = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, struct.error)
_ONE_AT_A_TIME = threading.Lock()

Image.MAX_IMAGE_PIXELS = MAX_PIXELS


def prepare(raw: bytes, stamp: Sequence[str] = (), font: Path | None = None) -> PreparedPhoto:
    """Make the stored photo of a camera's or gallery's file; `stamp` has at most two lines.

    Takes a good part of a second on a cheap phone: call it in a thread.
    """
    if len(stamp) > STRIP_LINES:
        raise ValueError("the strip has at most two lines")
    with _ONE_AT_A_TIME:
        try:
            return _prepare(raw, stamp, font)
        except MemoryError as error:
            raise PhotoTooLarge("memory") from error


def is_heavy(raw: bytes) -> bool:
    """Whether decoding may take more memory than a small phone has: ask before `prepare`."""
    with _ONE_AT_A_TIME, _opened(raw) as image:
        reducible = image.format in ("JPEG", "MPO") and not image.info.get("progressive")
        return not reducible and image.width * image.height > HEAVY_PIXELS


def _prepare(raw: bytes, stamp: Sequence[str], font: Path | None) -> PreparedPhoto:
    with _opened(raw) as image:
        facts = _facts(image)  # before anything changes the picture
        picture = _upright(_reduced(image), facts.orientation)
    thumbnail = _thumbnail(picture)
    jpeg, (lebar, tinggi) = _within_budget(picture, stamp, font)
    return PreparedPhoto(
        jpeg=jpeg,
        thumbnail=thumbnail,
        sha256=hashlib.sha256(jpeg).hexdigest(),
        size=len(jpeg),
        lebar=lebar,
        tinggi=tinggi,
        diambil=exif.taken(facts.camera),
        lokasi=exif.position(facts.gps),
    )


# Opening and decoding ---------------------------------------------------------------------------


def _opened(raw: bytes) -> Image.Image:
    try:
        image = Image.open(io.BytesIO(raw), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PhotoTooLarge("pixels") from error
    except (UnidentifiedImageError, *_UNREADABLE) as error:
        raise _what_it_is(raw) from error
    if image.width * image.height > MAX_PIXELS:
        raise PhotoTooLarge("pixels")
    return image


def _what_it_is(raw: bytes) -> PhotoError:
    if raw.startswith(_SIGNATURES):
        return BrokenPhoto("header")
    if raw[4:8] == b"ftyp" and raw[8:12] in _HEIC:
        return HeicPhoto(raw[8:12].decode("ascii"))
    return NotAPhoto("empty" if not raw.strip(b"\0") else "unknown format")


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


def _thumbnail(picture: Image.Image) -> bytes:
    small = picture.resize(_fitted(picture.size, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    return _jpeg(small, THUMBNAIL_QUALITY, progressive=False)


def _within_budget(
    picture: Image.Image, stamp: Sequence[str], font: Path | None
) -> tuple[bytes, tuple[int, int]]:
    for side in SIDES:
        size = _fitted(picture.size, side)
        smaller = picture
        if size != picture.size:
            smaller = picture.resize(size, Image.Resampling.LANCZOS)
        elif side != SIDES[0]:
            continue  # it was this small from the start and did not fit
        canvas = _stamped(smaller, stamp, font)
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


def _stamped(picture: Image.Image, stamp: Sequence[str], font: Path | None) -> Image.Image:
    """A new canvas, which also leaves every bit of metadata behind, with the strip below."""
    width, height = picture.size
    if stamp:
        width = max(width, _STRIP_WIDTH)
        height += 2 * _PADDING + len(stamp) * _LINE
    canvas = Image.new("RGB", (width, height), _PAPER)
    canvas.paste(picture, ((width - picture.width) // 2, 0))
    draw = ImageDraw.Draw(canvas)
    for number, line in enumerate(stamp):
        middle = picture.height + _PADDING + number * _LINE + _LINE // 2
        _write(draw, line, (2 * _PADDING, middle), width - 4 * _PADDING, font)
    return canvas


def _write(
    draw: ImageDraw.ImageDraw, line: str, at: tuple[int, int], room: int, font: Path | None
) -> None:
    """One line in the room there is: smaller letters first, then a cut."""
    text = line if font else line.replace("\u2013", "-")  # which the built-in face lacks
    size = _LETTER
    while size > _SMALLEST and _face(font, size).getlength(text) > room:
        size -= 1
    face = _face(font, size)
    while text and face.getlength(text) > room:
        text = text[:-1]
    draw.text(at, text, fill=_INK, font=face, anchor="lm")


@functools.lru_cache(maxsize=16)
def _face(font: Path | None, size: int) -> ImageFont.FreeTypeFont:
    if font is not None:
        return ImageFont.truetype(font, size)
    face = ImageFont.load_default(size)
    assert isinstance(face, ImageFont.FreeTypeFont)  # whenever a size is given
    return face


def _jpeg(picture: Image.Image, quality: int, *, progressive: bool) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, progressive=progressive)
    return out.getvalue()
