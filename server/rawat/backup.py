"""Backs the data up while the server goes on: the database as of one moment, and its photos.

A file holds everything; a folder keeps one run after the other and copies only new photos.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from server.core.context import Context
from server.core.db import database_copy
from server.core.db.addresses import FILE
from server.core.db.replacing import DUMP
from server.core.files.claim import claim
from server.core.files.disk import sha256_of
from server.core.files.paper_files import FOLDER
from server.core.files.photo_files import PhotoKey
from server.laporan.rows import photo_rows
from server.rawat import backup_note
from server.rawat.rows import archive, backup_folder
from server.rekap.rows import paper_rows
from shared.clock import WITA, format_time


@dataclass(frozen=True)
class BackedUp:
    """What the backup holds, and which photos it could not hold; ``copied`` are new in it."""

    path: Path
    laporan: int
    photos: int
    copied: int
    bytes: int
    lacking: tuple[str, ...]
    runs_dropped: int = 0
    photos_dropped: int = 0


def backup(ctx: Context, target: Path) -> BackedUp:
    """Write the file ``target``; it appears only when it is whole.

    Without the store of the photos there is none: it would push out the backups that have photos.
    Photos that lie on another machine are fetched, all of them.
    """
    ctx.photos.require()
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".sinar-") as folder:
        copy = _draft(ctx, Path(folder))
        keys, papers, counts = _copied(ctx, copy)
        with archive.writing(target) as file:
            file.add(copy.name, copy)

            def add(key: PhotoKey, path: Path) -> None:
                file.add(f"foto/{key.desa}/{key.sha256}.jpg", path)

            sound, lacking = _each_sound(ctx, keys, Path(folder), add)
            gone = _each_paper(ctx, papers, lambda sha, path: file.add(f"{FOLDER}/{sha}.pdf", path))
            file.finish({"dibuat": format_time(ctx.clock.now()), "laporan": counts["laporan"]})
    size = target.stat().st_size
    backup_note.note(ctx, target.name)
    return BackedUp(target, counts["laporan"], sound, sound, size, lacking + gone)


def backup_to_folder(ctx: Context, folder: Path, keep: int = 0) -> BackedUp:
    """One more run in ``folder``; ``keep`` is how many stay (0: all). One backup at a time.

    Of photos that lie on another machine only those are fetched that no run has brought yet.
    """
    ctx.photos.require()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with claim(folder), tempfile.TemporaryDirectory(dir=folder, prefix=".sinar-") as aside:
        copy = _draft(ctx, Path(aside))
        keys, papers, counts = _copied(ctx, copy)
        size = copy.stat().st_size
        now = ctx.clock.now()
        name = f"{backup_folder.RUN}{now.astimezone(WITA):%Y%m%d-%H%M%S}"
        with backup_folder.writing(folder, name) as run:
            run.add_database(copy)
            known = [] if ctx.photos.is_near else [key for key in keys if run.has_photo(key)]
            fresh = sorted({*keys} - {*known})
            sound, lacking = _each_sound(ctx, fresh, Path(aside), run.add_photo)
            lost = _each_paper(ctx, papers, run.add_paper)
            run.finish({"dibuat": format_time(now), "laporan": counts["laporan"]})
        gone, dropped = backup_folder.prune(folder, keep)
    backup_note.note(ctx, name)
    return BackedUp(
        run.path, counts["laporan"], len(known) + sound, run.copied, size, lacking + lost, gone,
        dropped,
    )  # fmt: skip


def _draft(ctx: Context, folder: Path) -> Path:
    """Where the database is copied to, under the name that it has in a backup."""
    return folder / (FILE if ctx.database.is_sqlite else DUMP)


def _copied(ctx: Context, copy: Path) -> tuple[list[PhotoKey], list[str], dict[str, int]]:
    """Copy the database; the photos and papers that were whole at that moment, the counts."""
    with database_copy.copied(ctx.database, copy) as db:
        named = photo_rows.all_named(db)
        papers = paper_rows.hashes(db)
        counts = database_copy.how_many(db)
    noted = {PhotoKey(desa, sha): whole_at is not None for desa, sha, _, whole_at in named}
    return [key for key, whole in noted.items() if whole or _is_there(ctx, key)], papers, counts


def _is_there(ctx: Context, key: PhotoKey) -> bool:
    """Of a photo that became whole a moment ago: its note may be on its way."""
    return ctx.photos.is_ours and ctx.photos.whole_size(key) is not None


def _each_paper(
    ctx: Context, hashes: list[str], add: Callable[[str, Path], object]
) -> tuple[str, ...]:
    """Add the approved papers that are what they were; where the others should lie."""
    lacking: list[str] = []
    for sha256 in sorted(hashes):
        path = ctx.papers.whole(sha256)
        if path is None:
            lacking.append(ctx.papers.where(sha256))
        else:
            add(sha256, path)
    return tuple(lacking)


def _each_sound(
    ctx: Context, keys: list[PhotoKey], aside: Path, add: Callable[[PhotoKey, Path], object]
) -> tuple[int, tuple[str, ...]]:
    """Add the photos that are sound: how many, and where the others should lie.

    An altered photo is left out: restored, its phone is asked for it again.
    """
    photos = ctx.photos.with_copies_in(aside)
    lacking: list[str] = []
    for key in sorted(keys):
        path = photos.file(key)
        if path is None or sha256_of(path) != key.sha256:
            lacking.append(photos.where(key))
            continue
        add(key, path)
        if not photos.is_near:
            path.unlink()
    return len(keys) - len(lacking), tuple(lacking)
