"""A phone finds out whether something between keeps its uploads until they are whole."""

from __future__ import annotations

import json

import httpx
import pytest

from mobile.sync import probing
from mobile.sync.probing import judged
from shared.protocol import HEALTH, PROBE, PROBE_HALF, VERSION
from tests.doubles.fake_server import problem
from tests.mobile.sync.kit import Bench

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("sending", "arriving", "held"),
    [(1.5, 1.5, False), (1.6, 0.0, True), (6.0, 0.2, True), (6.0, 4.0, False), (0.2, 0.0, None)],
)
def test_what_was_sent_slowly_and_came_at_once_was_kept(
    sending: float, arriving: float, held: bool | None
) -> None:
    assert judged(sending, arriving) is held


def _bench(monkeypatch: pytest.MonkeyPatch, took_ms: int) -> Bench:
    """A server that answers probes; what was sent counts as slow, however quickly it went."""
    monkeypatch.setattr(probing, "PAUSE_S", 0)
    monkeypatch.setattr(probing, "SLOW_S", -1e9)
    monkeypatch.setattr(probing, "judged", lambda _sending, arriving: arriving < 1)
    bench = Bench()

    def answer(request: httpx.Request) -> httpx.Response | None:
        body = {"protocol": VERSION, "bytes": 2 * PROBE_HALF, "took_ms": took_ms}
        if request.url.path not in (HEALTH, PROBE):
            return None
        return httpx.Response(
            200, content=json.dumps(body), headers={"Content-Type": "application/json"}
        )

    bench.server.breakers = [answer] * 6
    return bench


async def test_it_is_asked_once_and_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = _bench(monkeypatch, took_ms=5)
    assert await bench.engine.holds_back() is True
    assert await bench.engine.holds_back() is True
    assert [path for _, path in bench.server.calls].count("/probe") == 1


async def test_a_way_that_passes_uploads_on_is_found_open(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await _bench(monkeypatch, took_ms=1500).engine.holds_back() is False


async def test_without_a_signal_or_before_an_older_server_nothing_is_said() -> None:
    bench = Bench()
    bench.server.breakers = [lambda _: httpx.ConnectError("no signal")]  # pyright: ignore
    assert await bench.engine.holds_back() is None
    bench.server.breakers = [lambda _: problem(404, "not_found")] * 3
    assert await bench.engine.holds_back() is None


async def test_a_phone_that_is_turned_away_does_not_ask() -> None:
    bench = Bench()
    await bench.secrets.forget_token()
    assert await bench.engine.holds_back() is None
    assert bench.server.calls == []
