"""Reads a file of the log from its beginning to its end, past any garbled stretch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mobile.web.record import HEAD_BYTES, LONGEST_PATH, MAGIC, Handle, Head, is_whole, read_head

WINDOW = 64 * 1024


@dataclass(frozen=True)
class Found:
    """A record where it lies; ``hole``: bytes before it belong to no record."""

    head: Head
    at: int
    hole: bool = False


class _Window:
    """A part of the file in memory, moved on as the reading goes on."""

    def __init__(self, handle: Handle, window: int) -> None:
        self._handle = handle
        self._window = window
        self._size = handle.size()
        self._start, self._data = 0, b""

    def head(self, at: int) -> Head | None:
        """The head at a place; only of a record that ends within the file."""
        self._see(at, HEAD_BYTES + LONGEST_PATH)
        head = read_head(self._data, at - self._start)
        return head if head and at + head.length <= self._size else None

    def next_magic(self, at: int) -> int | None:
        """Where a record may begin, there or later."""
        while at + HEAD_BYTES <= self._size:
            self._see(at, WINDOW)
            found = self._data.find(MAGIC, at - self._start)
            if found >= 0:
                return self._start + found
            at = self._end - len(MAGIC) + 1
        return None

    @property
    def _end(self) -> int:
        return self._start + len(self._data)

    def _see(self, at: int, count: int) -> None:
        if self._start <= at and min(at + count, self._size) <= self._end:
            return
        self._start, self._data = at, self._handle.read(at, max(count, self._window))


def records(handle: Handle, window: int = WINDOW) -> Iterator[Found]:
    """Every record of the file, in the order of its bytes.

    ``window`` is read at once: little where the records are long, for only heads are looked at.
    """
    seen = _Window(handle, window)
    at, hole = 0, False
    while True:
        head = seen.head(at)
        if head is not None:
            yield Found(head, at, hole)
            at, hole = at + head.length, False
            continue
        later = seen.next_magic(at + 1)
        if later is None:
            return
        at, hole = later, True


def body_of(handle: Handle, found: Found) -> bytes:
    """The bytes of a record's file."""
    return handle.read(found.at + found.head.before, found.head.size)


def is_sound(handle: Handle, found: Found) -> bool:
    """Whether its bytes are those that were written."""
    return is_whole(found.head, body_of(handle, found))
