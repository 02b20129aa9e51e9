"""The phone's disk in its browser: three logs, of which each takes some of the files.

The two slots of a store lie in two logs, so that the loss of any one file costs nothing; photos
have a log of their own, so that one never makes a keystroke wait. One flush a save: a file that is
being written waits in memory, and is one record once it bears its name.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mobile.store.disk import Disk
from mobile.store.parcels import OUT
from mobile.web.log import Log
from mobile.web.record import Handle

SLOT_A, SLOT_B, PHOTOS = "a", "b", "foto"
LOGS = (SLOT_A, SLOT_B, PHOTOS)

SEGMENT_BYTES = {SLOT_A: 512 * 1024, SLOT_B: 512 * 1024, PHOTOS: 4 * 1024 * 1024}
WINDOWS = {SLOT_A: 256 * 1024, SLOT_B: 256 * 1024, PHOTOS: 4 * 1024}

RESERVE_BYTES = 64 * 1024
"""Given back when there is no room left, so that something can be taken away then."""

_BIG = ("foto", "titipan/masuk")


@dataclass
class _Growing:
    """A file that is being written: nothing of it is on disk before it has its name."""

    path: str
    data: bytearray = field(default_factory=bytearray)

    def add(self, part: bytes) -> None:
        self.data += part

    def __enter__(self) -> _Growing:
        return self

    def __exit__(self, *_: object) -> None:
        return


class Passing:
    """A file on its way to another app: made anew whenever it is asked for, so never on disk."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def add(self, part: bytes) -> None:
        self._parts.append(part)

    def read(self) -> bytes:
        return b"".join(self._parts)

    def __enter__(self) -> Passing:
        return self

    def __exit__(self, *_: object) -> None:
        return


class LogDisk(Disk):
    """The real `Disk` of the app in a browser. Its files are its own as long as it is open."""

    def __init__(
        self,
        logs: dict[str, Log],
        root: Path,
        reserve: Handle | None = None,
        passing: Callable[[], Passing] = Passing,
    ) -> None:
        self._logs = logs
        self._root = root
        self._new_passing = passing
        self._passing: dict[str, Passing] = {}
        self._growing: dict[str, _Growing] = {}
        self._folders: dict[str, set[str]] = {}
        self._reserve = reserve
        self._closed = False
        for log in logs.values():
            for path in log.paths():
                self._enter(path)
        self._keep_reserve()

    @property
    def harmed(self) -> tuple[str, ...]:
        """The logs in which something can no longer be read."""
        return tuple(name for name, log in self._logs.items() if log.harmed)

    @property
    def is_closed(self) -> bool:
        """Whether another window has taken over."""
        return self._closed

    @property
    def bytes(self) -> int:
        """What all of it takes."""
        return sum(log.bytes for log in self._logs.values())

    def wanting(self) -> list[str]:
        """The logs that should be lent an empty file."""
        return [name for name, log in self._logs.items() if log.wants_handle]

    def lend(self, name: str, handle: Handle) -> None:
        """An empty file for a log."""
        self._logs[name].lend(handle)

    def passing(self, path: Path) -> Passing | None:
        """A file that is on its way to another app."""
        return self._passing.get(self._path(path))

    def close(self) -> None:
        """Another window takes over: nothing is read or written here any more."""
        self._closed = True
        for log in self._logs.values():
            log.close()
        if self._reserve:
            self._reserve.close()

    # The Disk --------------------------------------------------------------------------------

    def claim(self, root: Path) -> None:
        """Done when the files were opened: each can be open once only."""

    def make_folder(self, folder: Path) -> None:  # noqa: ARG002
        """A folder is no more than the beginning of a path."""
        self._may()

    def names(self, folder: Path) -> list[str]:
        self._may()
        return sorted(self._folders.get(self._path(folder), ()))

    def read(self, path: Path) -> bytes:
        self._may()
        name = self._path(path)
        if name in self._passing:
            return self._passing[name].read()
        data = self._log(name).read(name)
        if data is None:
            raise FileNotFoundError(errno.ENOENT, "no such file", name)
        return data

    def stamp(self, path: Path) -> tuple[int, int]:
        self._may()
        name = self._path(path)
        head = self._log(name).head(name)
        if head is None:
            raise FileNotFoundError(errno.ENOENT, "no such file", name)
        return head.written_ms * 1_000_000, head.size

    def create(self, path: Path) -> Any:
        self._may()
        name = self._path(path)
        if name.startswith(OUT):
            passing = self._passing[name] = self._new_passing()
            return passing
        growing = self._growing[name] = _Growing(name)
        return growing

    def write(self, file: Any, data: bytes) -> None:
        self._may()
        file.add(data)

    def sync(self, file: Any) -> None:  # noqa: ARG002
        """It is not there yet; `sync_folder` makes durable what has its name by then."""
        self._may()

    def rename(self, old: Path, new: Path) -> None:
        self._may()
        source, target = self._path(old), self._path(new)
        if source in self._passing:
            self._passing[target] = self._passing.pop(source)
            self._enter(target)
            return
        growing = self._growing.get(source)
        data = bytes(growing.data) if growing else self.read(old)
        self._writing(target).put(target, data)
        self._enter(target)
        if growing:
            del self._growing[source]
        else:
            self.remove(old)

    def remove(self, path: Path) -> None:
        self._may()
        name = self._path(path)
        self._growing.pop(name, None)
        self._passing.pop(name, None)
        self._with_reserve(lambda: self._writing(name).drop(name))
        folder, _, own = name.rpartition("/")
        self._folders.get(folder, set()).discard(own)

    def sync_folder(self, folder: Path) -> None:  # noqa: ARG002
        """One flush for each log that was written to; then a little tidying."""
        self._may()
        for log in self._logs.values():
            log.flush()
        for log in self._logs.values():
            if log.is_untidy:
                _tidied(log)

    # Inside ----------------------------------------------------------------------------------

    def _may(self) -> None:
        if self._closed:
            raise OSError(errno.EBADF, "another window has it")

    def _path(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix() if path != self._root else ""

    def _log(self, name: str) -> Log:
        if name.startswith(_BIG):
            return self._logs[PHOTOS]
        return self._logs[SLOT_B if ".b.json" in name else SLOT_A]

    def _writing(self, name: str) -> Log:
        """The log of a file, after what was written to another: a power cut keeps the order."""
        chosen = self._log(name)
        for log in self._logs.values():
            if log is not chosen and log.is_dirty:
                log.flush()
        return chosen

    def _enter(self, name: str) -> None:
        folder, _, own = name.rpartition("/")
        self._folders.setdefault(folder, set()).add(own)

    def _with_reserve(self, work: Callable[[], None]) -> None:
        """To say that something went needs room too."""
        try:
            work()
        except OSError as error:
            if error.errno != errno.ENOSPC or not self._reserve or not self._reserve.size():
                raise
            self._reserve.truncate(0)
            work()

    def _keep_reserve(self) -> None:
        try:
            missing = RESERVE_BYTES - self._reserve.size() if self._reserve else 0
            if self._reserve and missing > 0:
                self._reserve.write(self._reserve.size(), b"\0" * missing)
        except OSError:  # no room today: it is asked for again at the next start
            return


def _tidied(log: Log) -> None:
    """What was saved is safe already: a failure here is tried again after the next save."""
    try:
        log.tidy()
    except OSError:
        return
