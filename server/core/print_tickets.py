"""Fresh codes that are about to be printed; in memory, for a code is never kept or put in a URL."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field

MOST = 200


@dataclass
class Slips:
    """Tickets, each for what one person made; the oldest fall out."""

    _kept: dict[str, tuple[str, object]] = field(default_factory=dict[str, tuple[str, object]])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def put(self, username: str, what: object) -> str:
        """A ticket for this person."""
        ticket = secrets.token_urlsafe(16)
        with self._lock:
            while len(self._kept) >= MOST:
                del self._kept[next(iter(self._kept))]
            self._kept[ticket] = (username, what)
        return ticket

    def get(self, ticket: str, username: str) -> object | None:
        """What the ticket stands for; None for anybody else's."""
        with self._lock:
            owner, what = self._kept.get(ticket, ("", None))
        return what if owner == username else None
