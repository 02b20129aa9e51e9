"""Backs the data up while the server goes on: the database as of one moment, and its photos."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from server.store import archive, database_copy, photo_rows
from server.store.database import Database
from server.store.photo_files import PhotoKey, sha256_of
from server.usecases.context import Context
from shared.clock import format_time


class NoSqliteError(Exception):
    """Another database has its own tools: take a dump with them, and copy the photo folder."""


@dataclass(frozen=True)
class BackedUp:
    """What the backup holds, and which photos it could not hold."""

    laporan: int
    photos: int
    bytes: int
    lacking: tuple[Path, ...]


def backup(ctx: Context, target: Path) -> BackedUp:
    """Write ``target``; it appears only when it is whole."""
    if not ctx.database.is_sqlite:
        raise NoSqliteError
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".sinar-") as folder:
        copy = Path(folder) / archive.DATABASE
        database_copy.copy(ctx.database, copy)
        keys, counts = _whole_photos(copy)
        lacking: list[Path] = []
        with archive.writing(target) as file:
            file.add(archive.DATABASE, copy)
            for key in keys:
                path = ctx.photos.path(key)
                # An altered photo is left out: restored, its phone is asked for it again.
                if not path.exists() or sha256_of(path) != key.sha256:
                    lacking.append(path)
                else:
                    file.add(f"foto/{key.desa}/{key.sha256}.jpg", path)
            file.finish({"dibuat": format_time(ctx.clock.now()), "laporan": counts["laporan"]})
    return BackedUp(
        laporan=counts["laporan"],
        photos=len(keys) - len(lacking),
        bytes=target.stat().st_size,
        lacking=tuple(lacking),
    )


def _whole_photos(copy: Path) -> tuple[list[PhotoKey], dict[str, int]]:
    """The photos that were whole at the moment of the copy, and the counts of then."""
    database = Database(f"sqlite:///{copy}")
    try:
        with database.read() as db:
            named = photo_rows.all_named(db)
            counts = database_copy.how_many(db)
    finally:
        database.close()
    return [PhotoKey(desa, sha) for desa, sha, _, whole_at in named if whole_at], counts
