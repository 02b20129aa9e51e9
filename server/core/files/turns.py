"""One at a time for each name, in all processes that work on one data folder.

A name is a byte far behind the end of a file, which a process locks (`fcntl`); the system lets go
of it for whoever dies. Such a lock is the process's own: within it a set tells.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
from pathlib import Path

from server.core.files.disk import telling_when_full

FILE = ".giliran"


class Turns:
    """Belongs to the server's one loop, like whoever asks for a turn."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        # Closing any handle of the file would let go of all: there is one, and it stays open.
        self._handle: int | None = None
        self._ours: set[str] = set()
        self._closed = False

    def take(self, name: str) -> bool:
        """Whether it is ours now; False while somebody has it.

        Raises StorageFullError, or the OSError of a file that cannot be opened.
        """
        if name in self._ours:
            return False
        file = self._file()
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _place(name))
        except (BlockingIOError, PermissionError):  # either says that another process has it
            return False
        self._ours.add(name)
        return True

    def give(self, name: str) -> None:
        """The next one may."""
        self._ours.discard(name)
        if not self._closed:
            fcntl.lockf(self._file(), fcntl.LOCK_UN, 1, _place(name))

    def is_taken(self, name: str) -> bool:
        """Whether somebody has it now."""
        if name in self._ours or not self.take(name):
            return True
        self.give(name)
        return False

    def close(self) -> None:
        """All are given back; whoever asks late is refused, and touches no other file."""
        self._closed = True
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _file(self) -> int:
        if self._closed:
            raise OSError(errno.EBADF, "closed", str(self._path))
        if self._handle is None:
            with telling_when_full():
                self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        return self._handle


def _place(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:7])
