"""A log-in in two steps: what a thief of the password still lacks."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from pyotp.totp import TOTP

from server.core import accounts, two_step
from server.core.files import key_file
from server.core.rows import account_rows, settings_rows
from server.core.sessions import DEMANDED, Account
from server.http import visitor
from server.rawat import doctor
from shared.roles import Role
from tests.cast import KASI_TRANTIB
from tests.server.door_kit import PASSWORD, Kecamatan, enter, kecamatan, make_argon2_quick

pytestmark = pytest.mark.anyio

TRANTIB = Account("trantib", Role.KASI_TRANTIB, KASI_TRANTIB)


@pytest.fixture
async def juai(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Kecamatan]:
    make_argon2_quick(monkeypatch)
    with kecamatan(tmp_path) as made:
        yield made


def code_now(juai: Kecamatan, secret: str) -> str:
    return TOTP(secret).at(juai.clock.now())


def switched_on(juai: Kecamatan) -> tuple[str, tuple[str, ...]]:
    secret = two_step.new_secret()
    ctx = juai.app.state.context
    return secret, two_step.switch_on(ctx, TRANTIB, secret, code_now(juai, secret))


async def second(browser: httpx.AsyncClient, code: str) -> httpx.Response:
    return await browser.post("/masuk/kode", data={"kode": code, "lanjut": "/laporan"})


async def is_in(browser: httpx.AsyncClient) -> bool:
    return (await browser.get("/sesi")).status_code == 204


def test_codes_are_those_of_the_rfc() -> None:
    """RFC 6238, appendix B, SHA-1; the last six of its eight figures."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    wanted = {59: "287082", 1111111109: "081804", 1234567890: "005924", 20000000000: "353130"}
    assert {at: TOTP(secret).at(at) for at in wanted} == wanted


async def test_the_password_alone_opens_nothing(juai: Kecamatan) -> None:
    secret, _ = switched_on(juai)
    juai.clock.move(minutes=2)
    async with juai.browser() as browser:
        first = await enter(browser, lanjut="/laporan")
        assert first.headers["location"] == "/masuk/kode?lanjut=%2Flaporan"
        assert visitor.COOKIE not in browser.cookies
        assert not await is_in(browser)
        token = browser.cookies[visitor.STEP]
        browser.cookies.set(visitor.COOKIE, token)
        assert not await is_in(browser)
        browser.cookies.delete(visitor.COOKIE)
        assert "Langkah kedua" in (await browser.get("/masuk/kode")).text
        through = await second(browser, code_now(juai, secret))
        assert (through.status_code, through.headers["location"]) == (303, "/laporan")
        assert await is_in(browser)


async def test_a_code_opens_once_and_codes_of_elsewhen_not_at_all(juai: Kecamatan) -> None:
    secret, _ = switched_on(juai)
    used = code_now(juai, secret)
    async with juai.browser() as browser:
        await enter(browser)
        assert (await second(browser, used)).status_code == 403
        juai.clock.move(minutes=2)
        assert (await second(browser, used)).status_code == 403
        fresh = code_now(juai, secret)
        juai.clock.move(seconds=25)
        assert (await second(browser, f"{fresh[:3]} {fresh[3:]}")).status_code == 303


async def test_wrong_codes_are_made_slow(juai: Kecamatan) -> None:
    secret, _ = switched_on(juai)
    juai.clock.move(minutes=2)
    async with juai.browser() as browser:
        await enter(browser)
        answers = [(await second(browser, "000000")).status_code for _ in range(7)]
        assert answers == [403] * 5 + [429] * 2
        assert (await second(browser, code_now(juai, secret))).status_code == 429
        juai.clock.move(minutes=1)
        assert (await second(browser, code_now(juai, secret))).status_code == 303


async def test_a_recovery_code_opens_once(juai: Kecamatan) -> None:
    _, codes = switched_on(juai)
    assert len(set(codes)) == 10
    async with juai.browser() as browser, juai.browser() as other:
        await enter(browser)
        assert (await second(browser, codes[3].lower())).status_code == 303
        await enter(other)
        assert (await second(other, codes[3])).status_code == 403
    assert two_step.look(juai.app.state.context, TRANTIB).codes_left == 9


async def test_between_the_steps_is_ten_minutes(juai: Kecamatan) -> None:
    secret, _ = switched_on(juai)
    async with juai.browser() as browser:
        await enter(browser)
        juai.clock.move(minutes=11)
        assert (await second(browser, code_now(juai, secret))).headers["location"] == "/masuk"
        assert not await is_in(browser)


def _stored(juai: Kecamatan) -> str:
    with juai.app.state.context.database.read() as db:
        (row,) = account_rows.with_totp(db)
    return str(row.totp_secret)


