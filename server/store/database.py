"""Opens the database and hands out connections: many readers, one writer, durable commits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from server.store import migrate

Db = Connection
"""What use-cases hand on without looking inside."""

BUSY_MS = 15_000
WRITES = "sinar_writes"


class Database:
    """The one way to the tables.

    ``write()`` begins with the write lock in hand (BEGIN IMMEDIATE), so that what it reads cannot
    change before it commits; a commit is on disk when the block ends.
    """

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._writer = threading.Lock()

    def open(self) -> None:
        """Bring the tables to this version's shape."""
        migrate.upgrade(self.engine)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent picture for reading."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self, *, durable: bool = True) -> Iterator[Connection]:
        """One transaction; ``durable=False`` for notes that heal themselves after a power cut."""
        with self._writer, self.engine.connect() as plain:
            if not durable:
                self._relax(plain, on=True)
            try:
                connection = plain.execution_options(**{WRITES: True})
                with connection.begin():
                    yield connection
            finally:
                if not durable:
                    self._relax(plain, on=False)

    def close(self) -> None:
        """Fold the log into the file and let go of it."""
        if self.is_sqlite:
            raw = self.engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()
        self.engine.dispose()

    def _relax(self, connection: Connection, *, on: bool) -> None:
        if self.is_sqlite:
            driver: Any = connection.connection.driver_connection
            driver.execute(f"PRAGMA synchronous={'NORMAL' if on else 'FULL'}")


def _engine(url: str) -> Engine:
    engine = create_engine(url, pool_size=8, max_overflow=48, pool_timeout=30)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(driver: Any, _record: Any) -> None:
    driver.isolation_level = None  # Python's own BEGIN comes too late for a write lock
    for pragma in (
        f"busy_timeout={BUSY_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        driver.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
