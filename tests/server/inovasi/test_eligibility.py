"""Whether the innovation may be filed, at the borders of each round's window.

Source: penerapan, or a pengembangan, within the two years before the round; for 2026 from 1
January 2024 to 31 December 2025 (two third-party copies of the letter of 2026: SIMONDA, BRIDA
Makassar, read on 30 November 2026). For 2027 by analogy: uncertain, and marked so.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from server.inovasi.innovation_calendar import (
    CHECK,
    FILING,
    WINDOW,
    Event,
    countdowns,
    find,
    moved,
    running,
)
from server.inovasi.innovation_dates import Dates, Development, dates, read_day
from server.inovasi.innovation_eligibility import Because, Verdict, judge
from server.inovasi.innovation_fields import proposed
from server.inovasi.innovation_set import from_json, next_year
from tests.cast import JUAI
from tests.house.rooms import ROOT

YEAR = from_json((ROOT / "server/inovasi/sets/2026.json").read_bytes())
W2026 = find(YEAR.kalender, WINDOW)
W2027 = find(next_year(YEAR, 2027).kalender, WINDOW)
TODAY = date(2026, 11, 30)


def story(use: str | None, *developed: str) -> Dates:
    found = [Development(n, date.fromisoformat(day), "baru", 1) for n, day in enumerate(developed)]
    return Dates(None, None, date.fromisoformat(use) if use else None, tuple(found))


@pytest.mark.parametrize(
    ("use", "developed", "verdict", "because"),
    [
        (None, (), Verdict.NOT_YET, Because.NOT_USED),
        ("2023-12-31", (), Verdict.NO_LONGER, Because.TOO_OLD),
        ("2024-01-01", (), Verdict.MAY, Because.USED_WITHIN),
        ("2025-12-31", (), Verdict.MAY, Because.USED_WITHIN),
        ("2026-01-01", (), Verdict.NOT_YET, Because.USED_AFTER),
        ("2023-03-20", (), Verdict.NO_LONGER, Because.TOO_OLD),
        ("2023-03-20", ("2023-12-31",), Verdict.NO_LONGER, Because.TOO_OLD),
        ("2023-03-20", ("2024-01-01",), Verdict.MAY, Because.DEVELOPED_WITHIN),
        ("2023-03-20", ("2025-12-31",), Verdict.MAY, Because.DEVELOPED_WITHIN),
        ("2023-03-20", ("2026-01-01",), Verdict.NOT_YET, Because.DEVELOPED_AFTER),
        ("2023-03-20", ("2023-06-01", "2026-01-01"), Verdict.NOT_YET, Because.DEVELOPED_AFTER),
    ],
)
def test_the_window_of_2026_at_its_borders(
    use: str | None, developed: tuple[str, ...], verdict: Verdict, because: Because
):
    found = judge(story(use, *developed), W2026, TODAY)
    assert (found.verdict, found.because) == (verdict, because)


def test_the_proposals_own_dates_can_no_longer_be_filed_in_the_next_round():
    """Trial on 26 December 2022, applied on 20 March 2023: too old for 2027, a month is left."""
    found = judge(dates(proposed(JUAI)), W2027, TODAY)
    assert (found.verdict, found.because) == (Verdict.NO_LONGER, Because.TOO_OLD)
    assert found.day == date(2023, 3, 20) and found.days_left == 31
    assert found.window == (date(2025, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("2026-12-31", Verdict.MAY), ("2027-01-01", Verdict.NOT_YET), ("2024-12-31",
     Verdict.NO_LONGER), ("2025-01-01", Verdict.MAY)],
)  # fmt: skip
def test_a_development_by_the_end_of_2026_makes_it_so(day: str, verdict: Verdict):
    facts = {**proposed(JUAI), "kembang.1.mulai": day, "kembang.1.apa": "Laporan digital"}
    found = judge(dates(facts), W2027, TODAY)
    assert found.verdict == verdict
    assert found.to_come == (day == "2026-12-31")


def test_the_window_of_a_later_year_is_a_guess_and_says_so():
    assert W2027 is not None and W2027.yakin == CHECK and "Diperkirakan" in W2027.sumber
    filing = find(next_year(YEAR, 2027).kalender, FILING)
    assert filing is not None and (filing.mulai, filing.selesai) == ("", "")


def test_without_a_window_nothing_is_said():
    assert judge(story("2025-01-01"), None, TODAY).verdict == Verdict.UNKNOWN
    assert judge(story("2025-01-01"), Event(WINDOW, "x"), TODAY).verdict == Verdict.UNKNOWN


def test_what_has_happened_counts_before_what_is_planned():
    found = judge(story("2023-03-20", "2026-12-20", "2026-11-01"), W2027, TODAY)
    assert (found.day, found.to_come) == (date(2026, 11, 1), False)


def test_a_digital_use_after_one_on_paper_is_a_development():
    facts = {**proposed(JUAI), "tahap.penerapan.mulai": "2026-12-01"}
    found = dates(facts)
    assert found.use == date(2023, 3, 20)
    assert [one.nomor for one in found.developments] == [0]
    assert judge(found, W2027, TODAY).verdict == Verdict.MAY
    alone = dates({**facts, "kertas.penerapan": None, "kertas.uji_coba": None})
    assert (alone.use, alone.developments) == (date(2026, 12, 1), ())


def test_dates_that_do_not_follow_each_other_are_known():
    facts: dict[str, Any] = {**proposed(JUAI), "kertas.inisiatif": "2022-09-01"}
    assert dates(facts).in_order
    assert not dates({**facts, "kertas.inisiatif": "2023-01-01"}).in_order


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("26-12-2022", date(2022, 12, 26)), ("26/12/2022", date(2022, 12, 26)),
        ("26.12.2022", date(2022, 12, 26)), ("2022-12-26", date(2022, 12, 26)),
        ("26 Desember 2022", date(2022, 12, 26)), (" 1 sept 2022 ", date(2022, 9, 1)),
        ("Senin, 26 Des 2022", date(2022, 12, 26)), ("20 Mei 2027", date(2027, 5, 20)),
        ("20 Nopember 2026", date(2026, 11, 20)), ("31-02-2026", None), ("12-26-2022", None),
        ("2022", None), ("Desember 2022", None), ("1 xyz 2022", None), ("", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text: str, day: date | None):
    assert read_day(text) == day


def events(*, opens: str = "2027-05-20", closes: str = "2027-08-20") -> tuple[Event, ...]:
    window = Event(WINDOW, "Jendela", "2025-01-01", "2026-12-31")
    return (window, Event(FILING, "Pengisian", opens, closes), Event("validasi", "V", "2027-11-09"))


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 11, 30), [("jendela", 31), ("pengajuan", 171), ("pengajuan", 263),
                              ("validasi", 344)]),
        (date(2026, 12, 31), [("jendela", 0), ("pengajuan", 140), ("pengajuan", 232),
                              ("validasi", 313)]),
        (date(2027, 1, 1), [("pengajuan", 139), ("pengajuan", 231), ("validasi", 312)]),
        (date(2027, 8, 21), [("validasi", 80)]), (date(2027, 11, 10), []),
    ],
)  # fmt: skip
def test_what_is_to_come_is_counted_down(today: date, told: list[tuple[str, int]]):
    found = countdowns(events(), today)
    assert [(one.event.kode, one.days) for one in found] == told


@pytest.mark.parametrize(
    ("closes", "today", "is_running"),
    [
        ("2027-08-20", date(2027, 8, 20), True),
        ("2027-08-20", date(2027, 8, 21), False),
        ("", date(2027, 8, 31), True),
        ("", date(2027, 9, 1), False),
    ],
)
def test_a_round_runs_until_it_closes(closes: str, today: date, is_running: bool):
    assert running(2027, events(closes=closes), today) is is_running


def test_a_leap_day_moves_to_the_day_before():
    (found,) = moved((Event(WINDOW, "x", "2024-02-29", "2024-02-29"),), 1, "sumber")
    assert found.mulai == "2025-02-28"
    assert found.since is not None and found.until == found.since
    assert found.since + timedelta(days=1) == date(2025, 3, 1)
