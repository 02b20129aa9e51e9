"""Before a newer version changes the tables, the database is copied as it was."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from server.core.db import database_copy, migrate
from server.core.db.database import Database, StoreError
from server.core.files.disk import sync_folder

FOLDER = "sebelum-naik-versi"


class NewerDataError(StoreError):
    """The data was written by a newer version: install that one, or restore the copy of before."""


def keep_copy(database: Database, folder: Path, at: datetime) -> Path | None:
    """Copy a database of an older version, once for each step; None where nothing is to come."""
    found = database.version()
    if found is None or found == migrate.HEAD:
        return None
    if found > migrate.HEAD:
        raise NewerDataError(found)
    ending = "db" if database.is_sqlite else "pgdump"
    target = folder / FOLDER / f"{found}-ke-{migrate.HEAD}-{at:%Y%m%d-%H%M%S}.{ending}"
    if list(target.parent.glob(f"{found}-ke-{migrate.HEAD}-*.{ending}")):
        return None
    target.parent.mkdir(mode=0o700, exist_ok=True)
    draft = target.with_suffix(".baru")
    draft.unlink(missing_ok=True)
    database_copy.copy(database, draft)
    draft.chmod(0o600)
    draft.rename(target)
    sync_folder(target.parent)
    return target
