"""Failed log-ins, summed per hour until they are told in the audit log."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, delete, insert, select, update

from server.core.db.tables_accounts import failed_log_ins as table


class Hour(NamedTuple):
    """What somebody tried within one hour, beyond the first try."""

    actor: str
    hour: datetime
    times: int


def add(db: Connection, actor: str, hour: datetime) -> bool:
    """One more failure; whether it is the first of its hour."""
    key = and_(table.c.actor == actor, table.c.hour == hour)
    if db.execute(update(table).where(key).values(count=table.c.count + 1)).rowcount:
        return False
    db.execute(insert(table), {"actor": actor, "hour": hour, "count": 0})
    return True


def take_past(db: Connection, hour: datetime) -> list[Hour]:
    """The sums of all other hours; they are forgotten with this."""
    past = table.c.hour != hour
    query = select(table).where(past).order_by(table.c.hour, table.c.actor)
    found = db.execute(query).mappings()
    rows = [Hour(row["actor"], row["hour"], row["count"]) for row in found]
    if rows:
        db.execute(delete(table).where(past))
    return rows
