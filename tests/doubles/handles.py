"""Files as a browser opens them, in memory: they fail, die, and forget at a power cut.

A crash keeps what was flushed. Of the writes and cuts after that it keeps what the dice say, each
by itself: whole, in part, as zeros, or not at all.
"""

from __future__ import annotations

import errno
import random
from dataclasses import dataclass, field

from tests.doubles.disk import Killed


@dataclass
class Power:
    """What all files of one phone share: the count of calls, the fault, the room."""

    calls: int = 0
    at: int | None = None
    how: str = ""
    room: int | None = None
    """Bytes that all files may take together; None: without end."""

    def step(self, *, needs_room: bool = False) -> None:
        """One call of the system."""
        self.calls += 1
        if self.at is None:
            return
        if self.how == "kill" and self.calls >= self.at:
            raise Killed
        if self.how == "fail" and self.calls == self.at:
            raise OSError(errno.EIO, "the disk did not answer")
        if self.how == "full" and self.calls >= self.at and needs_room:
            raise OSError(errno.ENOSPC, "quota exceeded")


@dataclass
class MemoryHandle:
    """A `Handle`."""

    power: Power
    others: list[MemoryHandle]
    data: bytearray = field(default_factory=bytearray)
    flushed: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    open: bool = True

    def size(self) -> int:
        return len(self.data)

    def read(self, at: int, count: int) -> bytes:
        assert self.open
        return bytes(self.data[at : at + count])

    def write(self, at: int, data: bytes) -> None:
        assert self.open
        grown = max(len(self.data), at + len(data)) - len(self.data)
        try:
            self.power.step(needs_room=grown > 0)
        except (OSError, Killed):
            self._put(at, data[: len(data) // 2])
            raise
        if self.power.room is not None:
            left = self.power.room - sum(len(one.data) for one in self.others)
            if grown > left:
                self._put(at, data[: max(0, len(data) - grown + left)])
                raise OSError(errno.ENOSPC, "quota exceeded")
        self._put(at, data)

    def truncate(self, size: int) -> None:
        assert self.open
        self.power.step()
        self.pending.append((size, None))
        _cut(self.data, size)

    def flush(self) -> None:
        assert self.open
        self.power.step()
        self.flushed = bytes(self.data)
        self.pending = []

    def close(self) -> None:
        self.open = False

    def _put(self, at: int, data: bytes) -> None:
        if data:
            self.pending.append((at, data))
            _put(self.data, at, data)


class Vault:
    """All files of one phone's browser."""

    def __init__(self, names: dict[str, int]) -> None:
        self.power = Power()
        every: list[MemoryHandle] = []
        self.files: dict[str, list[MemoryHandle]] = {}
        for name, count in names.items():
            self.files[name] = [MemoryHandle(self.power, every) for _ in range(count)]
            every += self.files[name]
        self.every = every

    def killed(self) -> Vault:
        """As the next start finds it after the process died: what was written is there."""
        return self._after(lambda handle: bytes(handle.data))

    def crash(self, dice: random.Random) -> Vault:
        """As the next start finds it after the power was cut."""
        return self._after(lambda handle: _left_of(handle, dice))

    def _after(self, left) -> Vault:
        vault = Vault({name: len(files) for name, files in self.files.items()})
        for old, new in zip(self.every, vault.every, strict=True):
            new.flushed = left(old)
            new.data = bytearray(new.flushed)
        vault.power.room = self.power.room
        return vault


def _left_of(handle: MemoryHandle, dice: random.Random) -> bytes:
    data = bytearray(handle.flushed)
    for at, written in handle.pending:
        fate = dice.choice(("whole", "torn", "zeros", "lost"))
        if fate == "lost":
            continue
        if written is None:
            _cut(data, at)
        elif fate == "zeros":
            _put(data, at, b"\0" * len(written))
        else:
            kept = len(written) if fate == "whole" else dice.randint(0, len(written))
            _put(data, at, written[:kept])
    return bytes(data)


def _put(data: bytearray, at: int, written: bytes) -> None:
    if at > len(data):
        data += b"\0" * (at - len(data))
    data[at : at + len(written)] = written


def _cut(data: bytearray, size: int) -> None:
    if size < len(data):
        del data[size:]
    else:
        data += b"\0" * (size - len(data))
