"""The dates of a round of the index: the window for what may be filed, filing, validation. Pure.

They are data of the year. A year of which nothing is known yet borrows the window of the one
before it, moved on by a year and marked as a guess; other dates stay empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

WINDOW, REGION, FILING, VALIDATION, AWARD = (
    "jendela", "daerah", "pengajuan", "validasi", "penghargaan",
)  # fmt: skip
CODES = (WINDOW, REGION, FILING, VALIDATION, AWARD)
SURE, ONE, CHECK = "pasti", "satu", "periksa"
MARKS = (SURE, ONE, CHECK)
"""Two sources agree; one source; to be checked by the kecamatan."""

ROUND_ENDS = (8, 31)
"""The last day on which a round is taken for running while its closing day is not known: of the
rounds of 2023 to 2025 the latest closed on 23 August."""


@dataclass(frozen=True)
class Event:
    """One line of the calendar; the days are ISO dates, or empty while nobody has told them."""

    kode: str
    nama: str
    mulai: str = ""
    selesai: str = ""
    catatan: str = ""
    sumber: str = ""
    yakin: str = CHECK

    @property
    def since(self) -> date | None:
        """Its first day."""
        return date.fromisoformat(self.mulai) if self.mulai else None

    @property
    def until(self) -> date | None:
        """Its last day; its first one where it has only one."""
        return date.fromisoformat(self.selesai) if self.selesai else self.since


@dataclass(frozen=True)
class Countdown:
    """What comes next in the calendar: its beginning or its end, and in how many days."""

    event: Event
    day: date
    days: int
    ends: bool


def find(events: Sequence[Event], kode: str) -> Event | None:
    """The line of this code."""
    return next((one for one in events if one.kode == kode), None)


def moved(events: Sequence[Event], years: int, source: str) -> tuple[Event, ...]:
    """For a round so many years later: the window by analogy, nothing else is known."""
    return tuple(_moved(one, years, source) for one in events)


def countdowns(events: Sequence[Event], today: date) -> tuple[Countdown, ...]:
    """Every beginning and end that is still to come, the nearest first."""
    found = [
        Countdown(one, day, (day - today).days, ends)
        for one in events
        for day, ends in _moments(one)
        if day >= today
    ]
    return tuple(sorted(found, key=lambda each: each.day))


def running(tahun: int, events: Sequence[Event], today: date) -> bool:
    """Whether the round of a year can still be entered."""
    filing = find(events, FILING)
    end = filing.until if filing and filing.selesai else date(tahun, *ROUND_ENDS)
    return today <= (end or date(tahun, *ROUND_ENDS))


def _moments(one: Event) -> list[tuple[date, bool]]:
    """Its beginning and its end: of the window only the end, a single day is a beginning."""
    window = one.kode == WINDOW
    begin = [(one.since, False)] if one.since and not window else []
    end = [(one.until, True)] if one.until and (window or one.until != one.since) else []
    return [*begin, *end]


def _moved(one: Event, years: int, source: str) -> Event:
    if one.kode != WINDOW:
        return replace(one, mulai="", selesai="", sumber=one.sumber, yakin=CHECK)
    return replace(
        one, mulai=_later(one.mulai, years), selesai=_later(one.selesai, years),
        sumber=source, yakin=CHECK,
    )  # fmt: skip


def _later(day: str, years: int) -> str:
    """The same day of a later year; 29 February becomes the 28th."""
    if not day:
        return ""
    found = date.fromisoformat(day)
    try:
        return found.replace(year=found.year + years).isoformat()
    except ValueError:
        return found.replace(year=found.year + years, day=28).isoformat()
