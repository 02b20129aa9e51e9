"""Times as people in Juai write them."""

from datetime import UTC, datetime

import pytest

from shared import clock

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_a_time_is_read_in_wita():
    assert clock.tanggal_jam(AT) == "Selasa, 24 November 2026 pukul 20.00 WITA"
    assert clock.format_time(AT) == "2026-11-24T20:00:00+08:00"
    assert clock.jam(AT) == "20.00"
    assert clock.tanggal_pendek(AT) == "24 Nov"


def test_the_month_turns_at_midnight_in_juai():
    assert clock.month_of(datetime(2026, 10, 31, 17, 0, tzinfo=UTC)) == "2026-11"
    assert clock.nama_bulan("2026-11") == "November 2026"


@pytest.mark.parametrize("text", ["", "kemarin", "2026-11-24", "2026-11-24T20:00:00"])
def test_a_time_without_an_offset_is_no_time(text):
    with pytest.raises(ValueError):
        clock.parse_time(text)


def test_a_clock_of_a_test_moves_only_when_told():
    fixed = clock.FixedClock(AT)
    fixed.move(days=3)
    assert fixed.now().day == 27
