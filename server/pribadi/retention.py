"""How long things are kept: what would go is shown first; every day what is too old goes.

The kecamatan sets the years; 0 is "not decided yet", and then nothing goes. What figures follow
from, and the audit log, stay.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from server.anggota.rows import roster_rows
from server.core import office, sweeping
from server.core.context import Context
from server.core.db.database import AT_ONCE, Db, StoreError
from server.core.files.photo_files import PhotoKey
from server.core.permit import permit
from server.core.rows import audit_rows, erasing_rows
from server.core.sessions import Account
from server.pribadi import erasure
from server.pribadi.rows import retention_rows
from server.pribadi.rows.retention_rows import GONE, Photo
from shared.clock import WITA
from shared.codec import decode_laporan
from shared.roles import Permission

FOTO, LAPORAN, MANTAN = "simpan_foto_tahun", "simpan_laporan_tahun", "simpan_mantan_tahun"
SYSTEM = "masa simpan"
"""Who did it, in the log."""
QUIET_AT_MOST = timedelta(days=60)
"""Somebody logs in, or a phone comes, more often than that; else the clock is not believed."""
KEPT = (
    "id", "versi", "kind", "desa", "ditulis", "jenis", "mulai", "selesai", "periode",
    "jumlah_personel", "clock_offset_s",
)  # fmt: skip
"""What is left of a report's message: nothing of it names a person."""


@dataclass(frozen=True)
class Rule:
    """One kind of data: for how many years it is kept, and what is older than that."""

    key: str
    years: int
    before: datetime | None
    count: int
    size: int = 0


class ClockError(StoreError):
    """The clock may be wrong: nothing was deleted, tomorrow is early enough."""


@dataclass(frozen=True)
class Plan:
    """What would go now; ``niks`` are those that should have gone with their members."""

    foto: Rule
    laporan: Rule
    mantan: Rule
    niks: int

    @property
    def is_empty(self) -> bool:
        return not (self.foto.count or self.laporan.count or self.mantan.count or self.niks)


def plan(ctx: Context, account: Account) -> Plan:
    """The preview; nothing changes."""
    permit(account, Permission.MANAGE_SETTINGS)
    return _plan(ctx)


def run_now(ctx: Context, account: Account) -> Plan:
    """Do what the preview said, at once."""
    permit(account, Permission.MANAGE_SETTINGS)
    return run(ctx, account.username)


def run(ctx: Context, by: str = SYSTEM) -> Plan:
    """The daily job; returns what went. May be cut anywhere and begun again."""
    found = _plan(ctx)
    if found.is_empty:
        return found
    if found.foto.before:
        _photos(ctx, found.foto.before)
    if found.laporan.before:
        _reports(ctx, found.laporan.before)
    _members(ctx, found.mantan.before, by)
    told = {"foto": found.foto.count, "laporan": found.laporan.count,
            "mantan": found.mantan.count, "nik": found.niks}  # fmt: skip
    with ctx.database.write() as db:
        audit_rows.add(db, ctx.clock.now(), by, "retention_ran", None, json.dumps(told))
    ctx.bell.ring()
    return found


def run_daily(ctx: Context) -> Plan:
    """What the server does by itself: nothing while the clock may be wrong.

    What is deleted does not come back. So a clock that is far beyond everything that ever happened
    here is not believed, until somebody has logged in or a phone has come by it.
    """
    now = ctx.clock.now()
    with ctx.database.read() as db:
        newest = audit_rows.newest(db)
    if newest is not None and not newest <= now <= newest + QUIET_AT_MOST:
        raise ClockError(f"{now:%Y-%m-%d}")
    return run(ctx)


def _plan(ctx: Context) -> Plan:
    years, now = office.read(ctx), ctx.clock.now()
    before = {key: _years_ago(now, years[key]) for key in (FOTO, LAPORAN, MANTAN)}
    with ctx.database.read() as db:
        photo, report, left = before[FOTO], before[LAPORAN], before[MANTAN]
        photos = retention_rows.old_photos(db, photo) if photo else []
        reports = retention_rows.count_reports(db, report) if report else 0
        niks = len(retention_rows.niks_of_those_who_left(db))
        gone = len(_left_before(db, left)) if left else 0
    return Plan(
        Rule(FOTO, years[FOTO], photo, len(photos), sum(one.size for one in photos)),
        Rule(LAPORAN, years[LAPORAN], report, reports),
        Rule(MANTAN, years[MANTAN], left, gone),
        niks,
    )


