"""What a picture's file says of itself, read without decoding it: its kind, its sides, its EXIF.

Plain Python, the same for Pillow and for a browser: an imaging library rewrites EXIF to turn a
picture, and fails where a camera wrote what it does not expect. Whatever is damaged counts as
absent, but a file that ends too early is told apart.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from shared.photos.errors import BrokenPhoto, HeicPhoto, NotAPhoto, PhotoError

JPEG, PNG, WEBP, GIF = "image/jpeg", "image/png", "image/webp", "image/gif"

MOST_LOST = 1 / 32
"""Of the rows: a JPEG that lacks only its last bytes is kept, with a word; more is broken."""

GREY, NEAR_GREY = 128, 3
"""How a decoder paints what it has no bytes for, and how far reducing may move that."""

HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif")

_SIGNATURES = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))
_NO_LENGTH = {0x01, *range(0xD0, 0xDA)}
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = {0xC2, 0xC6, 0xCA, 0xCE}
_START_OF_SCAN, _APP1, _END = 0xDA, 0xE1, b"\xff\xd9"
_EXIF = b"Exif\0\0"

_ORIENTATION, _CAMERA_IFD, _GPS_IFD = 0x0112, 0x8769, 0x8825
_WIDTHS = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
_LETTERS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 11: "f", 12: "d"}
_MOST_TAGS, _LONGEST = 200, 4096

Tags = dict[int, Any]


@dataclass(frozen=True)
class Exif:
    """``orientation``: 1 to 8, as the camera was held; anything else a camera wrote counts as 1."""

    orientation: int = 1
    camera: Tags = field(default_factory=dict[int, Any])
    gps: Tags = field(default_factory=dict[int, Any])


@dataclass(frozen=True)
class PictureFile:
    """``size``: the sides as they stand in the file, before it is turned."""

    kind: str
    size: tuple[int, int]
    progressive: bool = False
    whole: bool = True
    exif: Exif = Exif()

    @property
    def pixels(self) -> int:
        return self.size[0] * self.size[1]

    @property
    def is_cut_jpeg(self) -> bool:
        """Worth decoding: most of the picture may be there."""
        return self.kind == JPEG and not self.whole

    def require_end(self) -> None:
        """BrokenPhoto for what ends too early and cannot be decoded in part."""
        if not self.whole and not self.is_cut_jpeg:
            raise BrokenPhoto("end")

    def closed(self, data: bytes) -> bytes:
        """The file as a decoder takes it: a cut JPEG gets its end, what is missing turns grey."""
        return data + _END if self.is_cut_jpeg else data


def look(data: bytes) -> PictureFile:
    """Raises NotAPhoto, HeicPhoto, or BrokenPhoto when not even the head is there."""
    kind = kind_of(data)
    try:
        return _READERS[kind](data)
    except (IndexError, struct.error) as error:
        raise BrokenPhoto("header") from error


def is_picture(data: bytes) -> bool:
    """Whether it begins like a picture that can be read; raises HeicPhoto."""
    try:
        return bool(kind_of(data))
    except HeicPhoto:
        raise
    except NotAPhoto:
        return False


def is_cut(data: bytes) -> bool:
    """Whether it is a JPEG whose end lacks: what is kept of it may lack a little."""
    try:
        return look(data).is_cut_jpeg
    except PhotoError:
        return False


def kind_of(data: bytes) -> str:
    """JPEG, PNG, WEBP or GIF, by its first bytes; raises NotAPhoto or HeicPhoto."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return GIF
    if data[4:8] == b"ftyp" and data[8:12] in HEIC:
        raise HeicPhoto(data[8:12].decode("ascii"))
    raise NotAPhoto("empty" if not data.strip(b"\0") else "unknown format")


# JPEG -------------------------------------------------------------------------------------------


