"""How often one sender may try something, and how much one may send: counted in the database.

All processes share the count, and a restart forgets nothing. A call is counted before what it
asks for is done, so that many at once are many. Nobody waits longer than the rule says, whatever
the clock did: what was counted in the future is not counted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.core.context import Context
from server.core.db.database import Db
from server.core.rows import rate_rows

LONGEST = timedelta(hours=1)
"""No rule looks further back."""


@dataclass(frozen=True)
class RateLimit:
    """At most ``most`` calls of one sender within ``window``, then one each ``slow``."""

    name: str
    most: int
    window: timedelta
    slow: timedelta | None = None
    """Without it whoever has had enough waits for the window to pass; with it the lock is slow."""

    def hit(self, ctx: Context, key: str) -> int:
        """Count a call; or the seconds to wait when it is one too many, which costs no writing."""
        now = ctx.clock.now()
        if wait := self.wait(rate_rows.glance(ctx.doors, self.name, key), now):
            return wait
        with ctx.doors.write(durable=False) as db:
            return self.hit_in(db, key, now)

    def hit_in(self, db: Db, key: str, now: datetime) -> int:
        """`hit` within a transaction that writes."""
        return hit_all(db, [(self, key)], now)

    def wait_in(self, db: Db, key: str, now: datetime) -> int:
        """The seconds to wait; 0 when one may call."""
        return self.wait(rate_rows.find(db, self.name, key), now)

    def wait(self, hits: Sequence[int], now: datetime) -> int:
        """The same, of what is remembered: the moments of calls in milliseconds."""
        at, recent = _ms(now), self._recent(hits, now)
        if len(recent) < self.most:
            return 0
        until = recent[-self.most] + _span(self.window)
        if self.slow is not None:
            until = min(until, recent[-1] + _span(self.slow))
        return max(0, math.ceil((until - at) / 1000))

    def count(self, db: Db, key: str, now: datetime) -> None:
        """One more call, whether it may be or not."""
        hits = [*self._recent(rate_rows.find(db, self.name, key), now), _ms(now)]
        until = math.ceil((hits[-1] + _span(self.window)) / 1000)
        rate_rows.put(db, self.name, key, hits[-self.most :], until)

    def take_back(self, db: Db, key: str, now: datetime) -> None:
        """The last call was honest: it does not count."""
        hits = self._recent(rate_rows.find(db, self.name, key), now)[:-1]
        if not hits:
            rate_rows.drop(db, self.name, key)
            return
        rate_rows.put(db, self.name, key, hits, math.ceil((hits[-1] + _span(self.window)) / 1000))

    def forgive(self, db: Db, key: str) -> None:
        """Nothing is held against this sender any more."""
        rate_rows.drop(db, self.name, key)

    def _recent(self, hits: Sequence[int], now: datetime) -> list[int]:
        at = _ms(now)
        return [one for one in hits if at - _span(self.window) < one <= at]


def hit_all(db: Db, rules: Sequence[tuple[RateLimit, str]], now: datetime) -> int:
    """Count a call by several rules at once, or by none when one of them says to wait."""
    wait = max(rule.wait_in(db, key, now) for rule, key in rules)
    if not wait:
        for rule, key in rules:
            rule.count(db, key, now)
    return wait


@dataclass(frozen=True)
class Quota:
    """At most ``most`` (reports, bytes) of one sender within ``window`` from the first of them."""

    name: str
    most: int
    window: timedelta = LONGEST

    def wait(
        self, ctx: Context, key: str, wanted: int = 1, more: Callable[[], int] = lambda: 0
    ) -> int:
        """The seconds to wait until so much more may come; 0 when it may come now.

        ``more`` is asked last: what was counted, but is not in the database yet.
        """
        since, used = self._stand(rate_rows.glance(ctx.database, self.name, key), ctx.clock.now())
        return self._left(since, used + wanted + more(), ctx.clock.now())

    def take_in(self, db: Db, key: str, amount: int, now: datetime) -> int:
        """Count so much, or the seconds to wait when it is too much."""
        since, used = self._stand(rate_rows.find(db, self.name, key), now)
        wait = self._left(since, used + amount, now)
        if not wait:
            self._put(db, key, since, used + amount)
        return wait

    def add(self, db: Db, key: str, amount: int, now: datetime) -> None:
        """Count what has come already."""
        since, used = self._stand(rate_rows.find(db, self.name, key), now)
        self._put(db, key, since, used + amount)

    def _put(self, db: Db, key: str, since: int, used: int) -> None:
        until = math.ceil((since + _span(self.window)) / 1000)
        rate_rows.put(db, self.name, key, [since, used], until)

    def _stand(self, state: Sequence[int], now: datetime) -> tuple[int, int]:
        """Since when it is counted, and how much that was; a window of the future counts not."""
        at = _ms(now)
        if not state or not at - _span(self.window) < state[0] <= at:
            return at, 0
        return state[0], state[1]

    def _left(self, since: int, used: int, now: datetime) -> int:
        if used <= self.most:
            return 0
        return max(1, math.ceil((since + _span(self.window) - _ms(now)) / 1000))


@contextmanager
def counting(ctx: Context, db: Db) -> Generator[Db]:
    """Within a transaction that writes: where strangers' tries are counted.

    Of a kecamatan beside others that is another database, whose writer is then held as well: always
    in this order, and only by those others, so nobody waits for ever.
    """
    if ctx.front is None:
        yield db
        return
    with ctx.front.write(durable=False) as doors:
        yield doors


def sweep(ctx: Context) -> None:
    """Forget what no rule looks at any more."""
    now = ctx.clock.now()
    latest = now + 2 * LONGEST
    with ctx.database.write(durable=False) as db:
        rate_rows.sweep(db, _ms(now) // 1000, _ms(latest) // 1000)


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _span(length: timedelta) -> int:
    return round(length.total_seconds() * 1000)
