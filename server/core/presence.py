"""Who is looking at which report right now; kept in memory, for a window closes with its server."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field


@dataclass
class Presence:
    """Windows of the staff view, each at one report at most; a window is named by any object."""

    _looking: dict[object, tuple[str, str]] = field(default_factory=dict[object, tuple[str, str]])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def look(self, window: object, laporan: str, nama: str) -> bool:
        """The window shows this report from now on; True when that is news."""
        with self._lock:
            before = self._looking.get(window)
            self._looking[window] = (laporan, nama)
        return before != (laporan, nama)

    def leave(self, window: object) -> bool:
        """The window shows no report any more; True when it did."""
        with self._lock:
            return self._looking.pop(window, None) is not None

    def others(self, window: object, laporan: str, nama: str) -> tuple[str, ...]:
        """Who else looks at this report; the same person's second window is nobody else."""
        with self._lock:
            names = {
                who
                for other, (which, who) in self._looking.items()
                if other is not window and which == laporan and who != nama
            }
        return tuple(sorted(names))
