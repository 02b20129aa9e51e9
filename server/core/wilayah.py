"""The kecamatan that the data belongs to, as the settings keep it."""

from __future__ import annotations

import json
from pathlib import Path

from server.core.db.database import Database, Db, StoreDamagedError
from server.core.rows import settings_rows
from shared import wilayah
from shared.wilayah import SETTING, Wilayah

FIRST = Path(__file__).parent / "db/migrations/versions/0016_juai.json"


def first() -> Wilayah:
    """The kecamatan that it was made for, as the migration puts it into an empty folder."""
    return wilayah.from_json(json.loads(FIRST.read_text(encoding="utf-8")))


def of(database: Database) -> Wilayah:
    """What stands there; the first migration of it has put Juai there. Raises StoreDamagedError."""
    stored = settings_rows.glance(database, SETTING)
    if stored is None:
        raise StoreDamagedError(f"settings: {SETTING}")
    return wilayah.from_json(settings_rows.value_of(stored))


def put(db: Db, new: Wilayah) -> None:
    """From the next opening of the data on it is this one."""
    settings_rows.put(db, SETTING, json.dumps(wilayah.to_json(new)))
