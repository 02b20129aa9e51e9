"""Looks whether all is there: database, photos against their hashes, secrets, room, settings.

It only looks; what can be mended is mended by `repair`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from importlib.util import find_spec

from server.anggota import nik
from server.core import settings as office_settings
from server.core import two_step
from server.core.config import NO_ROOM
from server.core.context import Context
from server.core.db import database_copy
from server.core.files.object_store import StorageAwayError, WrongFolderError
from server.core.files.photo_files import PhotoKey
from server.core.rows import audit_guard, audit_rows, change_rows
from server.laporan.rows import laporan_reading, month_counts, photo_rows
from server.rawat import backup_note, loose_files
from server.rekap.rows import paper_rows
from shared.clock import WITA, tanggal_jam

LITTLE_ROOM = 1_000_000_000
OLD_BACKUP = timedelta(days=3)
MOST_NAMED = 10
"""Of damaged lines; how many there are is said as well."""


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
    for name in database_copy.loose_settings(ctx.database.engine):
        yield _finding(Weight.NOTICE, "database_setting", nama=name)
    yield from _reports(ctx)
    yield from _audit(ctx)
    yield from _stored(ctx)
    yield from _secrets(ctx)
    yield from _room(ctx)
    yield from _backup(ctx)
    yield from _settings(ctx)
    yield from _loop()


def _reports(ctx: Context) -> Iterator[Finding]:
    with ctx.database.read() as db:
        counts = database_copy.how_many(db)
        lacking = database_copy.without_version(db)
    yield _finding(Weight.WELL, "reports", jumlah=counts["laporan"], hp=counts["devices"])
    if lacking:
        yield _finding(Weight.DAMAGE, "reports_without_text", jumlah=lacking)
    yield from _texts(ctx)
    yield from _figures(ctx)
    if not counts["accounts"]:
        yield _finding(Weight.NOTICE, "no_account")


def _texts(ctx: Context) -> Iterator[Finding]:
    """Whole pages that a disk gave back as others: SQLite looks at their order, not at letters."""
    with ctx.database.read() as db:
        spoiled = list(laporan_reading.unreadable(db))
    if spoiled:
        named = ", ".join(dict.fromkeys(spoiled[:MOST_NAMED]))
        yield _finding(Weight.DAMAGE, "reports_unreadable", jumlah=len(spoiled), resi=named)
    with ctx.database.read() as db:
        unreadable = list(change_rows.unreadable(db))
    if unreadable:
        numbers = ", ".join(map(str, unreadable[:MOST_NAMED]))
        yield _finding(Weight.DAMAGE, "changes_unreadable", jumlah=len(unreadable), nomor=numbers)


def _figures(ctx: Context) -> Iterator[Finding]:
    """The figures of the months follow from the reports: `repair` counts them anew."""
    with ctx.database.read() as db:
        right = month_counts.is_right(db)
    if not right:
        yield _finding(Weight.NOTICE, "figures_wrong")


def _audit(ctx: Context) -> Iterator[Finding]:
    with ctx.database.read() as db:
        chain, guarded = audit_rows.examine(db), audit_guard.stands(db)
    if chain.broken_at is not None:
        yield _finding(Weight.DAMAGE, "audit_broken", baris=chain.broken_at)
    else:
        yield _finding(Weight.WELL, "audit", jumlah=chain.lines, meterai=chain.head[:16])
    if not guarded:
        yield _finding(Weight.DAMAGE, "audit_unguarded")


def _stored(ctx: Context) -> Iterator[Finding]:
    """What lies in the store: nothing is said of it while it is another one, or away."""
    try:
        if not ctx.photos.is_near:
            ctx.photos.try_out()
            yield _finding(Weight.WELL, "store_well", tempat=ctx.photos.place)
        for part in (_photos, _papers, _loose_files):
            yield from part(ctx)
    except WrongFolderError:
        yield _finding(Weight.DAMAGE, "photo_folder", folder=ctx.photos.place)
    except StorageAwayError as error:
        yield _finding(Weight.DAMAGE, "store_away", sebab=str(error))


def _photos(ctx: Context) -> Iterator[Finding]:
    with ctx.database.read() as db:
        every = [
            (PhotoKey(desa, sha), size, at) for desa, sha, size, at in photo_rows.all_named(db)
        ]
    noted = {key: at is not None for key, _, at in every}
    whole, amiss = {key: size for key, size, at in every if at is not None}, 0
    for key, there in ctx.photos.altered(whole):
        amiss += 1
        code = "photo_altered" if there else "photo_gone"
        yield _finding(Weight.DAMAGE, code, berkas=ctx.photos.where(key))
    yield _finding(
        Weight.WELL, "photos" if ctx.photos.is_near else "photos_listed", jumlah=len(whole) - amiss
    )
    if len(every) > len(whole):
        yield _finding(Weight.NOTICE, "photos_awaited", jumlah=len(every) - len(whole))
    for key in ctx.photos.wholes():
        if not noted.get(key):
            code = "photo_unnoted" if key in noted else "photo_unnamed"
            yield _finding(Weight.NOTICE, code, berkas=ctx.photos.where(key))


def _papers(ctx: Context) -> Iterator[Finding]:
    """The approved papers, as they were frozen."""
    with ctx.database.read() as db:
        hashes = paper_rows.hashes(db)
    for sha256 in hashes:
        if ctx.papers.whole(sha256) is None:
            yield _finding(Weight.DAMAGE, "paper_altered", berkas=ctx.papers.where(sha256))
    if hashes:
        yield _finding(Weight.WELL, "papers", jumlah=len(hashes))


def _loose_files(ctx: Context) -> Iterator[Finding]:
    """What an arrival or a stop has left behind and nobody will need."""
    for code, found in (
        ("parts_left", loose_files.parts(ctx)),
        ("drafts_left", loose_files.drafts(ctx)),
        ("small_left", loose_files.small(ctx)),
    ):
        number = sum(1 for _ in found)
        if number:
            yield _finding(Weight.NOTICE, code, jumlah=number)


def _secrets(ctx: Context) -> Iterator[Finding]:
    """The key of the sealed stays out of every backup, so it is named here."""
    trouble, opens = nik.key_trouble(ctx), two_step.opens(ctx)
    if trouble:
        yield _finding(Weight.DAMAGE, f"nik_key_{trouble}")
    if opens is False:
        yield _finding(Weight.DAMAGE, "totp_key")
    if trouble == "" or opens:
        yield _finding(Weight.NOTICE, "nik_key_apart")
    for path in loose_files.open_to_others(ctx):
        yield _finding(Weight.NOTICE, "open_to_others", berkas=str(path))


def _room(ctx: Context) -> Iterator[Finding]:
    folder = ctx.settings.data
    free = shutil.disk_usage(folder).free
    weight = Weight.DAMAGE if free < NO_ROOM else Weight.NOTICE
    code = "room" if free >= LITTLE_ROOM else "little_room"
    yield _finding(Weight.WELL if free >= LITTLE_ROOM else weight, code, mb=free // 1_000_000)


def _backup(ctx: Context) -> Iterator[Finding]:
    """A backup that nobody has made for days is none."""
    made = backup_note.last(ctx)
    if made is None:
        yield _finding(Weight.NOTICE, "no_backup")
    elif abs(ctx.clock.now() - made) > OLD_BACKUP:
        yield _finding(Weight.NOTICE, "old_backup", kapan=tanggal_jam(made.astimezone(WITA)))


def _settings(ctx: Context) -> Iterator[Finding]:
    for key, value in office_settings.for_phone(ctx).items():
        if value in ("", [], {}, None):
            yield _finding(Weight.NOTICE, "setting_empty", nama=key)


def _loop() -> Iterator[Finding]:
    """Without uvloop, which uvicorn takes by itself, a third as many photos come in."""
    if find_spec("uvloop") is None:
        yield _finding(Weight.NOTICE, "no_uvloop")


def _finding(weight: Weight, code: str, **facts: str | int) -> Finding:
    return Finding(weight, code, facts)
