"""Pictures as cameras make them: detail at every scale, a little noise, EXIF beside them.

Drawn from a seed, so that no photograph of anybody is needed.
"""

from __future__ import annotations

import io
import random
import struct
import zlib
from functools import lru_cache

from PIL import Image, ImageChops

TAKEN = "2026:11:24 20:41:07"

WRITTEN_TIMES = (
    ("2026:11:25 24:04:20", "2026-11-25T00:04:20+08:00"),  # a phone that counts from 1 to 24
    ("2026-11-24 20:37:28", "2026-11-24T20:37:28+08:00"),
    ("2026-11-24T20:37:28", "2026-11-24T20:37:28+08:00"),
    ("2026/11/24 20:37:28", "2026-11-24T20:37:28+08:00"),
    ("2026:11:24 20:37:28.123", "2026-11-24T20:37:28+08:00"),
    ("2026:11:24 20:37:28+08:00", "2026-11-24T20:37:28+08:00"),
    ("2026:11:24 20:37:28.5 +0700", "2026-11-24T21:37:28+08:00"),
    ("2026-11-24T12:37:28Z", "2026-11-24T20:37:28+08:00"),
    ("2026:11:24 20:37", "2026-11-24T20:37:00+08:00"),
    ("2026: 11:24 20:37:28", None),
    ("2026:11:24 25:00:00", None),
    ("2026:02:30 10:00:00", None),
    ("0000:00:00 00:00:00", None),
    ("    :  :     :  :  ", None),
    ("9999:12:31 23:59:59", None),
)
"""As phones write it, and the moment in WITA; None where nobody could tell."""

LALAYAU = (-2.189226, 115.611233)


@lru_cache(maxsize=2)
def scene(width: int, height: int, seed: int = 1, detail: float = 1.0) -> Image.Image:
    """Sky above, leaves below: its JPEG weighs what a phone's photo weighs; `detail` 0 to 2."""
    rng = random.Random(seed)
    sky = Image.linear_gradient("L").resize((width, height))
    leaves = sky
    for octave, share in ((256, 0.4), (64, 0.35), (16, 0.28), (6, 0.2), (3, 0.14)):
        leaves = Image.blend(leaves, _noise(rng, width, height, octave), min(share * detail, 0.6))
    light = Image.composite(
        leaves, sky, sky.point([min(255, value * 3 // 2) for value in range(256)])
    )
    grain = _noise(rng, width, height, 1).point([122 + value // 20 for value in range(256)])
    light = ImageChops.add(light, grain, offset=-128)
    tint = _noise(rng, width, height, 200)
    shade = Image.blend(light, tint, 0.2)
    return Image.merge("RGB", (light, shade, Image.blend(light, ImageChops.invert(tint), 0.2)))


def _noise(rng: random.Random, width: int, height: int, cell: int) -> Image.Image:
    size = max(2, -(-width // cell)), max(2, -(-height // cell))
    if cell == 1:
        size = width, height
    small = Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))
    return small if cell == 1 else small.resize((width, height), Image.Resampling.BICUBIC)


def noise(width: int, height: int, seed: int = 1) -> Image.Image:
    """The worst a JPEG can meet: every pixel for itself."""
    raw = random.Random(seed).randbytes(width * height * 3)
    return Image.frombytes("RGB", (width, height), raw)


def jpeg(picture: Image.Image, *, quality: int = 93, **options: object) -> bytes:
    """The picture as a camera would write it."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, **options)
    return out.getvalue()


def camera_exif(
    *,
    orientation: int = 1,
    taken: str | None = TAKEN,
    offset: str | None = None,
    at: tuple[float, float] | None = LALAYAU,
) -> Image.Exif:
    """What a phone writes beside its picture, a name of the maker included."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Kamera contoh"
    shot = exif.get_ifd(0x8769)
    if taken:
        shot[0x9003] = taken
    if offset:
        shot[0x9011] = offset
    if at:
        exif.get_ifd(0x8825).update(_gps(*at))
    return exif


def odd_exif(orientation: int) -> bytes:
    """How it was held, and an exposure of -2/0 as some phones write it: EXIF that no library can
    write again."""
    main = struct.pack("<HHHIHHHHIII", 2, 0x0112, 3, 1, orientation, 0, 0x8769, 4, 1, 38, 0)
    camera = struct.pack("<HHHIIIii", 1, 0x9204, 10, 1, 56, 0, -2, 0)
    return b"Exif\0\0II*\0" + struct.pack("<I", 8) + main + camera


def deep_png(size: tuple[int, int], *, grey: bool) -> bytes:
    """A PNG of 16 bits a channel: black above, white below."""
    width, height = size
    value = [y * 65535 // (height - 1) for y in range(height)]
    rows = (b"\0" + struct.pack(">H", v) * width * (1 if grey else 3) for v in value)
    header = struct.pack(">IIBBBBB", width, height, 16, 0 if grey else 2, 0, 0, 0)
    chunks = (b"IHDR" + header, b"IDAT" + zlib.compress(b"".join(rows)), b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
        for chunk in chunks
    )


def _gps(lintang: float, bujur: float) -> dict[int, object]:
    return {
        1: "S" if lintang < 0 else "N",
        2: _sexagesimal(abs(lintang)),
        3: "W" if bujur < 0 else "E",
        4: _sexagesimal(abs(bujur)),
        31: 12.0,
    }


def _sexagesimal(degrees: float) -> tuple[float, float, float]:
    minutes, whole = (degrees % 1) * 60, int(degrees)
    return float(whole), float(int(minutes)), round((minutes % 1) * 60, 4)


def png_header(width: int, height: int) -> bytes:
    """A picture that says how large it is, and holds nothing."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", len(header))
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
        + struct.pack(">I", 0)
        + b"IDAT"
        + struct.pack(">I", zlib.crc32(b"IDAT"))
    )
