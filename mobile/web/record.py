"""What the log consists of: one record for each file that was written, one for each that went.

A head that checks itself, the path, the bytes. The head's sum covers the path too, so a record is
found again behind any garbled stretch; the bytes have a sum of their own.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import Protocol

MAGIC = b"SnR1"
PUT, GONE = 1, 2

_HEAD = struct.Struct("<4sBxHIQQQII")
_SUM = struct.Struct("<I")
HEAD_BYTES = _HEAD.size + _SUM.size
LONGEST_PATH = 512


class Handle(Protocol):
    """One file that nobody else has open. Raises OSError; ENOSPC when there is no room."""

    def size(self) -> int: ...

    def read(self, at: int, count: int) -> bytes:
        """Fewer where the file ends."""
        ...

    def write(self, at: int, data: bytes) -> None: ...
    def truncate(self, size: int) -> None: ...

    def flush(self) -> None:
        """What was written and cut is there after a power cut, once this returns."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class Head:
    """What a record says of itself.

    ``seq`` only grows; ``safe`` is the ``seq`` up to which all was flushed when it was written.
    """

    op: int
    path: str
    segment: int
    seq: int
    safe: int
    written_ms: int
    size: int
    body_sum: int

    @property
    def before(self) -> int:
        """Bytes from the record's beginning to its body."""
        return HEAD_BYTES + len(self.path.encode())

    @property
    def length(self) -> int:
        """Bytes of the whole record."""
        return self.before + self.size


def head_of(op: int, path: str, body: bytes, at: tuple[int, int, int], written_ms: int) -> Head:
    """``at``: segment, seq, safe."""
    return Head(op, path, *at, written_ms, len(body), zlib.crc32(body))


def packed(head: Head, body: bytes) -> bytes:
    """The bytes of a record."""
    path = head.path.encode()
    plain = _HEAD.pack(
        MAGIC, head.op, len(path), head.segment, head.seq, head.safe, head.written_ms, head.size,
        head.body_sum,
    )  # fmt: skip
    return b"".join((plain, _SUM.pack(zlib.crc32(plain + path)), path, body))


def read_head(data: bytes, at: int = 0) -> Head | None:
    """The head that begins there; None where none does, or not all of it is in `data`."""
    if data[at : at + 4] != MAGIC or len(data) - at < HEAD_BYTES:
        return None
    plain = data[at : at + _HEAD.size]
    _, op, path_size, segment, seq, safe, written_ms, size, body_sum = _HEAD.unpack(plain)
    end = at + HEAD_BYTES
    path = data[end : end + path_size]
    (told,) = _SUM.unpack_from(data, at + _HEAD.size)
    if len(path) < path_size or zlib.crc32(plain + path) != told:
        return None
    return Head(op, path.decode(), segment, seq, safe, written_ms, size, body_sum)


def is_whole(head: Head, body: bytes) -> bool:
    """Whether these are the bytes that were written."""
    return len(body) == head.size and zlib.crc32(body) == head.body_sum
