"""Fresh codes that are about to be printed: sealed with the ticket that only their maker's browser
has, for a code is never kept or put in a URL. A copy of the database opens none.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from server.core import sealing
from server.core.brief import Brief
from server.core.db.database import Database
from shared.clock import Clock

MOST = 200


class Slips:
    """Tickets, each for what one person made; the oldest fall out."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._kept = Brief(database, clock, "tiket", timedelta(days=1), MOST)

    def put(self, username: str, kind: str, what: bytes) -> str:
        """A ticket for this person; ``kind`` is what it can be shown for."""
        ticket = secrets.token_urlsafe(16)
        sealed = sealing.seal_with(_key(ticket), f"{kind} {username}", what)
        with self._database.write(durable=False) as db:
            self._kept.put_in(db, username, _name(ticket), sealed)
        return ticket

    def get(self, ticket: str, username: str, kind: str) -> bytes | None:
        """What the ticket stands for; None for anybody else's, and for another kind."""
        sealed = self._kept.get(username, _name(ticket))
        if sealed is None:
            return None
        try:
            return sealing.unseal_with(_key(ticket), f"{kind} {username}", sealed)
        except sealing.NoKeyError:
            return None


def _name(ticket: str) -> str:
    return hashlib.sha256(b"nama " + ticket.encode("utf-8", "surrogatepass")).hexdigest()


def _key(ticket: str) -> bytes:
    return hashlib.sha256(b"kunci " + ticket.encode("utf-8", "surrogatepass")).digest()
