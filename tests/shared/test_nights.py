"""One night is one night: an hour after midnight lands on the day on which it happened."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from shared.clock import WITA
from shared.nights import (
    end_at,
    end_kept,
    evening_of,
    in_night,
    is_night,
    is_too_long,
    last_at,
    span_words,
    start_at,
)


def at(text: str) -> datetime:
    """``11-30 21.00`` of 2026, in WITA."""
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H.%M").replace(tzinfo=WITA)


@pytest.mark.parametrize(
    ("hour", "night"),
    [("16.59", False), ("17.00", True), ("23.59", True), ("00.00", True), ("05.59", True),
     ("06.00", False), ("12.00", False)],
)  # fmt: skip
def test_a_night_lasts_from_five_to_six(hour: str, night: bool) -> None:
    assert is_night(at(f"11-30 {hour}").time()) is night


@pytest.mark.parametrize(
    ("moment", "evening"),
    [
        ("11-30 21.00", date(2026, 11, 30)),
        ("12-01 00.30", date(2026, 11, 30)),
        ("12-01 05.59", date(2026, 11, 30)),
        ("12-01 06.00", None),
        ("01-01 00.00", date(2025, 12, 31)),
        ("03-01 02.00", date(2026, 2, 28)),
    ],
)
def test_after_midnight_it_is_still_the_evening_before(moment: str, evening: date | None) -> None:
    assert evening_of(at(moment)) == evening


def test_a_moment_told_in_another_zone_is_the_same_night() -> None:
    assert evening_of(datetime(2026, 11, 30, 16, 30, tzinfo=UTC)) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("hour", "moment"),
    [("21.00", "11-30 21.00"), ("00.30", "12-01 00.30"), ("05.59", "12-01 05.59"),
     ("17.00", "11-30 17.00")],
)  # fmt: skip
def test_hours_of_the_last_night_of_a_month_land_in_the_right_month(hour: str, moment: str) -> None:
    assert in_night(date(2026, 11, 30), at(f"11-30 {hour}").time()) == at(moment)


@pytest.mark.parametrize(
    ("start", "hour", "end"),
    [
        ("11-30 21.00", "23.00", "11-30 23.00"),
        ("11-30 21.00", "00.30", "12-01 00.30"),
        ("11-30 15.00", "01.00", "12-01 01.00"),
        ("11-30 18.00", "12.00", "12-01 12.00"),
        ("11-30 07.00", "07.00", "12-01 07.00"),
        ("12-01 00.30", "03.00", "12-01 03.00"),
        ("12-01 00.30", "00.15", "12-02 00.15"),
    ],
)
def test_the_end_is_the_first_such_hour_after_the_start(start: str, hour: str, end: str) -> None:
    assert end_at(at(start), at(f"11-30 {hour}").time()) == at(end)


@pytest.mark.parametrize(
    ("before", "hour", "now", "chosen", "after"),
    [
        # "Tadi malam" keeps its night, in the morning after the month's last one too.
        ("11-30 20.00", "00.30", "12-01 07.00", True, "12-01 00.30"),
        ("12-01 00.30", "21.00", "12-01 07.00", True, "11-30 21.00"),
        ("11-30 20.00", "00.30", "12-01 07.00", False, "12-01 00.30"),
        # "Malam ini" stays tonight, though the hour is to come: that is asked about.
        ("11-30 20.00", "22.00", "11-30 20.41", True, "11-30 22.00"),
        # Nobody chose a day: the last time that it was so late.
        ("12-01 07.30", "00.30", "12-01 07.30", False, "12-01 00.30"),
        ("12-01 07.30", "21.00", "12-01 07.30", False, "11-30 21.00"),
        ("11-30 20.00", "07.00", "12-01 09.00", False, "12-01 07.00"),
        ("11-30 20.00", "15.00", "12-01 00.45", False, "11-30 15.00"),
        # The day was chosen: it stays.
        ("11-28 08.00", "07.00", "12-01 09.00", True, "11-28 07.00"),
        ("11-28 08.00", "21.00", "12-01 09.00", True, "11-28 21.00"),
        ("11-28 20.00", "15.00", "12-01 09.00", True, "11-28 15.00"),
    ],
)
def test_another_hour_stays_in_its_night_or_on_its_day(
    before: str, hour: str, now: str, chosen: bool, after: str
) -> None:
    clock = at(f"11-30 {hour}").time()
    assert start_at(at(before), clock, at(now), day_is_chosen=chosen) == at(after)


def test_the_last_time_that_it_was_so_late_may_be_this_very_minute() -> None:
    assert last_at(at("12-01 07.30"), time(7, 30)) == at("12-01 07.30")
    assert last_at(at("12-01 07.30"), time(7, 31)) == at("11-30 07.31")


@pytest.mark.parametrize(
    ("end", "before", "start", "after"),
    [
        ("11-30 23.00", "11-30 20.00", "11-30 21.00", "11-30 23.00"),
        ("11-30 23.00", "11-30 20.00", "12-01 00.30", "12-01 03.30"),
        ("12-01 01.00", "11-30 22.00", "11-30 20.00", "12-01 01.00"),
        ("12-01 07.00", "11-30 07.00", "11-30 08.00", "12-01 07.00"),
        ("11-30 10.00", "11-30 08.00", "11-29 08.00", "11-29 10.00"),
    ],
)
def test_the_end_keeps_its_hour_unless_that_makes_a_day_of_a_night(
    end: str, before: str, start: str, after: str
) -> None:
    assert end_kept(at(end), at(before), at(start)) == at(after)


def test_a_day_and_a_half_is_not_too_long() -> None:
    assert not is_too_long(at("11-30 07.00"), at("12-01 19.00"))
    assert is_too_long(at("11-30 07.00"), at("12-01 19.01"))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("11-30 21.00", "12-01 00.30", "malam Senin ke Selasa, 30 Nov 21.00 sampai 1 Des 00.30"),
        ("11-30 20.00", "11-30 23.00", "malam Senin ke Selasa, 30 Nov 20.00 sampai 23.00"),
        ("12-01 00.30", "12-01 03.00", "malam Senin ke Selasa, 1 Des 00.30 sampai 03.00"),
        ("11-30 22.00", "12-01 06.00", "malam Senin ke Selasa, 30 Nov 22.00 sampai 1 Des 06.00"),
        ("12-01 00.30", None, "malam Senin ke Selasa, 1 Des 00.30"),
        ("11-30 08.00", "11-30 10.00", "Senin, 30 Nov 08.00 sampai 10.00"),
        ("11-30 15.00", "12-01 01.00", "Senin, 30 Nov 15.00 sampai Selasa, 1 Des 01.00"),
        ("11-30 18.00", "12-01 12.00", "Senin, 30 Nov 18.00 sampai Selasa, 1 Des 12.00"),
        ("11-30 07.00", "12-01 07.00", "Senin, 30 Nov 07.00 sampai Selasa, 1 Des 07.00 (24 jam)"),
        ("11-30 08.00", None, "Senin, 30 Nov 08.00"),
    ],
)  # fmt: skip
def test_a_span_is_said_in_words(start: str, end: str | None, words: str) -> None:
    assert span_words(at(start), at(end) if end else None) == words
