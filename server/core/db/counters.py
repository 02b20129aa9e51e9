"""Numbers that are given once: the sequence of changes, and the resi of each month."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, insert, select, update

from server.core.db.sqlite_fast import Ready
from server.core.db.tables import counters

SEQ = "seq"

_UP = Ready(
    update(counters)
    .where(counters.c.name == bindparam("counter"))
    .values(value=counters.c.value + 1)
    .returning(counters.c.value)
)
_LAST = select(counters.c.value).where(counters.c.name == bindparam("counter"))


def next_value(db: Connection, name: str) -> int:
    """One more than ever before; the row stays locked until the transaction ends."""
    value = _UP.scalar(db, {"counter": name})
    if value is None:
        db.execute(insert(counters), {"name": name, "value": 1})
        return 1
    return value


def last_value(db: Connection, name: str) -> int:
    """The number given last."""
    return db.execute(_LAST, {"counter": name}).scalar() or 0
