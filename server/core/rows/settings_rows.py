"""Settings, each a JSON text under its key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from server.core.db.database import Database, StoreDamagedError
from server.core.db.sqlite_fast import Ready
from server.core.db.tables import settings

_ONE = select(settings.c.value).where(settings.c.key == bindparam("name"))
_SOME = Ready(
    select(settings.c.key, settings.c.value).where(
        settings.c.key.in_(bindparam("names", expanding=True))
    )
)


def value_of(text: str) -> Any:
    """What a setting says. StoreDamagedError: it is not what was written."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise StoreDamagedError(f"settings: {error}") from error


def known(stored: Mapping[str, str], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """What was decided, and the defaults of what was not. Raises StoreDamagedError."""
    return {**defaults, **{key: value_of(stored[key]) for key in defaults if key in stored}}


def glance(database: Database, key: str) -> str | None:
    """What was decided under this, as it is committed now; nobody is made to wait."""
    row = database.first(_ONE, {"name": key})
    return row["value"] if row else None


def all_values(db: Connection) -> dict[str, str]:
    """Everything that was ever decided."""
    return {row.key: row.value for row in db.execute(select(settings))}


def some(db: Connection, keys: tuple[str, ...]) -> dict[str, str]:
    """What was decided under these."""
    return {row.key: row.value for row in _SOME.rows(db, {"names": keys})}


def put(db: Connection, key: str, value: str) -> None:
    """Decide."""
    changed = db.execute(update(settings).where(settings.c.key == key), {"value": value})
    if not changed.rowcount:
        db.execute(insert(settings), {"key": key, "value": value})
