"""From the camera's file to the stored photo by the browser's own codec; see `images.js`.

The same rules as where Pillow does it. A browser decodes most pictures in full, so that large ones
are asked about earlier.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from mobile.device import photo_rules as rules
from mobile.device.photo_facts import facts_of, is_heavy
from mobile.ports import PhotoFacts, PreparedPhoto
from mobile.web.world import ffi, load
from shared.photos import exif
from shared.photos.errors import BrokenPhoto, PhotoTooLarge
from shared.photos.picture_file import GREY, MOST_LOST, NEAR_GREY, PictureFile, look

HEAVY_PIXELS = 37_000_000
"""Decoded in full that is 150 MB: ask before."""

HEAVY_JPEG = 2 * HEAVY_PIXELS

RULES = {
    "budget": rules.BUDGET, "sides": rules.SIDES, "best": rules.BEST, "worst": rules.WORST,
    "small_side": rules.SMALL_SIDE, "small_quality": rules.SMALL_QUALITY, "letter": rules.LETTER,
    "smallest": rules.SMALLEST, "line": rules.LINE, "padding": rules.PADDING,
    "strip_width": rules.STRIP_WIDTH, "ink": rules.INK, "paper": rules.PAPER,
    "grey": GREY, "near_grey": NEAR_GREY, "most_lost": MOST_LOST,
}  # fmt: skip

Codec = Callable[..., Awaitable[Any]]


async def browser_codec() -> Codec:
    """The browser's; read when the first photo is taken."""
    module = await load("images.js")
    return module.prepare


class BrowserImages:
    """The real `Images` in a browser; `fonts` holds the face of the strip."""

    def __init__(self, fonts: Path, codec: Callable[[], Awaitable[Codec]] = browser_codec) -> None:
        self._fonts = fonts
        self._codec = codec
        self._one_at_a_time = asyncio.Lock()

    async def prepare(self, data: bytes, strip: tuple[str, ...] = ()) -> PreparedPhoto:
        if len(strip) > rules.STRIP_LINES:
            raise ValueError("the strip has at most two lines")
        file = look(data)
        if file.pixels > rules.MAX_PIXELS:
            raise PhotoTooLarge("pixels")
        file.require_end()
        async with self._one_at_a_time:
            codec = await self._codec()
            made = await codec(
                _js(file.closed(data)), file.kind, json.dumps(_told(file)),
                json.dumps(_lines(strip)), json.dumps(RULES), _js(self._face()),
            )  # fmt: skip
        if made.trouble:
            raise (BrokenPhoto if made.trouble == "broken" else PhotoTooLarge)(str(made.detail))
        return _prepared(made, file)

    def facts(self, data: bytes) -> PhotoFacts:
        return facts_of(data)

    def heavy(self, data: bytes) -> bool:
        return is_heavy(data, HEAVY_PIXELS, HEAVY_JPEG)

    def _face(self) -> bytes:
        try:
            return next(iter(sorted(self._fonts.glob("Jakarta-Medium*.ttf")))).read_bytes()
        except (OSError, StopIteration):
            return b""


def _lines(strip: tuple[str, ...]) -> list[str]:
    return [rules.set_for_face(line) for line in strip]


def _told(file: PictureFile) -> dict[str, Any]:
    """What the codec wants to know: the sides as they stand in the file, how it is turned."""
    return {"size": file.size, "orientation": file.exif.orientation, "cut": file.is_cut_jpeg}


def _prepared(made: Any, file: PictureFile) -> PreparedPhoto:
    jpeg = _bytes(made.jpeg)
    return PreparedPhoto(
        jpeg=jpeg,
        small=_bytes(made.small),
        sha256=hashlib.sha256(jpeg).hexdigest(),
        lebar=int(made.wide),
        tinggi=int(made.high),
        diambil=exif.taken(file.exif.camera),
        lokasi=exif.position(file.exif.gps),
    )


def _js(data: bytes) -> Any:
    return ffi.to_js(data) if ffi else data


def _bytes(data: Any) -> bytes:
    return data.to_bytes() if hasattr(data, "to_bytes") else bytes(data)
