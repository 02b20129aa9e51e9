"""How many reports came in on each day is kept."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

MORE = (
    "INSERT INTO laporan_days (mendesak, hari, jumlah)"
    " VALUES (new.mendesak, substr(new.received_at, 1, 10), 1)"
    " ON CONFLICT (mendesak, hari) DO UPDATE SET jumlah = jumlah + 1;"
)
LESS = (
    "UPDATE laporan_days SET jumlah = jumlah - 1"
    " WHERE mendesak = old.mendesak AND hari = substr(old.received_at, 1, 10);"
)
COUNTS = (
    "CREATE TABLE laporan_days (mendesak INTEGER NOT NULL, hari TEXT NOT NULL,"
    " jumlah INTEGER NOT NULL, PRIMARY KEY (mendesak, hari)) WITHOUT ROWID",
    f"CREATE TRIGGER laporan_days_added AFTER INSERT ON laporan BEGIN {MORE} END",
    f"CREATE TRIGGER laporan_days_gone AFTER DELETE ON laporan BEGIN {LESS} END",
    "CREATE TRIGGER laporan_days_moved AFTER UPDATE OF mendesak, received_at ON laporan"
    " WHEN old.mendesak <> new.mendesak OR old.received_at <> new.received_at"
    f" BEGIN {LESS} {MORE} END",
    "INSERT INTO laporan_days SELECT mendesak, substr(received_at, 1, 10), count(*)"
    " FROM laporan GROUP BY 1, 2",
)
"""The table, the triggers that keep it, and its first filling."""


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for statement in COUNTS:
            op.execute(statement)
