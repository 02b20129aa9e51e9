"""What "cepat", "sebelum tenggat" and "belum tiba" mean, and which months may still be answered.

Phone, board, recap, measures and papers ask here, so that they never contradict each other.
"""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta

from shared.clock import WITA, month_of

DUE_DAY = 5
"""Until this day of the next month a village's month is in time; a setting overrules it."""

CEPAT = timedelta(hours=24)
AHEAD = timedelta(minutes=15)
"""Clocks differ; what begins later than that is still to come."""

HARDLY_BEGUN = 10
"""Until this day of a month its nihil says little: the person is asked once more."""


def is_cepat(mulai: datetime, selesai: datetime | None, diterima: datetime) -> bool:
    """Cepat: at the kecamatan within 24 hours after it was over (without an end: after its start).

    What `is_ahead` at its receipt is not asked: no figure counts it before a person has looked.
    """
    over = selesai if selesai is not None and selesai > mulai else mulai
    return diterima - over <= CEPAT


def is_ahead(mulai: datetime, now: datetime) -> bool:
    """Belum tiba: it begins more than a quarter of an hour from now."""
    return mulai - now > AHEAD


def due_date(bulan: str, due_day: int = DUE_DAY) -> date:
    """Tenggat: the last day on which a month is answered in time, usually the 5th of the next."""
    year, month = map(int, next_month(bulan).split("-"))
    return date(year, month, min(due_day, calendar.monthrange(year, month)[1]))


def is_before_deadline(bulan: str, diterima: datetime, due_day: int = DUE_DAY) -> bool:
    """Sebelum tenggat: received on the last day, in WITA, or before it."""
    return diterima.astimezone(WITA).date() <= due_date(bulan, due_day)


def days_late(bulan: str, now: datetime, due_day: int = DUE_DAY) -> int:
    """How many days the deadline has passed; 0 on the day itself and before."""
    return max(0, (now.astimezone(WITA).date() - due_date(bulan, due_day)).days)


def open_months(now: datetime, due_day: int = DUE_DAY) -> tuple[str, ...]:
    """The months that may still be answered, the one that is asked for first.

    The last month stays open until the one that runs is over: a late answer is better than none.
    """
    running = month_of(now)
    asked = asked_month(now, due_day)
    return (asked, running) if asked != running else (running, month_before(running))


def asked_month(now: datetime, due_day: int = DUE_DAY) -> str:
    """The month that the kecamatan works at: until five days after its deadline the last one."""
    running = month_of(now)
    today = now.astimezone(WITA).day
    return month_before(running) if today <= due_day + 5 else running


def has_hardly_begun(bulan: str, now: datetime) -> bool:
    """Whether a nihil for it can say next to nothing yet."""
    return bulan > month_of(now) or (
        bulan == month_of(now) and now.astimezone(WITA).day <= HARDLY_BEGUN
    )


def next_month(bulan: str) -> str:
    """``2026-12`` after ``2026-11``."""
    year, month = map(int, bulan.split("-"))
    return f"{year + month // 12:04d}-{month % 12 + 1:02d}"


def month_before(bulan: str) -> str:
    """``2026-10`` before ``2026-11``."""
    year, month = map(int, bulan.split("-"))
    return f"{year - (month == 1):04d}-{(month - 2) % 12 + 1:02d}"