def _jpeg(data: bytes) -> PictureFile:
    size, progressive, exif = None, False, Exif()
    for marker, start, end in _segments(data):
        if marker in _FRAMES and size is None:
            high, wide = struct.unpack_from(">HH", data, start + 1)
            size, progressive = (wide, high), marker in _PROGRESSIVE
        elif marker == _APP1 and data[start : start + 6] == _EXIF and exif == Exif():
            exif = read_exif(data[start + 6 : end])
        elif marker == _START_OF_SCAN:
            if size is None or 0 in size:
                break
            # The picture itself holds no such pair of bytes but at its end.
            whole = data.find(_END, end) >= 0
            return PictureFile(JPEG, size, progressive, whole, exif)
    raise BrokenPhoto("header")


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, beginning and end of what it holds), up to the picture itself."""
    at = 2
    while True:
        at = data.index(b"\xff", at) if b"\xff" in data[at : at + _LONGEST] else len(data)
        while data[at] == 0xFF:
            at += 1
        marker = data[at]
        if marker in _NO_LENGTH or marker == 0:
            at += 1
            continue
        (length,) = struct.unpack_from(">H", data, at + 1)
        yield marker, at + 3, at + 1 + length
        at += 1 + max(length, 2)


# PNG and WebP -----------------------------------------------------------------------------------


def _png(data: bytes) -> PictureFile:
    if data[12:16] != b"IHDR":
        raise BrokenPhoto("header")
    size = struct.unpack_from(">II", data, 16)
    if 0 in size:
        raise BrokenPhoto("header")
    at, whole, exif = 8, False, Exif()
    while at + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name = data[at + 4 : at + 8]
        if name == b"eXIf":
            exif = read_exif(data[at + 8 : at + 8 + length])
        whole = name == b"IEND"
        at += 12 + length
    return PictureFile(PNG, size, True, whole, exif)


def _webp(data: bytes) -> PictureFile:
    (told,) = struct.unpack_from("<I", data, 4)
    size, at, exif = None, 12, Exif()
    while at + 8 <= len(data):
        name, (length,) = data[at : at + 4], struct.unpack_from("<I", data, at + 4)
        body = data[at + 8 : at + 8 + length]
        size = size or _webp_size(name, body)
        if name == b"EXIF":
            exif = read_exif(body.removeprefix(_EXIF))
        at += 8 + length + length % 2
    if size is None or 0 in size:
        raise BrokenPhoto("header")
    return PictureFile(WEBP, size, True, len(data) >= told + 8, exif)


def _webp_size(name: bytes, body: bytes) -> tuple[int, int] | None:
    if name == b"VP8X":
        return _three(body, 4) + 1, _three(body, 7) + 1
    if name == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 1)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 ":
        wide, high = struct.unpack_from("<HH", body, 6)
        return wide & 0x3FFF, high & 0x3FFF
    return None


def _gif(data: bytes) -> PictureFile:
    size = struct.unpack_from("<HH", data, 6)
    if 0 in size:
        raise NotAPhoto("no sides")
    return PictureFile(GIF, size, True)


def _three(body: bytes, at: int) -> int:
    return int.from_bytes(body[at : at + 3], "little")


_READERS = {JPEG: _jpeg, PNG: _png, WEBP: _webp, GIF: _gif}


# EXIF -------------------------------------------------------------------------------------------


def read_exif(tiff: bytes) -> Exif:
    """What the camera wrote, how it was held, and where; nothing where it is damaged."""
    try:
        order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
        if order is None:
            return Exif()
        main = _directory(tiff, order, struct.unpack_from(f"{order}I", tiff, 4)[0])
    except (IndexError, struct.error):
        return Exif()
    turned = main.get(_ORIENTATION)
    return Exif(
        turned if isinstance(turned, int) and turned in range(1, 9) else 1,
        _under(tiff, order, main.get(_CAMERA_IFD)),
        _under(tiff, order, main.get(_GPS_IFD)),
    )


def _under(tiff: bytes, order: str, at: object) -> Tags:
    try:
        return _directory(tiff, order, at) if isinstance(at, int) else {}
    except (IndexError, struct.error):
        return {}


def _directory(tiff: bytes, order: str, at: int) -> Tags:
    found: Tags = {}
    (count,) = struct.unpack_from(f"{order}H", tiff, at)
    for number in range(min(count, _MOST_TAGS)):
        place = at + 2 + 12 * number
        if place + 12 > len(tiff):
            break
        tag, kind, times = struct.unpack_from(f"{order}HHI", tiff, place)
        value = _value(tiff, order, place + 8, kind, times)
        if value is not None:
            found[tag] = value
    return found


def _value(tiff: bytes, order: str, at: int, kind: int, times: int) -> object:
    length = _WIDTHS.get(kind, 0) * times
    if not 0 < length <= _LONGEST:
        return None
    if length > 4:
        (at,) = struct.unpack_from(f"{order}I", tiff, at)
    raw = tiff[at : at + length]
    if len(raw) < length:
        return None
    if kind == 2:
        return raw.partition(b"\0")[0].decode("ascii", "replace")
    if kind == 7:
        return raw
    if kind in (5, 10):
        values = _fractions(raw, order, "I" if kind == 5 else "i")
    else:
        values = struct.unpack(f"{order}{times}{_LETTERS[kind]}", raw)
    return values[0] if len(values) == 1 else values


def _fractions(raw: bytes, order: str, letter: str) -> tuple[float, ...]:
    parts = struct.unpack(f"{order}{len(raw) // 4}{letter}", raw)
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return tuple(above / below if below else float("nan") for above, below in pairs)
