"""What can be wrong with the database, said alike for both kinds of it.

StoreError
├── StoreFullError      no room on the disk: nothing was changed, try later
├── StoreBusyError      it does not answer: nothing was changed, try again
├── StoreDamagedError   what it holds is not what was written: put a backup in its place
└── StoreAddressError   no database can be meant by this address, or its driver lacks
"""

from __future__ import annotations

import sqlite3
from types import TracebackType

from sqlalchemy.exc import DatabaseError, OperationalError


class StoreError(Exception):
    """The transaction was not carried out."""


class StoreFullError(StoreError):
    """No room on the disk."""


class StoreBusyError(StoreError):
    """Somebody else holds it for too long, or it cannot be reached."""


class StoreClosedError(StoreBusyError):
    """Nobody may write to it, or even open it."""


class StoreDamagedError(StoreError):
    """What it holds is not what was written."""


class StoreAddressError(StoreError):
    """Mend the address, or install what speaks to such a database."""


OF_POSTGRES: dict[str, type[StoreError]] = {
    "53100": StoreFullError,
    "25006": StoreClosedError,  # it only follows another one
    "28000": StoreClosedError,
    "28P01": StoreClosedError,
    "3D000": StoreClosedError,
    "42501": StoreClosedError,
    "XX001": StoreDamagedError,
    "XX002": StoreDamagedError,
}
"""By the codes of its manual, appendix A."""


class telling:
    """In our words; what is a fault of the program's stays what it is.

    For a ``with`` block; every statement has one, and a generator would cost more.
    """

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, DatabaseError | sqlite3.DatabaseError):
            found = named(error)
            if found is not None:
                raise found from error


def named(error: DatabaseError | sqlite3.DatabaseError) -> StoreError | None:
    """By what the engine says: no room, nobody may write, damaged, or it does not answer."""
    cause = error.orig if isinstance(error, DatabaseError) else error
    said = str(cause)
    if kind := OF_POSTGRES.get(getattr(cause, "sqlstate", None) or ""):
        return kind(said)
    if isinstance(error, OperationalError | sqlite3.OperationalError):
        return StoreBusyError(said) if hasattr(cause, "sqlstate") else _of_sqlite(said)
    if type(cause) is sqlite3.DatabaseError:  # a spoiled page; rules of tables have their own
        return StoreDamagedError(said.partition("\n")[0])
    return None


def _of_sqlite(said: str) -> StoreError:
    if said.startswith("Could not decode"):  # a spoiled page; the text itself stays out of the log
        return StoreDamagedError(said.partition(" with text")[0])
    if "full" in said:
        return StoreFullError(said)
    if "readonly" in said or "unable to open" in said:
        return StoreClosedError(said)
    return StoreBusyError(said)
