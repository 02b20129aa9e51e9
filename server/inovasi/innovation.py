"""The innovation's evidence as the desk reads and enters it.

InnovationError
├── BadEntryError   a value that this key cannot have; ``key`` says which
└── NoYearError     there is no set of that year
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit
from server.core.rows import audit_rows, device_rows
from server.core.sessions import Account
from server.inovasi import innovation_fields as fields
from server.inovasi import measure_scope
from server.inovasi.indicators import Overview, overview
from server.inovasi.innovation_figures import Basis, deciding, gather
from server.inovasi.innovation_set import YearSet, from_json
from server.inovasi.measure_scope import Observed, Scope, observe
from server.inovasi.measures import MEASURES, Behind, Figure, Measure, figures
from server.inovasi.rows import innovation_rows
from shared.clock import WITA
from shared.roles import Permission
from shared.wilayah import Wilayah

TRIAL = "uji-coba"
"""The period that the trial's dates and villages make."""

Row = dict[str, Any]
Facts = dict[str, Any]


class InnovationError(Exception):
    """Nothing was changed."""


class BadEntryError(InnovationError):
    """Ask for another value of ``key``."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class NoYearError(InnovationError):
    """Enter or import a set of that year first."""


@dataclass(frozen=True)
class Period:
    """What a page is about: its name in the address, and its scope (None: not planned yet)."""

    name: str
    scope: Scope | None


@dataclass(frozen=True)
class Innovation:
    """Everything that the page of the evidence shows."""

    wilayah: Wilayah
    tahun: int
    years: tuple[int, ...]
    today: date
    is_sample: bool
    facts: Facts
    files: tuple[Row, ...]
    seen: Observed
    figures: dict[str, Figure]
    overview: Overview
    basis: Basis
    trial: Observed | None
    """What the trial's villages sent within its days; None while it is not planned."""


@dataclass(frozen=True)
class Measured:
    """All measures of a period, and the months of it for the charts."""

    period: Period
    seen: Observed | None
    figures: dict[str, Figure]
    months: tuple[tuple[str, dict[str, Figure]], ...]
    facts: Facts
    is_sample: bool


@dataclass(frozen=True)
class OneMeasure:
    """One measure of a period with the reports behind it."""

    measure: Measure
    period: Period
    figure: Figure
    behind: Behind
    seen: Observed | None
    is_sample: bool


@dataclass(frozen=True)
class PracticePhone:
    """A phone, and whether what it sends is practice."""

    id: str
    desa: str
    nama: str
    practice: bool


def page(ctx: Context, account: Account, tahun: int | None = None) -> Innovation:
    """The evidence of a year; None is the running one, or the newest that has a set."""
    permit(account, Permission.READ_BUKTI)
    now = ctx.clock.now()
    with ctx.database.read() as db:
        years = tuple(innovation_rows.years(db))
        chosen = tahun or _running(years, now.astimezone(WITA).year)
        year = read_set(db, chosen)
        facts = read_facts(ctx.wilayah, db)
        files = tuple(innovation_rows.files(db, chosen))
        seen = observe(ctx.wilayah, db, measure_scope.of_year(chosen), now)
        basis = gather(ctx.wilayah, db, seen, facts)
        planned = trial_scope(facts)
        trial = observe(ctx.wilayah, db, planned, now) if planned else None
        sample = innovation_rows.is_sample(db)
    found = deciding(basis)
    return Innovation(
        wilayah=ctx.wilayah,
        tahun=chosen,
        years=years,
        today=now.astimezone(WITA).date(),
        is_sample=sample,
        facts=facts,
        files=files,
        seen=seen,
        figures=found,
        overview=overview(year, found, facts, files),
        basis=basis,
        trial=trial,
    )


def measured(ctx: Context, account: Account, name: str) -> Measured:
    """All measures of a period: a year, a month, or the trial."""
    permit(account, Permission.READ_BUKTI)
    now = ctx.clock.now()
    with ctx.database.read() as db:
        facts = read_facts(ctx.wilayah, db)
        period = period_of(name, facts)
        seen = observe(ctx.wilayah, db, period.scope, now) if period.scope else None
        sample = innovation_rows.is_sample(db)
    if seen is None:
        return Measured(period, None, {}, (), facts, sample)
    months = tuple((bulan, figures(seen.within(_cut(seen.scope, bulan)))) for bulan in _begun(seen))
    return Measured(period, seen, figures(seen), months, facts, sample)


