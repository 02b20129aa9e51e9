"""What rate limits and quotas remember: one small row for each rule and sender.

The rows are notes: whoever loses some of them in a power cut lets a few more tries through.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from server.core.db.database import Database
from server.core.db.sqlite_fast import Ready
from server.core.db.tables_accounts import rate_limits

_ONE = (rate_limits.c.name == bindparam("rule")) & (rate_limits.c.key == bindparam("sender"))
_FIND = select(rate_limits.c.state).where(_ONE)
_FOUND = Ready(_FIND)
_ADD = Ready(insert(rate_limits))
_PUT = Ready(update(rate_limits).where(_ONE))
_DROP = delete(rate_limits).where(_ONE)


def glance(database: Database, name: str, key: str) -> list[int]:
    """The state as it is committed now; nobody is made to wait."""
    row = database.first(_FIND, {"rule": name, "sender": key})
    return json.loads(row["state"]) if row else []


def find(db: Connection, name: str, key: str) -> list[int]:
    """The state, which nobody else changes before this transaction ends."""
    found = _FOUND.scalar(db, {"rule": name, "sender": key})
    return json.loads(found) if found else []


def put(db: Connection, name: str, key: str, state: list[int], until: int) -> None:
    """The state from now on; of no use to anybody after ``until`` (seconds since 1970)."""
    values: dict[str, Any] = {"state": json.dumps(state), "until": until}
    if not _PUT.run(db, {"rule": name, "sender": key, **values}):
        _ADD.run(db, {"name": name, "key": key, **values})


def drop(db: Connection, name: str, key: str) -> None:
    """Nothing is held against this sender."""
    db.execute(_DROP, {"rule": name, "sender": key})


def sweep(db: Connection, now: int, latest: int) -> None:
    """Forget what has passed, and what a clock that was wrong has written."""
    old = (rate_limits.c.until <= now) | (rate_limits.c.until > latest)
    db.execute(delete(rate_limits).where(old))
