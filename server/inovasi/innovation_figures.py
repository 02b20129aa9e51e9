"""The figures that decide on indicators: measures of the year, and what else the data tells."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from server.core.db.database import Db
from server.inovasi.complaints import SELESAI
from server.inovasi.implementers import Implementer, implementers
from server.inovasi.innovation_fields import day, number
from server.inovasi.measure_scope import Observed, of_month
from server.inovasi.measures import BY_KODE, Figure, figures, share, steady
from server.inovasi.rows import complaint_rows, measure_rows
from server.inovasi.survey import Told, told_in
from shared.clock import WITA
from shared.wilayah import Wilayah

BIMTEK = "bimtek_aplikasi"
BIMTEK_YEARS = 3
STEADY, STEADY_MONTHS = "aktif.bulan", 6
"""The setting of how many months make a village active, and its default."""
CREATIONS = (
    ("kertas.inisiatif", "kertas.penerapan"), ("tahap.inisiatif.mulai", "tahap.penerapan.mulai"),
)  # fmt: skip

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Basis:
    """What these figures are made of."""

    seen: Observed
    facts: Facts
    people: tuple[Implementer, ...]
    trainings: tuple[dict[str, Any], ...]
    """Trainings in the app of the last three years that somebody came to."""
    complaints: Mapping[str, int]
    """How many complaints of the year stand at each status."""
    surveys: tuple[Told, ...]
    """The satisfaction survey of each half of the year that somebody answered in."""


def gather(wilayah: Wilayah, db: Db, seen: Observed, facts: Facts) -> Basis:
    """Read what lies beside the measures."""
    first = datetime.combine(date(seen.scope.until.year - BIMTEK_YEARS + 1, 1, 1), time(), WITA)
    begin, end = seen.scope.moments()
    held = measure_rows.pembinaan_terlaksana(db, first, min(seen.now, end))
    trainings = [row for row in held if row["bentuk"] == BIMTEK]
    came = {one for one, _ in measure_rows.peserta_pembinaan(db, [r["id"] for r in trainings])}
    kept = tuple(row for row in trainings if row["id"] in came)
    told = complaint_rows.counts(db, begin, end)
    asked = told_in(db, seen.scope.until.year)
    return Basis(seen, facts, implementers(wilayah, db), kept, told, asked)


def deciding(basis: Basis) -> dict[str, Figure]:
    """Every figure by the name that an indicator's set gives it."""
    found = figures(basis.seen)
    return found | {name: compute(basis) for name, compute in OTHERS.items()}


def months_between(since: date, until: date) -> int:
    """Months that have begun from one day to another; at least one."""
    months = (until.year - since.year) * 12 + until.month - since.month
    return max(1, months + (until.day > since.day))


def rises(values: list[float | None]) -> int:
    """How many times in a row, up to the last, a value was above the one before it."""
    known = [value for value in values if value is not None]
    count = 0
    for before, after in zip(reversed(known[:-1]), reversed(known[1:]), strict=True):
        if after <= before:
            break
        count += 1
    return count


def steady_months(facts: Facts) -> int:
    """In how many months of twelve a village must have reported to count as active."""
    return int(number(facts, STEADY) or STEADY_MONTHS)


def _steady(basis: Basis) -> Figure:
    seen = basis.seen
    if seen.used is None:
        return Figure(None, 0, len(seen.scope.desa))
    return share(len(steady(seen, steady_months(basis.facts))), len(seen.scope.desa))


def _actors(basis: Basis) -> Figure:
    """Those who took part, and the implementer itself."""
    partners = len(basis.seen.partners)
    return Figure(partners + 1 if partners or basis.seen.reports else 0)


def _people(basis: Basis) -> Figure:
    return Figure(len(basis.people))


def _online(basis: Basis) -> Figure:
    """An online system that is in use: reports have come in through it."""
    return Figure(len(basis.seen.reports))


def _trainings(basis: Basis) -> Figure:
    return Figure(len(basis.trainings))


def _days(basis: Basis) -> Figure:
    """Days begun from an activity to the verification of its report, by the median."""
    hours = BY_KODE["jam_verifikasi"].compute(basis.seen)
    days = None if hours.value is None else max(1, math.ceil(hours.value / 24))
    return Figure(days, None, hours.of)


def _months(basis: Basis) -> Figure:
    """Of the first way with both dates: that on paper, as the proposal tells it, or the digital."""
    for first, last in CREATIONS:
        since, until = day(basis.facts, first), day(basis.facts, last)
        if since is not None and until is not None and since <= until:
            return Figure(months_between(since, until))
    return Figure(None)


def _trend(basis: Basis) -> Figure:
    """Of the months that have ended."""
    seen = basis.seen
    ended = [bulan for bulan in seen.scope.months() if not of_month(bulan).is_partial(seen.today)]
    compute = BY_KODE["tepat_waktu"].compute
    values = [compute(seen.within(of_month(bulan))).value for bulan in ended]
    return Figure(rises(values) if any(v is not None for v in values) else None)


def _complaints(basis: Basis) -> Figure:
    """Of those told within the year, how many percent are solved; of none, none: parameter 1."""
    every = sum(basis.complaints.values())
    solved = basis.complaints.get(SELESAI, 0)
    return Figure(solved / every * 100 if every else 0.0, solved, every)


OTHERS: dict[str, Callable[[Basis], Figure]] = {
    "pelaksana": _people,
    "desa_rutin": _steady,
    "aktor": _actors,
    "sistem_daring": _online,
    "bimtek": _trainings,
    "hari_proses": _days,
    "bulan_penciptaan": _months,
    "tren_tepat_waktu": _trend,
    "pengaduan_selesai": _complaints,
}
