"""Limits: counted first, shared by all processes, bounded whatever the clock did."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from server.core import rate_limit
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.rate_limit import Quota, RateLimit
from server.core.rows import rate_rows
from shared.clock import FixedClock
from tests.cast import EVENING
from tests.server.kit import fresh_database

THREE = RateLimit("contoh", 3, timedelta(minutes=15))
SLOW = RateLimit("contoh-pelan", 3, timedelta(minutes=15), slow=timedelta(minutes=1))
MUCH = Quota("contoh-kuota", 100)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(EVENING)


@pytest.fixture
def ctx(tmp_path: Path, clock: FixedClock) -> Iterator[Context]:
    (tmp_path / "sinar.db").write_bytes(fresh_database())
    with open_context(Settings(tmp_path), clock) as opened:
        yield opened


def test_one_too_many_waits_until_the_first_has_passed(ctx: Context, clock: FixedClock) -> None:
    assert [THREE.hit(ctx, "ida") for _ in range(4)] == [0, 0, 0, 900]
    assert THREE.hit(ctx, "rudi") == 0
    clock.move(minutes=14)
    assert THREE.hit(ctx, "ida") == 60
    clock.move(minutes=1)
    assert THREE.hit(ctx, "ida") == 0


def test_a_slow_lock_lets_one_through_each_minute(ctx: Context, clock: FixedClock) -> None:
    assert [SLOW.hit(ctx, "ida") for _ in range(4)] == [0, 0, 0, 60]
    for _ in range(5):
        clock.move(minutes=1)
        assert [SLOW.hit(ctx, "ida") for _ in range(2)] == [0, 60]


def test_many_at_once_in_two_processes_are_counted_one_by_one(
    ctx: Context, clock: FixedClock
) -> None:
    with open_context(ctx.settings, clock) as other, ThreadPoolExecutor(8) as pool:
        calls = [pool.submit(THREE.hit, (ctx, other)[n % 2], "ida") for n in range(40)]
        waits = [call.result() for call in calls]
    assert waits.count(0) == 3


def test_a_restart_forgets_nothing(ctx: Context, clock: FixedClock) -> None:
    for _ in range(3):
        THREE.hit(ctx, "ida")
    with open_context(ctx.settings, clock) as again:
        assert THREE.hit(again, "ida") == 900


@pytest.mark.parametrize("ahead", [timedelta(hours=2), timedelta(days=400), timedelta(days=9000)])
def test_a_clock_that_was_wrong_and_went_back_leaves_nobody_waiting(
    ctx: Context, clock: FixedClock, ahead: timedelta
) -> None:
    clock.at += ahead
    for _ in range(3):
        THREE.hit(ctx, "ida")
    assert MUCH.wait(ctx, "ida", 101) > 0
    with ctx.database.write() as db:
        MUCH.add(db, "ida", 100, clock.now())
    clock.at -= ahead
    assert (THREE.hit(ctx, "ida"), MUCH.wait(ctx, "ida", 100)) == (0, 0)


@pytest.mark.parametrize("back", [1, 60, 3600, 86400 * 400])
def test_no_wait_is_longer_than_its_rule_wherever_the_clock_goes(
    ctx: Context, clock: FixedClock, back: int
) -> None:
    for _ in range(3):
        THREE.hit(ctx, "ida")
        SLOW.hit(ctx, "ida")
        clock.move(seconds=1)
    clock.move(seconds=-back)
    for _ in range(9):
        assert THREE.hit(ctx, "ida") <= 900
        assert SLOW.hit(ctx, "ida") <= 60


def test_what_no_rule_looks_at_any_more_is_swept_also_what_lies_ahead(
    ctx: Context, clock: FixedClock
) -> None:
    THREE.hit(ctx, "lewat")
    clock.move(days=400)
    THREE.hit(ctx, "nanti")
    clock.move(days=-399)
    THREE.hit(ctx, "kini")
    rate_limit.sweep(ctx)
    with ctx.database.read() as db:
        left = [name for name in ("lewat", "nanti", "kini") if rate_rows.find(db, "contoh", name)]
    assert left == ["kini"]


def test_an_amount_comes_back_when_its_hour_is_over(ctx: Context, clock: FixedClock) -> None:
    with ctx.database.write() as db:
        assert MUCH.take_in(db, "ida", 60, clock.now()) == 0
        clock.move(minutes=10)
        assert MUCH.take_in(db, "ida", 41, clock.now()) == 3000
        assert MUCH.take_in(db, "ida", 40, clock.now()) == 0
    assert MUCH.wait(ctx, "ida") == 3000
    clock.move(minutes=50)
    assert MUCH.wait(ctx, "ida") == 0
