"""From the camera's file to the stored photo: small, upright, with a strip below and no metadata.

The picture is reduced while it is decoded, so that a phone with little memory copes, and one photo
is worked on at a time.
"""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

from mobile.device.photo_facts import facts_of, is_heavy
from mobile.device.photo_rules import MAX_PIXELS, STRIP_LINES
from mobile.ports import PhotoFacts, PreparedPhoto

HEAVY_PIXELS = 50_000_000
"""What cannot be reduced while decoding takes more than 150 MB above this."""

HEAVY_JPEG = MAX_PIXELS
"""One that can be reduced is never too much."""

_ONE_AT_A_TIME = threading.Lock()


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
        from mobile.device.stored_photo import prepared

        with _ONE_AT_A_TIME:
            return prepared(data, strip, self._font)

    def facts(self, data: bytes) -> PhotoFacts:
        """When and where it was taken, as far as the picture says so."""
        return facts_of(data)

    def heavy(self, data: bytes) -> bool:
        """Whether decoding may take more memory than a small phone has: warn before `prepare`."""
        return is_heavy(data, HEAVY_PIXELS, HEAVY_JPEG)


def strip_font(assets: Path) -> Path | None:
    """The cut for running text of the app's own face; None before the fonts were made."""
    return next(iter(sorted((assets / "fonts").glob("Jakarta-Medium*.ttf"))), None)
