"""The sample's last month is approved by both, as soon as there is a last month."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from server.rekap import approvals
from server.rekap.editions import State
from server.sample.rekap import approve
from shared.clock import WITA, FixedClock
from tests.server.rekap.conftest import at_once
from tests.server.rekap.kit import DECEMBER, KASI, bring, kecamatan

__all__ = ["at_once"]


def test_the_last_month_is_valid_and_its_day_is_the_one_after_the_deadline(
    tmp_path: Path, at_once: None
) -> None:
    with kecamatan(tmp_path) as ctx:
        bring(ctx, 1)
        assert isinstance(ctx.clock, FixedClock)
        assert approve(ctx, ctx.clock, DECEMBER, "http://127.0.0.1:8550")
        (edition,) = approvals.standing(ctx, KASI, "2026-11", None).editions
        assert (edition.state, edition.tanggal) == (State.SAH, "2026-12-06")


def test_without_a_last_month_nothing_is_approved(tmp_path: Path) -> None:
    with kecamatan(tmp_path) as ctx:
        bring(ctx, 1, mulai=datetime(2026, 12, 1, 20, 0, tzinfo=WITA))
        assert isinstance(ctx.clock, FixedClock)
        assert not approve(ctx, ctx.clock, DECEMBER, "http://127.0.0.1:8550")
