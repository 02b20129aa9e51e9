"""Two reports of one village, one jenis and the same hours are asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.laporan import Ditarik
from shared.similar import may_be_same
from tests import cast

PATROL = cast.patrol()


@pytest.mark.parametrize(
    ("mulai", "selesai", "same"),
    [
        ("2026-11-24T20:00:00+08:00", "2026-11-24T23:00:00+08:00", True),
        ("2026-11-24T22:59:00+08:00", "2026-11-25T01:00:00+08:00", True),
        ("2026-11-24T23:00:00+08:00", "2026-11-25T01:00:00+08:00", False),
        ("2026-11-24T17:00:00+08:00", "2026-11-24T20:00:00+08:00", False),
        ("2026-11-24T21:00:00+08:00", None, True),
        ("2026-11-24T19:30:00+08:00", None, True),
        ("2026-11-24T18:30:00+08:00", None, False),
        ("2026-11-23T20:00:00+08:00", "2026-11-23T23:00:00+08:00", False),
        ("2026-11-24T12:30:00Z", "2026-11-24T13:00:00Z", True),
        ("kemarin", None, False),
    ],
)
def test_hours_that_overlap_are_asked_about(mulai: str, selesai: str | None, same: bool) -> None:
    assert may_be_same(PATROL, cast.patrol(mulai=mulai, selesai=selesai)) is same


def test_another_village_jenis_or_a_withdrawn_one_is_another() -> None:
    assert may_be_same(PATROL, cast.patrol())
    assert not may_be_same(PATROL, cast.patrol(desa=cast.HAMARUNG))
    assert not may_be_same(PATROL, cast.patrol(jenis="JAGA_POS"))
    assert not may_be_same(PATROL, replace(cast.patrol(), ditarik=Ditarik("salah", "")))
    assert not may_be_same(PATROL, replace(PATROL, versi=2))
    assert not may_be_same(PATROL, cast.flood())


def test_two_nihil_of_a_month_are_one() -> None:
    assert may_be_same(cast.nihil(), cast.nihil())
    assert not may_be_same(cast.nihil(), cast.nihil(periode="2026-10"))
