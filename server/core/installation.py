"""The kecamatan of one installation: the first in the data folder itself, the others below it.

Each has a store of its own, the same inside as a data folder of one kecamatan: what is read with
one's context cannot be another's. On the way in only the front looks at more than one.
"""

from __future__ import annotations

import fcntl
import re
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from server.core import log, teks, wilayah
from server.core.config import MARK_ENDS, Settings
from server.core.db.addresses import FILE, is_file
from server.core.db.database import Database, StoreError
from server.core.files.disk import make_folder, telling_when_full
from server.core.rows import account_rows

FOLDER = "kecamatan"
TURN = ".giliran-nama"
_CODE = re.compile(r"\d\d\.\d\d\.\d\d\Z", re.ASCII)
_MARKED = re.compile(rf"(?:sinar_)?(\d\d\.\d\d\.\d\d){MARK_ENDS}", re.ASCII)


class NeighbourError(StoreError):
    """Another kecamatan's data cannot be read, so nobody knows which names it has: mend that one.

    It names that kecamatan, as people are told of it.
    """


def mark_of(secret: str) -> str:
    """The code that a token, a cookie or a key names; empty: the first kecamatan's, or none."""
    found = _MARKED.match(secret)
    return found[1] if found else ""


def top(settings: Settings) -> Settings:
    """The settings of the installation's first kecamatan, whichever these are of."""
    if not settings.mark:
        return settings
    return replace(settings, data=settings.data.parents[1], mark="", own_file=False)


def others(first: Settings) -> list[Settings]:
    """The settings of all kecamatan below the first, by their codes."""
    folder = first.data / FOLDER
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    at_server = not is_file(first.database_url)
    return [below(first, path.name) for path in found if _is_one(path, at_server=at_server)]


def _is_one(folder: Path, *, at_server: bool) -> bool:
    """Not while it is still being made: then it has no database, or not this name yet. One that is
    closed to us is there all the same: whoever opens it hears what is wrong, and the others are
    served.
    """
    return bool(_CODE.match(folder.name)) and (at_server or _has_file(folder))


def _has_file(folder: Path) -> bool:
    """Whether its database is a file, or nobody can tell."""
    try:
        return (folder / FILE).exists()
    except PermissionError:
        return True


def below(first: Settings, kode: str) -> Settings:
    """The settings of one kecamatan beside the first, whether it is there or not.

    Where the first one's database is PostgreSQL, its own is another of that server, unless its
    folder has a file already. ValueError when that is no code such as ``63.11.02``.
    """
    if not _CODE.match(kode):
        raise ValueError(kode)
    folder = first.data / FOLDER / kode
    return replace(first, data=folder, mark=kode, own_file=_has_file(folder))


def everyone(settings: Settings) -> list[Settings]:
    """The settings of all kecamatan, the first one first."""
    first = top(settings)
    return [first, *others(first)]


def code_of(settings: Settings) -> str:
    """Which kecamatan the data is of."""
    with closing(Database(settings.database_url)) as database:
        return wilayah.of(database).kode


@contextmanager
def naming(settings: Settings) -> Generator[None]:
    """One at a time in the whole installation gives a name that no other kecamatan may have; may
    block. Raises StorageFullError.
    """
    folder = top(settings).data
    with telling_when_full():
        make_folder(folder)
        file = (folder / TURN).open("ab")
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def one_may_fail(kode: str) -> Generator[None]:
    """Of several kecamatan: where this one's data cannot be read, the others go on without it."""
    try:
        yield
    except (StoreError, OSError) as error:
        log.event("server", f"kecamatan {kode}", f"tidak terbaca · {error}")


def is_taken(settings: Settings, username: str) -> bool:
    """Whether another kecamatan has an account of this name: the log-in goes by it.

    Raises NeighbourError.
    """
    return any(_has(one, username) for one in everyone(settings) if one.mark != settings.mark)


def is_short(settings: Settings, singkatan: str) -> bool:
    """Whether another kecamatan's receipts begin so. Raises NeighbourError."""
    return any(_short(one) == singkatan for one in everyone(settings) if one.mark != settings.mark)


def _short(settings: Settings) -> str:
    with _neighbour(settings) as database:
        return wilayah.of(database).singkatan


def _has(settings: Settings, username: str) -> bool:
    with _neighbour(settings) as database, database.read() as db:
        return account_rows.find(db, username) is not None


@contextmanager
def _neighbour(settings: Settings) -> Generator[Database]:
    try:
        with closing(Database(settings.database_url)) as database:
            yield database
    except StoreError as error:
        raise NeighbourError(settings.mark or teks.KECAMATAN_PERTAMA) from error
