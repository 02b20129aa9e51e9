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

POSTGRES = (
    "CREATE TABLE laporan_days (mendesak BIGINT NOT NULL, hari TEXT NOT NULL,"
    " jumlah BIGINT NOT NULL, PRIMARY KEY (mendesak, hari))",
    """CREATE FUNCTION laporan_days_count() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
IF TG_OP <> 'INSERT' THEN
  UPDATE laporan_days SET jumlah = jumlah - 1
    WHERE mendesak = OLD.mendesak AND hari = to_char(OLD.received_at, 'YYYY-MM-DD');
END IF;
IF TG_OP <> 'DELETE' THEN
  INSERT INTO laporan_days VALUES (NEW.mendesak, to_char(NEW.received_at, 'YYYY-MM-DD'), 1)
    ON CONFLICT (mendesak, hari) DO UPDATE SET jumlah = laporan_days.jumlah + 1;
END IF;
RETURN NULL; END $$""",
    "CREATE TRIGGER laporan_days_counted AFTER INSERT OR DELETE OR UPDATE OF mendesak, received_at"
    " ON laporan FOR EACH ROW EXECUTE FUNCTION laporan_days_count()",
    "INSERT INTO laporan_days SELECT mendesak, to_char(received_at, 'YYYY-MM-DD'), count(*)"
    " FROM laporan GROUP BY 1, 2",
)
"""The same for PostgreSQL."""


def upgrade() -> None:
    db = op.get_bind()
    for statement in COUNTS if db.dialect.name == "sqlite" else POSTGRES:
        db.exec_driver_sql(statement)
