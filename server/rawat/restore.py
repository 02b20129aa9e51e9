"""Puts a backup in the place of the data: checked whole first, the old data kept aside.

RestoreError
├── DataThereError    the folder holds data already: say that it may be replaced
├── InUseError        a server runs on it: stop it first
├── OtherPeopleError  the backup is another kecamatan's: take the one of whom you mean
├── DamagedError      the backup is not whole
├── OtherKindError    the backup holds the other kind of database
└── TooNewError       the backup was made by a newer version
"""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.core import photo_mark, wilayah
from server.core.config import Settings, make_folder
from server.core.db import database_copy, dumps
from server.core.db.database import Database, StoreDamagedError, StoreError
from server.core.db.database_copy import DamagedDatabaseError, NewerDatabaseError
from server.core.db.replacing import Place, place_of
from server.core.files import swapping
from server.core.files.claim import AlreadyClaimedError, claim
from server.core.files.folder_store import FolderStore
from server.core.rows import kecamatan_rows
from server.rawat.rows import archive, backup_folder
from shared.clock import Clock


class RestoreError(Exception):
    """The data is as it was."""


class DataThereError(RestoreError):
    """Give ``--force``, or another folder."""


class InUseError(RestoreError):
    """Stop the server first."""


class OtherPeopleError(RestoreError):
    """Take the backup of the kecamatan that is meant, or name the one whose backup it is."""

    def __init__(self, holds: str, asked: str) -> None:
        super().__init__(holds, asked)
        self.holds, self.asked = holds, asked


class DamagedError(RestoreError):
    """Take another backup."""


class OtherKindError(RestoreError):
    """Name the database of that kind, or none."""


class TooNewError(RestoreError):
    """Install the version that made the backup."""


@dataclass(frozen=True)
class Restored:
    """What was put back, and where the old data lies now; PostgreSQL's under another name."""

    laporan: int
    photos: int
    made: str
    aside: Path | None
    database: str = ""


def restore(settings: Settings, clock: Clock, source: Path, *, force: bool) -> Restored:
    """Put ``source`` into the data folder; whoever holds numbers of the old data keeps them."""
    folder = settings.data
    make_folder(folder)
    try:
        with claim(folder):
            return _restore(settings, clock, source, force=force)
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


def _restore(settings: Settings, clock: Clock, source: Path, *, force: bool) -> Restored:
    folder = settings.data
    swapping.finish(folder)
    place = place_of(settings.database_url, folder)
    there = [name for name in swapping.NAMES if (folder / name).exists()]
    if (there or place.is_filled()) and not force:
        raise DataThereError
    aside = f"lama-{clock.now():%Y%m%d-%H%M%S}"
    told, kept = _unpacked(settings, place, clock, source, aside)
    # Should the power go before this, the folder of before is still the new database's own.
    swapping.swap(folder, aside)
    if not there:
        (folder / aside).rmdir()
    return Restored(
        laporan=int(told["laporan"]),
        photos=sum(name.startswith("foto/") for name in told["berkas"]),
        made=str(told["dibuat"]),
        aside=folder / aside if there else None,
        database=kept,
    )


def _unpacked(
    settings: Settings, place: Place, clock: Clock, source: Path, aside: str
) -> tuple[dict[str, Any], str]:
    """Everything unpacked beside the data, checked and ready; nothing of it is left on failure."""
    new = settings.data / swapping.NEW
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    try:
        told = unpack(source, new)
        _make_ready(place, new, clock, _meant(settings, place))
        return told, place.take(aside)
    except Exception as error:
        shutil.rmtree(new)
        place.discard()
        raise _plain(error) from error


def _meant(settings: Settings, place: Place) -> str:
    """The code of the kecamatan to be put back; empty where that is not settled yet, or lost."""
    if settings.mark or not place.is_filled():
        return settings.mark
    try:
        with closing(Database(settings.database_url)) as database, database.read() as db:
            return wilayah.of(database).kode if kecamatan_rows.is_begun(db) else ""
    except StoreError:
        return ""


def _make_ready(place: Place, new: Path, clock: Clock, meant: str) -> None:
    """The database beside the one in use; the photos that came back are those that it means."""
    if not (new / place.name).exists():
        raise OtherKindError
    url = place.load(new / place.name)
    database_copy.prepare_restored(url, clock.now(), place.numbers(), "operator")
    database = Database(url)
    try:
        holds = wilayah.of(database).kode
        if meant not in ("", holds):
            raise OtherPeopleError(holds, meant)
        with database.write() as db:
            photo_mark.adopt(db, FolderStore(new / "foto"))
    finally:
        database.close()


def _plain(error: Exception) -> Exception:
    """What whoever restores is told."""
    if isinstance(error, archive.DamagedArchiveError | DamagedDatabaseError | StoreDamagedError):
        return DamagedError()
    if isinstance(error, archive.NewerArchiveError | NewerDatabaseError):
        return TooNewError()
    return InUseError() if isinstance(error, dumps.InUseError) else error
