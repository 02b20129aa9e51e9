"""The rule in the database itself: a line of the audit log is neither altered nor taken out."""

from __future__ import annotations

from sqlalchemy import Connection, text

_STANDS = text("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'")
_STANDS_ELSEWHERE = text(
    "SELECT count(*) FROM pg_trigger WHERE tgname = 'audit_only_added'"
    " AND tgrelid = 'audit'::regclass AND tgenabled IN ('O', 'A')"
)


def stands(db: Connection) -> bool:
    """Whether the rule is there, and in force."""
    if db.dialect.name == "sqlite":
        return db.execute(_STANDS).scalar_one() == len(("UPDATE", "DELETE"))
    return db.execute(_STANDS_ELSEWHERE).scalar_one() == 1
