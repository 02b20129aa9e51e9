"""Connections are counted before a byte is read: no sender takes the places of another."""

from __future__ import annotations

import asyncio

import pytest
from starlette.types import Receive, Scope, Send

from server.http import open_connections
from server.http.open_connections import OpenConnections, Regulars
from tests.security.test_crowds import said, wire

pytestmark = pytest.mark.anyio

ASK = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


class Silent:
    """A connection that says nothing; remembers whether it had to go."""

    def __init__(self) -> None:
        self.gone = False

    def give_way(self) -> None:
        self.gone = True


def opened(places: OpenConnections, address: str, count: int) -> list[Silent]:
    """So many of one address; those that found no place are gone at once."""
    made = [Silent() for _ in range(count)]
    for one in made:
        one.gone = not places.enter(one, address)
    return made


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> OpenConnections:
    """Ten places, three of them kept; four of one sender."""
    for name, value in {
        "MOST_CONNECTIONS": 10, "RESERVE": 3, "MOST_OF_ONE": 4, "MOST_OF_ONE_THAT_BELONGS": 6,
    }.items():  # fmt: skip
        monkeypatch.setattr(open_connections, name, value)
    regulars = Regulars()
    regulars.add("10.0.0.1")
    return OpenConnections(regulars, frozenset({"10.0.0.9"}))


def test_of_one_sender_the_longest_silent_makes_room_for_the_next(small: OpenConnections) -> None:
    first = opened(small, "10.0.0.7", 6)
    assert [one.gone for one in first] == [True, True, False, False, False, False]
    assert len(small) == 4


def test_a_house_of_ipv6_is_one_sender(small: OpenConnections) -> None:
    made = [opened(small, f"2001:db8:1:2::{n:x}", 1)[0] for n in range(6)]
    assert [one.gone for one in made] == [True, True, False, False, False, False]


def test_what_is_being_answered_does_not_make_room(small: OpenConnections) -> None:
    busy = opened(small, "10.0.0.7", 4)
    for one in busy:
        small.heard(one)
    assert [one.gone for one in opened(small, "10.0.0.7", 1)] == [True]
    small.silent(busy[2])
    assert [one.gone for one in opened(small, "10.0.0.7", 1)] == [False]
    assert [one.gone for one in busy] == [False, False, True, False]


def test_when_strangers_have_taken_all_the_next_one_still_finds_a_place(
    small: OpenConnections,
) -> None:
    many = opened(small, "10.0.1.1", 4)
    few = opened(small, "10.0.1.2", 3)
    assert [one.gone for one in opened(small, "10.0.1.3", 1)] == [False]
    assert [one.gone for one in many] == [True, False, False, False]
    assert not any(one.gone for one in few)


def test_a_part_is_kept_for_who_belongs_here_though_strangers_are_all_busy(
    small: OpenConnections,
) -> None:
    for address in ("10.0.1.1", "10.0.1.2"):
        for one in opened(small, address, 4):
            small.heard(one)
    assert [one.gone for one in opened(small, "10.0.1.3", 1)] == [True]
    assert [one.gone for one in opened(small, "10.0.0.1", 3)] == [False] * 3


def test_a_trusted_proxy_is_not_taken_for_one_sender(small: OpenConnections) -> None:
    assert [one.gone for one in opened(small, "10.0.0.9", 10)] == [False] * 10


def test_who_leaves_frees_the_place_and_is_not_counted_any_more(small: OpenConnections) -> None:
    for one in opened(small, "10.0.0.7", 4):
        small.leave(one)
        small.leave(one)
    assert len(small) == 0
    assert not any(one.gone for one in opened(small, "10.0.0.7", 4))


def test_whoever_was_here_yesterday_is_a_stranger_again(monkeypatch: pytest.MonkeyPatch) -> None:
    regulars = Regulars()
    regulars.add("10.0.0.1")
    assert "10.0.0.1" in regulars
    monkeypatch.setattr(open_connections, "BELONGS_FOR_S", 0)
    assert "10.0.0.1" not in regulars


async def silent_ones(port: int, address: str, count: int) -> list[asyncio.StreamWriter]:
    made = [
        await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
        for _ in range(count)
    ]
    return [writer for _, writer in made]


async def asked(port: int, address: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
    writer.write(ASK)
    try:
        return await said(reader)
    finally:
        writer.close()


async def test_silent_connections_of_one_address_shut_nobody_out(
    monkeypatch: pytest.MonkeyPatch, small: OpenConnections
) -> None:
    async with wire(monkeypatch, places=small) as port:
        silent = await silent_ones(port, "127.0.0.1", 40)
        assert b"halo" in await asked(port, "127.0.0.2")
        assert b"halo" in await asked(port, "127.0.0.1")
        assert len(small) <= 4
        for writer in silent:
            writer.close()


async def talk(scope: Scope, receive: Receive, send: Send) -> None:
    """A window that stays open until the other side goes."""
    assert scope["type"] == "websocket"
    await receive()
    await send({"type": "websocket.accept"})
    while (await receive())["type"] != "websocket.disconnect":
        pass


async def eventually(places: OpenConnections, count: int) -> None:
    async with asyncio.timeout(60):
        while len(places) != count:
            await asyncio.sleep(0.01)


async def test_an_open_window_keeps_its_place_until_it_closes(
    monkeypatch: pytest.MonkeyPatch, small: OpenConnections
) -> None:
    async with wire(monkeypatch, places=small, app=talk) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(
            b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        )
        async with asyncio.timeout(60):
            assert b" 101 " in await reader.readuntil(b"\r\n\r\n")
        silent = await silent_ones(port, "127.0.0.1", 8)
        await eventually(small, 4)
        assert not reader.at_eof()
        writer.close()
        await eventually(small, 3)
        for one in silent:
            one.close()
        await eventually(small, 0)
