"""The search for a quality: within the budget, near it, and with hardly more than one encode."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mobile.device import budget

LIMIT = 150_000


class Codec:
    """A codec whose sizes follow a power of the quantisation scale, and which counts its work."""

    def __init__(self, at_75: float, power: float = 0.61) -> None:
        self.at_75, self.power, self.encodes = at_75, power, 0

    def probe(self, quality: int) -> int:
        return int(self.size(quality) / 0.955)

    def encode(self, quality: int) -> bytes:
        assert budget.WORST <= quality <= budget.BEST
        self.encodes += 1
        return b"x" * int(self.size(quality))

    def size(self, quality: int) -> float:
        scale = 5000 / quality if quality < 50 else 200 - 2 * quality
        return self.at_75 * (50 / scale) ** self.power


def test_a_calm_picture_is_kept_at_the_best_quality() -> None:
    codec = Codec(at_75=90_000)
    encoded = budget.fit(LIMIT, codec.probe, codec.encode)
    assert encoded is not None and len(encoded) == 90_000
    assert codec.encodes == 1


def test_a_busy_picture_comes_near_the_budget_in_one_encode() -> None:
    codec = Codec(at_75=190_000)
    encoded = budget.fit(LIMIT, codec.probe, codec.encode)
    assert encoded is not None and 0.93 * LIMIT < len(encoded) <= LIMIT
    assert codec.encodes == 1


def test_a_hopeless_picture_costs_no_encode_at_all() -> None:
    codec = Codec(at_75=900_000)
    assert budget.fit(LIMIT, codec.probe, codec.encode) is None
    assert codec.encodes == 0


@given(at_75=st.floats(1_000, 600_000), power=st.floats(0.3, 1.2))
def test_whatever_the_picture_two_encodes_are_the_most(at_75: float, power: float) -> None:
    codec = Codec(at_75, power)
    encoded = budget.fit(LIMIT, codec.probe, codec.encode)
    assert codec.encodes <= 2
    assert encoded is None or len(encoded) <= LIMIT


@given(at_75=st.floats(1_000, 600_000), power=st.floats(0.5, 0.75))
def test_a_picture_that_can_fit_does(at_75: float, power: float) -> None:
    codec = Codec(at_75, power)
    encoded = budget.fit(LIMIT, codec.probe, codec.encode)
    if codec.size(budget.WORST) < 0.9 * LIMIT:
        assert encoded is not None
