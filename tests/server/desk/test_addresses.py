"""Everything that a screen shows is in its address."""

import pytest

from server.laporan.desk.addresses import BoardPlace, LaporanPlace, ListPlace
from server.laporan.read_staff import ListFilter
from tests.cast import LALAYAU
from tests.server.desk.places import place_of

EVERYTHING = ListPlace(
    ListFilter(
        desa=LALAYAU, kind="kejadian", jenis="BENCANA", status="diterima", bulan="2026-11",
        words="banjir & RT 04?",
    ),
    3,
)  # fmt: skip


@pytest.mark.parametrize(
    "place",
    [
        BoardPlace(),
        BoardPlace("2026-10"),
        ListPlace(),
        ListPlace(number=2),
        EVERYTHING,
        LaporanPlace("0b6d1a52-1111-4111-8111-111111111111"),
        LaporanPlace("0b6d1a52-1111-4111-8111-111111111111", EVERYTHING),
    ],
)
def test_an_address_leads_back_to_the_place_it_was_written_for(place: ListPlace | LaporanPlace):
    assert place_of(place.address) == place


def test_an_address_is_short_and_in_plain_words():
    place = ListPlace(ListFilter(desa=LALAYAU, status="diterima"), 2)
    assert place.address == f"/laporan?desa={LALAYAU}&status=diterima&hal=2"


@pytest.mark.parametrize("route", ["", None, "/", "/papan", "/papan?bulan=2026-13"])
def test_the_start_is_the_board_of_the_month_in_hand(route: str | None):
    assert place_of(route) == BoardPlace()


@pytest.mark.parametrize("route", ["/laporan", "/laporan/", "/laporan?hal=0"])
def test_without_a_filter_it_is_the_whole_list(route: str | None):
    assert place_of(route) == ListPlace()


@pytest.mark.parametrize(
    "query",
    ["desa=99", "macam=x", "jenis=x", "status=x", "bulan=2026-13", "bulan=x", "hal=-1", "hal=x"],
)
def test_parts_that_make_no_sense_are_left_out(query: str):
    assert place_of(f"/laporan?{query}") == ListPlace()


@pytest.mark.parametrize("route", ["/x", "/laporan/a/b", "/x/y"])
def test_other_addresses_are_nowhere(route: str):
    assert place_of(route) is None


def test_another_filter_starts_at_the_first_page():
    assert EVERYTHING.choosing(desa=None).number == 1
