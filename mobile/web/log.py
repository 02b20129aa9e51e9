"""Files as a log: what is written is added at the end, and what was flushed is never written over.

The log lies in segments, each a file of its own, numbered in the order of their beginning. Of two
records of one path the later one counts. Only the oldest segment is ever cleaned: what still counts
in it is copied to the end and flushed, then the segment is emptied. So a word that something went
is needed no longer than the segment that holds it, and cleaning costs one segment at a time.
"""

from __future__ import annotations

import contextlib
import errno
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from mobile.web.record import GONE, LONGEST_PATH, MAGIC, PUT, Handle, Head, head_of, packed
from mobile.web.scan import WINDOW, Found, body_of, is_sound, records

SPARE_HANDLES = 2
"""So many empty files wait to become segments; a browser opens no file at once."""


@dataclass
class _Segment:
    """One file of the log: where its records end, and the paths whose newest record it holds."""

    handle: Handle
    end: int = 0
    paths: set[str] = field(default_factory=set[str])
    dirty: bool = False


@dataclass(frozen=True)
class Entry:
    """The newest record of a path, and the segment it lies in."""

    number: int
    found: Found

    @property
    def head(self) -> Head:
        return self.found.head


class Log:
    """One log over some files. Not thread-safe; a browser has one thread.

    ``harmed``: something that was flushed can no longer be read.
    """

    def __init__(self, handles: Iterable[Handle], segment_bytes: int, window: int = WINDOW) -> None:
        self._segment_bytes = segment_bytes
        self._spare: list[Handle] = []
        self._segments: dict[int, _Segment] = {}
        self._entries: dict[str, Entry] = {}
        self._seq = self._safe = 0
        self._living = 0
        self.harmed = False
        self._replay(handles, window)

    # Asking ----------------------------------------------------------------------------------

    def paths(self) -> Iterator[str]:
        """The files that there are."""
        return (path for path, entry in self._entries.items() if entry.head.op == PUT)

    def head(self, path: str) -> Head | None:
        """What is known of a file without reading it."""
        entry = self._entries.get(path)
        return entry.head if entry and entry.head.op == PUT else None

    def read(self, path: str) -> bytes | None:
        """Its bytes, unchecked: the stores know what they wrote."""
        entry = self._entries.get(path)
        if entry is None or entry.head.op != PUT:
            return None
        return body_of(self._segments[entry.number].handle, entry.found)

    @property
    def bytes(self) -> int:
        """What all segments take."""
        return sum(segment.end for segment in self._segments.values())

    # Writing ---------------------------------------------------------------------------------

    def put(self, path: str, data: bytes) -> None:
        """Write a file whole; durable after `flush`. OSError: nothing has changed."""
        if len(path.encode()) > LONGEST_PATH:
            raise OSError(errno.ENAMETOOLONG, "too long a name", path)
        self._add(PUT, path, data)

    def drop(self, path: str) -> None:
        """Let a file go; nothing happens where there is none."""
        if self.head(path) is not None:
            self._add(GONE, path, b"")

    def flush(self) -> None:
        """All that was written is there after a power cut, once this returns."""
        for segment in self._segments.values():
            if segment.dirty:
                segment.handle.flush()
                segment.dirty = False
        self._safe = self._seq

    @property
    def is_dirty(self) -> bool:
        """Whether something was written that a power cut could take back."""
        return any(segment.dirty for segment in self._segments.values())

    def close(self) -> None:
        """Let others have the files."""
        for handle in (*self._spare, *(segment.handle for segment in self._segments.values())):
            handle.close()

    # Room ------------------------------------------------------------------------------------

    def lend(self, handle: Handle) -> None:
        """An empty file more, to become a segment."""
        self._spare.append(handle)

    @property
    def wants_handle(self) -> bool:
        """Whether it should be lent one."""
        return len(self._spare) < SPARE_HANDLES

    @property
    def is_untidy(self) -> bool:
        """Whether more than half of it is waste, and a segment can go."""
        waste = self.bytes - self._living
        return len(self._segments) > 1 and waste > self._living + self._segment_bytes

    def tidy(self) -> None:
        """Clean the oldest segment. Call it when all is flushed; OSError: nothing is lost."""
        oldest = min(self._segments)
        segment = self._segments[oldest]
        for path, entry in self._copied(segment).items():
            self._take(path, entry)
        segment.handle.truncate(0)
        segment.handle.flush()
        for path in tuple(segment.paths):  # that something went: nothing older could come back
            self._forget(path)
        del self._segments[oldest]
        self._spare.append(segment.handle)

    def _copied(self, segment: _Segment) -> dict[str, Entry]:
        """What still counts in a segment, once more at the end of the log, flushed."""
        moved: dict[str, Entry] = {}
        for path in segment.paths:
            entry = self._entries[path]
            if entry.head.op == PUT:
                body = body_of(segment.handle, entry.found)
                moved[path] = self._appended(replace(entry.head, safe=self._safe), body)
        self.flush()
        return moved

    # Inside ----------------------------------------------------------------------------------

    def _add(self, op: int, path: str, body: bytes) -> None:
        now_ms = time.time_ns() // 1_000_000
        head = head_of(op, path, body, (0, self._seq + 1, self._safe), now_ms)
        entry = self._appended(head, body)
        self._seq += 1
        self._take(path, entry)

    def _appended(self, head: Head, body: bytes) -> Entry:
        number = self._number_for(head.length)
        segment, head = self._segments[number], replace(head, segment=number)
        at = segment.end
        try:
            segment.handle.write(at, packed(head, body))
        except OSError:
            with contextlib.suppress(OSError):  # else the next record is written over it
                segment.handle.truncate(at)
            raise
        segment.end, segment.dirty = at + head.length, True
        return Entry(number, Found(head, at))

    def _number_for(self, length: int) -> int:
        """The segment that a record goes to: the newest, or a new one when that is full."""
        newest = max(self._segments, default=0)
        if newest:
            segment = self._segments[newest]
            fits = segment.end == 0 or segment.end + length <= self._segment_bytes
            if fits or not self._spare:
                return newest
            self.flush()  # so that whatever is not safe yet lies in the newest segment alone
        if not self._spare:
            raise OSError(errno.ENOSPC, "no file to write to")
        self._segments[newest + 1] = _Segment(self._spare.pop())
        return newest + 1

    def _take(self, path: str, entry: Entry) -> None:
        """From now on this is the newest record of the path."""
        self._forget(path)
        self._entries[path] = entry
        self._segments[entry.number].paths.add(path)
        self._living += entry.head.length

    def _forget(self, path: str) -> None:
        before = self._entries.pop(path, None)
        if before is not None:
            self._segments[before.number].paths.discard(path)
            self._living -= before.head.length

    # Replay ----------------------------------------------------------------------------------

    def _replay(self, handles: Iterable[Handle], window: int) -> None:
        read = [(handle, list(records(handle, window))) for handle in handles]
        heads = [found.head for _, every in read for found in every]
        self._safe = max((head.safe for head in heads), default=0)
        self._seq = self._last_of(read)
        known = 0
        for handle, every in sorted(read, key=_number):
            known = self._take_in(handle, every, known)
        self._look_for_gaps()

    def _last_of(self, read: list[tuple[Handle, list[Found]]]) -> int:
        """The last record that counts: behind the safe ones all that are whole, up to a gap."""
        later = {
            found.head.seq: (handle, found)
            for handle, every in read
            for found in every
            if found.head.seq > self._safe
        }
        last = self._safe
        while last + 1 in later and is_sound(*later[last + 1]):
            last += 1
        return last

    def _take_in(self, handle: Handle, every: list[Found], known: int) -> int:
        """One file, in the order of its bytes; ``known`` is the newest ``seq`` before it."""
        sound = [found for found in every if found.head.seq <= self._seq]
        if not sound:
            self.harmed = self.harmed or _is_noise(handle)
            _cut(handle, 0)
            self._spare.append(handle)
            return known
        number = sound[-1].head.segment
        segment = self._segments[number] = _Segment(handle)
        for found in sound:
            # What was flushed before a later word was written must stand before it.
            self.harmed = self.harmed or (found.hole and known < self._safe)
            known = max(known, found.head.seq)
            before = self._entries.get(found.head.path)
            if before is None or _is_better(handle, found, before):
                self._take(found.head.path, Entry(number, found))
        segment.end = sound[-1].at + sound[-1].head.length
        if segment.end < handle.size():
            self.harmed = self.harmed or known < self._safe
            _cut(handle, segment.end)
        return known

    def _look_for_gaps(self) -> None:
        """A segment that is missing between others has been taken away."""
        numbers = self._segments
        if numbers and len(numbers) != max(numbers) - min(numbers) + 1:
            self.harmed = True


def _number(read: tuple[Handle, list[Found]]) -> int:
    return read[1][-1].head.segment if read[1] else 0


def _is_better(handle: Handle, found: Found, before: Entry) -> bool:
    if found.head.seq != before.head.seq:
        return found.head.seq > before.head.seq
    # A copy that was being made when the end came: both stand for the same bytes.
    return is_sound(handle, found)


def _is_noise(handle: Handle) -> bool:
    """Bytes that no interrupted write can have left: it begins as a record does, or with zeros."""
    start = handle.read(0, len(MAGIC))
    return bool(start.strip(b"\0")) and not MAGIC.startswith(start.rstrip(b"\0"))


def _cut(handle: Handle, size: int) -> None:
    """What stands behind is no record; if that fails, it is written over or found out again."""
    if handle.size() <= size:
        return
    try:
        handle.truncate(size)
        handle.flush()
    except OSError:
        return
