"""Settings, each a JSON text under its key."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from server.core.db.tables import settings


def all_values(db: Connection) -> dict[str, str]:
    """Everything that was ever decided."""
    return {row.key: row.value for row in db.execute(select(settings))}


def some(db: Connection, keys: tuple[str, ...]) -> dict[str, str]:
    """What was decided under these."""
    query = select(settings).where(settings.c.key.in_(keys))
    return {row.key: row.value for row in db.execute(query)}


def put(db: Connection, key: str, value: str) -> None:
    """Decide."""
    changed = db.execute(update(settings).where(settings.c.key == key), {"value": value})
    if not changed.rowcount:
        db.execute(insert(settings), {"key": key, "value": value})
