"""The kecamatan that the data belongs to, as the settings keep it."""

from __future__ import annotations

import json

from server.core.db.database import Database, Db
from server.core.rows import settings_rows
from shared import wilayah
from shared.wilayah import Wilayah

KEY = "wilayah"


def of(database: Database) -> Wilayah:
    """What stands there; the first migration of it has put Juai there."""
    stored = settings_rows.glance(database, KEY)
    if stored is None:
        raise KeyError(KEY)
    return wilayah.from_json(json.loads(stored))


def put(db: Db, new: Wilayah) -> None:
    """From the next opening of the data on it is this one."""
    settings_rows.put(db, KEY, json.dumps(wilayah.to_json(new)))
