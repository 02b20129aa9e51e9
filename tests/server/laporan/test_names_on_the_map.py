"""Names on the map keep out of each other's way."""

from server.laporan.desk.laporan_detail.labels import Side, sides
from tests.cast import JUAI, LALAYAU

FAR, NEAR = 1_000, 100_000


def test_from_near_every_village_is_named_below_its_dot():
    assert set(sides(JUAI.desa, LALAYAU, NEAR).values()) == {Side.BELOW}


def test_from_far_some_give_way_but_never_the_reports_own():
    placed = sides(JUAI.desa, LALAYAU, FAR)
    assert placed[LALAYAU] is Side.BELOW
    assert Side.NONE in placed.values()
