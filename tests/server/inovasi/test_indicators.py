"""Each indicator's steps at their borders; nothing is claimed without evidence behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.inovasi.indicators import Lack, lacking, overview, standing
from server.inovasi.innovation import page, put
from server.inovasi.innovation_figures import months_between, rises
from server.inovasi.innovation_set import YearSet, border_number, from_json, meets
from server.inovasi.measures import Figure, share
from tests.cast import patrol
from tests.house.rooms import ROOT
from tests.server.inovasi.kit import KASI, VILLAGES, kecamatan

SET_2026 = ROOT / "server/inovasi/sets/2026.json"


def year() -> YearSet:
    return from_json(SET_2026.read_bytes())


def file_for(nomor: int) -> dict[str, object]:
    return {"id": "x", "tempat": f"indikator:{nomor}", "jenis": "sk"}


def test_the_set_of_2026_has_twenty_indicators_and_111_points():
    assert len(year().indikator) == 20
    assert year().most == 111
    wajib = [one.nomor for one in year().indikator if one.wajib]
    assert wajib == [16, 17, 32, 33, 35]


@pytest.mark.parametrize(
    ("nomor", "value", "parameter"),
    [
        # The people of the SK.
        (17, 0, 0), (17, 1, 1), (17, 10, 1), (17, 11, 2), (17, 30, 2), (17, 31, 3),
        # An online system that is in use.
        (19, 0, 0), (19, 1, 3),
        # Trainings in the app within three years.
        (20, 0, 0), (20, 1, 1), (20, 2, 2), (20, 3, 3), (20, 9, 3),
        # Actors, the implementer among them.
        (22, 2, 0), (22, 3, 1), (22, 4, 2), (22, 5, 3),
        # Days from an activity to its verification.
        (28, 30, 1), (28, 6, 1), (28, 5, 2), (28, 2, 2), (28, 1, 3),
        # Complaints that were solved, in percent.
        (29, 0, 1), (29, 50, 1), (29, 51, 2), (29, 90, 2), (29, 91, 3), (29, 100, 3),
        # Months from the idea to its use.
        (32, 20, 1), (32, 9, 1), (32, 8, 2), (32, 5, 2), (32, 4, 3), (32, 1, 3),
        # Basis b: the share of the villages.
        (33, 100 * 1 / 21, 0), (33, 100 * 2 / 21, 1), (33, 100 * 4 / 21, 1),
        (33, 100 * 5 / 21, 2), (33, 100 * 10 / 21, 2), (33, 50, 2), (33, 100 * 11 / 21, 3),
        (33, 5, 1), (33, 4.99, 0), (33, 20, 1), (33, 100, 3),
    ],
)  # fmt: skip
def test_a_value_reaches_the_parameter_of_its_border(nomor: int, value: float, parameter: int):
    indicator = year().find(nomor)
    assert indicator is not None
    basis = indicator.basis("")
    found = standing(indicator, {basis.ukuran: Figure(value)}, {}, [file_for(nomor)])
    assert found.reached == parameter
    assert found.points == indicator.bobot * parameter


def test_every_indicator_that_data_decide_is_held_at_its_borders():
    measured = {one.nomor for one in year().indikator if any(b.ukuran for b in one.dasar)}
    assert measured == {17, 19, 20, 22, 28, 29, 32, 33}


@pytest.mark.parametrize(("value", "parameter"), [(0, 0), (1, 1), (2, 2), (3, 3), (7, 3)])
def test_a_rising_trend_is_another_basis_of_usefulness(value: int, parameter: int):
    indicator = year().find(33)
    assert indicator is not None
    facts = {"indikator.33.dasar": "f"}
    found = standing(indicator, {"tren_tepat_waktu": Figure(value)}, facts, [])
    assert (found.basis.kode, found.reached) == ("f", parameter)


@pytest.mark.parametrize(("active", "parameter"), [(10, 2), (11, 3)])
def test_eleven_of_21_villages_give_parameter_3_and_ten_do_not(
    tmp_path: Path, active: int, parameter: int
):
    with kecamatan(tmp_path) as story:
        put(story.ctx, KASI, "aktif.bulan", 1)
        for desa in VILLAGES[:active]:
            story.send(patrol(desa=desa))
        found = page(story.ctx, KASI).overview.find(33)
        assert found is not None
        assert (found.figure.top, found.figure.of) == (active, 21)
        assert found.reached == parameter and found.points == 3 * parameter
        if active == 10:
            assert (found.step.lack, found.step.parameter, found.step.by) == (Lack.FIGURE, 3, 1)


def test_without_a_figure_or_a_file_nothing_is_claimed():
    empty = overview(year(), {}, {}, [])
    assert empty.points == 0
    assert [one.reached for one in empty.standings] == [0] * 20


def test_a_chosen_parameter_counts_only_with_a_file_behind_it():
    facts = {"indikator.16.parameter": 2}
    indicator = year().find(16)
    assert indicator is not None
    bare = standing(indicator, {}, facts, [file_for(17)])
    assert (bare.counted, bare.reached, bare.step.lack) == (2, 0, Lack.FILE)
    assert bare.step.gain == 6
    backed = standing(indicator, {}, facts, [file_for(16)])
    assert (backed.reached, backed.points) == (2, 6)
    assert (backed.step.lack, backed.step.parameter) == (Lack.CHOICE, 3)


def test_forty_people_without_an_sk_are_no_claim_either():
    indicator = year().find(17)
    assert indicator is not None
    found = standing(indicator, {"pelaksana": Figure(44)}, {}, [])
    assert (found.counted, found.reached, found.step.gain) == (3, 0, 6)


def test_the_next_points_cost_least_where_only_a_file_is_missing():
    figures = {"pelaksana": Figure(44), "desa_rutin": share(10, 21), "aktor": Figure(4)}
    cheap = overview(year(), figures, {}, []).cheapest(3)
    assert [one.indicator.nomor for one in cheap] == [17, 22, 33]


@pytest.mark.parametrize(
    ("border", "figure", "by"),
    [
        (">50", share(10, 21), 1), (">50", share(0, 21), 11), (">20", share(4, 21), 1),
        (">=5", share(0, 21), 2), (">=5", Figure(4), 1), (">30", Figure(30), 1),
        ("<=1", Figure(3), 2), ("<=1", Figure(1), 0), (">50", Figure(None), None),
        (">50", share(0, 0), None),
    ],
)  # fmt: skip
def test_what_is_missing_up_to_a_border(border: str, figure: Figure, by: float | None):
    assert lacking(border, figure) == by


def test_a_border_reads_as_people_write_it():
    assert meets(">=5", 5) and not meets(">5", 5) and meets("<=1", 1) and not meets("<1", 1)
    assert meets(">50,5", 50.6) and border_number(">50,5") == 50.5
    assert not meets("", 100)


def test_months_that_have_begun_are_counted():
    from datetime import date

    assert months_between(date(2026, 8, 3), date(2026, 8, 3)) == 1
    assert months_between(date(2026, 8, 3), date(2026, 12, 3)) == 4
    assert months_between(date(2026, 8, 3), date(2026, 12, 4)) == 5
    assert months_between(date(2026, 8, 31), date(2027, 4, 1)) == 8


def test_a_trend_is_the_last_rises_in_a_row():
    assert rises([50, 60, 70]) == 2
    assert rises([90, 60, 70, 80, 85]) == 3
    assert rises([50, 60, 60]) == 0
    assert rises([None, 50, None, 60]) == 1
    assert rises([None, 50]) == 0


def test_the_dates_of_the_stages_decide_on_the_speed(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        put(story.ctx, KASI, "tahap.inisiatif.mulai", "2026-08-03")
        before = page(story.ctx, KASI).overview.find(32)
        assert before is not None and before.counted == 0
        put(story.ctx, KASI, "tahap.penerapan.mulai", "2026-12-01")
        after = page(story.ctx, KASI).overview.find(32)
        assert after is not None and (after.figure.value, after.counted) == (4, 3)


def test_trainings_in_the_app_count_when_somebody_came(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        story.coach("bimtek_aplikasi", VILLAGES[0], people=3, days_ago=400)
        story.coach("bimtek_aplikasi", VILLAGES[0], people=0)
        story.coach("pelatihan", VILLAGES[0], people=4)
        found = page(story.ctx, KASI).overview.find(20)
        assert found is not None and (found.figure.value, found.reached) == (1, 1)
