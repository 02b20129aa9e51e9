"""What could not be read, so that the person is told and nothing is thrown away meanwhile."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from mobile.ports import Damage
from mobile.store.disk import Disk
from shared.clock import SystemClock, format_time

MARK = ".rusak-"


class DamageList:
    """Gathers the damages of all stores of one phone."""

    def __init__(self) -> None:
        self._found: list[Damage] = []
        self._lock = threading.Lock()

    def add(self, file: str, *, recovered: bool, newer: bool = False) -> None:
        """Note a damage, once for each file and outcome; a newer app's file is no damage."""
        with self._lock:
            known = [d for d in self._found if d.file == file]
            if any(d.newer or d.recovered == recovered for d in known):
                return
            at = format_time(SystemClock().now())
            self._found.append(Damage(file, recovered, at, newer))

    def all(self) -> list[Damage]:
        with self._lock:
            return list(self._found)


def set_aside(disk: Disk, path: Path) -> None:
    """Move a damaged file out of the way, for whoever can still read something in it."""
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    taken = set(disk.names(path.parent))
    name, number = f"{path.name}{MARK}{stamp}", 1
    while name in taken:
        number += 1
        name = f"{path.name}{MARK}{stamp}-{number}"
    try:
        disk.rename(path, path.with_name(name))
    except OSError:  # it stays where it is: unread, and overwritten only by a good one
        return
