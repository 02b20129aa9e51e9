"""What the server wants to know of a JPEG before it keeps it, and the small picture made of it.

The check decodes at an eighth of the size, of all headers and the beginning of the first scan: a
decoder only warns of what is wrong behind it, in each kind of file, and the bytes are vouched for
by the SHA-256 already. All of it would cost ten times the time.
"""

from __future__ import annotations

import re
import struct
from io import BytesIO

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile

from shared.protocol import MAX_PHOTO_SIDE

SMALL_SIDE = 320
SMALL_QUALITY = 70
KEPT_SIDE = 1600
KEPT_QUALITY = 80
MOST_PIXELS = 60_000_000
MOST_SCANS = 64
"""Far beyond what any camera writes; thousands of scans are a known way to stall a decoder."""

SCAN_BYTES = 4096
"""So much of the first scan is decoded."""

_SOI = b"\xff\xd8\xff"
_EOI = 0xD9
_SOS = 0xDA
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_STANDALONE = (0x01, *range(0xD0, 0xD8))
_UNREADABLE = (OSError, SyntaxError, ValueError, LookupError, TypeError, struct.error)
"""What Pillow raises on a broken file."""


class JpegError(Exception):
    """The picture is not kept; the three kinds below say why."""


class NotJpegError(JpegError):
    """Something else than a JPEG: final."""


class BrokenJpegError(JpegError):
    """A JPEG that no decoder could show: final."""


class TooManyPixelsError(JpegError):
    """A side beyond what the protocol takes: final."""


def check(data: bytes) -> None:
    """Raise a `JpegError` unless ``data`` is a JPEG that decodes and is not too large."""
    if not data.startswith(_SOI):
        raise NotJpegError
    try:
        with JpegImageFile(BytesIO(data)) as head:
            width, height = head.size
        if max(width, height) > MAX_PHOTO_SIDE:
            raise TooManyPixelsError
        with JpegImageFile(BytesIO(_skeleton(data))) as picture:
            picture.draft("L" if picture.mode == "RGB" else None, (width // 8, height // 8))
            picture.load()
    except _UNREADABLE as error:
        raise BrokenJpegError from error


def small(data: bytes) -> bytes:
    """The picture within 320 px, as a JPEG without any metadata."""
    with Image.open(BytesIO(data), formats=("JPEG",)) as picture:
        picture.draft("RGB", (SMALL_SIDE * 2, SMALL_SIDE * 2))
        picture.load()
        picture.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS)
        ImageOps.exif_transpose(picture, in_place=True)
        shown = picture.convert("RGB")
    # Whatever else the file told: a comment would be written again.
    shown.info.clear()
    out = BytesIO()
    shown.save(out, "JPEG", quality=SMALL_QUALITY)
    return out.getvalue()


def reduced(data: bytes) -> bytes:
    """A camera's JPEG or a PNG as it is kept: upright, within 1600 px, without any metadata."""
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise TooManyPixelsError
            picture.draft("RGB", (KEPT_SIDE, KEPT_SIDE))
            shown = ImageOps.exif_transpose(picture).convert("RGB")
    except (Image.DecompressionBombError, *_UNREADABLE) as error:
        raise BrokenJpegError from error
    shown.thumbnail((KEPT_SIDE, KEPT_SIDE), Image.Resampling.LANCZOS)
    out = BytesIO()
    shown.save(out, "JPEG", quality=KEPT_QUALITY)
    return out.getvalue()


def _skeleton(data: bytes) -> bytes:
    """Every header, and the beginning of the first scan."""
    kept: list[bytes] = []
    position, start, scans = 2, 0, 0
    while True:
        position, marker = _marker_at(data, position)
        if marker == _EOI:
            kept.append(data[start:position])
            return b"".join(kept)
        if marker in _STANDALONE:
            continue
        position += int.from_bytes(data[position : position + 2], "big")
        if marker != _SOS:
            continue
        scans += 1
        found = _NEXT_MARKER.search(data, position)
        if scans > MOST_SCANS or found is None:
            raise BrokenJpegError
        end = min(position + SCAN_BYTES, found.start()) if scans == 1 else position
        kept.append(data[start:end])
        position = start = found.start()


def _marker_at(data: bytes, position: int) -> tuple[int, int]:
    """The marker at ``position`` and where its content starts; fill bytes are skipped."""
    if data[position : position + 1] != b"\xff":
        raise BrokenJpegError
    while data[position] == 0xFF:
        position += 1
    return position + 1, data[position]
