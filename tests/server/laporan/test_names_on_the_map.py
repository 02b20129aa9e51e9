"""Names on the map keep out of each other's way."""

from server.laporan.desk.laporan_detail.labels import Side, sides
from shared.wilayah import DESA
from tests.cast import LALAYAU

FAR, NEAR = 1_000, 100_000


def test_from_near_every_village_is_named_below_its_dot():
    assert set(sides(DESA, LALAYAU, NEAR).values()) == {Side.BELOW}


def test_from_far_some_give_way_but_never_the_reports_own():
    placed = sides(DESA, LALAYAU, FAR)
    assert placed[LALAYAU] is Side.BELOW
    assert Side.NONE in placed.values()
