"""One process of all over a database does what only one shall do; when it ends, another takes over.

What is done so is right also when two do it (both write one after the other): it would only be
done twice for nothing.
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection

from server.core.db import postgres
from server.core.db.database import Database
from server.core.db.postgres import DUTY, WATCHED
from server.core.db.trouble import telling

FILE = ".bertugas"
PAUSE_S = 0.5


class Duty(Protocol):
    """Asked from a thread, before each piece of the work."""

    def held(self) -> bool:
        """Whether it is ours; takes it where nobody has it. Raises StoreError."""
        ...

    def close(self) -> None:
        """Let the others have it."""
        ...


def duty(database: Database, folder: Path) -> Duty:
    """The system lets go of it for whoever dies: a lock on a file, or one of PostgreSQL's."""
    return _OfFile(folder / FILE) if database.is_sqlite else _OfPostgres(database)


class _OfFile:
    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def held(self) -> bool:
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def close(self) -> None:
        os.close(self._handle)


class _OfPostgres:
    """The lock is a connection's own: when that breaks, it is anybody's."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._connection: Connection | None = None
        self._ask_again = 0.0

    def held(self) -> bool:
        with self._lock, telling():
            try:
                return self._is_ours() or self._take()
            except BaseException:
                self._let_go()
                raise

    def close(self) -> None:
        with self._lock:
            self._let_go()

    def _is_ours(self) -> bool:
        if self._connection is None:
            return False
        self._connection.exec_driver_sql("SELECT 1")  # says when it is broken
        return True

    def _take(self) -> bool:
        """Several ask for each process: the database is asked once for all of them."""
        if time.monotonic() < self._ask_again:
            return False
        connection = self._database.looking()
        if connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({DUTY})").scalar_one():
            self._connection = connection
            connection.exec_driver_sql(WATCHED)
            postgres.stay(connection)
            return True
        connection.close()
        self._ask_again = time.monotonic() + PAUSE_S
        return False

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()  # with the lock: nobody else shall find it in the pool
            connection.close()
