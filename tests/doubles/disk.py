"""A disk in memory that fails or dies at any call, and forgets what was never synced.

Kept by a crash: bytes of a synced file, and names of a synced folder. Of all else a crash keeps
what the dice say: a rename may or may not have happened, unsynced bytes may be cut or zeroed.
"""

from __future__ import annotations

import errno
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mobile.store.disk import Disk


class Killed(BaseException):
    """The process is dead: nothing may catch this but the test."""


@dataclass
class _Inode:
    data: bytes = b""
    synced: bytes | None = None
    stamp: int = 0


class _Handle:
    def __init__(self, inode: _Inode) -> None:
        self.inode = inode

    def __enter__(self) -> _Handle:
        return self

    def __exit__(self, *_: object) -> None:
        return


class MemoryDisk(Disk):
    """Counts its calls; `arm` makes one of them fail or kill."""

    def __init__(self) -> None:
        self.files: dict[Path, _Inode] = {}
        self.folders: set[Path] = set()
        self._names: dict[Path, _Inode] = {}
        self._pending: list[tuple[Path, Path | None, _Inode | None]] = []
        self.calls = 0
        self._at: int | None = None
        self._how = ""
        self._clock = 0

    def arm(self, call: int, how: str) -> None:
        """At the n-th call from now: ``kill``, ``fail`` (that call) or ``full`` (from there on)."""
        self.calls, self._at, self._how = 0, call, how

    def disarm(self) -> None:
        """No more faults."""
        self._at = None

    @property
    def dead(self) -> bool:
        """Whether the process that used it has been killed."""
        return self._how == "kill" and self._at is not None and self.calls >= self._at

    # The Disk --------------------------------------------------------------------------------

    def make_folder(self, folder: Path) -> None:
        if folder not in self.folders:
            self._step()
            self.folders.add(folder)

    def names(self, folder: Path) -> list[str]:
        return sorted(path.name for path in self.files if path.parent == folder)

    def read(self, path: Path) -> bytes:
        return self._inode(path).data

    def stamp(self, path: Path) -> tuple[int, int]:
        inode = self._inode(path)
        return inode.stamp, len(inode.data)

    def create(self, path: Path) -> Any:
        self._step()
        inode = _Inode(stamp=self._moment())
        self.files[path] = inode
        self._pending.append((path, None, inode))
        return _Handle(inode)

    def write(self, file: Any, data: bytes) -> None:
        try:
            self._step()
        except (OSError, Killed):
            file.inode.data += data[: len(data) // 2]
            raise
        file.inode.data += data

    def sync(self, file: Any) -> None:
        self._step()
        file.inode.synced = file.inode.data

    def rename(self, old: Path, new: Path) -> None:
        self._step()
        inode = self._inode(old)
        del self.files[old]
        self.files[new] = inode
        self._pending.append((new, old, inode))

    def remove(self, path: Path) -> None:
        self._step(room=False)
        if path in self.files:
            del self.files[path]
            self._pending.append((path, None, None))

    def sync_folder(self, folder: Path) -> None:
        self._step()
        rest = []
        for change in self._pending:
            if change[0].parent == folder:
                _apply(self._names, change)
            else:
                rest.append(change)
        self._pending = rest

    # Faults ----------------------------------------------------------------------------------

    def killed(self) -> MemoryDisk:
        """The disk as the next start finds it after the process died: the system writes it all."""
        left = MemoryDisk()
        left.folders = set(self.folders)
        for path, inode in self.files.items():
            left._put(path, inode.data)
        return left

    def crash(self, dice: random.Random) -> MemoryDisk:
        """The disk as the next start finds it after the power was cut."""
        left = MemoryDisk()
        left.folders = set(self.folders)
        names = dict(self._names)
        for change in self._pending[: dice.randint(0, len(self._pending))]:
            _apply(names, change)
        for path, inode in names.items():
            data = inode.data if inode.synced == inode.data else _torn(inode, dice)
            left._put(path, data)
        return left

    def spoil(self, path: Path, data: bytes) -> None:
        """Write behind everyone's back."""
        self._put(path, data)

    def _put(self, path: Path, data: bytes) -> None:
        inode = _Inode(data, data, self._moment())
        self.files[path] = self._names[path] = inode
        self.folders.add(path.parent)

    def _moment(self) -> int:
        """Of now, and never twice the same."""
        self._clock = max(self._clock + 1, time.time_ns())
        return self._clock

    def _inode(self, path: Path) -> _Inode:
        try:
            return self.files[path]
        except KeyError:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(path)) from None

    def _step(self, *, room: bool = True) -> None:
        self.calls += 1
        if self._at is None:
            return
        if self._how == "kill" and self.calls >= self._at:
            raise Killed
        if self._how == "fail" and self.calls == self._at:
            raise OSError(errno.EIO, "the disk did not answer")
        if self._how == "full" and self.calls >= self._at and room:
            raise OSError(errno.ENOSPC, "no space left on device")


def _apply(names: dict[Path, _Inode], change: tuple[Path, Path | None, _Inode | None]) -> None:
    path, old, inode = change
    if old is not None:
        names.pop(old, None)
    if inode is None:
        names.pop(path, None)
    else:
        names[path] = inode


def _torn(inode: _Inode, dice: random.Random) -> bytes:
    kept = dice.randint(0, len(inode.data))
    fill = b"\0" * (len(inode.data) - kept) if dice.random() < 0.5 else b""
    return inode.data[:kept] + fill
