"""Mends what can be mended without guessing; each mend is written in the log and told.

Nothing is thrown away that somebody may still want: an altered photo and one without a report are
set aside. `doctor` without ``--repair`` names the same things and touches nothing.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator

from server.core import photo_mark
from server.core.context import Context
from server.core.db import database_copy
from server.core.db.database import Db
from server.core.files.object_store import WrongFolderError
from server.core.files.photo_files import PhotoKey
from server.core.files.stores import stores_of
from server.core.rows import audit_rows
from server.laporan.rows import month_counts, photo_mending, photo_rows
from server.rawat import loose_files
from server.rawat.doctor import Finding, Weight

BY = "operator"


class DatabaseDamagedError(Exception):
    """Put a backup in its place: a damaged database is not patched."""


def repair(ctx: Context) -> Iterator[Finding]:
    """Mend one thing after the other, and tell each; raises DatabaseDamagedError at the start."""
    if database_copy.troubles(ctx.database.engine):
        raise DatabaseDamagedError
    yield from _figures(ctx)
    try:
        ctx.photos.require()
    except WrongFolderError:
        yield from _folder(ctx)
    if ctx.photos.is_ours:
        for step in (_photos, _loose_photos, _parts, _drafts, _small):
            yield from step(ctx)
    yield from _modes(ctx)
    ctx.bell.ring()


def _figures(ctx: Context) -> Iterator[Finding]:
    with ctx.database.read() as db:
        if month_counts.is_right(db):
            return
    with ctx.database.write() as db:
        month_counts.rebuild(db)
        _write_down(ctx, db, "figures", "")
    yield _mended("figures")


def _folder(ctx: Context) -> Iterator[Finding]:
    """A store that was copied without its mark is known by the photos in it."""
    store = stores_of(ctx.settings).photos
    with ctx.database.write() as db:
        if not photo_mark.is_likely(db, store):
            return
        photo_mark.adopt(db, store)
        _write_down(ctx, db, "photo_folder_marked", "")
    yield _mended("photo_folder_marked", folder=store.place)


def _photos(ctx: Context) -> Iterator[Finding]:
    """A photo that is gone or altered is asked for again from the phone that took it."""
    with ctx.database.read() as db:
        every = [
            (PhotoKey(desa, sha), size, at) for desa, sha, size, at in photo_rows.all_named(db)
        ]
    amiss = dict(ctx.photos.altered({key: size for key, size, _ in every}))
    for key, size, noted_at in every:
        where = ctx.photos.where(key)
        if amiss.get(key):
            aside = _set_aside(ctx, key, photo_mending.ALTERED)
            yield _lost(ctx, key, "photo_set_aside", aside)
        elif key in amiss and noted_at is not None:
            yield _lost(ctx, key, "photo_asked_again", where)
        elif key not in amiss and noted_at is None:
            with ctx.database.write() as db:
                photo_rows.mark_whole(db, *key, size, ctx.clock.now())
                _write_down(ctx, db, "photo_noted", key.sha256)
            yield _mended("photo_noted", berkas=where)


def _set_aside(ctx: Context, key: PhotoKey, folder: str) -> str:
    target = photo_mending.place_for(key, ctx.settings.data / folder)
    ctx.photos.set_aside(key, target)
    return str(target)


def _lost(ctx: Context, key: PhotoKey, code: str, told: str) -> Finding:
    with ctx.database.write() as db:
        photo_rows.mark_lost(db, *key)
        _write_down(ctx, db, code, key.sha256)
    return _mended(code, berkas=told)


def _loose_photos(ctx: Context) -> Iterator[Finding]:
    with ctx.database.read() as db:
        named = {PhotoKey(desa, sha) for desa, sha, _, _ in photo_rows.all_named(db)}
    for key in list(ctx.photos.wholes()):
        if key not in named:
            aside = _set_aside(ctx, key, photo_mending.LOOSE)
            yield _told(ctx, "photo_loose", key.sha256, berkas=aside)


def _parts(ctx: Context) -> Iterator[Finding]:
    for part in list(loose_files.parts(ctx)):
        ctx.photos.drop(part.key)
        yield _told(ctx, "part_dropped", part.key.sha256, desa=part.key.desa, kb=part.size // 1000)


def _drafts(ctx: Context) -> Iterator[Finding]:
    found = list(loose_files.drafts(ctx))
    for path in found:
        path.unlink(missing_ok=True)
    if found:
        yield _told(ctx, "drafts_dropped", "", jumlah=len(found))


def _small(ctx: Context) -> Iterator[Finding]:
    found = list(loose_files.small(ctx))
    for path in found:
        path.unlink(missing_ok=True)
    if found:
        yield _told(ctx, "small_dropped", "", jumlah=len(found))


def _modes(ctx: Context) -> Iterator[Finding]:
    for path in list(loose_files.open_to_others(ctx)):
        path.chmod(stat.S_IMODE(path.stat().st_mode) & 0o700)
        yield _told(ctx, "closed_to_others", path.name, berkas=str(path))


def _told(ctx: Context, code: str, ref: str, **facts: str | int) -> Finding:
    with ctx.database.write() as db:
        _write_down(ctx, db, code, ref)
    return _mended(code, **facts)


def _write_down(ctx: Context, db: Db, code: str, ref: str) -> None:
    audit_rows.add(db, ctx.clock.now(), BY, "repaired", ref or None, code)


def _mended(code: str, **facts: str | int) -> Finding:
    return Finding(Weight.WELL, code, facts)
