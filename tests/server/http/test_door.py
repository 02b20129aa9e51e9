"""The door of the staff view: who comes in, how they go out, and what a stranger sees."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import Message

from server.core import accounts, failed_log_ins, log_in_limits
from server.core.rows import account_rows, audit_rows
from server.core.sessions import Account
from server.http import staff_door, visitor
from server.kantor import staff_accounts
from shared.roles import Role
from tests.cast import KASI_TRANTIB
from tests.server.door_kit import PASSWORD, Kecamatan, enter, kecamatan, make_argon2_quick

pytestmark = pytest.mark.anyio

TRANTIB = Account("trantib", Role.KASI_TRANTIB, KASI_TRANTIB)


@pytest.fixture(autouse=True)
def quick_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    make_argon2_quick(monkeypatch)


@pytest.fixture
async def juai(tmp_path: Path) -> AsyncIterator[Kecamatan]:
    with kecamatan(tmp_path) as made:
        yield made


async def is_in(browser: httpx.AsyncClient) -> bool:
    return (await browser.get("/sesi")).status_code == 204


async def test_a_stranger_is_sent_to_the_log_in_and_then_to_where_they_wanted(
    juai: Kecamatan,
) -> None:
    async with juai.browser() as browser:
        turned = await browser.get("/laporan/abc?bulan=2026-11")
        assert (turned.status_code, turned.headers["location"]) == (
            303,
            "/masuk?lanjut=%2Flaporan%2Fabc%3Fbulan%3D2026-11",
        )
        form = await browser.get(turned.headers["location"])
        assert 'value="/laporan/abc?bulan=2026-11"' in form.text
        entered = await enter(browser, lanjut="/laporan/abc?bulan=2026-11")
        assert (entered.status_code, entered.headers["location"]) == (
            303,
            "/laporan/abc?bulan=2026-11",
        )
        page = await browser.get(entered.headers["location"])
    assert page.status_code == 200
    assert "flutter_bootstrap.js" in page.text


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(juai: Kecamatan) -> None:
    async with juai.browser() as browser, juai.browser(base="https://server") as safe:
        plain = (await enter(browser)).headers["set-cookie"]
        over_tls = (await enter(safe)).headers["set-cookie"]
    assert "HttpOnly" in plain
    assert "SameSite=lax" in plain
    assert "Secure" not in plain
    assert "Secure" in over_tls


@pytest.mark.parametrize("name", ["trantib", "siapa"])
async def test_a_wrong_password_is_told_without_saying_whether_the_name_exists(
    juai: Kecamatan, name: str
) -> None:
    async with juai.browser() as browser:
        answer = await browser.post("/masuk", data={"nama": name, "sandi": "salah"})
        assert answer.status_code == 403
        assert "tidak cocok" in answer.text
        assert not await is_in(browser)


async def test_after_five_wrong_tries_one_goes_through_each_minute(
    juai: Kecamatan,
) -> None:
    async with juai.browser() as guesser, juai.browser("10.0.0.7") as owner:
        for _ in range(5):
            assert (await enter(guesser, "salah")).status_code == 403
        locked = await enter(guesser)
        assert locked.status_code == 429
        assert "Tunggu 1 menit" in locked.text
        assert locked.headers["retry-after"] == "60"
        assert (await enter(owner)).status_code == 303
        juai.clock.move(minutes=1)
        assert (await enter(guesser, "salah")).status_code == 403
        assert (await enter(guesser)).status_code == 429
        juai.clock.move(minutes=1)
        assert (await enter(guesser)).status_code == 303


async def test_many_guesses_at_once_do_not_slip_past_the_count(juai: Kecamatan) -> None:
    async with juai.browser() as guesser:
        answers = await asyncio.gather(*(enter(guesser, "salah") for _ in range(9)))
    told = sorted(answer.status_code for answer in answers)
    assert told[:5] == [403] * 5
    assert set(told[5:]) <= {429, 503}, "it waits, or there was no place to wait in"


async def test_one_address_cannot_try_all_names(
    juai: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = replace(log_in_limits.ADDRESS, most=3)
    monkeypatch.setattr(log_in_limits, "ADDRESS", few)
    async with juai.browser() as guesser:
        for number in range(3):
            await guesser.post("/masuk", data={"nama": f"nama{number}", "sandi": "salah"})
        assert (await enter(guesser)).status_code == 429


@pytest.mark.parametrize(
    "place",
    ["https://jahat.example/", "//jahat.example", "/\\jahat.example", "masuk", "/masuk", ""],
)
async def test_the_log_in_leads_nowhere_but_here(juai: Kecamatan, place: str) -> None:
    async with juai.browser() as browser:
        assert (await enter(browser, lanjut=place)).headers["location"] == "/"


async def test_a_form_of_another_site_logs_nobody_in_or_out(juai: Kecamatan) -> None:
    async with juai.browser() as browser:
        browser.headers["Origin"] = "http://jahat.example"
        assert (await enter(browser)).status_code == 403
        browser.headers["Origin"] = "http://server"
        await enter(browser)
        assert (await browser.post("/keluar", data={})).status_code == 403
        assert (await browser.get("/keluar")).status_code == 200
        assert await is_in(browser)


async def test_a_log_in_takes_a_new_token_and_ends_the_old_one(juai: Kecamatan) -> None:
    async with juai.browser() as browser, juai.browser() as old:
        await enter(browser)
        old.cookies.update(browser.cookies)
        before = browser.cookies[visitor.COOKIE]
        browser.cookies.clear()
        browser.cookies.set(visitor.COOKIE, before)
        answer = await enter(browser)
        assert before not in answer.headers["set-cookie"]
        assert not await is_in(old)


async def test_the_button_logs_out(juai: Kecamatan) -> None:
    async with juai.browser() as browser:
        await enter(browser)
        page = (await browser.get("/keluar")).text
        key = page.split('name="kunci" value="')[1].split('"')[0]
        answer = await browser.post("/keluar", data={"kunci": key})
        assert answer.headers["location"] == "/masuk?keluar"
        assert not await is_in(browser)
        assert "Anda sudah keluar" in (await browser.get("/masuk?keluar")).text


async def test_the_link_on_our_own_page_logs_out_at_once(juai: Kecamatan) -> None:
    async with juai.browser() as browser:
        await enter(browser)
        await browser.get("/keluar", headers={"Sec-Fetch-Site": "same-origin"})
        assert not await is_in(browser)


async def test_twelve_idle_hours_end_the_log_in(juai: Kecamatan) -> None:
    async with juai.browser() as browser:
        await enter(browser)
        for _ in range(2):
            juai.clock.move(hours=11)
            assert await is_in(browser)
        juai.clock.move(hours=12)
        assert not await is_in(browser)


async def test_after_a_week_everyone_logs_in_again(juai: Kecamatan) -> None:
    async with juai.browser() as browser:
        await enter(browser)
        for _ in range(15):
            juai.clock.move(hours=11)
            assert await is_in(browser)
        juai.clock.move(hours=4)
        assert not await is_in(browser)


@pytest.mark.parametrize("how", ["removed", "password"])
async def test_what_the_operator_changes_ends_the_log_in(juai: Kecamatan, how: str) -> None:
    async with juai.browser() as browser:
        await enter(browser)
        if how == "removed":
            accounts.remove(juai.app.state.context, "trantib")
        else:
            accounts.set_password(juai.app.state.context, "trantib", "kata sandi baru")
        assert not await is_in(browser)


async def _at_the_desk(juai: Kecamatan, deed: str) -> None:
    ctx = juai.app.state.context
    admin = Account("admin", Role.ADMIN, "Admin (contoh)")
    accounts.add(ctx, "admin", Role.ADMIN, PASSWORD)
    if deed == "role":
        staff_accounts.set_role(ctx, admin, "trantib", Role.PEMBACA)
    elif deed == "password":
        staff_accounts.set_password(ctx, admin, "trantib", "kata sandi baru")
    else:
        staff_accounts.remove(ctx, admin, "trantib")


@pytest.mark.parametrize("deed", ["role", "password", "removed"])
async def test_an_open_window_closes_at_once_when_its_account_is_changed_at_the_desk(
    juai: Kecamatan, deed: str
) -> None:
    socket = Socket(juai, await _token(juai), "http://server")
    await socket.hear()
    await _at_the_desk(juai, deed)
    assert await socket.hear() == {"type": "websocket.close", "code": staff_door.GONE}
    await socket.task


async def test_a_role_that_another_process_took_is_gone_at_the_next_act(juai: Kecamatan) -> None:
    """The operator's command rings no bell here; the act itself is asked about."""
    socket = Socket(juai, await _token(juai), "http://server")
    await socket.hear()
    with juai.app.state.context.database.write() as db:
        row = account_rows.find(db, "trantib")
        assert row is not None
        account_rows.set_role(db, row.id, Role.PEMBACA)
    assert (await socket.echo(b"verifikasi"))["type"] == "websocket.close"
    await socket.task


