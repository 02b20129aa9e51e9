"""Backs the data up while the server goes on: the database as of one moment, and its photos.

A file holds everything; a folder keeps one run after the other and copies only new photos.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from server.core.context import Context
from server.core.db import database_copy
from server.core.db.replacing import DUMP, FILE
from server.core.files import paper_files
from server.core.files.claim import claim
from server.core.files.disk import sha256_of
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
    lacking: tuple[Path, ...]
    runs_dropped: int = 0
    photos_dropped: int = 0


def backup(ctx: Context, target: Path) -> BackedUp:
    """Write the file ``target``; it appears only when it is whole.

    Without the photo folder there is none: it would push out the backups that have photos.
    """
    ctx.photos.require()
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".sinar-") as folder:
        copy = _draft(ctx, Path(folder))
        keys, papers, counts = _copied(ctx, copy)
        sound, lacking = _sorted_out(ctx, keys)
        whole, gone = _whole_papers(ctx, papers)
        with archive.writing(target) as file:
            file.add(copy.name, copy)
            for key in sound:
                file.add(f"foto/{key.desa}/{key.sha256}.jpg", ctx.photos.path(key))
            for sha256, path in whole.items():
                file.add(f"{paper_files.FOLDER}/{sha256}.pdf", path)
            file.finish({"dibuat": format_time(ctx.clock.now()), "laporan": counts["laporan"]})
    size = target.stat().st_size
    backup_note.note(ctx, target.name)
    return BackedUp(target, counts["laporan"], len(sound), len(sound), size, lacking + gone)


def backup_to_folder(ctx: Context, folder: Path, keep: int = 0) -> BackedUp:
    """One more run in ``folder``; ``keep`` is how many stay (0: all). One backup at a time."""
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
            sound, lacking = _sorted_out(ctx, keys)
            for key in sound:
                run.add_photo(key, ctx.photos.path(key))
            whole, lost = _whole_papers(ctx, papers)
            for sha256, path in whole.items():
                run.add_paper(sha256, path)
            run.finish({"dibuat": format_time(now), "laporan": counts["laporan"]})
        gone, dropped = backup_folder.prune(folder, keep)
    backup_note.note(ctx, name)
    return BackedUp(
        run.path, counts["laporan"], len(sound), run.copied, size, lacking + lost, gone, dropped
    )


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


def _whole_papers(ctx: Context, hashes: list[str]) -> tuple[dict[str, Path], tuple[Path, ...]]:
    """The approved papers that are what they were, by hash; and where the others should lie."""
    folder = ctx.settings.paper_folder
    whole = {sha for sha in hashes if paper_files.is_whole(folder, sha)}
    return (
        {sha: paper_files.path(folder, sha) for sha in sorted(whole)},
        tuple(paper_files.path(folder, sha) for sha in hashes if sha not in whole),
    )


def _sorted_out(ctx: Context, keys: list[PhotoKey]) -> tuple[list[PhotoKey], tuple[Path, ...]]:
    """An altered photo is left out: restored, its phone is asked for it again."""
    paths = {key: ctx.photos.path(key) for key in keys}
    sound = {key for key, at in paths.items() if at.exists() and sha256_of(at) == key.sha256}
    return sorted(sound), tuple(at for key, at in paths.items() if key not in sound)
