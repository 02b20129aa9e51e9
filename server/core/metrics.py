"""What this process has counted since its start; the operator's figures are made of it."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field

BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds: where a sync's duration is sorted in."""


@dataclass
class Meters:
    """Counts; safe from any thread."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    syncs: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    sync_seconds: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, name: str, label: str = "", number: int = 1) -> None:
        """One more of ``name``; ``label`` is one of a few known words, never a sender's own."""
        if number:
            with self._lock:
                self.counts[name, label] += number

    def synced(self, seconds: float) -> None:
        """A sync took so long."""
        place = next((i for i, bound in enumerate(BOUNDS) if seconds <= bound), len(BOUNDS))
        with self._lock:
            self.syncs[place] += 1
            self.sync_seconds += seconds

    def of(self, name: str) -> dict[str, int]:
        """The counts of a name, by label."""
        with self._lock:
            return {label: n for (known, label), n in self.counts.items() if known == name}
