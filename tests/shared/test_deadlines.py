"""Cepat, sebelum tenggat, belum tiba, and the months that may still be answered: their borders."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from shared.clock import WITA
from shared.deadlines import (
    asked_month,
    days_late,
    due_date,
    has_hardly_begun,
    is_ahead,
    is_before_deadline,
    is_cepat,
    open_months,
)


def at(text: str) -> datetime:
    """``12-01 21.00`` of 2026, in WITA."""
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H.%M").replace(tzinfo=WITA)


@pytest.mark.parametrize(
    ("start", "end", "received", "cepat"),
    [
        ("11-24 20.00", "11-24 23.00", "11-25 23.00", True),
        ("11-24 20.00", "11-24 23.00", "11-25 23.01", False),
        ("11-24 20.00", None, "11-25 20.00", True),
        ("11-24 20.00", None, "11-25 20.01", False),
        ("11-24 07.00", "11-25 07.00", "11-25 21.00", True),
        # Written while it goes on, or a few minutes ahead.
        ("11-24 20.00", "11-24 23.00", "11-24 20.41", True),
        ("11-24 20.00", None, "11-24 19.45", True),
        # An end before the start is none.
        ("11-24 20.00", "11-23 20.00", "11-25 20.00", True),
    ],
)
def test_cepat_is_within_24_hours_after_it_was_over(
    start: str, end: str | None, received: str, cepat: bool
) -> None:
    assert is_cepat(at(start), at(end) if end else None, at(received)) is cepat


def test_a_quarter_of_an_hour_ahead_is_no_more_than_two_clocks_that_differ() -> None:
    assert not is_ahead(at("11-24 20.15"), at("11-24 20.00"))
    assert is_ahead(at("11-24 20.16"), at("11-24 20.00"))


@pytest.mark.parametrize(
    ("received", "in_time"),
    [
        (datetime(2026, 12, 5, 23, 59, tzinfo=WITA), True),
        (datetime(2026, 12, 6, 0, 0, tzinfo=WITA), False),
        # Still the 5th in London, already the 6th in Juai.
        (datetime(2026, 12, 5, 16, 30, tzinfo=UTC), False),
    ],
)
def test_sebelum_tenggat_is_until_midnight_of_the_last_day_in_wita(
    received: datetime, in_time: bool
) -> None:
    assert is_before_deadline("2026-11", received) is in_time


@pytest.mark.parametrize(
    ("bulan", "due_day", "due"),
    [("2026-11", 5, date(2026, 12, 5)), ("2026-12", 5, date(2027, 1, 5)),
     ("2026-01", 31, date(2026, 2, 28)), ("2027-12", 10, date(2028, 1, 10))],
)  # fmt: skip
def test_the_deadline_lies_in_the_next_month(bulan: str, due_day: int, due: date) -> None:
    assert due_date(bulan, due_day) == due


def test_days_late_count_from_the_day_after() -> None:
    assert days_late("2026-11", at("12-05 23.59")) == 0
    assert days_late("2026-11", at("12-06 00.00")) == 1


@pytest.mark.parametrize(
    ("now", "months"),
    [
        ("12-01 00.00", ("2026-11", "2026-12")),
        ("12-05 23.59", ("2026-11", "2026-12")),
        ("12-06 00.00", ("2026-11", "2026-12")),
        ("12-10 23.59", ("2026-11", "2026-12")),
        ("12-11 00.00", ("2026-12", "2026-11")),
        ("12-31 23.59", ("2026-12", "2026-11")),
        ("01-03 09.00", ("2025-12", "2026-01")),
    ],
)
def test_the_last_month_stays_open_and_is_asked_for_first_until_the_tenth(
    now: str, months: tuple[str, ...]
) -> None:
    assert open_months(at(now)) == months
    assert asked_month(at(now)) == months[0]


def test_midnight_of_the_first_is_midnight_in_wita() -> None:
    assert asked_month(datetime(2026, 11, 30, 16, 0, tzinfo=UTC)) == "2026-11"
    assert open_months(datetime(2026, 11, 30, 16, 0, tzinfo=UTC))[1] == "2026-12"


def test_a_later_deadline_keeps_the_last_month_longer_in_hand() -> None:
    assert asked_month(at("12-15 09.00"), due_day=10) == "2026-11"
    assert asked_month(at("12-16 09.00"), due_day=10) == "2026-12"


def test_a_month_has_hardly_begun_until_its_tenth_day() -> None:
    assert has_hardly_begun("2026-12", at("12-10 23.59"))
    assert not has_hardly_begun("2026-12", at("12-11 00.00"))
    assert not has_hardly_begun("2026-11", at("12-01 09.00"))
    assert has_hardly_begun("2027-01", at("12-31 23.00"))
