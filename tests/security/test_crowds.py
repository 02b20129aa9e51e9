"""Many at once, slow heads, slow bodies, giant heads: bounded in count, size and time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
import uvicorn
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.server import ServerState

from server.http import connection_limits, door, header_timeout, open_connections
from server.http.connection_limits import Crowd
from server.http.header_timeout import CountedWindow, PatientProtocol
from server.http.open_connections import OpenConnections, Regulars
from server.shell import serving
from tests.security.conftest import Doors

pytestmark = pytest.mark.anyio

HALO = PlainTextResponse("halo")


@asynccontextmanager
async def wire(
    monkeypatch: pytest.MonkeyPatch,
    head_s: float = 30.0,
    places: OpenConnections | None = None,
    app: ASGIApp = HALO,
) -> AsyncIterator[int]:
    """A server that says "halo", on a real port, with our patience."""
    monkeypatch.setattr(header_timeout, "HEAD_S", head_s)
    config = uvicorn.Config(app, log_config=None, ws=CountedWindow)
    config.load()
    state = ServerState()

    def protocol() -> PatientProtocol:
        return PatientProtocol(config, state, {}, places=places)

    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def said(reader: asyncio.StreamReader) -> bytes:
    """All until the server closes."""
    async with asyncio.timeout(60):
        return await reader.read()


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n", b"GET /"])
async def test_a_head_that_does_not_come_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    async with wire(monkeypatch, head_s=0.2) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(begun)
        assert (await said(reader)).startswith(b"HTTP/1.1 408 ")
        writer.close()


async def test_a_second_head_on_the_same_connection_is_not_waited_for_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with wire(monkeypatch, head_s=2) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        async with asyncio.timeout(60):
            assert await reader.readuntil(b"halo")
        writer.write(b"GET / HTTP/1.1\r\n")
        assert (await said(reader)).startswith(b"HTTP/1.1 408 ")
        writer.close()


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nX: " + b"a" * 40_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: aaaaaaaaaa\r\n" * 6000,
        b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\n\r\n",
    ],
    ids=["one header", "many headers", "address"],
)
async def test_a_giant_head_is_refused(monkeypatch: pytest.MonkeyPatch, head: bytes) -> None:
    async with wire(monkeypatch) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(head)
        assert (await said(reader)).startswith(b"HTTP/1.1 431 ")
        writer.close()


async def test_an_honest_request_is_answered_and_may_be_repeated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with wire(monkeypatch) as port, httpx.AsyncClient() as client:
        for _ in range(3):
            assert (await client.get(f"http://127.0.0.1:{port}/")).text == "halo"


def test_the_server_serves_with_bounds() -> None:
    assert open_connections.MOST_CONNECTIONS <= 1000
    assert 100 <= open_connections.RESERVE < open_connections.MOST_CONNECTIONS
    assert serving.MOST_WINDOW_BYTES <= 16 * 1024 * 1024


class Stuck:
    """An app that answers only when it is let go."""

    def __init__(self) -> None:
        self.let_go = asyncio.Event()
        self.inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.inside += 1
        await self.let_go.wait()
        await PlainTextResponse("halo")(scope, receive, send)


async def test_one_address_cannot_take_all_places_and_another_still_gets_in(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_limits, "MOST_REQUESTS", 3)
    stuck = Stuck()
    app = Crowd(stuck)

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "app": doors.app}, receive, send)

    def browser(address: str) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(wrapped, client=(address, 1))
        return httpx.AsyncClient(transport=transport, base_url="http://server")

    async with browser("10.0.0.7") as greedy, browser("10.0.0.8") as other:
        waiting = [asyncio.ensure_future(greedy.get("/")) for _ in range(3)]
        while stuck.inside < 3:
            await asyncio.sleep(0)
        refused = await greedy.get("/")
        late = asyncio.ensure_future(other.get("/"))
        stuck.let_go.set()
        answers = [(await one).status_code for one in (*waiting, late)]
        again = (await greedy.get("/")).status_code
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many")
    assert refused.headers["retry-after"]
    assert (answers, again) == ([200] * 4, 200)


async def test_windows_of_one_address_are_counted(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_limits, "MOST_WINDOWS", 1)
    stuck = Stuck()
    app = Crowd(stuck)
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {
        "type": "websocket", "app": doors.app, "client": ("10.0.0.7", 1), "headers": [],
    }  # fmt: skip
    first = asyncio.ensure_future(app(dict(scope), receive, send))
    while not stuck.inside:
        await asyncio.sleep(0)
    await app(dict(scope), receive, send)
    first.cancel()
    assert sent == [{"type": "websocket.close", "code": 1013}]


async def test_a_body_that_pauses_for_ever_is_given_up(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_limits, "PAUSE_S", 0.05)
    paused = asyncio.Event()

    async def dripping() -> AsyncIterator[bytes]:
        yield b"nama=kasi&sandi="
        await paused.wait()

    headers = {"Origin": "http://server", "Content-Type": "application/x-www-form-urlencoded"}
    async with asyncio.timeout(60):
        answer = await doors.client.post("/masuk", content=dripping(), headers=headers)
    assert answer.status_code == 400


async def test_a_form_that_drips_is_given_up_as_a_whole(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.http.login.MOST_FORM_S", 0.2)

    async def dripping() -> AsyncIterator[bytes]:
        while True:
            await asyncio.sleep(0.02)
            yield b"a"

    headers = {"Origin": "http://server", "Content-Type": "application/x-www-form-urlencoded"}
    async with asyncio.timeout(60):
        answer = await doors.client.post("/masuk", content=dripping(), headers=headers)
    assert answer.status_code == 400


def through_a_proxy(doors: Doors, app: ASGIApp) -> Callable[[str], httpx.AsyncClient]:
    """Browsers as a trusted proxy names them."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "app": doors.app}, receive, send)

    def browser(address: str) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(wrapped, client=("10.0.0.1", 1))
        headers = {"X-Forwarded-For": address}
        return httpx.AsyncClient(transport=transport, base_url="http://server", headers=headers)

    return browser


