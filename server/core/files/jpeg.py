"""What the server wants to know of a JPEG before it keeps it, and the small picture made of it.

The check decodes at an eighth of the size, of all headers and the first rows: a decoder only warns
of what is wrong behind them, in each kind of file, and the bytes are vouched for by the SHA-256
already. All of it would cost thirty times the time.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from shared.photos import pillow
from shared.photos.errors import PhotoError
from shared.protocol import MAX_PHOTO_SIDE

SMALL_SIDE = 320
SMALL_QUALITY = 70
KEPT_SIDE = 1600
KEPT_QUALITY = 80
MOST_PIXELS = 60_000_000
MOST_SCANS = 64
"""Far beyond what any camera writes; thousands of scans are a known way to stall a decoder."""

SCAN_BYTES, ROWS = 2048, 16
"""So much of the first scan is decoded, and not beyond so many rows."""

_SOI = b"\xff\xd8\xff"
_EOI = 0xD9
_SOS = 0xDA
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_STANDALONE = (0x01, *range(0xD0, 0xD8))
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""What tells the sides."""


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
    with _decoding(), JpegImageFile(BytesIO(_beginning(data))) as picture:
        eighth = max(1, picture.width // 8), max(1, picture.height // 8)
        picture.draft("L" if picture.mode == "RGB" else None, eighth)
        picture.load()


def small(data: bytes) -> bytes:
    """The picture within 320 px, as a JPEG without any metadata; raises a `JpegError`."""
    with _decoding():
        return _jpeg(pillow.read(data, SMALL_SIDE, MOST_PIXELS).image, SMALL_QUALITY)


def reduced(data: bytes) -> bytes:
    """A camera's picture as it is kept: upright, within 1600 px, without any metadata.

    Raises a PhotoError.
    """
    with pillow.decoding():
        return _jpeg(pillow.read(data, KEPT_SIDE, MOST_PIXELS).image, KEPT_QUALITY)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


@contextmanager
def _decoding() -> Generator[None]:
    try:
        with pillow.decoding(passing=JpegError):
            yield
    except PhotoError as error:
        raise BrokenJpegError from error


def _beginning(data: bytes) -> bytes:
    """Every header, and the first rows: what the headers say of more of them is altered."""
    kept: list[bytes] = []
    position, start, scans, rows_at = 2, 0, 0, 0
    while True:
        position, marker = _marker_at(data, position)
        if marker == _EOI:
            kept.append(data[start:position])
            return _of_few_rows(b"".join(kept), rows_at)
        if marker in _STANDALONE:
            continue
        if marker in _FRAMES and not scans:
            rows_at = position + 3
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


def _of_few_rows(data: bytes, at: int) -> bytes:
    """The number of rows stands there, before that of columns."""
    rows, columns = (int.from_bytes(data[n : n + 2], "big") for n in (at, at + 2))
    if at and max(rows, columns) > MAX_PHOTO_SIDE:
        raise TooManyPixelsError
    if not at or rows <= ROWS:
        return data
    return data[:at] + ROWS.to_bytes(2, "big") + data[at + 2 :]


def _marker_at(data: bytes, position: int) -> tuple[int, int]:
    """The marker at ``position`` and where its content starts; fill bytes are skipped."""
    if data[position : position + 1] != b"\xff":
        raise BrokenJpegError
    while data[position] == 0xFF:
        position += 1
    return position + 1, data[position]
