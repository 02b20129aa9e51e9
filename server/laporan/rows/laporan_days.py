"""How many reports came in on each day: what takes a far page of the list to its place at once.

SQLite keeps the counts itself, by triggers on `laporan`, in the transaction that writes a report.
Elsewhere (PostgreSQL) there are none, and a far page is counted through.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, text

TABLE = "laporan_days"

_KEY = "(mendesak, hari, jumlah) VALUES ({row}.mendesak, substr({row}.received_at, 1, 10), 1)"
_MORE = (
    f"INSERT INTO laporan_days {_KEY.format(row='new')}"
    " ON CONFLICT (mendesak, hari) DO UPDATE SET jumlah = jumlah + 1;"
)
_LESS = (
    "UPDATE laporan_days SET jumlah = jumlah - 1"
    " WHERE mendesak = old.mendesak AND hari = substr(old.received_at, 1, 10);"
)
_MAKE = (
    "CREATE TABLE laporan_days (mendesak INTEGER NOT NULL, hari TEXT NOT NULL,"
    " jumlah INTEGER NOT NULL, PRIMARY KEY (mendesak, hari)) WITHOUT ROWID",
    f"CREATE TRIGGER laporan_days_added AFTER INSERT ON laporan BEGIN {_MORE} END",
    f"CREATE TRIGGER laporan_days_gone AFTER DELETE ON laporan BEGIN {_LESS} END",
    "CREATE TRIGGER laporan_days_moved AFTER UPDATE OF mendesak, received_at ON laporan"
    " WHEN old.mendesak <> new.mendesak OR old.received_at <> new.received_at"
    f" BEGIN {_LESS} {_MORE} END",
    "INSERT INTO laporan_days SELECT mendesak, substr(received_at, 1, 10), count(*)"
    " FROM laporan GROUP BY 1, 2",
)
_FIND = text(
    "SELECT mendesak, hari, upto - jumlah AS above FROM ("
    " SELECT mendesak, hari, jumlah,"
    " sum(jumlah) OVER (ORDER BY mendesak DESC, hari DESC) AS upto FROM laporan_days"
    ") WHERE upto > :offset AND jumlah > 0 ORDER BY upto LIMIT 1"
)


class Start(NamedTuple):
    """Begin below ``(mendesak, moment)`` in the list's order; ``above`` reports stand over it."""

    mendesak: int
    moment: datetime
    above: int


def make(db: Connection) -> None:
    """The counts and what keeps them, filled with all that is there."""
    if db.dialect.name != "sqlite":
        return
    for statement in _MAKE:
        db.execute(text(statement))


def start(db: Connection, offset: int) -> Start | None:
    """The day in which the report at ``offset`` came in; None where nobody counts."""
    if db.dialect.name != "sqlite":
        return None
    row = db.execute(_FIND, {"offset": offset}).one_or_none()
    if row is None:
        return None
    day = datetime.strptime(row.hari, "%Y-%m-%d").replace(tzinfo=UTC)
    return Start(row.mendesak, day + timedelta(days=1), row.above)
