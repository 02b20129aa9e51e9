"""A consistent copy of the database while it is written to, and what is wrong with one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, func, select
from sqlalchemy.exc import DatabaseError

from server.core.db import migrate, restoring
from server.core.db.database import Database, StoreDamagedError, StoreError, telling
from server.core.db.tables import accounts, devices, laporan, laporan_versi, sessions
from server.core.rows import audit_rows

_UNREADABLE = (DatabaseError, sqlite3.DatabaseError)
"""The second one comes from the first words to a file, before SQLAlchemy listens."""


class DamagedDatabaseError(Exception):
    """The file is no database of ours, or a broken one."""


class NewerDatabaseError(Exception):
    """Made by a newer version: install that one first."""


def copy(database: Database, target: Path) -> None:
    """Write what is committed now to a file of its own; writers go on meanwhile."""
    raw = database.engine.raw_connection()
    try:
        source = raw.driver_connection
        if not isinstance(source, sqlite3.Connection):
            raise TypeError("only SQLite can be copied")
        with telling(), closing(sqlite3.connect(target)) as file:
            source.backup(file)
            file.execute("PRAGMA journal_mode=DELETE")
    finally:
        raw.close()


def prepare_restored(path: Path, at: datetime, replaced: dict[str, int], by: str) -> None:
    """Make a copy fit to be served: sound, of this version, and no number will come twice."""
    database = Database(f"sqlite:///{path}")
    try:
        if troubles(database.engine):
            raise DamagedDatabaseError
        if (migrate.current(database.engine) or "") > migrate.HEAD:
            raise NewerDatabaseError
        database.open()
        with database.write() as db:
            restoring.mark_restored(db, at, replaced)
            # A log-in that ended since must not come back to life.
            db.execute(delete(sessions))
            audit_rows.add(db, at, by, "restored")
    except (StoreDamagedError, *_UNREADABLE) as error:
        raise DamagedDatabaseError from error
    finally:
        database.close()


def numbers_of(path: Path) -> dict[str, int]:
    """The last numbers that a database gave; none when it cannot be read any more."""
    if not path.exists():
        return {}
    database = Database(f"sqlite:///{path}")
    try:
        with database.read() as db:
            return restoring.numbers(db)
    except (StoreError, *_UNREADABLE):
        return {}
    finally:
        database.close()


def troubles(engine: Engine) -> list[str]:
    """What SQLite finds wrong with the file; nothing for another database, which looks itself."""
    if engine.dialect.name != "sqlite":
        return []
    try:
        with engine.connect() as connection:
            found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(5)")]
            loose = len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())
    except _UNREADABLE as error:
        return [str(error)]
    return [line for line in found if line != "ok"] + [f"foreign keys: {loose}"] * bool(loose)


def without_version(db: Connection) -> int:
    """How many reports lack the version that is in force."""
    kept = select(laporan_versi.c.laporan).where(
        laporan_versi.c.laporan == laporan.c.id,
        laporan_versi.c.versi == laporan.c.versi,
        laporan_versi.c.in_force,
    )
    query = select(func.count()).select_from(laporan).where(~kept.exists())
    return db.execute(query).scalar_one()


def how_many(db: Connection) -> dict[str, int]:
    """Reports, phones and accounts."""
    tables = {"laporan": laporan, "devices": devices, "accounts": accounts}
    return {
        name: db.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in tables.items()
    }
