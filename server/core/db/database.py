"""Opens the database and hands out connections: many readers, one writer, durable commits."""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, PoolProxiedConnection, Select, create_engine, event
from sqlalchemy.exc import ArgumentError, OperationalError

from server.core.db import migrate, postgres
from server.core.db.addresses import is_file
from server.core.db.fair_lock import FairLock
from server.core.db.migrate import WRITES
from server.core.db.sqlite_fast import NOTHING, Bare
from server.core.db.trouble import (
    StoreAddressError,
    StoreBusyError,
    StoreClosedError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    telling,
)

__all__ = [
    "Database", "Db", "StoreAddressError", "StoreBusyError", "StoreClosedError",
    "StoreDamagedError", "StoreError", "StoreFullError", "telling",
]  # fmt: skip

Db = Connection
"""What use-cases hand on without looking inside."""

BUSY_MS = 15_000
AT_ONCE = 50
"""Things changed in one transaction by a long work: whoever waits to write is next after them."""
POOL: dict[str, Any] = {
    "pool_size": 8, "max_overflow": 48, "pool_timeout": 30, "pool_use_lifo": True,
}  # fmt: skip
"""The connection that was used last knows its statements best."""
READS = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
"""What SQLite gives every reader: one picture, which nothing that comes meanwhile changes."""


class Database:
    """The one way to the tables.

    ``write()`` begins with the write lock in hand (BEGIN IMMEDIATE; on PostgreSQL an advisory
    lock), so that what it reads cannot change before it commits; a commit is on disk when the
    block ends.
    """

    def __init__(self, url: str) -> None:
        self.name = f"sinar {secrets.token_hex(8)}"
        self.engine = _engine(url, self.name)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._reader = self._looker = self.engine
        if not self.is_sqlite:
            self._reader = self.engine.execution_options(**READS)
            self._looker = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._writer = FairLock()
        self._pen: Connection | None = None
        self._glancing = threading.Lock()
        self._glances: PoolProxiedConnection | None = None
        self._bare: dict[Any, Bare] = {}

    def open(self) -> None:
        """Bring the tables to this version's shape."""
        with telling():
            migrate.upgrade(self.engine)

    def version(self) -> str | None:
        """The migration that it stands at; None while it is empty."""
        with telling():
            return migrate.current(self.engine)

    @contextmanager
    def read(self) -> Generator[Connection]:
        """A consistent picture for reading."""
        with telling(), self._reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self, *, durable: bool = True) -> Generator[Connection]:
        """One transaction; ``durable=False`` for notes that heal themselves after a power cut."""
        with telling(), self._writer, self._in_hand() as plain:
            if not durable:
                self._relax(plain, on=True)
            try:
                connection = plain.execution_options(**{WRITES: "durable" if durable else "note"})
                with connection.begin():
                    yield connection
            finally:
                if not durable:
                    self._relax(plain, on=False)

    @contextmanager
    def _in_hand(self) -> Generator[Connection]:
        """The writer's connection; on SQLite it is kept from one to the next while all is well."""
        if not self.is_sqlite:
            with self.engine.connect() as connection:
                yield connection
            return
        pen, self._pen = self._pen or self.engine.connect(), None
        try:
            yield pen
        except BaseException:
            pen.close()
            raise
        self._pen = pen

    def first(
        self, query: Select[*tuple[Any, ...]], values: Mapping[str, str]
    ) -> dict[str, Any] | None:
        """The first row of a query that stands alone, as it is committed now.

        On SQLite it goes straight to the driver: without a transaction, at a tenth of the time.
        """
        if not self.is_sqlite:
            with telling(), self.looking() as db:
                row = db.execute(query, values).mappings().first()
            return dict(row) if row else None
        if query not in self._bare:
            self._bare[query] = Bare(query, NOTHING, self.engine.dialect)
        with telling(), self._glancing:
            if self._glances is None:
                self._glances = self.engine.raw_connection()
            driver: Any = self._glances.driver_connection
            return self._bare[query].first(driver, values)

    def looking(self) -> Connection:
        """For statements that each stand alone, outside of any transaction."""
        return self._looker.connect()

    def close(self) -> None:
        """Let go of it; the last one out folds the log into the file."""
        for kept in (self._glances, self._pen):
            if kept is not None:
                kept.close()
        # What a thread still holds goes when it gives it back.
        event.listen(self.engine, "checkin", lambda _driver, entry: entry.close())
        self.engine.dispose()

    def _relax(self, connection: Connection, *, on: bool) -> None:
        if self.is_sqlite:
            driver: Any = connection.connection.driver_connection
            driver.execute(f"PRAGMA synchronous={'NORMAL' if on else 'FULL'}")


def _engine(url: str, name: str) -> Engine:
    """Raises StoreAddressError, which must not repeat an address: a password may stand in it."""
    more = {} if is_file(url) else postgres.options(name)
    url = url.replace("postgres://", "postgresql://", 1)
    try:
        engine = create_engine(url, **POOL, **more)
    except (ArgumentError, ModuleNotFoundError) as error:
        raise StoreAddressError(type(error).__name__) from error
    sqlite = engine.dialect.name == "sqlite"
    event.listen(engine, "connect", _prepare_sqlite if sqlite else postgres.prepare)
    event.listen(engine, "begin", _begin_sqlite if sqlite else postgres.begin)
    return engine


def _prepare_sqlite(driver: Any, _record: Any) -> None:
    driver.isolation_level = None  # Python's own BEGIN comes too late for a write lock
    try:
        for pragma in (
            f"busy_timeout={BUSY_MS}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",  # who is erased does not live on in freed pages
        ):
            driver.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        driver.close()  # the pool has not heard of it yet
        raise


def _begin_sqlite(connection: Connection) -> None:
    # Straight to the driver, which is far cheaper; its errors become SQLAlchemy's as always.
    driver: Any = connection.connection.driver_connection
    writes = connection.get_execution_options().get(WRITES)
    try:
        driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
    except sqlite3.OperationalError as error:
        raise OperationalError("BEGIN", None, error) from error
