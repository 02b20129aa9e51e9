"""Looks whether all is there: the database, each photo against its hash, room, empty settings."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from server.store import audit_guard, audit_rows, database_copy, photo_rows, tally
from server.store.photo_files import PhotoKey, sha256_of
from server.usecases import settings as office_settings
from server.usecases.context import Context

LITTLE_ROOM = 1_000_000_000
NO_ROOM = 100_000_000


class Weight(StrEnum):
    """How much a finding matters."""

    WELL = "well"
    NOTICE = "notice"
    DAMAGE = "damage"


@dataclass(frozen=True)
class Finding:
    """One line: ``code`` names the sentence, ``facts`` fill it."""

    weight: Weight
    code: str
    facts: dict[str, str | int]


def examine(ctx: Context) -> Iterator[Finding]:
    """All findings, as they come; the photos take a while."""
    troubles = database_copy.troubles(ctx.database.engine)
    for line in troubles:
        yield _finding(Weight.DAMAGE, "database", line=line)
    if troubles:
        return
    yield _finding(Weight.WELL, "database_well")
    yield from _reports(ctx)
    yield from _audit(ctx)
    yield from _photos(ctx)
    yield from _room(ctx)
    yield from _settings(ctx)


def _reports(ctx: Context) -> Iterator[Finding]:
    with ctx.database.read() as db:
        counts = database_copy.how_many(db)
        lacking = database_copy.without_version(db)
    yield _finding(Weight.WELL, "reports", jumlah=counts["laporan"], hp=counts["devices"])
    if lacking:
        yield _finding(Weight.DAMAGE, "reports_without_text", jumlah=lacking)
    yield from _figures(ctx)
    if not counts["accounts"]:
        yield _finding(Weight.NOTICE, "no_account")


def _figures(ctx: Context) -> Iterator[Finding]:
    """The figures of the months follow from the reports, so they are mended on the spot."""
    with ctx.database.write() as db:
        if tally.is_right(db):
            return
        tally.rebuild(db)
    yield _finding(Weight.NOTICE, "figures_mended")


def _audit(ctx: Context) -> Iterator[Finding]:
    with ctx.database.read() as db:
        chain, guarded = audit_rows.examine(db), audit_guard.stands(db)
    if chain.broken_at is not None:
        yield _finding(Weight.DAMAGE, "audit_broken", baris=chain.broken_at)
    else:
        yield _finding(Weight.WELL, "audit", jumlah=chain.lines, meterai=chain.head[:16])
    if not guarded:
        yield _finding(Weight.DAMAGE, "audit_unguarded")


def _photos(ctx: Context) -> Iterator[Finding]:
    with ctx.database.read() as db:
        named = {PhotoKey(desa, sha): bool(at) for desa, sha, _, at in photo_rows.all_named(db)}
    sound = 0
    for key in sorted(key for key, whole in named.items() if whole):
        path = ctx.photos.path(key)
        if not path.exists():
            yield _finding(Weight.DAMAGE, "photo_gone", berkas=str(path))
        elif sha256_of(path) != key.sha256:
            yield _finding(Weight.DAMAGE, "photo_altered", berkas=str(path))
        else:
            sound += 1
    yield _finding(Weight.WELL, "photos", jumlah=sound)
    awaited = sum(not whole for whole in named.values())
    if awaited:
        yield _finding(Weight.NOTICE, "photos_awaited", jumlah=awaited)
    for key, path in ctx.photos.wholes():
        if key not in named:
            yield _finding(Weight.NOTICE, "photo_unnamed", berkas=str(path))


def _room(ctx: Context) -> Iterator[Finding]:
    folder = ctx.settings.data
    free = shutil.disk_usage(folder).free
    weight = Weight.DAMAGE if free < NO_ROOM else Weight.NOTICE
    code = "room" if free >= LITTLE_ROOM else "little_room"
    yield _finding(Weight.WELL if free >= LITTLE_ROOM else weight, code, mb=free // 1_000_000)
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        yield _finding(Weight.NOTICE, "folder_open", folder=str(folder))


def _settings(ctx: Context) -> Iterator[Finding]:
    for key, value in office_settings.for_phone(ctx).items():
        if value in ("", [], {}, None):
            yield _finding(Weight.NOTICE, "setting_empty", nama=key)


def _finding(weight: Weight, code: str, **facts: str | int) -> Finding:
    return Finding(weight, code, facts)
