"""A file that grows by a byte with each change: so processes over one SQLite hear of each other.

PostgreSQL tells of commits by itself (`listening`). The file is no record of anything; a year of a
busy kecamatan makes a few hundred kilobytes of it.
"""

from __future__ import annotations

import errno
import os
import threading
from contextlib import suppress
from pathlib import Path

FILE = ".kabar"


class News:
    """Safe from any thread."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._handle: int | None = None
        self._ours = 0
        self._closed = False
        self._lock = threading.Lock()

    def tell(self) -> None:
        """Something has changed and is durable; where no byte fits any more others hear late."""
        with self._lock, suppress(OSError):
            self._ours += os.write(self._file(), b".")

    def of_others(self) -> int:
        """Another number after each change that somebody else has told."""
        with self._lock:
            return os.fstat(self._file()).st_size - self._ours

    def close(self) -> None:
        """Whoever tells late is not heard, and writes into no other file."""
        with self._lock:
            self._closed = True
            if self._handle is not None:
                os.close(self._handle)
                self._handle = None

    def _file(self) -> int:
        if self._closed:
            raise OSError(errno.EBADF, "closed", str(self._path))
        if self._handle is None:
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
            self._handle = os.open(self._path, flags, 0o600)
            if os.geteuid() == 0:  # a command of the operator's: the server must be able to tell
                owner = self._path.parent.stat()
                os.fchown(self._handle, owner.st_uid, owner.st_gid)
        return self._handle
