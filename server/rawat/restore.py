"""Puts a backup in the place of the data: checked whole first, the old data kept aside.

RestoreError
├── DataThereError    the folder holds data already: say that it may be replaced
├── InUseError        a server runs on it: stop it first
├── DamagedError      the backup is not whole
└── TooNewError       the backup was made by a newer version
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.core import photo_mark
from server.core.config import Settings, make_folder
from server.core.db import database_copy
from server.core.db.database import Database
from server.core.files import swapping
from server.core.files.claim import AlreadyClaimedError, claim
from server.rawat.rows import archive, backup_folder
from shared.clock import Clock


class RestoreError(Exception):
    """The data is as it was."""


class DataThereError(RestoreError):
    """Give ``--force``, or another folder."""


class InUseError(RestoreError):
    """Stop the server first."""


class DamagedError(RestoreError):
    """Take another backup."""


class TooNewError(RestoreError):
    """Install the version that made the backup."""


@dataclass(frozen=True)
class Restored:
    """What was put back, and where the old data lies now."""

    laporan: int
    photos: int
    made: str
    aside: Path | None


def restore(settings: Settings, clock: Clock, source: Path, *, force: bool) -> Restored:
    """Put ``source`` into the data folder; whoever holds numbers of the old data keeps them."""
    folder = settings.data
    make_folder(folder)
    try:
        with claim(folder):
            return _restore(folder, clock, source, force=force)
    except AlreadyClaimedError as error:
        raise InUseError from error


def unpack(source: Path, folder: Path) -> dict[str, Any]:
    """Unpack a backup file, or the newest run of a backup folder; raises an ArchiveError."""
    if not source.is_dir():
        return archive.unpack(source, folder)
    run = backup_folder.run_of(source)
    if run is None:
        raise archive.DamagedArchiveError
    return backup_folder.unpack(run, folder)


def _restore(folder: Path, clock: Clock, source: Path, *, force: bool) -> Restored:
    swapping.finish(folder)
    there = [name for name in swapping.NAMES if (folder / name).exists()]
    if there and not force:
        raise DataThereError
    told = _unpack(folder, clock, source)
    aside = f"lama-{clock.now():%Y%m%d-%H%M%S}"
    swapping.swap(folder, aside)
    if not there:
        (folder / aside).rmdir()
    return Restored(
        laporan=int(told["laporan"]),
        photos=sum(name.startswith("foto/") for name in told["berkas"]),
        made=str(told["dibuat"]),
        aside=folder / aside if there else None,
    )


def _mark(path: Path, folder: Path) -> None:
    """The photos that came back are those that the database means."""
    database = Database(f"sqlite:///{path}")
    try:
        with database.write() as db:
            photo_mark.adopt(db, folder)
    finally:
        database.close()


def _unpack(folder: Path, clock: Clock, source: Path) -> dict[str, Any]:
    """Everything unpacked beside the data, checked and ready; nothing of it is left on failure."""
    new = folder / swapping.NEW
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    try:
        told = unpack(source, new)
        replaced = database_copy.numbers_of(folder / archive.DATABASE)
        database = new / archive.DATABASE
        database_copy.prepare_restored(database, clock.now(), replaced, "operator")
        _mark(database, new / "foto")
    except (archive.DamagedArchiveError, database_copy.DamagedDatabaseError) as error:
        shutil.rmtree(new)
        raise DamagedError from error
    except (archive.NewerArchiveError, database_copy.NewerDatabaseError) as error:
        shutil.rmtree(new)
        raise TooNewError from error
    except OSError:
        shutil.rmtree(new)
        raise
    return told