async def test_a_role_changed_under_a_living_log_in_ends_its_window_too(juai: Kecamatan) -> None:
    socket = Socket(juai, await _token(juai), "http://server")
    await socket.hear()
    with juai.app.state.context.database.write() as db:
        db.exec_driver_sql("UPDATE accounts SET role = 'pembaca'")
    assert (await socket.echo(b"verifikasi"))["type"] == "websocket.close"
    await socket.task


async def test_one_log_in_has_no_endless_windows(
    juai: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staff_door, "MOST_WINDOWS", 2)
    token = await _token(juai)
    first, second = (Socket(juai, token, "http://server") for _ in range(2))
    assert [(await one.hear())["type"] for one in (first, second)] == ["websocket.accept"] * 2
    third = Socket(juai, token, "http://server")
    assert await third.hear() == {"type": "websocket.close", "code": 1013}
    await first.leave()
    again = Socket(juai, token, "http://server")
    assert (await again.hear())["type"] == "websocket.accept"
    for one in (second, again):
        await one.leave()


async def test_a_session_that_somebody_planted_is_not_taken_over(juai: Kecamatan) -> None:
    async with juai.browser() as browser:
        browser.cookies.set(visitor.COOKIE, "dipasang-penyerang")
        answer = await enter(browser)
        assert "dipasang-penyerang" not in answer.headers["set-cookie"]
        stranger = juai.browser()
        stranger.cookies.set(visitor.COOKIE, "dipasang-penyerang")
        assert not await is_in(stranger)
        await stranger.aclose()


