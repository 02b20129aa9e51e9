"""A round of the index as the inventor sees it: may it be filed, what is next, until when.

A year without a set borrows the rules of the one before it, and says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit
from server.core.sessions import Account
from server.inovasi import innovation, teks_pedoman
from server.inovasi import innovation_calendar as calendar
from server.inovasi import innovation_design as design
from server.inovasi.innovation import Innovation
from server.inovasi.innovation_calendar import Countdown
from server.inovasi.innovation_dates import Dates, dates
from server.inovasi.innovation_eligibility import Eligibility, judge
from server.inovasi.innovation_set import YearSet, next_year
from server.inovasi.rows import innovation_rows, measure_rows
from shared.clock import WITA
from shared.roles import Permission
from shared.wilayah import Wilayah

Facts = dict[str, Any]
Row = dict[str, Any]


@dataclass(frozen=True)
class WayStep:
    """One step of the way to the national system."""

    kode: str
    lajur: str
    nama: str
    siapa: str
    isi: str
    yakin: str
    sumber: str
    done: bool


@dataclass(frozen=True)
class Suggestion:
    """Something that the data themselves date: it can be a development."""

    kode: str
    day: date


@dataclass(frozen=True)
class Condition:
    """One thing that must be there before filing; ``kode`` names its words."""

    kode: str
    met: bool
    number: int = 0


@dataclass(frozen=True)
class Round:
    """All that the page of a round shows."""

    wilayah: Wilayah
    tahun: int
    years: tuple[int, ...]
    today: date
    projected: bool
    """There is no set of this year: its rules are a guess."""
    set: YearSet
    facts: Facts
    files: tuple[Row, ...]
    is_sample: bool
    dates: Dates
    eligibility: Eligibility
    countdowns: tuple[Countdown, ...]
    way: tuple[WayStep, ...]
    suggestions: tuple[Suggestion, ...]
    conditions: tuple[Condition, ...]

    @property
    def next_step(self) -> WayStep | None:
        """The first step that is not done; None when all are."""
        return next((one for one in self.way if not one.done), None)


def read(ctx: Context, account: Account, tahun: int | None = None) -> Round:
    """A round; None is the next one that can still be entered."""
    permit(account, Permission.READ_BUKTI)
    today = ctx.clock.now().astimezone(WITA).date()
    with ctx.database.read() as db:
        known = tuple(innovation_rows.years(db))
        chosen = tahun or _next(db, known, today)
        year = set_for(db, known, chosen)
        facts = innovation.read_facts(ctx.wilayah, db)
        files = tuple(innovation_rows.files(db, chosen))
        firsts = _firsts(db)
        sample = innovation_rows.is_sample(db)
    found = dates(facts, files)
    return Round(
        wilayah=ctx.wilayah,
        tahun=chosen,
        years=_offered(known, today),
        today=today,
        projected=chosen not in known,
        set=year,
        facts=facts,
        files=files,
        is_sample=sample,
        dates=found,
        eligibility=judge(found, calendar.find(year.kalender, calendar.WINDOW), today),
        countdowns=calendar.countdowns(year.kalender, today),
        way=way(ctx.wilayah, facts, chosen),
        suggestions=_suggestions(firsts, found),
        conditions=_conditions(year, facts, files, projected=chosen not in known),
    )


def outlook(page: Innovation) -> tuple[int, Eligibility] | None:
    """The round that comes, as far as the page of a year knows it; None when it does not."""
    year = page.overview.set
    if not calendar.running(year.tahun, year.kalender, page.today):
        year = next_year(year, year.tahun + 1)
        if year.tahun in page.years:
            return None
    window = calendar.find(year.kalender, calendar.WINDOW)
    return year.tahun, judge(dates(page.facts, page.files), window, page.today)


def set_for(db: Db, known: tuple[int, ...], tahun: int) -> YearSet:
    """The set of a year, or what can be guessed of it from the one before."""
    if tahun in known:
        return innovation.read_set(db, tahun)
    source = next((year for year in known if year < tahun), None)
    if source is None:
        raise innovation.NoYearError(tahun)
    return next_year(innovation.read_set(db, source), tahun)


def way(wilayah: Wilayah, facts: Mapping[str, Any], tahun: int) -> tuple[WayStep, ...]:
    """The steps, and which of them are done in this round."""
    portal = teks_pedoman.PORTAL.get(wilayah.kode.rpartition(".")[0])
    return tuple(
        WayStep(
            *(step[:4] + portal if portal and step[0] == "portal" else step),
            done=facts.get(f"jalan.{tahun}.{step[0]}") is True,
        )
        for step in teks_pedoman.JALAN
    )


def _next(db: Db, known: tuple[int, ...], today: date) -> int:
    """This year's round while it runs, else the one after."""
    if not known:
        raise innovation.NoYearError(today.year)
    events = set_for(db, known, today.year).kalender if min(known) <= today.year else ()
    if min(known) > today.year:
        return min(known)
    return today.year if calendar.running(today.year, events, today) else today.year + 1


def _offered(known: tuple[int, ...], today: date) -> tuple[int, ...]:
    """Every year with a set, and the next one."""
    return tuple(sorted({*known, today.year + 1}, reverse=True))


def _firsts(db: Db) -> dict[str, datetime | None]:
    return {
        "hp": measure_rows.aktivasi_pertama(db),
        "laporan": measure_rows.laporan_pertama(db),
        "pembinaan": measure_rows.pembinaan_pertama(db),
    }


def _suggestions(firsts: Mapping[str, datetime | None], found: Dates) -> tuple[Suggestion, ...]:
    """What happened after the use began, and is not entered yet."""
    taken = {one.day for one in found.developments}
    days = {kode: at.astimezone(WITA).date() for kode, at in firsts.items() if at is not None}
    return tuple(
        Suggestion(kode, day)
        for kode, day in days.items()
        if found.use is not None and day > found.use and day not in taken
    )


def _conditions(
    year: YearSet, facts: Facts, files: tuple[Row, ...], *, projected: bool
) -> tuple[Condition, ...]:
    words = design.word_count(facts)
    found = [Condition("kata", design.is_long_enough(facts), words)]
    if projected:
        return (*found, Condition("set", met=False, number=year.tahun))
    places = {one["tempat"] for one in files}
    wanted = [one.nomor for one in year.indikator if one.wajib]
    proven = [Condition("wajib", f"indikator:{nomor}" in places, nomor) for nomor in wanted]
    return (*found, *proven)
