"""The rule in the database itself: a line of the audit log is neither altered nor taken out."""

from __future__ import annotations

from sqlalchemy import Connection, text

WORDS = "the audit log is only added to"

_SQLITE = """
CREATE TRIGGER audit_no_{deed} BEFORE {deed} ON audit
BEGIN SELECT RAISE(ABORT, '{words}'); END
"""
_FUNCTION = """
CREATE FUNCTION audit_only_added() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{words}'; END $$
"""
_OTHERS = """
CREATE TRIGGER audit_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_only_added()
"""


def put_up(db: Connection) -> None:
    """From now on the log only grows."""
    if db.dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):
            db.execute(text(_SQLITE.format(deed=deed, words=WORDS)))
    else:
        db.execute(text(_FUNCTION.format(words=WORDS)))
        db.execute(text(_OTHERS))


def stands(db: Connection) -> bool:
    """Whether the rule is there; another database is trusted to keep its own."""
    if db.dialect.name != "sqlite":
        return True
    query = text("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'")
    return db.execute(query).scalar_one() == len(("UPDATE", "DELETE"))
