"""A consistent copy of the database while it is written to, and what is wrong with one."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, select, text
from sqlalchemy.exc import DatabaseError

from server.core.db import dumps, migrate, restoring
from server.core.db.database import Database, StoreDamagedError, StoreError, telling
from server.core.db.tables import devices, laporan, laporan_versi
from server.core.db.tables_accounts import accounts, sessions
from server.core.rows import audit_rows, settings_rows

_IDENTITY = "basis_data"
_IDENTIFY = text(
    "SELECT (SELECT system_identifier FROM pg_control_system()) || '/'"
    " || left(pg_walfile_name(pg_current_wal_lsn()), 8) || '/'"
    " || (SELECT oid FROM pg_database WHERE datname = current_database()) || '/'"
    " || 'laporan'::regclass::oid"
)
"""Another cluster, another timeline of it, another database, another table: older data is there."""
_TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1")
_LOOSE = text(
    "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off'"
    " ORDER BY name"
)
_UNCHECKED = text("SELECT conname FROM pg_constraint WHERE NOT convalidated ORDER BY 1")
_UNREADABLE = (DatabaseError, sqlite3.DatabaseError)
"""The second one comes from the first words to a file, before SQLAlchemy listens."""


class DamagedDatabaseError(Exception):
    """The file is no database of ours, or a broken one."""


class NewerDatabaseError(Exception):
    """Made by a newer version: install that one first."""


@contextmanager
def copied(database: Database, target: Path) -> Generator[Connection]:
    """Write what is committed now to a file, and look at just that; writers go on meanwhile."""
    if database.is_sqlite:
        copy(database, target)
        with _opened(f"sqlite:///{target}") as of_copy, of_copy.read() as db:
            yield db
        return
    with database.read() as db:
        seen: str = db.execute(select(func.pg_export_snapshot())).scalar_one()
        dumps.dump(database.engine.url, target, seen)
        yield db


def copy(database: Database, target: Path) -> None:
    """Write what is committed now to a file of its own."""
    if not database.is_sqlite:
        dumps.dump(database.engine.url, target)
        return
    raw = database.engine.raw_connection()
    try:
        source: Any = raw.driver_connection
        with telling(), closing(sqlite3.connect(target)) as file:
            source.backup(file)
            file.execute("PRAGMA journal_mode=DELETE")
    finally:
        raw.close()


def prepare_restored(url: str, at: datetime, replaced: dict[str, int], by: str) -> None:
    """Make a copy fit to be served: sound, of this version, and no number will come twice."""
    try:
        with _opened(url) as database:
            if troubles(database.engine):
                raise DamagedDatabaseError
            if (migrate.current(database.engine) or "") > migrate.HEAD:
                raise NewerDatabaseError
            database.open()
            with database.write() as db:
                _put_back(db, at, replaced, by)
    except (StoreDamagedError, *_UNREADABLE) as error:
        raise DamagedDatabaseError from error


def heal_if_put_back(database: Database, at: datetime) -> bool:
    """Where `pg_restore` or a standby has put older data in place without us, as if we had."""
    if database.is_sqlite or settings_rows.glance(database, _IDENTITY) == _identity(database):
        return False
    with database.write() as db:
        known = settings_rows.some(db, (_IDENTITY,))
        if known:
            _put_back(db, at, {}, "operator")
        else:
            settings_rows.put(db, _IDENTITY, _identity(database))
    return bool(known)


def _put_back(db: Connection, at: datetime, replaced: dict[str, int], by: str) -> None:
    restoring.mark_restored(db, at, replaced)
    # A log-in that ended since must not come back to life.
    db.execute(delete(sessions))
    audit_rows.add(db, at, by, "restored")
    if db.dialect.name != "sqlite":
        settings_rows.put(db, _IDENTITY, db.execute(_IDENTIFY).scalar_one())


def _identity(database: Database) -> str:
    with database.read() as db:
        return db.execute(_IDENTIFY).scalar_one()


def numbers_of(url: str) -> dict[str, int]:
    """The last numbers that a database gave; none when it cannot be read any more."""
    try:
        with _opened(url) as database, database.read() as db:
            return restoring.numbers(db)
    except (StoreError, *_UNREADABLE):
        return {}


def troubles(engine: Engine) -> list[str]:
    """What is found wrong with it when all of it is read."""
    look = _troubles_of_file if engine.dialect.name == "sqlite" else _troubles_of_server
    try:
        with engine.connect() as connection:
            return look(connection)
    except _UNREADABLE as error:
        return [str(error)]


def loose_settings(engine: Engine) -> list[str]:
    """What PostgreSQL was told to leave out, though a commit needs it to outlive a power cut."""
    if engine.dialect.name == "sqlite":
        return []
    with engine.connect() as connection:
        return list(connection.execute(_LOOSE).scalars())


def _troubles_of_file(connection: Connection) -> list[str]:
    found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(5)")]
    loose = len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())
    return [line for line in found if line != "ok"] + [f"foreign keys: {loose}"] * bool(loose)


def _troubles_of_server(connection: Connection) -> list[str]:
    """Every row is read whole: what cannot be read is an error, which says where."""
    for (name,) in connection.execute(_TABLES).all():
        quoted = connection.dialect.identifier_preparer.quote(name)
        connection.exec_driver_sql(f"SELECT count(whole::text) FROM {quoted} AS whole")  # noqa: S608
    return [f"rule: {name}" for (name,) in connection.execute(_UNCHECKED)]


@contextmanager
def _opened(url: str) -> Generator[Database]:
    database = Database(url)
    try:
        yield database
    finally:
        database.close()


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
