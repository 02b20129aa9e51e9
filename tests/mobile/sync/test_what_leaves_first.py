"""The order of sending: a kejadian before all else, texts before photos, the oldest first."""

from __future__ import annotations

import pytest

from mobile.sync import outbox
from mobile.sync.exchange import Exchange
from shared.clock import format_time
from shared.protocol import MAX_SYNC_BYTES
from shared.status import PhoneState
from tests import cast
from tests.mobile.sync.kit import Bench

pytestmark = pytest.mark.anyio


async def test_a_kejadian_goes_before_what_was_finished_earlier() -> None:
    bench = Bench()
    first, second = bench.finish(cast.patrol()), bench.finish(cast.patrol())
    flood = bench.finish(cast.flood())

    assert await bench.engine.visit() is None

    assert list(bench.server.reports) == [flood.id, first.id, second.id]


async def test_all_texts_leave_before_the_first_photo() -> None:
    bench = Bench()
    for number in range(25):
        bench.finish(cast.patrol(foto=(bench.photo(str(number), 1000),)))

    assert await bench.engine.visit() is None

    kinds = [path.split("/")[1] for _, path in bench.server.calls]
    assert kinds == ["sync", "sync", *["photos"] * 25]
    assert [len(body["laporan"]) for body in bench.server.bodies] == [20, 5]


async def test_a_report_with_three_photos_takes_four_requests() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=tuple(bench.photo(n) for n in "abc")))

    assert await bench.engine.visit() is None

    assert [method for method, _ in bench.server.calls] == ["POST"] * 4
    record = bench.record(laporan)
    assert record.state is PhoneState.RECEIVED
    assert record.resi == ("JUAI-2026-11-0001",)
    for foto in laporan.foto:
        assert bench.server.photos[foto.sha256] == bench.photos.read(foto.sha256)


async def test_a_kejadian_finished_while_photos_leave_goes_before_the_next_photo() -> None:
    bench = Bench()
    bench.finish(cast.patrol(foto=(bench.photo("a"), bench.photo("b"))))
    flood = cast.flood()
    bench.server.breakers = [None, lambda _request: bench.finish(flood) and None]

    assert await bench.engine.visit() is None

    paths = [path.split("/")[1] for _, path in bench.server.calls]
    assert paths == ["sync", "photos", "sync", "photos"]
    assert flood.id in bench.server.reports


async def test_a_held_report_stays_until_its_hold_is_over() -> None:
    bench = Bench()
    until = bench.clock.now().timestamp() + 60 + 8
    hold = format_time(bench.clock.now().fromtimestamp(until, bench.clock.now().tzinfo))
    held = bench.finish(cast.patrol(), hold_until=hold)

    await bench.engine.visit()
    assert bench.server.reports == {}
    assert outbox.next_release(bench.laporan.open_records(), bench.clock.now()) == 8

    bench.clock.move(seconds=8)
    await bench.engine.visit()
    assert list(bench.server.reports) == [held.id]


async def test_a_hold_of_a_clock_that_was_put_back_is_void() -> None:
    bench = Bench()
    hold = format_time(bench.clock.now())
    laporan = bench.finish(cast.patrol(), hold_until=hold)
    bench.clock.move(days=-3)

    await bench.engine.visit()

    assert list(bench.server.reports) == [laporan.id]


async def test_a_call_never_exceeds_its_mebibyte() -> None:
    bench = Bench()
    long = "a" * 4000
    names = tuple(f"{n:03d} {'x' * 196}" for n in range(400))
    for _ in range(20):
        bench.finish(cast.patrol(uraian=long, hasil=long, pihak_lain=names))

    assert await bench.engine.visit() is None

    assert len(bench.server.reports) == 20
    sizes = [len(outbox.to_json(body)) for body in bench.server.bodies]
    assert len(sizes) > 1
    assert max(sizes) < MAX_SYNC_BYTES


async def test_a_broken_character_can_still_be_sent_and_refused() -> None:
    bench = Bench()
    broken, good = bench.finish(cast.patrol(uraian="a\ud83d b")), bench.finish(cast.patrol())

    assert await bench.engine.visit() is None

    assert bench.record(broken).state is PhoneState.REFUSED
    assert bench.record(good).state is PhoneState.RECEIVED


def test_the_exchange_begins_every_visit_afresh() -> None:
    bench = Bench()
    exchange = Exchange(bench.engine.api, bench.laporan, bench.state, bench.clock)
    exchange.left_out.add(("a", 1))

    exchange.begin()

    assert not exchange.left_out
