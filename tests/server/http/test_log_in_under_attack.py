"""Strangers at the log-in: they make each other wait, and nobody who was here before."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from server.core import failed_log_ins, sessions
from server.core.rows import audit_rows
from server.http import visitor
from server.http.log_in_queue import LogInQueue, QueueFullError
from tests.server.door_kit import Kecamatan, enter, kecamatan, make_argon2_quick

pytestmark = pytest.mark.anyio


@pytest.fixture
async def juai(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Kecamatan]:
    make_argon2_quick(monkeypatch)
    with kecamatan(tmp_path) as made:
        yield made


async def guess(juai: Kecamatan, address: str, times: int) -> list[int]:
    async with juai.browser(address) as guesser:
        return [(await enter(guesser, "salah")).status_code for _ in range(times)]


async def test_who_was_here_before_gets_past_the_lock_that_strangers_made(
    juai: Kecamatan,
) -> None:
    async with juai.browser("10.0.0.7") as owner:
        await enter(owner)
        for _ in range(8):
            for address in ("10.0.0.7", "10.0.1.1", "10.0.1.2", "10.0.1.3"):
                await guess(juai, address, 6)
            juai.clock.move(minutes=15)
            owner.cookies.delete(visitor.COOKIE)
            assert (await enter(owner)).status_code == 303


async def test_a_new_browser_gets_in_while_strangers_guess_at_its_name(juai: Kecamatan) -> None:
    for number in range(40):
        await guess(juai, f"10.0.1.{number}", 5)
    assert await guess(juai, "10.0.2.1", 2) == [403, 429]
    async with juai.browser("10.0.0.7") as owner:
        assert (await enter(owner)).status_code in (303, 429)
        juai.clock.move(seconds=10)
        assert (await enter(owner)).status_code == 303


async def test_a_known_browser_cannot_guess_without_end_either(juai: Kecamatan) -> None:
    async with juai.browser() as thief:
        await enter(thief)
        thief.cookies.delete(visitor.COOKIE)
        answers = [(await enter(thief, "salah")).status_code for _ in range(12)]
        other = await thief.post("/masuk", data={"nama": "admin", "sandi": "salah"})
    assert answers == [403] * 10 + [429] * 2
    assert other.status_code == 403


async def test_addresses_of_one_house_are_counted_together(juai: Kecamatan) -> None:
    answers = [await guess(juai, f"2001:db8:1:2::{number:x}", 1) for number in range(1, 8)]
    assert answers == [[403]] * 5 + [[429]] * 2
    assert await guess(juai, "2001:db8:1:3::1", 1) == [403]


async def test_a_clock_that_was_wrong_keeps_nobody_out_and_nobody_in(juai: Kecamatan) -> None:
    async with juai.browser() as browser:
        juai.clock.move(days=3000)
        await enter(browser)
        await guess(juai, "10.0.0.9", 9)
        juai.clock.move(days=-3000)
        assert (await browser.get("/sesi")).status_code == 401
        browser.cookies.clear()
        assert (await enter(browser)).status_code == 303


async def test_a_night_of_guessing_adds_a_few_lines_to_the_log(juai: Kecamatan) -> None:
    ctx = juai.app.state.context
    for _ in range(3):
        for number in range(30):
            await guess(juai, f"10.1.0.{number}", 1)
        juai.clock.move(hours=1)
    failed_log_ins.tell_past(ctx)
    with ctx.database.read() as db:
        lines = [row for row in audit_rows.everything(db) if "login_failed" in row["action"]]
    assert [row["action"] for row in lines] == ["login_failed", "login_failed_more"] * 3
    assert lines[1]["detail"] == "29 kali lagi · 2026-11-24 20:00 - 21:00"


async def test_what_was_typed_as_a_name_stands_nowhere(
    juai: Kecamatan, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "sinar")
    async with juai.browser() as browser:
        for _ in range(7):
            await browser.post("/masuk", data={"nama": "sandiku-yang-salah", "sandi": "x" * 12})
    ctx = juai.app.state.context
    with ctx.database.write() as db:
        stored = "\n".join(db.connection.driver_connection.iterdump())
    assert "sandiku-yang-salah" not in stored + caplog.text + capsys.readouterr().err
    assert sessions.visit(ctx, "x", "y").known == ""


async def _line_up(queue: LogInQueue, house: str, order: list[str], *, known: bool = False) -> None:
    try:
        async with queue.turn(house, known=known):
            await asyncio.sleep(0)
            order.append(house)
    except QueueFullError:
        order.append(f"{house} penuh")


async def _all(queue: LogInQueue, *houses: str) -> list[str]:
    order: list[str] = []
    async with asyncio.timeout(60), asyncio.TaskGroup() as group:
        for house in houses:
            group.create_task(_line_up(queue, house, order, known=house == "kantor"))
            await asyncio.sleep(0)
    return order


async def test_known_browsers_go_first_and_houses_take_turns() -> None:
    queue = LogInQueue(at_once=1, most=10)
    async with queue.turn("seseorang", known=False):
        waiting = asyncio.ensure_future(_all(queue, "a", "a", "a", "b", "kantor"))
        for _ in range(20):
            await asyncio.sleep(0)
    assert await waiting == ["kantor", "a", "b", "a", "a"]


async def test_where_one_house_has_all_places_another_still_finds_one() -> None:
    queue = LogInQueue(at_once=1, most=3)
    async with queue.turn("seseorang", known=False):
        waiting = asyncio.ensure_future(_all(queue, "a", "a", "a", "a", "b", "c", "d", "kantor"))
        for _ in range(40):
            await asyncio.sleep(0)
    order = await waiting
    assert order[:2] == ["a penuh", "a penuh"]
    assert order[-4:] == ["kantor", "a", "b", "c"]


async def test_whoever_goes_away_while_waiting_leaves_the_place_free() -> None:
    queue = LogInQueue(at_once=1, most=1)
    async with queue.turn("seseorang", known=False):
        gone = asyncio.ensure_future(_all(queue, "a"))
        for _ in range(5):
            await asyncio.sleep(0)
        gone.cancel()
        await asyncio.gather(gone, return_exceptions=True)
        stays = asyncio.ensure_future(_all(queue, "b"))
        for _ in range(5):
            await asyncio.sleep(0)
    assert await stays == ["b"]


async def test_the_log_in_page_says_when_too_many_stand_there(juai: Kecamatan) -> None:
    queue = juai.app.state.log_in_queue = LogInQueue(at_once=1, most=0)
    async with queue.turn("seseorang", known=True), juai.browser() as browser:
        full: httpx.Response = await enter(browser)
        again = [(await enter(browser)).status_code for _ in range(8)]
    assert (full.status_code, full.headers["retry-after"]) == (503, "3")
    assert "Banyak yang sedang masuk" in full.text
    assert again == [503] * 8
    with juai.app.state.context.database.read() as db:
        written = db.exec_driver_sql("SELECT count(*) FROM rate_limits").scalar_one()
    assert written == 0, "in a crowd that alone would keep all others waiting"
