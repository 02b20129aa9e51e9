"""What somebody has begun to write at the desk and not yet sent; kept while the server runs."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

MOST = 200
"""So many forms of all people together; the one that was left longest goes first."""


@dataclass
class Drafts:
    """A log-in that ends, a window that closes or a link that breaks takes no words along."""

    _kept: OrderedDict[tuple[str, str], dict[str, str]] = field(
        default_factory=OrderedDict[tuple[str, str], dict[str, str]]
    )
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, username: str, form: str, words: Mapping[str, str]) -> None:
        """What stands in a form now."""
        with self._lock:
            self._kept.pop((username, form), None)
            self._kept[username, form] = dict(words)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)

    def of(self, username: str, form: str) -> dict[str, str]:
        """What stood in it; nothing when it was sent or never begun."""
        with self._lock:
            return dict(self._kept.get((username, form), {}))

    def drop(self, username: str, form: str) -> None:
        """It was sent, or is not wanted any more."""
        with self._lock:
            self._kept.pop((username, form), None)
