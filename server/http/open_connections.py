"""Who has how many connections open, counted before a byte of them is read.

No sender (an address, a /64) takes the places of others: where one has its share, or where all
places are taken, the connection that has been silent longest makes room, of the sender with most.
A part is kept for senders that have shown a good token or cookie within the day.
"""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from typing import Protocol

from server.core.network import network_of

MOST_CONNECTIONS = 1000
RESERVE = 250
"""Of those, the places that only senders who belong here may take."""
MOST_OF_ONE = 100
"""Connections of one sender: all phones of a kecamatan may sit behind one, each with two."""
MOST_OF_ONE_THAT_BELONGS = 400
MOST_REMEMBERED = 10_000
BELONGS_FOR_S = 24 * 3600


class Connection(Protocol):
    """One connection as the wire's protocol knows it."""

    def give_way(self) -> None:
        """Close it, without a word."""
        ...


class Regulars:
    """Senders that have shown a good token or cookie within the day."""

    def __init__(self) -> None:
        self._seen: OrderedDict[str, float] = OrderedDict()

    def add(self, sender: str) -> None:
        """It belongs here."""
        self._seen[sender] = time.monotonic()
        self._seen.move_to_end(sender)
        if len(self._seen) > MOST_REMEMBERED:
            self._seen.popitem(last=False)

    def __contains__(self, sender: str) -> bool:
        seen = self._seen.get(sender)
        return seen is not None and time.monotonic() - seen < BELONGS_FOR_S


class OpenConnections:
    """The connections of the server's one loop; those of a trusted proxy have no owner here."""

    def __init__(self, regulars: Regulars, trusted: frozenset[str] = frozenset()) -> None:
        self._regulars = regulars
        self._trusted = frozenset(network_of(proxy) for proxy in trusted)
        self._of: dict[Connection, str] = {}
        self._count: Counter[str] = Counter()
        self._silent: dict[str, OrderedDict[Connection, None]] = {}

    def __len__(self) -> int:
        return len(self._of)

    def enter(self, connection: Connection, address: str) -> bool:
        """A new connection, silent as yet; whether there is a place for it."""
        sender = network_of(address)
        if self._is_too_much(sender) and not self._make_room(sender):
            return False
        if len(self._of) >= self._most(sender) and not self._make_room_among_all():
            return False
        self._of[connection] = sender
        self._count[sender] += 1
        self.silent(connection)
        return True

    def silent(self, connection: Connection) -> None:
        """It says nothing, or has begun a head that is not whole."""
        sender = self._of.get(connection)
        if sender is not None:
            self._silent.setdefault(sender, OrderedDict())[connection] = None

    def heard(self, connection: Connection) -> None:
        """The head of a request has come."""
        waiting = self._silent.get(self._of.get(connection, ""), OrderedDict())
        waiting.pop(connection, None)

    def hand_over(self, connection: Connection, heir: Connection) -> None:
        """A request has become a window: the same place, another protocol."""
        self.heard(connection)
        if connection in self._of:
            self._of[heir] = self._of.pop(connection)

    def leave(self, connection: Connection) -> None:
        """It is closed."""
        self.heard(connection)
        sender = self._of.pop(connection, None)
        if sender is None:
            return
        self._count[sender] -= 1
        if not self._count[sender]:
            del self._count[sender]
            self._silent.pop(sender, None)

    def _belongs(self, sender: str) -> bool:
        return sender in self._trusted or sender in self._regulars

    def _most(self, sender: str) -> int:
        return MOST_CONNECTIONS if self._belongs(sender) else MOST_CONNECTIONS - RESERVE

    def _is_too_much(self, sender: str) -> bool:
        if sender in self._trusted:
            return False
        most = MOST_OF_ONE_THAT_BELONGS if self._belongs(sender) else MOST_OF_ONE
        return self._count[sender] >= most

    def _make_room(self, sender: str) -> bool:
        """The longest silent connection of this sender closes."""
        waiting = self._silent.get(sender)
        if not waiting:
            return False
        oldest = next(iter(waiting))
        self.leave(oldest)
        oldest.give_way()
        return True

    def _make_room_among_all(self) -> bool:
        """The same, of the sender with most of them; a proxy opens another when it needs one."""
        fullest = max(self._silent, key=lambda sender: len(self._silent[sender]), default="")
        return self._make_room(fullest)