async def test_log_ins_and_failures_stand_in_the_log_without_what_a_stranger_typed(
    juai: Kecamatan,
) -> None:
    async with juai.browser() as browser:
        await enter(browser, "salah")
        await browser.post("/masuk", data={"nama": "katasandiku-1", "sandi": "x" * 9})
        await enter(browser)
    with juai.app.state.context.database.read() as db:
        lines = [(row["actor"], row["action"]) for row in audit_rows.everything(db)]
    assert lines[-3:] == [
        ("trantib", "login_failed"),
        (failed_log_ins.NOBODY, "login_failed"),
        ("trantib", "logged_in"),
    ]


async def test_photos_and_pages_are_refused_to_strangers(juai: Kecamatan) -> None:
    async with juai.browser() as browser:
        picture = await browser.get("/foto/x/y", headers={"Accept": "image/*"})
        posted = await browser.put("/upload", content=b"x")
    assert [picture.status_code, posted.status_code] == [401, 401]
    assert juai.flet.seen == []


async def test_no_other_site_may_read_or_frame_what_is_served(juai: Kecamatan) -> None:
    async with juai.browser() as browser:
        await enter(browser)
        answers = [await browser.get(path) for path in ("/", "/masuk", "/favicon.png", "/sesi")]
    for answer in answers:
        assert "access-control-allow-origin" not in answer.headers
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in answers[0].headers["content-security-policy"]


async def test_markup_in_a_name_stays_text(juai: Kecamatan) -> None:
    async with juai.browser() as browser:
        data = {"nama": '"><script>x</script>', "sandi": "salah", "lanjut": '/"><b>'}
        answer = await browser.post("/masuk", data=data)
    assert "<script>" not in answer.text
    assert "<b>" not in answer.text.replace("<b>SINAR LINMAS</b>", "")


async def test_a_huge_form_is_refused(juai: Kecamatan) -> None:
    async with juai.browser() as browser:
        answer = await browser.post("/masuk", data={"nama": "x" * 100_000, "sandi": "y"})
    assert answer.status_code == 400


