"""A poisoned report or photo is set aside with its reason; everything else goes on."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from mobile.domain.record_answers import PHOTO_LOST
from mobile.ports import TroubleKind
from shared.protocol import Gap
from shared.status import PhoneState
from tests import cast
from tests.doubles.fake_server import TUS, problem
from tests.mobile.sync.kit import Bench

pytestmark = pytest.mark.anyio


def poisoned_by(ident: str, answer: httpx.Response) -> Any:
    """A server that refuses every call with this report in it."""
    return lambda items: answer if any(item["id"] == ident for item in items) else None


async def test_a_refused_report_says_why_at_the_field_and_the_rest_arrive() -> None:
    bench = Bench()
    bad = bench.finish(cast.patrol(tempat=" "))
    good = [bench.finish(cast.patrol()) for _ in range(3)]

    assert await bench.engine.visit() is None

    record = bench.record(bad)
    assert record.state is PhoneState.REFUSED
    assert record.problems == (Gap("tempat", "required"),)
    assert all(bench.record(one).state is PhoneState.RECEIVED for one in good)


@pytest.mark.parametrize("place", [0, 7, 19])
async def test_one_that_spoils_the_whole_call_is_found_by_halving(place: int) -> None:
    bench = Bench()
    reports = [bench.finish(cast.patrol()) for _ in range(20)]
    bench.server.poison = poisoned_by(reports[place].id, problem(400, "bad_request"))

    assert await bench.engine.visit() is None

    poisoned = bench.record(reports[place])
    assert (poisoned.state, poisoned.problems) == (PhoneState.REFUSED, (Gap("", "bad_request"),))
    assert len(bench.server.reports) == 19
    assert len(bench.server.calls) <= 2 + 2 * 5


async def test_when_every_call_is_refused_no_report_is_blamed() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())
    bench.server.poison = lambda _items: problem(400, "bad_request")

    trouble = await bench.engine.visit()

    assert trouble is not None
    assert trouble.kind is TroubleKind.UNEXPECTED
    assert bench.record(laporan).state is PhoneState.QUEUED


async def test_a_report_over_which_the_server_stumbles_waits_and_the_rest_arrive() -> None:
    bench = Bench()
    bad, good = bench.finish(cast.patrol()), bench.finish(cast.patrol())
    bench.server.poison = poisoned_by(bad.id, problem(500, "internal"))

    await bench.engine.visit()

    assert bench.record(bad).state is PhoneState.QUEUED
    assert bench.record(good).state is PhoneState.RECEIVED


async def test_a_photo_that_is_gone_is_named_and_the_others_arrive() -> None:
    bench = Bench()
    photos = tuple(bench.photo(n, 1000) for n in "abc")
    laporan = bench.finish(cast.patrol(foto=photos))
    bench.photos.forget(photos[1].sha256)

    assert await bench.engine.visit() is None

    record = bench.record(laporan)
    assert record.problems == (Gap("foto.1", PHOTO_LOST),)
    assert (record.state, record.photos_done) == (PhoneState.TEXT_RECEIVED, (2, 3))


async def test_an_altered_photo_is_not_sent() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo(),)))
    bench.photos.spoil(laporan.foto[0].sha256)

    assert await bench.engine.visit() is None

    assert bench.record(laporan).problems == (Gap("foto.0", PHOTO_LOST),)
    assert [path for _, path in bench.server.calls] == ["/sync"]


async def test_a_lost_photo_that_comes_back_is_sent_and_no_longer_complained_of() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo("a"),)))
    bench.photos.forget(laporan.foto[0].sha256)
    await bench.engine.visit()
    bench.photo("a")

    assert await bench.engine.visit() is None

    record = bench.record(laporan)
    assert (record.state, record.problems) == (PhoneState.RECEIVED, ())


@pytest.mark.parametrize("status", [413, 415, 422])
async def test_a_photo_that_the_server_will_never_take_is_set_aside(status: int) -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo("a", 1000), bench.photo("b", 1000))))
    bench.server.breakers = [None, lambda _request: problem(status, "not_a_photo", **TUS)]

    assert await bench.engine.visit() is None

    record = bench.record(laporan)
    assert record.problems == (Gap("foto.0", "not_a_photo"),)
    assert record.photos_done == (1, 2)


async def test_a_photo_that_a_proxy_refuses_waits_and_the_others_arrive() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo("a", 1000), bench.photo("b", 1000))))
    bench.server.breakers = [None, lambda _request: httpx.Response(413, html="<h1>413</h1>")]

    trouble = await bench.engine.visit()

    assert trouble is not None
    assert bench.record(laporan).problems == ()
    assert bench.record(laporan).photos_done == (1, 2)


async def test_bytes_that_the_server_found_wrong_are_sent_once_more_only() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo("a", 1000),)))
    wrong = problem(460, "checksum_mismatch", **TUS)
    bench.server.breakers = [None, lambda _request: wrong, lambda _request: wrong]

    assert await bench.engine.visit() is None

    assert bench.record(laporan).problems == (Gap("foto.0", "checksum_mismatch"),)
    assert len(bench.server.calls) == 3