def one_measure(ctx: Context, account: Account, kode: str, name: str) -> OneMeasure | None:
    """One measure of a period; None when there is no such measure."""
    permit(account, Permission.READ_BUKTI)
    measure = next((one for one in MEASURES if one.kode == kode), None)
    if measure is None:
        return None
    with ctx.database.read() as db:
        period = period_of(name, read_facts(ctx.wilayah, db))
        seen = observe(ctx.wilayah, db, period.scope, ctx.clock.now()) if period.scope else None
        sample = innovation_rows.is_sample(db)
    if seen is None:
        return OneMeasure(measure, period, Figure(None), Behind(()), None, sample)
    figure, behind = measure.compute(seen), measure.behind(seen)
    return OneMeasure(measure, period, figure, behind, seen, sample)


def put(ctx: Context, account: Account, key: str, value: Any) -> None:
    """Enter one thing."""
    permit(account, Permission.WRITE_BUKTI)
    if not fields.is_good(ctx.wilayah, key, value):
        raise BadEntryError(key)
    text = json.dumps(value, ensure_ascii=False)
    at = ctx.clock.now()
    with ctx.database.write() as db:
        innovation_rows.put_fact(db, key, text, at, account.nama)
        audit_rows.add(db, at, account.nama, "innovation_entered", key, text)
    ctx.bell.ring()


def put_item(ctx: Context, account: Account, key: str, item: str, *, into: bool) -> None:
    """Put one item into a list or take it out, whatever else is pressed at the same time.

    Pressed twice it comes to the same: what counts is what the person saw.
    """
    permit(account, Permission.WRITE_BUKTI)
    if not fields.is_good(ctx.wilayah, key, [item]):
        raise BadEntryError(key)
    at = ctx.clock.now()
    with ctx.database.write() as db:
        have = fields.listed(read_facts(ctx.wilayah, db), key)
        after = [one for one in have if one != item] + ([item] if into else [])
        text = json.dumps(fields.in_order(ctx.wilayah, key, after))
        innovation_rows.put_fact(db, key, text, at, account.nama)
        audit_rows.add(db, at, account.nama, "innovation_entered", key, text)
    ctx.bell.ring()


def mark_training(ctx: Context, account: Account, device: str, *, on: bool) -> None:
    """What this phone sends is practice and counts nowhere in the evidence; or it is real."""
    permit(account, Permission.WRITE_BUKTI)
    at = ctx.clock.now()
    with ctx.database.write() as db:
        innovation_rows.mark_training(db, device, at, account.nama, on=on)
        action = "device_training" if on else "device_in_earnest"
        audit_rows.add(db, at, account.nama, action, device)
    ctx.bell.ring()


def phones(ctx: Context, account: Account) -> tuple[PracticePhone, ...]:
    """Every phone that may send, with whether it is for practice."""
    permit(account, Permission.READ_BUKTI)
    with ctx.database.read() as db:
        practice = innovation_rows.training(db)
        every = device_rows.everyone(db)
    return tuple(
        PracticePhone(row["id"], row["desa"], row["nama"], row["id"] in practice)
        for row in every
        if row["revoked_at"] is None
    )


def read_facts(wilayah: Wilayah, db: Db) -> Facts:
    """What was entered, on top of what the proposal says."""
    return {**fields.proposed(wilayah), **innovation_rows.facts(db)}


def read_set(db: Db, tahun: int) -> YearSet:
    """The set of a year."""
    text = innovation_rows.year_set(db, tahun)
    if text is None:
        raise NoYearError(tahun)
    return from_json(text)


def period_of(name: str, facts: Facts) -> Period:
    """``2026``, ``2026-11`` or ``uji-coba``; ValueError for anything else."""
    if name == TRIAL:
        return Period(TRIAL, trial_scope(facts))
    if len(name) == 7:
        return Period(name, measure_scope.of_month(name))
    return Period(name, measure_scope.of_year(int(name)))


def trial_scope(facts: Facts) -> Scope | None:
    """The trial's days and villages, once both are entered."""
    since, until = fields.day(facts, "uji.mulai"), fields.day(facts, "uji.selesai")
    villages = fields.listed(facts, "uji.desa")
    if since is None or until is None or until < since or not villages:
        return None
    return Scope(since, until, villages)


def _running(years: tuple[int, ...], this_year: int) -> int:
    if not years:
        raise NoYearError(this_year)
    return next((year for year in years if year <= this_year), years[-1])


def _begun(seen: Observed) -> tuple[str, ...]:
    """The months in use: before the first activation there was nothing to measure."""
    used = seen.used
    months = used.months() if used else ()
    return tuple(bulan for bulan in months if bulan <= f"{seen.today:%Y-%m}")


def _cut(scope: Scope, bulan: str) -> Scope:
    """The part of a month that lies within the scope."""
    month = measure_scope.of_month(bulan)
    return Scope(max(scope.since, month.since), min(scope.until, month.until), scope.desa)
