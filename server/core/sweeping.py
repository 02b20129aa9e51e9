"""What the server does by itself, item by item: one that fails is told, the others go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from server.core import log
from server.core.db.database import Db, StoreBusyError, StoreFullError
from server.core.files.object_store import StorageAwayError, WrongFolderError

T = TypeVar("T")

_FOR_ALL = (StoreBusyError, StoreFullError, StorageAwayError, WrongFolderError)
"""No item's own fault: every other one would wait and fail as well."""


def each(
    what: str, items: Iterable[T], work: Callable[[T], object], name: Callable[[T], object] = str
) -> int:
    """Do the work for each of them; how many were done. Raises what befalls the whole store.

    ``name``: what the log may say of an item.
    """
    return sum(one(what, item, work, name) for item in items)


def one(what: str, item: T, work: Callable[[T], object], name: Callable[[T], object] = str) -> bool:
    """The same for one of them."""
    try:
        work(item)
    except _FOR_ALL:
        raise
    except Exception as error:  # noqa: BLE001 - one bad item never ends a sweep
        failed(what, error, name(item))
        return False
    return True


def each_in(
    db: Db,
    what: str,
    items: Iterable[T],
    work: Callable[[T], object],
    name: Callable[[T], object] = str,
) -> int:
    """The same within one transaction: of an item that fails nothing is changed."""

    def apart(item: T) -> None:
        with db.begin_nested():
            work(item)

    return each(what, items, apart, name)


def failed(what: str, error: Exception, name: object) -> None:
    """One line in the log; only of the machine's own errors the words, others may hold people's."""
    why = repr(error) if isinstance(error, OSError) else type(error).__name__
    log.event("server", what, f"dilewati · {name} · {why}")