async def test_a_copy_of_the_database_does_not_hold_the_second_step(juai: Kecamatan) -> None:
    secret, _ = switched_on(juai)
    folder = juai.app.state.context.settings.data
    held = b"".join(path.read_bytes() for path in folder.glob("sinar.db*"))
    assert secret.encode() not in held
    assert base64.b32decode(secret) not in held
    assert two_step.opens(juai.app.state.context)


async def test_what_an_older_version_wrote_in_clear_is_sealed_and_still_opens(
    juai: Kecamatan,
) -> None:
    secret, _ = switched_on(juai)
    ctx = juai.app.state.context
    with ctx.database.write() as db:
        account_rows.seal_totp(db, 1, _stored(juai), secret)
    assert _stored(juai) == secret
    assert (two_step.seal_clear(ctx), two_step.seal_clear(ctx)) == (1, 0)
    assert _stored(juai) != secret
    juai.clock.move(minutes=2)
    async with juai.browser() as browser:
        await enter(browser)
        assert (await second(browser, code_now(juai, secret))).status_code == 303


async def test_without_the_key_a_recovery_code_opens_and_the_doctor_names_it(
    juai: Kecamatan,
) -> None:
    secret, codes = switched_on(juai)
    ctx = juai.app.state.context
    (ctx.settings.data / key_file.NAME).unlink()
    juai.clock.move(minutes=2)
    async with juai.browser() as browser:
        await enter(browser)
        assert (await second(browser, code_now(juai, secret))).status_code == 403
        assert (await second(browser, codes[0])).status_code == 303
    assert "totp_key" in {finding.code for finding in doctor.examine(ctx)}


async def test_who_signs_sets_it_up_where_the_kecamatan_demands_it(juai: Kecamatan) -> None:
    ctx = juai.app.state.context
    with ctx.database.write() as db:
        settings_rows.put(db, DEMANDED, "true")
    accounts.add(ctx, "pembaca", Role.PEMBACA, PASSWORD)
    async with juai.browser() as reader, juai.browser() as browser:
        free = await reader.post("/masuk", data={"nama": "pembaca", "sandi": PASSWORD})
        assert free.headers["location"] == "/"
        held = await enter(browser)
        assert held.headers["location"].startswith("/masuk/pasang")
        page = (await browser.get("/masuk/pasang")).text
        secret = page.split('name="rahasia" value="')[1].split('"')[0]
        wrong = await browser.post("/masuk/pasang", data={"rahasia": secret, "kode": "000000"})
        assert wrong.status_code == 403
        assert not await is_in(browser)
        data = {"rahasia": secret, "kode": code_now(juai, secret)}
        done = await browser.post("/masuk/pasang", data=data)
        assert done.text.count("<li>") == 10
        assert await is_in(browser)
    assert two_step.look(ctx, TRANTIB).two_step


@pytest.mark.parametrize("secret", ["", "A" * 16, "1" * 32, "<b>" * 10, "A" * 400])
async def test_a_secret_of_ones_own_making_is_not_taken(juai: Kecamatan, secret: str) -> None:
    ctx = juai.app.state.context
    with pytest.raises(two_step.WrongCodeError):
        two_step.switch_on(ctx, TRANTIB, secret, "000000")


async def test_it_is_switched_off_with_a_code_or_by_an_admin(juai: Kecamatan) -> None:
    ctx = juai.app.state.context
    secret, _ = switched_on(juai)
    juai.clock.move(minutes=2)
    with pytest.raises(two_step.WrongCodeError):
        two_step.switch_off(ctx, TRANTIB, "123456")
    two_step.switch_off(ctx, TRANTIB, code_now(juai, secret))
    assert two_step.look(ctx, TRANTIB).codes_left == 0
    switched_on(juai)
    two_step.reset(ctx, "trantib", "admin")
    async with juai.browser() as browser:
        assert (await enter(browser)).headers["location"] == "/"


async def test_out_of_all_ends_every_log_in_and_every_known_browser(juai: Kecamatan) -> None:
    ctx = juai.app.state.context
    async with juai.browser() as here, juai.browser("10.0.0.7") as there:
        there.headers["User-Agent"] = "Peramban (contoh)"
        await enter(here)
        juai.clock.move(minutes=1)
        await enter(there)
        seen = two_step.look(ctx, TRANTIB).log_ins
        assert [one.address for one in seen] == ["10.0.0.7", "10.0.0.9"]
        assert seen[0].browser == "Peramban (contoh)"
        two_step.end_all(ctx, TRANTIB)
        assert [await is_in(here), await is_in(there)] == [False, False]
        there.cookies.delete(visitor.COOKIE)
        answers = [(await enter(there, "salah")).status_code for _ in range(6)]
        assert answers == [403] * 5 + [429]
