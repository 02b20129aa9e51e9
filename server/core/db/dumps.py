"""A PostgreSQL database as a file and back, by its own `pg_dump` and `pg_restore`.

The password goes to them by their environment: others on the machine see a command's words.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, text
from sqlalchemy.exc import OperationalError

from server.core.db.addresses import written
from server.core.db.database import Database
from server.core.db.trouble import StoreDamagedError, StoreError, StoreFullError, telling

KEEPER = "postgres"
"""The database from which others are made and renamed."""


class NoToolError(StoreError):
    """Install PostgreSQL's client programs, of the server's version or newer."""


class InUseError(StoreError):
    """Somebody else is connected to the database that is to be replaced."""


def dump(url: URL, target: Path, snapshot: str | None = None) -> None:
    """Write all that is committed, or that this snapshot sees, to a file."""
    seen = [f"--snapshot={snapshot}"] if snapshot else []
    whole = ("--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
    _run("pg_dump", url, *whole, *seen)


def load(url: URL, source: Path) -> None:
    """Fill an empty database from the file; raises StoreDamagedError where that fails."""
    told = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
    try:
        _run("pg_restore", url, *told, str(source))
    except StoreError as error:
        if isinstance(error, NoToolError):
            raise
        raise StoreDamagedError(str(error)) from error


def make(url: URL) -> None:
    """An empty database under this name, instead of one that an earlier try has left."""
    with _keeper(url) as db:
        name = _quoted(db, url.database)
        db.exec_driver_sql(f"DROP DATABASE IF EXISTS {name}")
        db.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")


def drop(url: URL) -> None:
    """It goes, whoever looks at it."""
    with _keeper(url) as db:
        db.exec_driver_sql(f"DROP DATABASE IF EXISTS {_quoted(db, url.database)} WITH (FORCE)")


def exists(url: URL) -> bool:
    """Whether there is a database of this name."""
    with _keeper(url) as db:
        query = text("SELECT count(*) FROM pg_database WHERE datname = :name")
        return bool(db.execute(query, {"name": url.database}).scalar_one())


def swap(url: URL, new: URL, aside: str) -> bool:
    """``new`` is called ``url`` from now on, and what was called so ``aside``: both or neither.

    Whether there was one before; raises InUseError while somebody is connected to it.
    """
    there = exists(url)
    with _keeper(url, "READ COMMITTED") as db, db.begin():
        now, later = _quoted(db, url.database), _quoted(db, new.database)
        try:
            if there:
                db.exec_driver_sql(f"ALTER DATABASE {now} RENAME TO {_quoted(db, aside)}")
            db.exec_driver_sql(f"ALTER DATABASE {later} RENAME TO {now}")
        except OperationalError as error:
            raise InUseError(str(error.orig)) from error
    return there


@contextmanager
def _keeper(url: URL, isolation: str = "AUTOCOMMIT") -> Generator[Connection]:
    """A connection beside all our databases."""
    keeper = Database(written(url.set(database=KEEPER)))
    try:
        with telling(), keeper.engine.connect() as plain:
            yield plain.execution_options(isolation_level=isolation)
    finally:
        keeper.close()


def _quoted(db: Connection, name: str | None) -> str:
    return db.dialect.identifier_preparer.quote_identifier(name or "")


def _run(program: str, url: URL, *words: str) -> None:
    """One of its programs, to its end."""
    found = shutil.which(program)
    if found is None:
        raise NoToolError(program)
    plain = url.set(drivername="postgresql", password=None)
    secret = {"PGPASSWORD": url.password} if url.password else {}
    done = subprocess.run(  # noqa: S603
        [found, "--no-password", f"--dbname={written(plain)}", *words],
        env={**os.environ, **secret}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise _failed(done.stderr.strip().partition("\n")[0])


def _failed(said: str) -> StoreError:
    if "No space left" in said or "could not write" in said:
        return StoreFullError(said)
    return StoreError(said)
