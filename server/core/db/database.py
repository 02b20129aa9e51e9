"""Opens the database and hands out connections: many readers, one writer, durable commits.

StoreError
├── StoreFullError      no room on the disk: nothing was changed, try later
├── StoreBusyError      it does not answer: nothing was changed, try again
└── StoreDamagedError   the file is not what was written: put a backup in its place
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, PoolProxiedConnection, Select, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

from server.core.db import migrate
from server.core.db.fair_lock import FairLock
from server.core.db.migrate import WRITES
from server.core.db.raw_query import BareQuery

Db = Connection
"""What use-cases hand on without looking inside."""

BUSY_MS = 15_000


class StoreError(Exception):
    """The transaction was not carried out."""


class StoreFullError(StoreError):
    """No room on the disk."""


class StoreBusyError(StoreError):
    """Somebody else holds it for too long, or it cannot be reached."""


class StoreClosedError(StoreBusyError):
    """Nobody may write to the file, or even open it."""


class StoreDamagedError(StoreError):
    """The file cannot be read as a database."""


class Database:
    """The one way to the tables.

    ``write()`` begins with the write lock in hand (BEGIN IMMEDIATE), so that what it reads cannot
    change before it commits; a commit is on disk when the block ends.
    """

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._writer = FairLock()
        self._glancing = threading.Lock()
        self._glances: PoolProxiedConnection | None = None
        self._bare: dict[Any, BareQuery] = {}

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
        with telling(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self, *, durable: bool = True) -> Generator[Connection]:
        """One transaction; ``durable=False`` for notes that heal themselves after a power cut."""
        with telling(), self._writer, self.engine.connect() as plain:
            if not durable:
                self._relax(plain, on=True)
            try:
                connection = plain.execution_options(**{WRITES: True})
                with connection.begin():
                    yield connection
            finally:
                if not durable:
                    self._relax(plain, on=False)

    def first(
        self, query: Select[*tuple[Any, ...]], values: Mapping[str, str]
    ) -> dict[str, Any] | None:
        """The first row of a query that stands alone, as it is committed now.

        On SQLite it goes straight to the driver: without a transaction, at a tenth of the time.
        """
        if not self.is_sqlite:
            with self.read() as db:
                row = db.execute(query, values).mappings().first()
            return dict(row) if row else None
        if query not in self._bare:
            self._bare[query] = BareQuery(query, self.engine.dialect)
        with telling(), self._glancing:
            if self._glances is None:
                self._glances = self.engine.raw_connection()
            return self._bare[query].first(self._glances, values)

    def close(self) -> None:
        """Let go of it; the last one out folds the log into the file."""
        if self._glances is not None:
            self._glances.close()
        self.engine.dispose()

    def _relax(self, connection: Connection, *, on: bool) -> None:
        if self.is_sqlite:
            driver: Any = connection.connection.driver_connection
            driver.execute(f"PRAGMA synchronous={'NORMAL' if on else 'FULL'}")


def _named(error: OperationalError | sqlite3.OperationalError) -> StoreError:
    """By what the engine says: there is no room, nobody may write, or it does not answer."""
    said = str(error.orig if isinstance(error, OperationalError) else error)
    if "full" in said:
        return StoreFullError(said)
    if "readonly" in said or "unable to open" in said:
        return StoreClosedError(said)
    return StoreBusyError(said)


@contextmanager
def telling() -> Generator[None]:
    """A spoiled page may be met by any words to the file, not by the first ones only."""
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:
        raise _named(error) from error
    except (DatabaseError, sqlite3.DatabaseError) as error:
        if type(error) not in (DatabaseError, sqlite3.DatabaseError):
            raise  # a rule of a table, or a fault of ours
        raise StoreDamagedError(str(error).partition("\n")[0]) from error


def _engine(url: str) -> Engine:
    engine = create_engine(url, pool_size=8, max_overflow=48, pool_timeout=30)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
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
