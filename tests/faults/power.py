"""Watches what Python asks of the files below a folder, and takes back what no power cut keeps.

Kept are the bytes that a file had when it was last synced, and the names that a folder had when
it was last synced. What came after is there or not as the dice say: all the new names of a folder
or none, unsynced bytes cut short or zeroed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from tests.doubles.disk import Killed

CALLS = ("open", "pwrite", "fsync", "fdatasync", "truncate", "rename", "replace", "unlink", "mkdir")
NO_ROOM_NEEDED = ("unlink", "truncate", "open of a folder", "fsync of a folder")
Names = dict[str, int]


class Power:
    """One folder under watch. `armed` makes the n-th call from then on the last, or a failing one.

    The names of what lies there at the beginning are durable, and so are the bytes.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._names: dict[Path, Names] = {}
        self._synced: dict[int, bytes] = {}
        self.calls = 0
        self._at: int | None = None
        self._how = ""
        for folder, _, files in os.walk(root):
            self._note_folder(Path(folder))
            for name in files:
                self._note_file(Path(folder) / name)

    def arm(self, call: int, how: str) -> None:
        """``kill``: nothing happens from that call on. ``full``: no room from there on."""
        self.calls, self._at, self._how = 0, call, how

    def disarm(self) -> None:
        """No more faults."""
        self._at = None

    @property
    def dead(self) -> bool:
        """Whether the process has been killed."""
        return self._how == "kill" and self._at is not None and self.calls >= self._at

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """While the block lasts, in all threads."""
        with contextlib.ExitStack() as stack:
            for name in CALLS:
                real = getattr(os, name)
                stack.enter_context(mock.patch.object(os, name, self._wrapped(name, real)))
            yield

    def cut(self, dice: random.Random) -> None:
        """The folder as the next start finds it."""
        before = self._root.with_name(f"{self._root.name}-before")
        self._root.rename(before)
        self._rebuild(self._root, before, dice)
        shutil.rmtree(before)
        self.__init__(self._root)

    # Inside ----------------------------------------------------------------------------------

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            path = _path_of(args[0])
            if not path.is_relative_to(self._root):
                return real(*args, **kwargs)
            is_folder = name in ("open", "fsync") and path.is_dir()
            self._step(f"{name} of a folder" if is_folder else name)
            if name in ("rename", "replace", "unlink"):
                self._forget(path if name == "unlink" else Path(os.fspath(args[1])))
            result = real(*args, **kwargs)
            if name in ("fsync", "fdatasync"):
                (self._note_folder if is_folder else self._note_file)(path)
            return result

        return call

    def _step(self, name: str) -> None:
        self.calls += 1
        if self._at is None or self.calls < self._at:
            return
        if self._how == "kill":
            raise Killed
        if name not in NO_ROOM_NEEDED:
            raise OSError(errno.ENOSPC, "No space left on device")

    def _note_folder(self, folder: Path) -> None:
        self._names[folder] = _names(folder)

    def _note_file(self, path: Path) -> None:
        self._synced[path.stat().st_ino] = path.read_bytes()

    def _forget(self, path: Path) -> None:
        """Its number may be given to another file."""
        if path.is_file() and path.stat().st_nlink == 1 and not self._is_durable(path):
            self._synced.pop(path.stat().st_ino, None)

    def _is_durable(self, path: Path) -> bool:
        return path.stat().st_ino in self._names.get(path.parent, {}).values()

    def _rebuild(self, folder: Path, before: Path, dice: random.Random) -> None:
        """Either all names that were not durable yet, or none of them."""
        folder.mkdir(mode=0o700)
        durable, now = self._names.get(folder, {}), _names(before)
        numbers = {number: path for path in before.rglob("*") for number in [path.lstat().st_ino]}
        for name, number in (durable if dice.random() < 0.5 else now).items():
            source = numbers.get(number)
            if source is not None and source.is_dir():
                self._rebuild(folder / name, source, dice)
            else:
                data = source.read_bytes() if source else None
                (folder / name).write_bytes(self._left_of(number, data, dice))

    def _left_of(self, number: int, now: bytes | None, dice: random.Random) -> bytes:
        synced = self._synced.get(number, b"")
        if now is None or now == synced:
            return synced
        kept = dice.randint(0, len(now))
        torn = now[:kept] + (b"\0" * (len(now) - kept) if dice.random() < 0.5 else b"")
        # What was synced stays, whatever was added behind it.
        return synced + torn[len(synced) :] if now.startswith(synced) else torn


def _names(folder: Path) -> Names:
    return {entry.name: entry.inode() for entry in os.scandir(folder)}


def _path_of(what: Any) -> Path:
    if isinstance(what, int):
        return Path(f"/proc/self/fd/{what}").readlink()
    return Path(os.fspath(what))
