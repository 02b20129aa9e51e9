"""How many reports came in on each day: what takes a far page of the list to its place at once.

The database keeps the counts itself, by triggers on `laporan`, in the transaction that writes a
report.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, text

TABLE = "laporan_days"

_FIND = text(
    "SELECT mendesak, hari, upto - jumlah AS above FROM ("
    " SELECT mendesak, hari, jumlah,"
    " sum(jumlah) OVER (ORDER BY mendesak DESC, hari DESC) AS upto FROM laporan_days"
    ") AS days WHERE upto > :offset AND jumlah > 0 ORDER BY upto LIMIT 1"
)


class Start(NamedTuple):
    """Begin below ``(mendesak, moment)`` in the list's order; ``above`` reports stand over it."""

    mendesak: int
    moment: datetime
    above: int


def start(db: Connection, offset: int) -> Start | None:
    """The day in which the report at ``offset`` came in; None beyond the last one."""
    row = db.execute(_FIND, {"offset": offset}).one_or_none()
    if row is None:
        return None
    day = datetime.strptime(row.hari, "%Y-%m-%d").replace(tzinfo=UTC)
    return Start(row.mendesak, day + timedelta(days=1), row.above)
