"""Who should be coached, by what the reports and rosters show: each with its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.core import settings
from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit
from server.core.sessions import Account
from server.pembinaan import pembinaan
from server.pembinaan.rows import pembinaan_rows as rows
from server.pembinaan.rows import village_rows
from shared.clock import WITA, month_of
from shared.roles import Permission
from shared.satlinmas import MIN_MEMBERS
from shared.wilayah import Wilayah

LATE, RETURNED, NO_PHOTOS, FEW_MEMBERS = "late", "returned", "no_photos", "few_members"

BENTUK = {
    LATE: "pengarahan", RETURNED: "umpan_balik", NO_PHOTOS: "pelatihan", FEW_MEMBERS: "kunjungan",
}  # fmt: skip
"""The kind of coaching that answers each."""

RETURNED_TIMES = 2
FEWEST_ACTIVITIES = 3
"""Fewer activities in a month tell nothing of a village's habit with photos."""
ANSWERED = timedelta(days=30)
"""A village that was coached so recently is not suggested again."""


@dataclass(frozen=True)
class Evidence:
    """One village of a suggestion: a figure, and the reports behind it."""

    desa: str
    number: int
    of: int = 0
    laporan: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """One reason to coach some villages; ``bulan`` is the month that it was seen in."""

    kind: str
    bulan: str
    villages: tuple[Evidence, ...]

    @property
    def bentuk(self) -> str:
        """The kind of coaching that answers it."""
        return BENTUK[self.kind]

    @property
    def laporan(self) -> tuple[str, ...]:
        """The reports that show it."""
        return tuple(ident for village in self.villages for ident in village.laporan)


def suggestions(ctx: Context, account: Account) -> tuple[Suggestion, ...]:
    """What is worth a coaching now, without the villages that have one for it already."""
    permit(account, Permission.READ_PEMBINAAN)
    now = ctx.clock.now()
    with ctx.database.read() as db:
        found = (
            _late(ctx.wilayah, db, now, settings.read(db)["due_day"]),
            _returned(db, now),
            _without_photos(db, now),
            _few_members(db, now),
        )
        answered = _answered(db, now)
    return tuple(left for one in found if (left := _unanswered(one, answered)).villages)


def begin(ctx: Context, account: Account, one: Suggestion, judul: str) -> str:
    """A draft that answers the suggestion; returns its id."""
    permit(account, Permission.WRITE_PEMBINAAN)
    return pembinaan.begin(
        ctx, account, desa=[v.desa for v in one.villages], laporan=one.laporan,
        bentuk=one.bentuk, judul=judul,
    )  # fmt: skip


def _late(wilayah: Wilayah, db: Db, now: datetime, due_day: int) -> Suggestion:
    """Nothing at all came for the last month whose due day has passed."""
    local = now.astimezone(WITA)
    bulan = _before(month_of(now))
    if local.day <= due_day:
        bulan = _before(bulan)
    have = village_rows.reporting(db, bulan)
    if not have:
        return Suggestion(LATE, bulan, ())  # nobody reported yet: the app was not in use
    late = [Evidence(desa.kode, 0) for desa in wilayah.desa if desa.kode not in have]
    return Suggestion(LATE, bulan, tuple(late))


def _returned(db: Db, now: datetime) -> Suggestion:
    bulan = month_of(now)
    found = village_rows.returned(db, (bulan, _before(bulan)), now - ANSWERED)
    often = [
        Evidence(desa, len(times), laporan=tuple(dict.fromkeys(times)))
        for desa, times in sorted(found.items())
        if len(times) >= RETURNED_TIMES
    ]
    return Suggestion(RETURNED, bulan, tuple(often))


def _without_photos(db: Db, now: datetime) -> Suggestion:
    """Less than half of a month's activities have a photo."""
    bulan = month_of(now)
    few = [
        Evidence(desa, total - shown, total)
        for desa, (shown, total) in sorted(village_rows.photo_counts(db, bulan).items())
        if total >= FEWEST_ACTIVITIES and shown * 2 < total
    ]
    return Suggestion(NO_PHOTOS, bulan, tuple(few))


def _few_members(db: Db, now: datetime) -> Suggestion:
    few = [
        Evidence(desa, count, MIN_MEMBERS)
        for desa, count in sorted(village_rows.roster_sizes(db).items())
        if count < MIN_MEMBERS
    ]
    return Suggestion(FEW_MEMBERS, month_of(now), tuple(few))


def _answered(db: Db, now: datetime) -> Mapping[str, set[str]]:
    """By kind of coaching: the villages that have one planned, or had one lately."""
    found = rows.recent(db, now - ANSWERED)
    desa = rows.villages_of(db, [row["id"] for row in found])
    answered: dict[str, set[str]] = {}
    for row in found:
        answered.setdefault(row["bentuk"], set()).update(desa.get(row["id"], ()))
    return answered


def _unanswered(one: Suggestion, answered: Mapping[str, set[str]]) -> Suggestion:
    done = answered.get(one.bentuk, set())
    return Suggestion(one.kind, one.bulan, tuple(v for v in one.villages if v.desa not in done))


def _before(bulan: str) -> str:
    year, month = (int(part) for part in bulan.split("-"))
    return f"{year - 1}-12" if month == 1 else f"{year:04d}-{month - 1:02d}"
