"""The packed phone app as it lies on disk: which file stands at which address, and how large."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from server.core.made import MADE

FOLDER = Path(os.environ.get("SINAR_HP") or MADE / "hp")
BASE = "/hp/"
LIST, SCRIPT = "list.json", "sw.js"
FIRST, CHROMIUM, OTHERS = "first", "chromium", "others"
"""When a file is loaded: by everyone at the first start, or only by browsers of one kind."""


class Piece(NamedTuple):
    """A part of a large file, for links that break: its address, bytes here and on the wire."""

    address: str
    size: int
    wire: int


class Entry(NamedTuple):
    """A file of the app: its address, named by its content, and its bytes here and on the wire."""

    address: str
    size: int
    wire: int
    when: str
    pieces: tuple[Piece, ...] = ()


class Built:
    """What `build` has made; read anew when it has been made anew."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._read_at = 0
        self._entries: dict[str, Entry] = {}
        self._addresses: frozenset[str] = frozenset()
        self._quick = False

    @property
    def is_there(self) -> bool:
        """Whether there is an app to be served."""
        return (self._folder / LIST).is_file()

    def entries(self) -> dict[str, Entry]:
        """Every file by the path that the app asks it by; empty when nothing was packed."""
        try:
            stamp = (self._folder / LIST).stat().st_mtime_ns
            if stamp != self._read_at:
                told = json.loads((self._folder / LIST).read_text("utf-8"))
                self._entries = {name: _entry(*entry) for name, entry in told["files"].items()}
                self._quick = told["quick"]
                self._addresses = frozenset(_addresses(self._entries))
                self._read_at = stamp
        except FileNotFoundError:
            return {}
        return self._entries

    def knows(self, address: str) -> bool:
        """Whether the present version has this file or piece."""
        return bool(self.entries()) and address in self._addresses

    def script(self) -> str:
        """The service worker, as it was packed with the rest."""
        return (self._folder / SCRIPT).read_text("utf-8")

    def missing(self) -> list[str]:
        """Files that the list names and that are gone or cut short."""
        return [name for name, entry in self.entries().items() if not self._is_whole(entry)]

    def first_load(self) -> int:
        """Bytes on the wire of a phone that has nothing yet."""
        return sum(e.wire for e in self.entries().values() if e.when in (FIRST, CHROMIUM))

    def is_quick(self) -> bool:
        """Whether messages are packed by compiled code."""
        return bool(self.entries()) and self._quick

    def file(self, address: str, encoding: str = "") -> Path:
        """Where the bytes of an address lie, as they are or in an encoding (``br``, ``gzip``)."""
        ending = {"": "", "br": ".br", "gzip": ".gz"}[encoding]
        return self._folder / "files" / (Path(address).name + ending)

    def _is_whole(self, entry: Entry) -> bool:
        path = self.file(entry.address)
        return path.is_file() and path.stat().st_size == entry.size


def _entry(address: str, size: int, wire: int, when: str, pieces: list[list[Any]]) -> Entry:
    return Entry(address, size, wire, when, tuple(Piece(*piece) for piece in pieces))


def _addresses(entries: dict[str, Entry]) -> Iterator[str]:
    for entry in entries.values():
        yield entry.address
        yield from (piece.address for piece in entry.pieces)