def _years_ago(now: datetime, years: int) -> datetime | None:
    """None: not decided. Who counts from 29 February comes to the 28th."""
    if not years:
        return None
    day = min(now.day, 28) if now.month == 2 else now.day
    return now.replace(year=now.year - years, day=day)


def _photos(ctx: Context, before: datetime) -> None:
    """First the tables, so that no phone is asked for them again, then the files.

    A store that is away keeps both: a file that nobody names would stay for good.
    """
    ctx.photos.require()
    while True:
        with ctx.database.write() as db:
            some = retention_rows.old_photos(db, before, AT_ONCE)
            for photo in some:
                retention_rows.drop_photo(db, photo)
        if not some:
            return
        sweeping.each(SYSTEM, some, partial(_drop_file, ctx))


def _drop_file(ctx: Context, photo: Photo) -> None:
    ctx.photos.forget(PhotoKey(photo.desa, photo.sha256))


def _reports(ctx: Context, before: datetime) -> None:
    tried: set[str] = set()
    while True:
        with ctx.database.write() as db:
            old = retention_rows.old_reports(db, before, AT_ONCE + len(tried))
            some = [ident for ident in old if ident not in tried]
            sweeping.each_in(db, SYSTEM, some, partial(blank_report, db))
        if not some:
            erasure.settle_words(ctx)
            return
        tried.update(some)


def blank_report(db: Db, ident: str) -> None:
    """Resi, village, kind, times and counts stay; words, names and what was said of it go."""
    erasing_rows.drop_other_texts(db, ident)
    for row in erasing_rows.texts(db, ident):
        message = json.loads(row["message"])
        left = {name: message[name] for name in KEPT if message.get(name) is not None}
        left["pelapor"] = {"nama": GONE, "jabatan": ""}
        if message.get("kejadian"):
            left["kejadian"] = {
                name: value
                for name, value in message["kejadian"].items()
                if name in ("jenis", "waktu") or isinstance(value, int)
            }
        decode_laporan(left)  # what cannot be read again is not written
        erasing_rows.put_text(db, ident, row["versi"], row["digest"], json.dumps(left))
    resi = erasing_rows.resi(db, ident)
    blank = {"tempat": "", "uraian": "", "pelapor": GONE, "jabatan": "", "status_by": GONE,
             "words": resi.lower()}  # fmt: skip
    erasing_rows.put_columns(db, ident, blank)
    erasing_rows.drop_talk(db, ident)


def _members(ctx: Context, before: datetime | None, by: str) -> None:
    with ctx.database.read() as db:
        niks = list(retention_rows.niks_of_those_who_left(db))
        left = _left_before(db, before) if before else []
    for start in range(0, len(niks), AT_ONCE):
        with ctx.database.write() as db:
            some = niks[start : start + AT_ONCE]
            sweeping.each_in(db, SYSTEM, some, partial(_drop_nik, ctx, db, by))
    sweeping.each(SYSTEM, left, partial(_erase, ctx, by))


def _drop_nik(ctx: Context, db: Db, by: str, ident: str) -> None:
    roster_rows.drop_nik(db, ident)
    audit_rows.add(db, ctx.clock.now(), by, "nik_deleted", ident, "berhenti")


def _erase(ctx: Context, by: str, ident: str) -> None:
    with contextlib.suppress(erasure.ErasedError):  # somebody was quicker
        erasure.carry_out(ctx, ident, by)


def _left_before(db: Db, before: datetime) -> list[str]:
    """By the day of leaving; where nobody wrote that down, by the last change."""
    limit = before.astimezone(WITA).date()
    found: list[str] = []

    def look(member: tuple[str, str, datetime]) -> None:
        ident, text, changed = member
        ended = json.loads(text).get("berakhir")
        day = date.fromisoformat(ended) if ended else changed.astimezone(WITA).date()
        if day < limit:
            found.append(ident)

    sweeping.each(SYSTEM, retention_rows.left_members(db), look, lambda member: member[0])
    return found
