"""Empty files whose names are durable already, for bytes that are to come.

Which ones are ready is known to this process alone, and only while nobody has touched them: to
other processes, and after a restart, they are files like any other.
"""

from __future__ import annotations

import contextlib
import os
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from server.core.files.disk import make_folder, sync_folder

MOST = 10_000
"""So many are remembered."""

Stamp = tuple[int, int]
"""A file's number, and when it was last changed in nanoseconds."""


class ReadyParts:
    """Safe from any thread."""

    def __init__(self) -> None:
        self._stamps: OrderedDict[Path, Stamp] = OrderedDict()

    def make(self, paths: Sequence[Path]) -> None:
        """Those that are not there yet; one sync for each folder."""
        made: dict[Path, Stamp] = {}
        for path in paths:
            make_folder(path.parent)
            with contextlib.suppress(FileExistsError):
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                made[path] = _stamp(handle)
                os.close(handle)
        for folder in {path.parent for path in made}:
            sync_folder(folder)
        self._stamps.update(made)
        while len(self._stamps) > MOST:
            self._stamps.popitem(last=False)

    def take(self, path: Path, handle: int) -> bool:
        """Whether this open file is the one that was made ready, untouched; it is no more."""
        return self._stamps.pop(path, None) == _stamp(handle)


def _stamp(handle: int) -> Stamp:
    found = os.fstat(handle)
    return found.st_ino, found.st_ctime_ns
