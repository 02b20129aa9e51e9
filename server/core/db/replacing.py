"""The place of the database: what is put back is made ready beside it, then takes it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from server.core.db import addresses, database_copy, dumps
from server.core.db.addresses import FILE
from server.core.db.database import Database

DUMP = "sinar.pgdump"
"""What the database is called in a backup where `pg_dump` has written it."""


class Place(Protocol):
    """One database in use, and another beside it."""

    name: str

    def is_filled(self) -> bool:
        """Whether there are tables that would be replaced."""
        ...

    def make(self) -> None:
        """One without a table is in use, instead of one that holds no data."""
        ...

    def numbers(self) -> dict[str, int]:
        """The last numbers that the one in use gave."""
        ...

    def load(self, source: Path) -> str:
        """Make the other one of this file; its address."""
        ...

    def take(self, aside: str) -> str:
        """The other one is in use from now on; the name under which the one before is kept."""
        ...

    def discard(self) -> None:
        """Nothing is left of the other one."""
        ...

    def remove(self) -> None:
        """Nor of the one in use: a drill is over."""
        ...


def place_of(url: str, folder: Path) -> Place:
    """The place that this address means; ``folder`` is where SQLite's file lies."""
    return FilePlace(folder / FILE) if addresses.is_file(url) else ServerPlace(url)


def for_a_drill(url: str | None) -> str | None:
    """The address of a database that nobody else means."""
    if url is None or addresses.is_file(url):
        return None
    return addresses.written(addresses.beside(addresses.parsed(url), f"latihan_{os.getpid()}"))


class FilePlace:
    """SQLite: the file is swapped with all others of its folder."""

    name = FILE

    def __init__(self, path: Path) -> None:
        self._path = path

    def is_filled(self) -> bool:
        return self._path.exists()

    def make(self) -> None:
        """Whoever opens it does."""

    def numbers(self) -> dict[str, int]:
        return database_copy.numbers_of(f"sqlite:///{self._path}") if self.is_filled() else {}

    def load(self, source: Path) -> str:
        return f"sqlite:///{source}"

    def take(self, aside: str) -> str:  # noqa: ARG002
        """Its folder does it."""
        return ""

    def discard(self) -> None:
        """It goes with its folder."""

    remove = discard


class ServerPlace:
    """PostgreSQL: two databases of one server, which change their names in one transaction."""

    name = DUMP

    def __init__(self, url: str) -> None:
        self._url = addresses.parsed(url)
        self._new = addresses.beside(self._url, "pulih")

    def is_filled(self) -> bool:
        """Tables without a report, phone or account are no data yet."""
        if not dumps.exists(self._url):
            return False
        database = Database(addresses.written(self._url))
        try:
            if database.version() is None:
                return False
            with database.read() as db:
                return any(database_copy.how_many(db).values())
        finally:
            database.close()

    def make(self) -> None:
        dumps.make(self._url)

    def numbers(self) -> dict[str, int]:
        return database_copy.numbers_of(addresses.written(self._url))

    def load(self, source: Path) -> str:
        dumps.make(self._new)
        dumps.load(self._new, source)
        source.unlink()
        return addresses.written(self._new)

    def take(self, aside: str) -> str:
        kept = addresses.beside(self._url, aside.replace("-", "_")).database or ""
        return kept if dumps.swap(self._url, self._new, kept) else ""

    def discard(self) -> None:
        dumps.drop(self._new)

    def remove(self) -> None:
        dumps.drop(self._url)