class Socket:
    """One websocket that the test drives."""

    def __init__(self, juai: Kecamatan, token: str | None, origin: str | None) -> None:
        self._to_app: asyncio.Queue[Message] = asyncio.Queue()
        self._from_app: asyncio.Queue[Message] = asyncio.Queue()
        headers = [(b"host", b"server"), (b"user-agent", b"Peramban")]
        if token:
            headers.append((b"cookie", f"{visitor.COOKIE}={token}".encode()))
        if origin:
            headers.append((b"origin", origin.encode()))
        scope: dict[str, Any] = {
            "type": "websocket", "path": "/ws", "raw_path": b"/ws", "query_string": b"",
            "headers": headers, "subprotocols": [], "scheme": "ws", "root_path": "",
            "server": ("server", 80), "client": ("10.0.0.9", 5555), "asgi": {"version": "3.0"},
        }  # fmt: skip
        self._to_app.put_nowait({"type": "websocket.connect"})
        self.is_gone = False
        running = juai.app(scope, self._to_app.get, self._give)
        self.task = asyncio.ensure_future(running)

    async def _give(self, message: Message) -> None:
        if self.is_gone:
            raise OSError("as the server's own way says that the browser is gone")
        await self._from_app.put(message)

    async def hear(self) -> Message:
        async with asyncio.timeout(60):
            return await self._from_app.get()

    def say(self, data: bytes) -> None:
        self._to_app.put_nowait({"type": "websocket.receive", "bytes": data})

    async def echo(self, data: bytes) -> Message:
        self.say(data)
        return await self.hear()

    async def leave(self) -> None:
        self._to_app.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await self.task


async def _token(juai: Kecamatan) -> str:
    async with juai.browser() as browser:
        await enter(browser)
        return browser.cookies[visitor.COOKIE]


@pytest.mark.parametrize("origin", [None, "http://jahat.example", "http://server.jahat.example"])
async def test_a_window_of_another_site_is_refused(juai: Kecamatan, origin: str | None) -> None:
    socket = Socket(juai, await _token(juai), origin)
    assert (await socket.hear())["type"] == "websocket.close"
    await socket.task
    assert juai.flet.seen == []


@pytest.mark.parametrize("token", [None, "ditebak"])
async def test_a_window_without_log_in_is_refused(juai: Kecamatan, token: str | None) -> None:
    socket = Socket(juai, token, "http://server")
    assert (await socket.hear())["type"] == "websocket.close"
    await socket.task
    assert juai.flet.seen == []


async def test_flet_sees_who_sits_at_the_window(juai: Kecamatan) -> None:
    socket = Socket(juai, await _token(juai), "http://server")
    assert (await socket.hear())["type"] == "websocket.accept"
    assert (await socket.echo(b"halo"))["bytes"] == b"halo"
    await socket.leave()
    assert juai.flet.seen[0][0] == TRANTIB


async def test_the_next_one_at_the_browser_is_another_to_flet(juai: Kecamatan) -> None:
    for _ in range(2):
        socket = Socket(juai, await _token(juai), "http://server")
        await socket.hear()
        await socket.leave()
    first, second = (browser for _, browser in juai.flet.seen)
    assert first.startswith("Peramban sesi/")
    assert first != second


async def test_a_log_out_closes_the_windows(juai: Kecamatan) -> None:
    async with juai.browser() as browser:
        await enter(browser)
        socket = Socket(juai, browser.cookies[visitor.COOKIE], "http://server")
        await socket.hear()
        await browser.get("/keluar", headers={"Sec-Fetch-Site": "same-origin"})
    assert await socket.hear() == {"type": "websocket.close", "code": staff_door.GONE}
    await socket.task


async def test_a_removed_account_loses_its_windows(
    juai: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staff_door, "LOOK_EVERY_S", 0.01)
    socket = Socket(juai, await _token(juai), "http://server")
    await socket.hear()
    accounts.remove(juai.app.state.context, "trantib")
    assert (await socket.hear())["type"] == "websocket.close"
    await socket.task


async def test_an_open_window_that_nobody_uses_ends_with_the_log_in(
    juai: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staff_door, "LOOK_EVERY_S", 0.01)
    socket = Socket(juai, await _token(juai), "http://server")
    await socket.hear()
    await asyncio.sleep(0.1)
    juai.clock.move(hours=12, minutes=2)
    assert (await socket.hear())["type"] == "websocket.close"
    await socket.task


async def test_a_window_that_is_left_early_does_not_stay_for_ever(
    juai: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Flet waits for ever when a window is left before it has said who it is."""
    monkeypatch.setattr(staff_door, "LEAVE_S", 0.01)
    monkeypatch.setattr(juai.flet, "is_deaf", True)
    token = await _token(juai)
    socket = Socket(juai, token, "http://server")
    await socket.hear()
    async with asyncio.timeout(60):
        await socket.leave()
    assert juai.app.state.windows.count(token) == 0


async def test_a_window_that_goes_while_it_is_drawn_ends_without_a_fault(juai: Kecamatan) -> None:
    socket = Socket(juai, await _token(juai), "http://server")
    await socket.hear()
    socket.is_gone = True
    socket.say(b"gambar berikut")
    async with asyncio.timeout(60):
        await socket.leave()
