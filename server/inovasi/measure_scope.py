"""Which days and villages a measure is of, and everything it is computed from, read in one go."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from server.core.db.database import Db
from server.inovasi.partners import together
from server.inovasi.rows import measure_rows as rows
from shared.clock import WITA, month_of
from shared.wilayah import Wilayah

Row = dict[str, Any]


@dataclass(frozen=True)
class Scope:
    """From the first to the last day, both counted, for these villages; none named: for all."""

    since: date
    until: date
    desa: tuple[str, ...] = ()

    @property
    def days(self) -> int:
        """How many days it has."""
        return max(0, (self.until - self.since).days + 1)

    def passed(self, today: date) -> int:
        """How many of its days have begun."""
        return max(0, (min(self.until, today) - self.since).days + 1)

    def is_partial(self, today: date) -> bool:
        """Whether it has not ended yet."""
        return today <= self.until

    def moments(self) -> tuple[datetime, datetime]:
        """Its first moment and the first one after it."""
        begin = datetime.combine(self.since, time(), WITA)
        return begin, datetime.combine(self.until + timedelta(days=1), time(), WITA)

    def months(self) -> tuple[str, ...]:
        """The months that it touches."""
        found: list[str] = []
        day = self.since.replace(day=1)
        while day <= self.until:
            found.append(f"{day:%Y-%m}")
            day = (day + timedelta(days=32)).replace(day=1)
        return tuple(found)

    def weeks(self) -> tuple[Scope, ...]:
        """Its weeks from its first day on; the last one may be shorter."""
        found: list[Scope] = []
        day = self.since
        while day <= self.until:
            found.append(replace(self, since=day, until=min(self.until, day + timedelta(days=6))))
            day += timedelta(days=7)
        return tuple(found)


def of_year(tahun: int) -> Scope:
    """The whole year."""
    return Scope(date(tahun, 1, 1), date(tahun, 12, 31))


def of_month(bulan: str) -> Scope:
    """The whole month."""
    year, month = map(int, bulan.split("-"))
    first = date(year, month, 1)
    return Scope(first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1))


@dataclass(frozen=True)
class Observed:
    """What there is to count within a scope, at a moment."""

    scope: Scope
    now: datetime
    reports: tuple[Row, ...] = ()
    notes: tuple[Row, ...] = ()
    partners: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Who took part, as first written → the reports that name it."""
    coachings: tuple[Row, ...] = ()
    """With ``desa`` and ``people`` of the scope's villages."""
    phones: tuple[Row, ...] = ()
    first_use: date | None = None
    """The day of the first activation, or of the first report; None before either."""

    @property
    def used(self) -> Scope | None:
        """The part of the scope in which the product was in use; None when it was not yet."""
        if self.first_use is None or self.first_use > self.scope.until:
            return None
        return replace(self.scope, since=max(self.scope.since, self.first_use))

    @property
    def today(self) -> date:
        """The day in WITA."""
        return self.now.astimezone(WITA).date()

    @property
    def activities(self) -> tuple[Row, ...]:
        """What was done and what happened, without nihil."""
        return tuple(row for row in self.reports if row["kind"] != "nihil")

    def within(self, scope: Scope) -> Observed:
        """The same, narrowed to a shorter time."""
        begin, end = scope.moments()
        months = scope.months()
        kept = tuple(row for row in self.reports if _lies_in(row, begin, end, months))
        idents = {row["id"] for row in kept}
        partners = {
            name: mine
            for name, found in self.partners.items()
            if (mine := tuple(one for one in found if one in idents))
        }
        return replace(
            self,
            scope=replace(scope, desa=scope.desa or self.scope.desa),
            reports=kept,
            notes=tuple(note for note in self.notes if note["laporan"] in idents),
            partners=partners,
            coachings=tuple(one for one in self.coachings if begin <= one["mulai"] < end),
        )


def observe(wilayah: Wilayah, db: Db, scope: Scope, now: datetime) -> Observed:
    """Read all that the measures of a scope are made of."""
    scope = replace(scope, desa=scope.desa or tuple(wilayah.by_kode))
    begin, end = scope.moments()
    months = scope.months() or (month_of(begin),)
    span = rows.Span(begin, end, months[0], months[-1], scope.desa)
    until = min(end, now)
    return Observed(
        scope=scope,
        now=now,
        reports=tuple(rows.laporan_dihitung(db, span)),
        notes=tuple(rows.catatan_kecamatan(db, span)),
        partners=_partners(wilayah, rows.pesan_laporan(db, span)),
        coachings=_coachings(db, begin, until, scope.desa),
        phones=tuple(rows.hp_desa(db, scope.desa)),
        first_use=_day_of(rows.pemakaian_pertama(db)),
    )


def _day_of(moment: datetime | None) -> date | None:
    return moment.astimezone(WITA).date() if moment else None


def _lies_in(row: Row, begin: datetime, end: datetime, months: tuple[str, ...]) -> bool:
    if row["kind"] == "nihil":
        return row["bulan"] in months
    return begin <= row["mulai"] < end


def _partners(wilayah: Wilayah, messages: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Who took part, as reports tell; who was only called for help is not among them."""
    named = (
        (ident, str(name))
        for ident, text in messages
        for name in cast("Row", json.loads(text)).get("pihak_lain") or ()
    )
    return together(named, wilayah.nama)


def _coachings(db: Db, since: datetime, until: datetime, desa: tuple[str, ...]) -> tuple[Row, ...]:
    """Those that invited a village of the scope, with how many of its people came."""
    found = rows.pembinaan_terlaksana(db, since, until)
    idents = [row["id"] for row in found]
    invited: dict[str, set[str]] = {}
    for ident, village in rows.desa_pembinaan(db, idents):
        if village in desa:
            invited.setdefault(ident, set()).add(village)
    people: dict[str, int] = {}
    for ident, village in rows.peserta_pembinaan(db, idents):
        if village in desa:
            people[ident] = people.get(ident, 0) + 1
    return tuple(
        {**row, "desa": tuple(sorted(invited[row["id"]])), "people": people.get(row["id"], 0)}
        for row in found
        if row["id"] in invited
    )
