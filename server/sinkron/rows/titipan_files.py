"""Packages that are still arriving: one ``<device>-<sha256>.part`` for each phone that carries one.

The size of the ``.part`` is the whole state, as with photos. A whole package is taken in at once
and its file goes; nothing is kept.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from server.core.files.disk import sha256_of, sync_folder, telling_when_full

FOLDER = "titipan"

_DEVICE = re.compile(r"[0-9A-Za-z-]{1,36}\Z", re.ASCII)


class TitipanFiles:
    """All of them under one folder of the data."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER

    def file_of(self, device: str, sha256: str) -> Path:
        """Where it lies, or would lie."""
        if not _DEVICE.match(device):
            raise ValueError(device)
        return self._folder / f"{device}-{sha256}.part"

    def size(self, device: str, sha256: str) -> int:
        """How many bytes are here."""
        try:
            return self.file_of(device, sha256).stat().st_size
        except FileNotFoundError:
            return 0

    def begin(self, device: str, sha256: str) -> None:
        """Make room: what this phone began before and did not end is let go."""
        with telling_when_full():
            self._folder.mkdir(mode=0o700, exist_ok=True)
            wanted = self.file_of(device, sha256)
            for path in self._folder.glob(f"{device}-*.part"):
                if path != wanted:
                    path.unlink(missing_ok=True)

    def append(self, device: str, sha256: str, data: bytes | bytearray) -> int:
        """Add to the end and return where it is now; on the disk when this returns."""
        path = self.file_of(device, sha256)
        with telling_when_full():
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(handle, "ab") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        return path.stat().st_size

    def is_right(self, device: str, sha256: str) -> bool:
        """Whether the bytes are those that were announced."""
        return sha256_of(self.file_of(device, sha256)) == sha256

    def drop(self, device: str, sha256: str) -> None:
        """It has been taken in, or is of no use."""
        self.file_of(device, sha256).unlink(missing_ok=True)
        if self._folder.exists():
            sync_folder(self._folder)

    def older_than(self, moment: float) -> Iterator[Path]:
        """What nobody has added to since."""
        if self._folder.exists():
            for path in sorted(self._folder.glob("*.part")):
                with suppress(FileNotFoundError):  # it was taken in meanwhile
                    if path.stat().st_mtime < moment:
                        yield path
