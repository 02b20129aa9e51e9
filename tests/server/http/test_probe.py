"""Anybody may ask whether uploads come as they are sent; nobody can make work of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from server.http import probe
from shared.protocol import MAX_PROBE_BYTES, PROBE, PROBE_HALF
from tests.server.kit import office

pytestmark = pytest.mark.anyio


async def test_it_tells_how_much_came_and_needs_no_log_in(tmp_path: Path) -> None:
    async with office(tmp_path) as juai:
        answer = await juai.client.post(PROBE, content=bytes(2 * PROBE_HALF))
        assert answer.status_code == 200
        assert answer.json()["bytes"] == 2 * PROBE_HALF <= MAX_PROBE_BYTES
        assert answer.json()["took_ms"] >= 0


async def test_more_than_a_probe_is_not_listened_to(tmp_path: Path) -> None:
    async with office(tmp_path) as juai:
        answer = await juai.client.post(PROBE, content=bytes(MAX_PROBE_BYTES + 1))
        assert answer.status_code == 413


async def test_a_few_at_a_time_are_heard_and_a_place_comes_free_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probe, "AT_ONCE", 2)
    begun, go = asyncio.Semaphore(0), asyncio.Event()

    async def slowly() -> AsyncIterator[bytes]:
        begun.release()
        yield b"x"
        await go.wait()
        yield b"y"

    async with office(tmp_path) as juai:
        held = [asyncio.create_task(juai.client.post(PROBE, content=slowly())) for _ in range(2)]
        for _ in held:
            await begun.acquire()
        while juai.app.state.probes._free:
            await asyncio.sleep(0)
        assert (await juai.client.post(PROBE, content=b"z")).status_code == 429
        go.set()
        assert [(await one).status_code for one in held] == [200, 200]
        assert (await juai.client.post(PROBE, content=b"z")).status_code == 200


async def test_one_sender_is_heard_a_few_times_and_another_still_is(tmp_path: Path) -> None:
    async with office(tmp_path) as juai:
        told = [await juai.client.post(PROBE, content=b"x") for _ in range(probe.BURST + 1)]
        assert [one.status_code for one in told] == [200] * probe.BURST + [429]
        assert int(told[-1].headers["Retry-After"]) > 0
        elsewhere = httpx.ASGITransport(juai.app, client=("10.0.0.77", 5555))
        async with httpx.AsyncClient(transport=elsewhere, base_url="http://server") as neighbour:
            assert (await neighbour.post(PROBE, content=b"x")).status_code == 200
