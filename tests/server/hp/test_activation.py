"""A code becomes a phone's identity: once, within 72 hours, and not for those who guess."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from server.core import devices
from shared.protocol import ACTIVATE, CODE_ALPHABET, SYNC
from tests.cast import BU_IDA, LALAYAU, PAK_RUDI
from tests.server.kit import Office, Phone, office

pytestmark = pytest.mark.anyio


async def test_a_code_gives_all_that_a_phone_needs(juai: Office) -> None:
    answer = await juai.activate(juai.code())
    body = answer.json()
    assert answer.status_code == 201
    assert body["protocol"] == 1
    assert len(body["token"]) >= 43
    assert body["pelapor"] == {"nama": BU_IDA.nama, "jabatan": BU_IDA.jabatan}
    assert body["desa"] == {"kode": LALAYAU, "nama": "Lalayau"}
    assert body["kecamatan"] == {"kode": "63.11.01", "nama": "Juai"}
    assert body["server_time"] == "2026-11-24T20:41:00+08:00"
    assert body["settings"]["due_day"] == 5


async def test_the_code_is_eight_characters_that_cannot_be_mistaken(juai: Office) -> None:
    code = juai.code()
    assert len(code) == 8
    assert set(code) <= set(CODE_ALPHABET)


async def test_small_letters_and_blanks_are_accepted(juai: Office) -> None:
    code = juai.code()
    assert (await juai.activate(f" {code[:4].lower()} {code[4:]}\n")).status_code == 201


async def test_a_code_works_once(juai: Office) -> None:
    code = juai.code()
    assert (await juai.activate(code)).status_code == 201
    again = await juai.activate(code)
    assert (again.status_code, again.json()["code"]) == (403, "code_invalid")


async def test_a_code_works_for_72_hours(juai: Office) -> None:
    code, late = juai.code(), juai.code()
    juai.clock.move(hours=71, minutes=59)
    assert (await juai.activate(code)).status_code == 201
    juai.clock.move(minutes=1)
    assert (await juai.activate(late)).json()["code"] == "code_invalid"


async def test_after_five_wrong_tries_even_the_right_code_waits_and_is_not_used_up(
    juai: Office,
) -> None:
    code = juai.code()
    for _ in range(5):
        assert (await juai.activate("22222222")).status_code == 403
    blocked = await juai.activate(code)
    assert (blocked.status_code, blocked.json()["code"]) == (429, "too_many")
    assert blocked.headers["retry-after"] == "60"
    juai.clock.move(minutes=1)
    assert (await juai.activate(code)).status_code == 201


async def test_the_window_moves_with_each_try(juai: Office) -> None:
    for _ in range(4):
        await juai.activate("22222222")
        juai.clock.move(minutes=5)
    assert (await juai.activate(juai.code())).status_code == 201


async def test_a_phone_that_was_here_gets_past_the_lock_of_those_who_guess_beside_it(
    juai: Office, ida: Phone
) -> None:
    devices.revoke(juai.ctx, ida.device_id, "operator")
    body = {"code": juai.code(), "device_name": "x", "app_version": "1"}
    tries = [await juai.activate("22222222") for _ in range(6)]
    again = await juai.client.post(ACTIVATE, json=body, headers=ida.headers)
    made_up = {"Authorization": "Bearer dikarang"}
    stranger = await juai.client.post(ACTIVATE, json=body, headers=made_up)
    assert (tries[-1].status_code, again.status_code, stranger.status_code) == (429, 201, 429)


async def test_a_code_made_while_the_clock_ran_ahead_does_not_hold_for_years(
    juai: Office,
) -> None:
    juai.clock.move(days=800)
    code = juai.code()
    juai.clock.move(days=-800)
    assert (await juai.activate(code)).json()["code"] == "code_invalid"


async def test_another_address_is_not_blocked_and_a_header_does_not_help(juai: Office) -> None:
    body = {"code": "22222222", "device_name": "x", "app_version": "1"}
    answers = [
        await juai.client.post(ACTIVATE, json=body, headers={"X-Forwarded-For": f"10.1.1.{n}"})
        for n in range(6)
    ]
    assert answers[-1].status_code == 429
    async with _from(juai, "10.0.0.77") as other:
        assert (await juai.activate(juai.code(), other)).status_code == 201


async def test_behind_a_trusted_proxy_the_address_is_what_the_proxy_saw(tmp_path: Path) -> None:
    async with office(tmp_path / "data", trusted_proxies=frozenset({"10.0.0.9"})) as juai:
        body = {"code": "22222222", "device_name": "x", "app_version": "1"}
        for _ in range(5):
            seen = {"X-Forwarded-For": "1.2.3.4, 10.1.1.1"}
            await juai.client.post(ACTIVATE, json=body, headers=seen)
        statuses = [
            (await juai.client.post(ACTIVATE, json=body, headers={"X-Forwarded-For": seen}))
            for seen in ("5.6.7.8, 10.1.1.1", "1.2.3.4, 10.1.1.2")
        ]
        assert [answer.status_code for answer in statuses] == [429, 403]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"code": 12345678, "device_name": "x", "app_version": "1"},
        {"code": "22222222", "device_name": None, "app_version": "1"},
        {"code": "22222222", "device_name": "x" * 201, "app_version": "1"},
        {"code": "22222222", "device_name": "\x00", "app_version": "1"},
        [],
    ],
)
async def test_a_faulty_call_is_refused(juai: Office, body: object) -> None:
    answer = await juai.client.post(ACTIVATE, json=body)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")


async def test_tokens_and_codes_are_kept_as_hashes_only(juai: Office) -> None:
    code = juai.code()
    token = (await juai.activate(code)).json()["token"]
    folder = juai.ctx.settings.data
    stored = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    assert code.encode() not in stored
    assert token.encode() not in stored


async def test_a_revoked_phone_is_turned_away_and_others_are_not(juai: Office, ida: Phone) -> None:
    second = await juai.phone()
    devices.revoke(juai.ctx, ida.device_id, "operator")
    answer = await ida.post()
    assert (answer.status_code, answer.json()["code"]) == (401, "revoked")
    assert (await second.post()).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{}, {"Authorization": "Bearer"}, {"Authorization": "Bearer x"}, {"Authorization": "Basic x"}],
)
async def test_without_a_known_token_the_body_is_not_even_looked_at(
    juai: Office, headers: dict[str, str]
) -> None:
    answer = await juai.client.post(SYNC, content=b"\xff" * 3_000_000, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized")
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_new_phone_reports_for_the_person_of_its_code(juai: Office) -> None:
    phone = await juai.phone("63.11.01.2002")
    [found] = [one for one in devices.all_devices(juai.ctx) if one.id == phone.device_id]
    assert (found.desa, found.nama) == ("63.11.01.2002", PAK_RUDI.nama)


def _from(juai: Office, address: str) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(juai.app, client=(address, 5555))
    return httpx.AsyncClient(transport=transport, base_url="http://server")
