"""Who is next at the log-in: a password's check takes a core and 64 MB, so few go at a time.

Browsers that were here come first; then the houses (address, /64) one after the other, however
many of one stand there. The queue is short: who would wait too long is told so at once, and where
one house has taken the places, its last one makes room for another house.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

AT_ONCE = 2
MOST_KNOWN = 40
MOST_STRANGERS = 6
"""Places for those that nobody knows; each waits for less than a second for one before it."""

Ticket = asyncio.Future[None]


class QueueFullError(Exception):
    """Come again in a moment: nothing was looked at."""


class LogInQueue:
    """Lives in the server's one loop."""

    def __init__(
        self, at_once: int = AT_ONCE, most_known: int = MOST_KNOWN, most: int = MOST_STRANGERS
    ) -> None:
        self._free = at_once
        self._most_known = most_known
        self._most = most
        self._known: deque[Ticket] = deque()
        self._houses: OrderedDict[str, deque[Ticket]] = OrderedDict()

    @asynccontextmanager
    async def turn(self, house: str, *, known: bool) -> AsyncGenerator[None]:
        """Wait for one's turn; QueueFullError when there is no place."""
        await self._wait(house, known=known)
        try:
            yield
        finally:
            self._free += 1
            self._call_next()

    def _is_full(self) -> bool:
        return sum(_waiting(line) for line in self._houses.values()) >= self._most

    async def _wait(self, house: str, *, known: bool) -> None:
        ticket: Ticket = asyncio.get_running_loop().create_future()
        if known:
            self._line_up_known(ticket)
        else:
            self._line_up(house, ticket)
        self._call_next()
        try:
            await ticket
        except asyncio.CancelledError:
            # Called in the very moment in which the browser went away: the next one's turn.
            if ticket.done() and not ticket.cancelled() and ticket.exception() is None:
                self._free += 1
                self._call_next()
            raise

    def _line_up_known(self, ticket: Ticket) -> None:
        if len(self._known) >= self._most_known:
            raise QueueFullError
        self._known.append(ticket)

    def _line_up(self, house: str, ticket: Ticket) -> None:
        if self._is_full():
            self._make_room(house)
        self._houses.setdefault(house, deque()).append(ticket)

    def _make_room(self, house: str) -> None:
        """The last one of the house with most waiting goes, if it has more than the newcomer's."""
        fullest = max(self._houses.values(), key=_waiting, default=deque[Ticket]())
        if _waiting(fullest) <= _waiting(self._houses.get(house, deque())) + 1:
            raise QueueFullError
        last = next(ticket for ticket in reversed(fullest) if not ticket.done())
        last.set_exception(QueueFullError())

    def _call_next(self) -> None:
        while self._free and (ticket := self._next()) is not None:
            if not ticket.done():  # else it went away while it waited
                self._free -= 1
                ticket.set_result(None)

    def _next(self) -> Ticket | None:
        if self._known:
            return self._known.popleft()
        if not self._houses:
            return None
        house, tickets = self._houses.popitem(last=False)
        ticket = tickets.popleft()
        if tickets:
            self._houses[house] = tickets  # behind the other houses
        return ticket


def _waiting(line: deque[Ticket]) -> int:
    """Without those that went away."""
    return sum(not ticket.done() for ticket in line)
