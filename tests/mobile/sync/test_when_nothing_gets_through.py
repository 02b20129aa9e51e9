"""Every failure has its reason and its next attempt; none changes what is stored."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from mobile.ports import SyncReason, SyncState, TroubleKind
from shared.status import PhoneState
from tests import cast
from tests.doubles.fake_server import portal, problem
from tests.mobile.sync.kit import Bench

pytestmark = pytest.mark.anyio

JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (httpx.ConnectError("no route"), TroubleKind.NO_SIGNAL),
        (httpx.ReadTimeout("silence"), TroubleKind.NO_SIGNAL),
        (httpx.RemoteProtocolError("cut"), TroubleKind.NO_SIGNAL),
        (httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]"), TroubleKind.PORTAL),
        (httpx.Response(200, html="<h1>Masuk</h1>"), TroubleKind.PORTAL),
        (httpx.Response(302, headers={"Location": "http://masuk.test"}), TroubleKind.PORTAL),
        (httpx.Response(401, html="<h1>Masuk</h1>"), TroubleKind.PORTAL),
        (httpx.Response(511, html="<h1>Masuk</h1>"), TroubleKind.PORTAL),
        (httpx.Response(200, json={"status": "ok"}), TroubleKind.PORTAL),
        (httpx.Response(200, content=b"{half", headers=JSON), TroubleKind.PORTAL),
        (httpx.Response(200, json={"protocol": 2}), TroubleKind.OLD_APP),
        (httpx.Response(200, json={"protocol": 1}), TroubleKind.UNEXPECTED),
        (
            httpx.Response(200, json={"protocol": 1, "server_time": "kemarin"}),
            TroubleKind.UNEXPECTED,
        ),
        (httpx.Response(502, html="bad gateway"), TroubleKind.BUSY),
        (problem(503, "unavailable"), TroubleKind.BUSY),
        (problem(429, "too_many"), TroubleKind.BUSY),
        (problem(401, "unauthorized"), TroubleKind.TOKEN_REFUSED),
        (problem(418, "teapot"), TroubleKind.UNEXPECTED),
    ],
)
async def test_each_failure_has_its_reason(
    answer: httpx.Response | Exception, kind: TroubleKind
) -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())
    bench.server.breakers = [lambda _request: answer] * 3

    trouble = await bench.engine.visit()

    assert trouble is not None
    assert trouble.kind is kind
    assert trouble.detail
    record = bench.record(laporan)
    assert (record.state, record.sent, record.resi) == (PhoneState.QUEUED, laporan, ())


async def test_the_next_visit_after_a_failure_brings_everything() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo(),)))
    bench.server.breakers = [portal]
    assert await bench.engine.visit() is not None

    assert await bench.engine.visit() is None

    assert bench.record(laporan).state is PhoneState.RECEIVED
    assert bench.engine.trouble is None


async def test_an_answer_lost_after_the_commit_doubles_nothing() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())
    bench.server.after_commit = [httpx.ReadError("lost")]
    await bench.engine.visit()
    assert bench.record(laporan).state is PhoneState.QUEUED

    assert await bench.engine.visit() is None

    assert len(bench.server.reports) == 1
    assert bench.record(laporan).resi == ("JUAI-2026-11-0001",)


async def test_a_refused_token_stops_sending_until_there_is_a_new_one() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())
    bench.server.token = "another"
    trouble = await bench.engine.visit()
    assert trouble is not None
    assert trouble.kind is TroubleKind.TOKEN_REFUSED
    assert trouble.retry_at is None
    calls = len(bench.server.calls)

    await bench.engine.visit()
    assert len(bench.server.calls) == calls

    bench.state.update_sync(lambda _state: SyncState())
    await bench.secrets.keep_token("another")
    assert await bench.engine.visit() is None
    assert bench.record(laporan).state is PhoneState.RECEIVED


async def test_a_phone_without_identity_does_nothing() -> None:
    bench = Bench()
    bench.state._identity = None  # pyright: ignore[reportPrivateUsage]

    assert await bench.engine.visit() is None
    assert bench.server.calls == []


async def test_a_phone_whose_person_has_not_said_yes_sends_nothing() -> None:
    bench = Bench()
    report = bench.finish(cast.patrol())
    bench.state.update_sync(lambda s: replace(s, confirmed=False))
    assert await bench.engine.visit() is None
    assert bench.server.bodies == []
    bench.state.update_sync(lambda s: replace(s, confirmed=True))
    await bench.engine.visit()
    assert bench.record(report).state is PhoneState.RECEIVED


async def test_what_the_server_asks_for_is_obeyed_and_told() -> None:
    bench = Bench()
    busy = problem(503, "unavailable", **{"Retry-After": "900"})
    bench.server.breakers = [lambda _request: busy]

    trouble = await bench.engine.visit()

    assert trouble is not None
    assert trouble.retry_at == "2026-11-24T20:56:00+08:00"
    assert trouble.at == "2026-11-24T20:41:00+08:00"
    for reason in (SyncReason.TIMER, SyncReason.RESUME, SyncReason.CONNECTED, SyncReason.FINISHED):
        bench.engine.request_sync(reason)
        assert bench.engine.backoff.left_s == 900


async def test_a_tap_beats_a_long_wait_that_the_server_asked_for() -> None:
    bench = Bench()
    report = bench.finish(cast.patrol())
    busy = problem(503, "unavailable", **{"Retry-After": "900"})
    bench.server.breakers = [lambda _request: busy]
    await bench.engine.visit()
    bench.engine.request_sync(SyncReason.TAP)
    assert bench.engine.backoff.left_s == 0
    await bench.engine.visit()
    assert bench.record(report).state is PhoneState.RECEIVED


async def test_a_tap_keeps_the_last_seconds_that_the_server_asked_for() -> None:
    bench = Bench()
    bench.server.breakers = [lambda _request: problem(503, "unavailable", **{"Retry-After": "4"})]
    await bench.engine.visit()
    bench.engine.request_sync(SyncReason.TAP)
    assert bench.engine.backoff.left_s == 4


async def test_a_retry_after_may_be_a_date_by_the_servers_clock() -> None:
    bench = Bench()
    bench.clock.move(days=3)
    headers = {
        "Date": "Tue, 24 Nov 2026 12:41:00 GMT",
        "Retry-After": "Tue, 24 Nov 2026 12:43:00 GMT",
    }
    bench.server.breakers = [lambda _request: problem(429, "too_many", **headers)]

    await bench.engine.visit()

    assert bench.engine.backoff.left_s == 120


async def test_failures_wait_longer_each_time_and_a_success_forgets_them() -> None:
    bench = Bench()
    waits: list[float] = []
    for _ in range(10):
        bench.server.breakers = [lambda _request: httpx.ConnectError("no")]
        await bench.engine.visit()
        waits.append(bench.engine.backoff.left_s)
    assert waits == [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]

    await bench.engine.visit()
    bench.server.breakers = [lambda _request: httpx.ConnectError("no")]
    await bench.engine.visit()
    assert bench.engine.backoff.left_s == 5


@pytest.mark.parametrize("reason", [SyncReason.TAP, SyncReason.CONNECTED, SyncReason.RESUME])
async def test_a_tap_a_signal_or_the_app_in_front_ends_the_waiting(reason: SyncReason) -> None:
    bench = Bench()
    bench.server.breakers = [lambda _request: httpx.ConnectError("no")]
    await bench.engine.visit()
    assert bench.engine.backoff.waiting

    bench.engine.request_sync(reason)

    assert not bench.engine.backoff.waiting


async def test_a_full_disk_is_said_and_the_receipt_comes_again() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())
    bench.laporan.full = True
    trouble = await bench.engine.visit()
    assert trouble is not None
    assert trouble.kind is TroubleKind.DISK_FULL

    bench.laporan.full = False
    assert await bench.engine.visit() is None
    assert bench.record(laporan).state is PhoneState.RECEIVED


async def test_a_server_beyond_the_house_is_not_spoken_to_in_the_clear() -> None:
    from dataclasses import replace

    bench = Bench(replace(cast.IDA_PHONE, server="http://linmas.example"))

    trouble = await bench.engine.visit()

    assert trouble is not None
    assert trouble.kind is TroubleKind.BAD_ADDRESS
    assert bench.server.calls == []
