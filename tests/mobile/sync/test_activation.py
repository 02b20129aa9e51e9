"""A code becomes an identity, or a reason that can be told."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from mobile.ports import ActivationError
from mobile.sync.http_api import HttpApi
from tests import cast
from tests.doubles.fake_server import Breaker, FakeServer, portal, problem

pytestmark = pytest.mark.anyio

SERVER = "http://127.0.0.1:8550"


async def ask(server: FakeServer, code: str = "ABCD2345", address: str = SERVER) -> Any:
    """Activate as the app does."""
    api = HttpApi(server)
    try:
        return await api.activate(address, code, "HP Ida", "1.0.0")
    finally:
        await api.close()


async def test_a_right_code_gives_a_village_a_name_and_a_token() -> None:
    activation = await ask(FakeServer())

    assert activation.token == "token-of-ida"
    assert activation.identity.desa_nama == "Lalayau"
    assert activation.identity.pelapor == cast.BU_IDA
    assert activation.identity.server == SERVER
    assert activation.settings == {"due_day": 5}


@pytest.mark.parametrize(
    ("breaker", "code"),
    [
        (lambda _r: problem(403, "code_invalid"), "code_invalid"),
        (lambda _r: problem(400, "bad_request"), "code_invalid"),
        (lambda _r: problem(429, "too_many"), "too_many"),
        (lambda _r: problem(503, "unavailable"), "busy"),
        (lambda _r: httpx.ConnectError("no route"), "no_signal"),
        (portal, "portal"),
        (lambda _r: httpx.Response(403, html="<h1>Masuk</h1>"), "portal"),
        (lambda _r: httpx.Response(201, json={"protocol": 2}), "old_app"),
        (lambda _r: httpx.Response(201, json={"protocol": 1}), "unexpected"),
        (lambda _r: problem(404, "not_found"), "unexpected"),
    ],
)
async def test_each_failure_has_its_word(breaker: Breaker, code: str) -> None:
    with pytest.raises(ActivationError) as failed:
        await ask(FakeServer(breakers=[breaker]))
    assert failed.value.code == code


async def test_an_address_in_the_clear_beyond_the_house_is_refused_before_any_call() -> None:
    server = FakeServer()
    with pytest.raises(ActivationError) as failed:
        await ask(server, address="http://linmas.example")
    assert failed.value.code == "bad_address"
    assert server.calls == []


async def test_a_phone_that_was_here_shows_what_it_had_and_to_this_server_only() -> None:
    shown: list[str | None] = []

    def look(request: httpx.Request) -> None:
        shown.append(request.headers.get("authorization"))

    api = HttpApi(FakeServer(breakers=[look, look, look]))
    for address in ("", SERVER, "http://127.0.0.2:8550"):
        if address:
            api.enter(SERVER, "token-lama")
        await api.activate(address or SERVER, "ABCD2345", "HP Ida", "1.0.0")
    await api.close()
    assert shown == [None, "Bearer token-lama", None]
