"""Files in the data folder that nobody needs, or that others could read."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from server.core.context import Context
from server.core.files import key_file
from server.core.files.photo_files import Part, PhotoKey
from server.laporan.photos import KEEP_UNFINISHED
from server.laporan.rows import photo_mending, photo_rows

STILL_WRITING = timedelta(hours=1)


def parts(ctx: Context) -> Iterator[Part]:
    """Unfinished photos that will never be finished: a week old, of no report, or whole already."""
    with ctx.database.read() as db:
        named = {PhotoKey(desa, sha) for desa, sha, _, _ in photo_rows.all_named(db)}
    oldest = (ctx.clock.now() - KEEP_UNFINISHED).timestamp()
    for part in ctx.photos.parts():
        whole = ctx.photos.whole_size(part.key) is not None
        if part.changed < oldest or part.key not in named or whole:
            yield part


def drafts(ctx: Context) -> Iterator[Path]:
    """Photos that a stop cut off while they were written."""
    before = (ctx.clock.now() - STILL_WRITING).timestamp()
    return photo_mending.drafts(ctx.settings.photo_folder, before)


def small(ctx: Context) -> Iterator[Path]:
    """Small pictures without their photo."""
    return photo_mending.useless_small(ctx.settings.small_folder, ctx.photos.wholes())


def open_to_others(ctx: Context) -> Iterator[Path]:
    """What somebody else on this machine could read: the folder, the key of the NIKs."""
    folder = ctx.settings.data
    for path in (folder, folder / key_file.NAME):
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield path
