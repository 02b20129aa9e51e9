"""Stored photos as Flet can show them in a browser: as text, bytes stay blank outside Chromium."""

from __future__ import annotations

import base64
from collections import OrderedDict
from pathlib import Path

from mobile.store.disk import Disk

MOST_BYTES = 1_500_000
"""Of what was shown last; lists are drawn again and again."""


class Pictures:
    """A `PictureSource`."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._shown: OrderedDict[Path, tuple[tuple[int, int], str]] = OrderedDict()

    def __call__(self, path: Path) -> str:
        """Empty where the photo is gone by now."""
        try:
            stamp = self._disk.stamp(path)
            known = self._shown.pop(path, None)
            if known is None or known[0] != stamp:
                known = stamp, base64.b64encode(self._disk.read(path)).decode()
        except OSError:
            return ""
        self._shown[path] = known
        while len(self._shown) > 1 and self._bytes() > MOST_BYTES:
            self._shown.popitem(last=False)
        return known[1]

    def _bytes(self) -> int:
        return sum(len(text) for _, text in self._shown.values())
