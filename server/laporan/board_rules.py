"""The rules of the month board: which state a village is in, and when its recap is due. Pure.

Board, pembinaan and papers ask the same rules, so that they never contradict each other.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from shared import deadlines
from shared.clock import WITA
from shared.deadlines import DUE_DAY, month_before, next_month

QUIET_DAYS = 14


__all__ = [
    "COMPLETE", "DUE_DAY", "QUIET_DAYS", "TO_CONTACT", "Rules", "State", "days_late", "due_date",
    "is_connected", "is_in_time", "may_be_answered", "month_before", "month_in_hand", "next_month",
    "state_of", "weeks_in", "weeks_so_far",
]  # fmt: skip


class State(StrEnum):
    """The five states of a village in a month."""

    LAPOR = "lapor"
    NIHIL = "nihil"
    BELUM = "belum"
    TERLAMBAT = "terlambat"
    TERPUTUS = "terputus"


COMPLETE = frozenset({State.LAPOR, State.NIHIL})
"""What a recap of the month needs of a village."""
TO_CONTACT = frozenset({State.TERLAMBAT, State.TERPUTUS})
"""Somebody of the kecamatan should speak to the village."""


@dataclass(frozen=True)
class Rules:
    """What the kecamatan has set: the day of the next month, and days without contact."""

    due_day: int = DUE_DAY
    quiet_days: int = QUIET_DAYS


def state_of(*, laporan: int, nihil: int, connected: bool, late: bool) -> State:
    """A report beats everything; a dead phone beats the deadline: help before scolding."""
    if laporan:
        return State.LAPOR
    if nihil:
        return State.NIHIL
    if not connected:
        return State.TERPUTUS
    return State.TERLAMBAT if late else State.BELUM


def is_connected(contacts: Iterable[datetime | None], now: datetime, rules: Rules) -> bool:
    """Whether any of a village's phones was in contact within the days that are allowed."""
    since = now - timedelta(days=rules.quiet_days)
    return any(at is not None and at >= since for at in contacts)


def due_date(bulan: str, rules: Rules) -> date:
    """The last day on which the month's recap is in time: the 5th of the next month."""
    return deadlines.due_date(bulan, rules.due_day)


def days_late(bulan: str, now: datetime, rules: Rules) -> int:
    """How many days the deadline has passed; 0 on the day itself and before."""
    return deadlines.days_late(bulan, now, rules.due_day)


def is_in_time(bulan: str, received: datetime, rules: Rules) -> bool:
    """Sebelum tenggat: a village answered the month by its last day."""
    return deadlines.is_before_deadline(bulan, received, rules.due_day)


def month_in_hand(now: datetime, rules: Rules) -> str:
    """The month that the desk works at, and that the phones are asked for."""
    return deadlines.asked_month(now, rules.due_day)


def may_be_answered(bulan: str, now: datetime, rules: Rules) -> bool:
    """Whether a phone still offers the month: only then is a village asked for it."""
    return bulan in deadlines.open_months(now, rules.due_day)


def weeks_in(bulan: str) -> int:
    """Days 1 to 7, 8 to 14 and so on: five, and four in a February of 28 days."""
    year, month = map(int, bulan.split("-"))
    return (calendar.monthrange(year, month)[1] - 1) // 7 + 1


def weeks_so_far(bulan: str, now: datetime) -> int:
    """How many of the month's weeks have begun; all of them once it is over."""
    today = now.astimezone(WITA)
    if f"{today:%Y-%m}" != bulan:
        return weeks_in(bulan)
    return (today.day - 1) // 7 + 1
