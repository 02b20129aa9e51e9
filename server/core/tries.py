"""Counts wrong tries in a moving window, by the clock that everything else goes by.

The package `limits` reads the machine's clock itself, so that no test could let 15 minutes pass.
"""

from __future__ import annotations

import math
import threading
from collections import deque
from datetime import datetime, timedelta

MOST_ADDRESSES = 10_000


class Tries:
    """At most ``most`` wrong tries of one address within ``window``; lost at a restart."""

    def __init__(self, most: int, window: timedelta) -> None:
        self._most = most
        self._window = window
        self._wrong: dict[str, deque[datetime]] = {}
        self._lock = threading.Lock()

    def wait_seconds(self, address: str, now: datetime) -> int:
        """How long this address must wait; 0 when it may try."""
        with self._lock:
            recent = self._recent(address, now)
            if len(recent) < self._most:
                return 0
            return max(1, math.ceil((recent[0] + self._window - now).total_seconds()))

    def wrong(self, address: str, now: datetime) -> None:
        """A wrong try."""
        with self._lock:
            recent = self._recent(address, now)
            recent.append(now)
            self._wrong[address] = recent
            if len(self._wrong) > MOST_ADDRESSES:
                self._drop_old(now)

    def _recent(self, address: str, now: datetime) -> deque[datetime]:
        recent = self._wrong.get(address, deque[datetime](maxlen=self._most))
        while recent and recent[0] + self._window <= now:
            recent.popleft()
        return recent

    def _drop_old(self, now: datetime) -> None:
        for address in list(self._wrong):
            if not self._recent(address, now):
                del self._wrong[address]