class Reads:
    """An app that reads the whole body and says how it ended."""

    def __init__(self) -> None:
        self.inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.inside += 1
        message: Message = {"more_body": True, "type": "http.request"}
        while message.get("more_body"):
            message = await receive()
        await PlainTextResponse(message["type"])(scope, receive, send)


async def never() -> AsyncIterator[bytes]:
    yield b"x"
    await asyncio.Event().wait()


async def test_slow_bodies_of_one_house_behind_a_proxy_shut_nobody_out(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_limits, "MOST_REQUESTS", 4)
    monkeypatch.setattr(connection_limits, "MOST_REQUESTS_OF_ALL", 6)
    reads = Reads()
    browser = through_a_proxy(doors, Crowd(reads))
    slow: list[asyncio.Future[httpx.Response]] = []
    async with browser("2001:db8:1:3::1") as honest:
        for number in range(12):
            house = 2 if number < 9 else 4
            guest = browser(f"2001:db8:1:{house}::{number:x}")
            slow.append(asyncio.ensure_future(guest.post("/", content=never())))
            async with asyncio.timeout(60):
                while reads.inside <= number:
                    await asyncio.sleep(0)
        assert (await honest.post("/", content=b"halo")).text == "http.request"
        async with asyncio.timeout(60):
            while sum(one.done() for one in slow) < 7:
                await asyncio.sleep(0)
        given_up = [one.result().text for one in slow if one.done()]
        for one in slow:
            one.cancel()
        await asyncio.gather(*slow, return_exceptions=True)
    assert given_up == ["http.disconnect"] * 7


async def test_who_has_shown_a_good_token_keeps_the_place(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_limits, "MOST_REQUESTS", 1)

    class Welcomes(Reads):
        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            scope[door.PLACE].belongs = True
            await super().__call__(scope, receive, send)

    app = Welcomes()
    async with through_a_proxy(doors, Crowd(app))("203.0.113.7") as phone:
        first = asyncio.ensure_future(phone.post("/", content=never()))
        while not app.inside:
            await asyncio.sleep(0)
        assert (await phone.post("/", content=b"x")).status_code == 429
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)


async def test_a_body_that_comes_far_too_slowly_is_given_up(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_limits, "GRACE_S", 0.2)

    async def drips() -> AsyncIterator[bytes]:
        while True:
            yield b"x"
            await asyncio.sleep(0.02)

    async with through_a_proxy(doors, Crowd(Reads()))("203.0.113.7") as guest:
        async with asyncio.timeout(60):
            answer = await guest.post("/", content=drips())
    assert answer.text == "http.disconnect"


async def test_an_answer_that_nobody_reads_is_given_up(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_limits, "PAUSE_S", 0.2)
    much = StreamingResponse(x for x in [b"x" * 1_000_000] * 50)
    app = Crowd(much)

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "app": doors.app}, receive, send)

    places = OpenConnections(Regulars())
    async with wire(monkeypatch, places=places, app=wrapped) as port:
        _, writer = await asyncio.open_connection("127.0.0.1", port, limit=1024)
        writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        await writer.drain()
        async with asyncio.timeout(60):
            while len(places) != 1:
                await asyncio.sleep(0.01)
            while len(places):
                await asyncio.sleep(0.01)
        writer.close()


async def test_a_house_in_a_hurry_is_turned_away_before_anything_is_done_for_it(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_limits, "BURST", 5)
    monkeypatch.setattr(connection_limits, "A_SECOND", 0)
    reads = Reads()
    browser = through_a_proxy(doors, Crowd(reads))
    statuses = list[int]()
    for number in range(9):
        async with browser(f"2001:db8:1:2::{number:x}") as guest:
            statuses.append((await guest.post("/", content=b"x")).status_code)
    async with browser("2001:db8:1:3::1") as other:
        beside = (await other.post("/", content=b"x")).status_code
    assert (statuses, beside) == ([200] * 5 + [429] * 4, 200)
    assert reads.inside == 6
