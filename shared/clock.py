"""Time as people in Juai read it: WITA (UTC+8), and a clock that tests can set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

WITA = timezone(timedelta(hours=8), "WITA")

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
    "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


class Clock(Protocol):
    """Tells the time, always with an offset."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's own clock, read in WITA."""

    def now(self) -> datetime:
        return datetime.now(UTC).astimezone(WITA)


@dataclass
class FixedClock:
    """A clock that stands still until a test moves it."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def move(self, **delta: float) -> None:
        """Move by the parts of a timedelta: ``move(hours=3)``."""
        self.at += timedelta(**delta)


def parse_time(text: str) -> datetime:
    """Read an RFC 3339 time with an offset; ValueError when it is none."""
    if len(text) < 20 or text[10] not in "Tt":
        raise ValueError(text)
    moment = datetime.fromisoformat(text.upper())
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def format_time(moment: datetime) -> str:
    """Write an RFC 3339 time in WITA, to the second."""
    return moment.astimezone(WITA).isoformat(timespec="seconds")


def month_of(moment: datetime) -> str:
    """The month in WITA as the protocol writes it: ``2026-11``."""
    return f"{moment.astimezone(WITA):%Y-%m}"


def jam(moment: datetime) -> str:
    """``20.41``"""
    return f"{moment.astimezone(WITA):%H.%M}"


def tanggal(day: datetime | date, *, weekday: bool = True, year: bool = True) -> str:
    """``Selasa, 24 November 2026``"""
    if isinstance(day, datetime):
        day = day.astimezone(WITA).date()
    words = f"{day.day} {BULAN[day.month - 1]}" + (f" {day.year}" if year else "")
    return f"{HARI[day.weekday()]}, {words}" if weekday else words


def tanggal_pendek(day: datetime | date) -> str:
    """``24 Nov``, for lists."""
    if isinstance(day, datetime):
        day = day.astimezone(WITA).date()
    return f"{day.day} {BULAN[day.month - 1][:3]}"


def tanggal_jam(moment: datetime) -> str:
    """``Selasa, 24 November 2026 pukul 20.00 WITA``"""
    return f"{tanggal(moment)} pukul {jam(moment)} WITA"


def nama_bulan(periode: str) -> str:
    """``November 2026`` from ``2026-11``; ValueError when it is no month."""
    year, month = periode.split("-")
    number = int(month)
    if len(year) != 4 or not 1 <= number <= 12:
        raise ValueError(periode)
    return f"{BULAN[number - 1]} {int(year):04d}"
