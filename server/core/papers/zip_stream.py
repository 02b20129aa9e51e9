"""A ZIP that leaves while it is being written: nothing of it is kept, however large it grows."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO

from shared.clock import WITA

PIECE = 128 * 1024
_ODD = re.compile(r"[^0-9A-Za-z._ -]+")


class _Pipe:
    """What the ZIP's writer takes for a file; the pieces are taken out at the other end."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.size = 0

    def write(self, data: bytes) -> int:
        self._pieces.append(bytes(data))
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        pieces, self._pieces, self.size = self._pieces, [], 0
        return b"".join(pieces)


class ZipStream:
    """Entries go in, pieces come out; go through what each method gives before the next."""

    def __init__(self, at: datetime) -> None:
        self._pipe = _Pipe()
        # The pipe cannot go back, so sizes and checksums follow each entry.
        self._zip = zipfile.ZipFile(self._pipe, "w", zipfile.ZIP_STORED)  # pyright: ignore
        self._at = at.astimezone(WITA).timetuple()[:6]

    def text(self, name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """An entry of words, packed small."""
        with self._zip.open(self._info(name, zipfile.ZIP_DEFLATED), "w") as entry:
            for piece in pieces:
                entry.write(piece)
                yield from self._enough()
        yield self._pipe.take()

    def photo(self, name: str, path: Path) -> Iterator[bytes]:
        """A file as it is: a JPEG does not get smaller."""
        with path.open("rb") as source, self._open_photo(name) as entry:
            while piece := source.read(PIECE):
                entry.write(piece)
                yield from self._enough()
        yield self._pipe.take()

    def end(self) -> Iterator[bytes]:
        """The list of all entries; nothing comes after it."""
        self._zip.close()
        yield self._pipe.take()

    def _open_photo(self, name: str) -> IO[bytes]:
        return self._zip.open(self._info(name, zipfile.ZIP_STORED), "w")

    def _info(self, name: str, method: int) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(name, self._at)
        info.compress_type = method
        info.external_attr = 0o644 << 16
        return info

    def _enough(self) -> Iterator[bytes]:
        if self._pipe.size >= PIECE:
            yield self._pipe.take()


def safe_name(words: str) -> str:
    """One step of a path that every system takes: no separators, no dots in front, short."""
    return _ODD.sub("-", words).strip(" .-")[:80] or "tanpa-nama"
