"""The engine visits on its own reasons, once at a time, and can be stopped at any moment."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import httpx
import pytest

from mobile.ports import StoreError, SyncReason
from shared.clock import format_time
from shared.status import PhoneState
from tests import cast
from tests.doubles.phone import Switch
from tests.mobile.sync.kit import Bench

pytestmark = pytest.mark.anyio


async def until(true: Callable[[], bool]) -> None:
    """Wait for it; a test that waits too long hangs visibly."""
    async with asyncio.timeout(60):
        while not true():
            await asyncio.sleep(0.005)


@contextlib.asynccontextmanager
async def running(bench: Bench) -> AsyncIterator[None]:
    """The engine runs as it does in the app, and has made its first visit."""
    task = asyncio.create_task(bench.engine.run())
    await until(lambda: bool(bench.server.calls) and not bench.engine.is_syncing)
    yield
    task.cancel()
    await asyncio.wait({task})


def decisions(bench: Bench) -> list[bool]:
    """What the engine decides of each reason: whether it is worth a visit."""
    decided, decide = list[bool](), bench.engine._worth_a_visit

    async def noted() -> bool:
        decided.append(await decide())
        return decided[-1]

    bench.engine._worth_a_visit = noted
    return decided


async def test_it_looks_at_the_start_and_sends_what_is_finished() -> None:
    bench = Bench()
    async with running(bench):
        laporan = bench.finish(cast.patrol())
        bench.engine.request_sync(SyncReason.FINISHED)
        await until(lambda: bench.record(laporan).state is PhoneState.RECEIVED)


async def test_a_held_report_leaves_by_itself_when_its_hold_is_over() -> None:
    bench = Bench()
    decided = decisions(bench)
    async with running(bench):
        calls, before = len(bench.server.calls), len(decided)
        soon = format_time(bench.clock.now() + timedelta(minutes=1, seconds=1))
        laporan = bench.finish(cast.patrol(), hold_until=soon)
        bench.engine.request_sync(SyncReason.FINISHED)
        await until(lambda: len(decided) > before)
        assert not any(decided[before:]) and len(bench.server.calls) == calls
        bench.clock.move(seconds=1)
        await until(lambda: laporan.id in bench.server.reports)


async def test_a_failed_visit_is_repeated_when_its_wait_is_over() -> None:
    bench = Bench()
    bench.server.breakers = [lambda _request: httpx.ConnectError("no")]
    laporan = bench.finish(cast.patrol())
    async with running(bench):
        assert bench.engine.trouble is not None
        bench.ticks += 5
        bench.engine.request_sync(SyncReason.TIMER)
        await until(lambda: laporan.id in bench.server.reports)


async def test_a_timer_does_not_shorten_the_wait_after_a_failure() -> None:
    bench = Bench()
    bench.server.breakers = [lambda _request: httpx.ConnectError("no")]
    decided = decisions(bench)
    async with running(bench):
        before = len(decided)
        bench.engine.request_sync(SyncReason.TIMER)
        await until(lambda: len(decided) > before)
        assert not any(decided[before:]) and len(bench.server.calls) == 1


async def test_a_new_signal_sends_at_once() -> None:
    bench = Bench()
    switch = Switch(on=False)
    switch.on_change(lambda on: bench.engine.request_sync(SyncReason.CONNECTED) if on else None)
    bench.server.breakers = [lambda _request: httpx.ConnectError("no")]
    laporan = bench.finish(cast.patrol())
    async with running(bench):
        switch.turn(on=True)
        await until(lambda: laporan.id in bench.server.reports)


async def test_reasons_that_come_together_make_one_visit_at_a_time() -> None:
    bench = Bench()
    at_once = most = 0

    async with running(bench):
        original = bench.server.handle_async_request

        async def counted(request: httpx.Request) -> httpx.Response:
            nonlocal at_once, most
            at_once += 1
            most = max(most, at_once)
            await asyncio.sleep(0.01)
            answer = await original(request)
            at_once -= 1
            return answer

        bench.server.handle_async_request = counted
        for reason in SyncReason:
            bench.engine.request_sync(reason)
        await asyncio.gather(bench.engine.visit(), bench.engine.visit())
        await until(lambda: not bench.engine.is_syncing)
    assert most == 1


async def test_stopping_ends_the_visit_and_the_next_reason_goes_on_where_it_was() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo(),)))
    reached, decided = asyncio.Event(), decisions(bench)

    async def hang(request: httpx.Request) -> httpx.Response:
        reached.set()
        await asyncio.Event().wait()
        raise AssertionError

    task = asyncio.create_task(bench.engine.run())
    await until(lambda: bench.record(laporan).state is not PhoneState.QUEUED)
    await until(lambda: not bench.engine.is_syncing)
    original, bench.server.handle_async_request = bench.server.handle_async_request, hang
    bench.server.photos.clear()
    second = bench.finish(cast.patrol(foto=(bench.photo("b"),)))
    bench.engine.request_sync(SyncReason.FINISHED)
    await reached.wait()

    bench.engine.stop()
    await until(lambda: not bench.engine.is_syncing)
    assert bench.record(second).state is PhoneState.QUEUED
    assert bench.engine.progress is None

    bench.server.handle_async_request = original
    before = len(decided)
    bench.engine.request_sync(SyncReason.TIMER)
    await until(lambda: len(decided) > before)
    assert not any(decided[before:]) and second.id not in bench.server.reports

    bench.engine.request_sync(SyncReason.TAP)
    await until(lambda: bench.record(second).state is PhoneState.RECEIVED)
    task.cancel()
    await asyncio.wait({task})


async def test_closing_the_app_in_the_middle_of_a_visit_leaves_no_task_behind() -> None:
    bench = Bench()
    bench.finish(cast.patrol())

    async def hang(request: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    bench.server.handle_async_request = hang
    before = asyncio.all_tasks()
    task = asyncio.create_task(bench.engine.run())
    await until(lambda: bench.engine.is_syncing)
    task.cancel()
    await asyncio.wait({task})

    assert not bench.engine.is_syncing
    assert asyncio.all_tasks() == before


async def test_a_store_that_fails_once_does_not_end_the_sending_for_good(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench, slept = Bench(), list[float]()
    read = bench.engine.rooms.laporan.open_records

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    def failing() -> object:
        if not slept:
            raise StoreError("no error that anybody foresaw")
        return read()

    bench.engine.sleep = sleep
    monkeypatch.setattr(bench.engine.rooms.laporan, "open_records", failing)
    task = asyncio.create_task(bench.engine.run())
    laporan = bench.finish(cast.patrol())
    await until(lambda: bool(slept))
    bench.engine.request_sync(SyncReason.TAP)
    await until(lambda: bench.record(laporan).state is PhoneState.RECEIVED)
    task.cancel()
    await asyncio.wait({task})


async def test_a_hold_that_cannot_be_read_holds_nothing_up() -> None:
    bench = Bench()
    async with running(bench):
        odd = bench.finish(cast.patrol(), hold_until="kapan-kapan")
        other = bench.finish(cast.patrol())
        bench.engine.request_sync(SyncReason.FINISHED)
        for laporan in (odd, other):
            await until(lambda one=laporan: bench.record(one).state is PhoneState.RECEIVED)
