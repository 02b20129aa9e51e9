"""The measures of the innovation: each a small object that is computed from real reports. Pure.

What a measure means in words stands in `teks_inovasi.UKURAN`; ``source`` names the query of
`measure_rows` that its figures come from. A measure of nothing has no value: never a zero that
looks like one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from server.inovasi.measure_scope import Observed, Scope, of_month
from shared.deadlines import is_cepat
from shared.names import plain

WEEK = 7
YEAR = 12
MONTH = 30
"""Days that "a month" means where a figure is given for each."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """A value with its numerator and denominator, where it has them."""

    value: float | None
    top: int | None = None
    of: int | None = None


@dataclass(frozen=True)
class Behind:
    """The reports that a figure counts, and those that it was held against but does not count."""

    counted: tuple[Row, ...]
    others: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Measure:
    """``unit``: persen, jam, jumlah or rata. ``more``: whether more is better."""

    kode: str
    unit: str
    source: str
    compute: Callable[[Observed], Figure]
    behind: Callable[[Observed], Behind]
    more: bool = True


# --- How figures are made ---------------------------------------------------------------------


def share(top: int, of: int) -> Figure:
    """A percentage; none of nothing."""
    return Figure(100 * top / of if of else None, top, of)


def hours(spans: Iterable[timedelta]) -> Figure:
    """The median in hours; none of nothing."""
    found = [span.total_seconds() / 3600 for span in spans]
    return Figure(median(found) if found else None, None, len(found))


def _share_of(test: Callable[[Row], bool]) -> Callable[[Observed], Figure]:
    def compute(seen: Observed) -> Figure:
        every = seen.activities
        return share(sum(test(row) for row in every), len(every))

    return compute


def _split_by(test: Callable[[Row], bool]) -> Callable[[Observed], Behind]:
    def behind(seen: Observed) -> Behind:
        every = seen.activities
        return Behind(
            tuple(row for row in every if test(row)), tuple(row for row in every if not test(row))
        )

    return behind


def _share_measure(kode: str, test: Callable[[Row], bool], *, more: bool = True) -> Measure:
    return Measure(kode, "persen", "laporan_dihitung", _share_of(test), _split_by(test), more)


def _time_measure(kode: str, end: Callable[[Row], datetime | None]) -> Measure:
    """From the beginning of what a report tells of to a moment after it."""

    def spans(seen: Observed) -> list[timedelta]:
        return [at - row["mulai"] for row in seen.activities if (at := end(row)) is not None]

    def compute(seen: Observed) -> Figure:
        return hours(spans(seen))

    def ended(row: Row) -> bool:
        return end(row) is not None

    return Measure(kode, "jam", "laporan_dihitung", compute, _split_by(ended), more=False)


def _all_reports(seen: Observed) -> Behind:
    return Behind(seen.reports)


# --- One by one -------------------------------------------------------------------------------


def cepat(row: Row) -> bool:
    """Cepat: whether it arrived within a day after what it tells of was over."""
    return is_cepat(row["mulai"], row["selesai"], row["received_at"])


def verified_at(row: Row) -> datetime | None:
    """When it was verified, while it is."""
    return row["status_at"] if row["status"] == "diverifikasi" else None


def active(seen: Observed) -> set[str]:
    """The villages that sent a report that counts, a nihil too."""
    return {row["desa"] for row in seen.reports}


def _active(seen: Observed) -> Figure:
    """None before the first use: nobody could have reported."""
    if seen.used is None:
        return Figure(None, 0, len(seen.scope.desa))
    return share(len(active(seen)), len(seen.scope.desa))


def steady(seen: Observed, months: int) -> tuple[str, ...]:
    """The villages with a real report, not a nihil, in at least so many months of twelve.

    Of a shorter time the same part of its months is asked for, one month at least.
    """
    touched = len(seen.scope.months())
    needed = max(1, math.ceil(months * touched / YEAR))
    pairs = {(row["desa"], row["bulan"]) for row in seen.activities}
    counts = Counter(desa for desa, _ in pairs)
    return tuple(desa for desa in seen.scope.desa if counts[desa] >= needed)


def _each_month(seen: Observed) -> Figure:
    """Reports for each village and thirty days of what has passed since the first use."""
    used, villages = seen.used, len(seen.scope.desa)
    days = used.passed(seen.today) if used else 0
    if used is None or not villages or days < min(WEEK, seen.scope.days):
        return Figure(None, 0, 0)  # of a day or two no month can be told
    begin, _ = used.moments()
    count = sum(row["mulai"] >= begin for row in seen.activities)
    return Figure(count / villages / days * MONTH, count, villages)


def _villages_a_month(seen: Observed) -> Figure:
    """Villages that reported, on the average of the months in use for a week at least."""
    months = [bulan for bulan in seen.scope.months() if _days_of(seen, bulan) >= WEEK]
    pairs = {(row["bulan"], row["desa"]) for row in seen.reports if row["bulan"] in months}
    return Figure(len(pairs) / len(months) if months else None, len(pairs), len(months))


def _days_of(seen: Observed, bulan: str) -> int:
    """How many days of a month lie within the time of use and have begun."""
    month, used = of_month(bulan), seen.used
    if used is None:
        return 0
    since = max(month.since, used.since)
    return Scope(since, min(month.until, used.until)).passed(seen.today)


def _read(seen: Observed) -> Figure:
    return share(sum(note["read_at"] is not None for note in seen.notes), len(seen.notes))


def _noted(seen: Observed) -> Behind:
    noted = {note["laporan"] for note in seen.notes}
    read = {note["laporan"] for note in seen.notes if note["read_at"] is not None}
    return Behind(
        tuple(row for row in seen.reports if row["id"] in read),
        tuple(row for row in seen.reports if row["id"] in noted - read),
    )


def _coachings(seen: Observed) -> Figure:
    return Figure(len(seen.coachings))


def _participants(seen: Observed) -> Figure:
    return Figure(sum(one["people"] for one in seen.coachings))


def reporters(seen: Observed) -> set[tuple[str, str]]:
    """(village, name) of those who reported; the same name in two villages is two people."""
    return {(row["desa"], plain(row["pelapor"])) for row in seen.reports}


def _reporters(seen: Observed) -> Figure:
    return Figure(len(reporters(seen)))


def _partners(seen: Observed) -> Figure:
    return Figure(len(seen.partners))


def _with_partners(seen: Observed) -> Behind:
    named = {ident for found in seen.partners.values() for ident in found}
    return Behind(tuple(row for row in seen.reports if row["id"] in named))


def _phones(seen: Observed) -> Figure:
    begin, _ = seen.scope.moments()
    heard = [p for p in seen.phones if (p["last_contact"] or p["activated_at"]) >= begin]
    return share(len(heard), len(seen.phones))


def _nothing(_seen: Observed) -> Behind:
    return Behind(())


MEASURES: tuple[Measure, ...] = (
    Measure("desa_aktif", "persen", "laporan_dihitung", _active, _all_reports),
    Measure("desa_per_bulan", "rata", "laporan_dihitung", _villages_a_month, _all_reports),
    Measure(
        "laporan_per_desa", "rata", "laporan_dihitung", _each_month,
        lambda seen: Behind(seen.activities),
    ),
    _share_measure("tepat_waktu", cepat),
    _share_measure("berfoto", lambda row: row["jumlah_foto"] > 0),
    _share_measure("berlokasi", lambda row: row["lintang"] is not None),
    _time_measure("jam_terima", lambda row: row["received_at"]),
    _time_measure("jam_jawab", lambda row: row["answered_at"]),
    _time_measure("jam_verifikasi", verified_at),
    _share_measure("dikembalikan", lambda row: bool(row["returned"]), more=False),
    Measure("dibaca", "persen", "catatan_kecamatan", _read, _noted),
    Measure("pembinaan", "jumlah", "pembinaan_terlaksana", _coachings, _nothing),
    Measure("peserta", "jumlah", "peserta_pembinaan", _participants, _nothing),
    Measure("pelapor", "jumlah", "laporan_dihitung", _reporters, _all_reports),
    Measure("mitra", "jumlah", "pesan_laporan", _partners, _with_partners),
    Measure("hp_terhubung", "persen", "hp_desa", _phones, _nothing),
)  # fmt: skip

BY_KODE = {one.kode: one for one in MEASURES}


def figures(seen: Observed) -> dict[str, Figure]:
    """Every measure of what was observed."""
    return {one.kode: one.compute(seen) for one in MEASURES}
