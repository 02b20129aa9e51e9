"""What happened, by whom: only ever added to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert

from server.store.tables import audit


def add(
    db: Connection, at: datetime, actor: str, action: str, ref: str | None = None, detail: str = ""
) -> None:
    """One line of the log."""
    row = {"at": at, "actor": actor, "action": action, "ref": ref, "detail": detail}
    db.execute(insert(audit), row)
