"""Days and telephone numbers, in the ways in which people write them."""

from __future__ import annotations

from datetime import date

import pytest

from shared.days import read_day, read_place_and_day
from shared.phone_numbers import international, national, same_number

NUMBER = f"0812{1:08}"
TODAY = date(2026, 11, 30)
BORN = date(1978, 8, 12)


@pytest.mark.parametrize(
    "text",
    [
        "12-08-1978", "12/8/1978", "12.08.1978", "12 08 1978", "12–08–1978", "12 -08- 1978",
        "1978-08-12", "1978/8/12", "12-08-78", "12/8/78", "12.8.'78", "12 Agustus 1978",
        "12 AGUSTUS 78", "12 Agt 1978", "12-Agu-78", "12 Ags. 1978", "12 Aug 1978",
        "12-VIII-1978", "Aug 12, 1978", "August 12 1978", "12Agustus1978", "12081978", "19780812",
        "Sabtu, 12 Agustus 1978", "tgl. 12-08-1978", "'12-08-1978", "12-8-1978 00:00:00",
        "1978-08-12T00:00:00", " 12/08/1978 ", "12-08-1978.",
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(text: str) -> None:
    assert read_day(text, TODAY) == BORN


@pytest.mark.parametrize(
    "text",
    ["", "-", "0", "1978", "Agustus 1978", "08/25/1978", "29-02-1978", "31-06-1990", "12-08",
     "12-13-1978", "12-08-197", "dua belas Agustus", "12 Foo 1978", "48 tahun"],
)  # fmt: skip
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read_day(text, TODAY) is None


def test_a_year_of_two_figures_has_come_already() -> None:
    assert read_day("01-02-05", TODAY) == date(2005, 2, 1)
    assert read_day("01-02-26", TODAY) == date(2026, 2, 1)
    assert read_day("17/08/45", TODAY) == date(1945, 8, 17)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Balangan, 12-08-1978", "Balangan"),
        ("Balangan 12 Agustus 1978", "Balangan"),
        ("Hulu Sungai Utara/12-08-78", "Hulu Sungai Utara"),
        ("Juai, tgl. 12-08-1978", "Juai"),
        ("Balangan (12-08-1978)", "Balangan"),
        ("Ma'rampiau - 12-08-1978", "Ma'rampiau"),
    ],
)
def test_a_place_and_a_day_may_stand_in_one_cell(text: str, place: str) -> None:
    assert read_place_and_day(text, TODAY) == (place, BORN)


def test_without_a_place_or_a_day_there_are_not_both() -> None:
    assert read_place_and_day("12-08-1978", TODAY) is None
    assert read_place_and_day("Balangan, 31-02-1978", TODAY) is None


@pytest.mark.parametrize(
    "written",
    [NUMBER, "81200000001", "0812-0000-0001", "+62 812 0000 0001", "+62 0812 0000 0001",
     "6281200000001", "(0812) 0000.0001", "006281200000001", "62 0812 0000 0001"],
)  # fmt: skip
def test_a_number_gets_its_nought_back_and_links_right(written: str) -> None:
    assert national(written) == NUMBER
    assert international(written) == "6281200000001"


def test_other_numbers_stay_what_they_are() -> None:
    assert national("0526 21112") == "052621112"
    assert international("0526 21112") == "6252621112"
    assert national("+60 12 345 6789") == "+60123456789"
    assert international("+60 12 345 6789") == ""


@pytest.mark.parametrize(
    "written", ["", "-", "tidak punya", "0812/0813", "112", "8,12E+10", "0812a", "08120000+1"]
)
def test_what_is_no_number_is_none(written: str) -> None:
    assert national(written) is None
    assert international(written) == ""


def test_two_ways_to_write_it_are_one_number() -> None:
    assert same_number("+62 812-0000-0001", "0812 0000 0001")
    assert not same_number(NUMBER, f"0812{2:08}")
    assert not same_number("-", "-")
