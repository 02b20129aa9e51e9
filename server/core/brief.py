"""What is kept for a while, in the database: every process of the server finds it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta

from server.core.db.database import Database, Db
from server.core.rows import brief_rows
from shared.clock import Clock

LONGEST = timedelta(days=1)
"""Nothing is kept longer."""


@dataclass(frozen=True)
class Brief:
    """All of one kind; each has an owner and a name."""

    database: Database
    clock: Clock
    kind: str
    lasts: timedelta
    most: int = 1000

    def get(self, owner: str, name: str) -> str | None:
        """What is kept; None when there is none."""
        return brief_rows.get(self.database, self.kind, owner, name, self._now())

    def put_in(self, db: Db, owner: str, name: str, value: str) -> None:
        """Keep it from now on; where there are too many, those go that were kept first."""
        until = self._now() + math.ceil(self.lasts.total_seconds())
        brief_rows.put(db, self.kind, owner, name, value, until)
        brief_rows.trim(db, self.kind, self.most)

    def drop_in(self, db: Db, owner: str, name: str) -> None:
        """Keep it no more."""
        brief_rows.drop(db, self.kind, owner, name)

    def owners(self, value: str) -> list[tuple[str, str]]:
        """Owner and name of all that keep the same."""
        return brief_rows.owners(self.database, self.kind, value, self._now())

    def _now(self) -> int:
        return int(self.clock.now().timestamp())


def sweep(database: Database, clock: Clock) -> None:
    """Forget what has passed."""
    now = clock.now()
    with database.write(durable=False) as db:
        latest = now + 2 * LONGEST
        brief_rows.sweep(db, int(now.timestamp()), int(latest.timestamp()))
