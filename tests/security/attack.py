"""Drives the doors of a running server from two addresses of this machine, and prints who still
gets in (``python -m tests.security``).

The attacker is 127.0.0.2 (behind the trusted proxy a /64 of IPv6), the honest ones are 127.0.0.3.
Everything stays on loopback and is bounded in count and time. Ends with 1 when an honest log-in
took 2 s, an honest phone 1 s, or somebody honest did not get in.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import multiprocessing
import secrets
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from server.core import accounts
from server.core.config import Settings
from server.core.context import open_context
from server.core.sessions import Account
from server.hp import activation
from server.inovasi import survey
from shared.codec import encode
from shared.protocol import ACTIVATE, SYNC
from shared.roles import Role
from tests.cast import BU_IDA, LALAYAU, patrol
from tests.server.kit import member
from tests.server.live import live

ATTACKER, HONEST, PROXY = "127.0.0.2", "127.0.0.3", "127.0.0.1"
NAME, PASSWORD = "trantib", "kata sandi contoh"
LOGIN_S, PHONE_S = 2.0, 1.0
SLOW_S = 45.0
"""How long slow bodies are held: longer than any grace."""


@dataclass
class Round:
    """One attack: what it tried, and how the honest ones fared meanwhile."""

    name: str
    attack: str = ""
    logins: list[float] = field(default_factory=list)
    phones: list[float] = field(default_factory=list)
    shut_out: int = 0

    @property
    def well(self) -> bool:
        tried = self.logins and self.phones
        return (
            bool(tried)
            and not self.shut_out
            and (max(self.logins) < LOGIN_S and max(self.phones) < PHONE_S)
        )

    def line(self) -> str:
        slowest = [f"{max(times, default=0):.2f} s" for times in (self.logins, self.phones)]
        verdict = "still gets in" if self.well else "SHUT OUT OR SLOW"
        return (
            f"| {self.name} | {self.attack} | {' | '.join(slowest)} | {self.shut_out} | {verdict} |"
        )


@dataclass
class World:
    """A running server, what strangers know of it, and the secrets of the honest ones."""

    url: str
    port: int
    data: Path
    token: str
    known: str = ""

    def client(self, address: str, **headers: str) -> httpx.AsyncClient:
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=0)
        transport = httpx.AsyncHTTPTransport(local_address=address, limits=limits, verify=False)
        return httpx.AsyncClient(
            base_url=self.url, transport=transport, timeout=60, headers=headers, trust_env=False
        )

    def code(self) -> str:
        with open_context(Settings(self.data)) as ctx:
            return activation.new_code(ctx, LALAYAU, BU_IDA.nama, BU_IDA.jabatan)

    async def silent(self, address: str, count: int) -> list[asyncio.StreamWriter]:
        """Connections that say nothing."""
        made = list[asyncio.StreamWriter]()
        for _ in range(count):
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection(
                    "127.0.0.1", self.port, local_addr=(address, 0)
                )
                made.append(writer)
        return made


async def log_in(world: World, known: str = "") -> tuple[float, str]:
    """How long an honest log-in took, and the cookie by which the browser is known."""
    async with world.client(HONEST, Origin=world.url) as browser:
        if known:
            browser.cookies.set("sinar_kenal", known)
        began = time.monotonic()
        answer = await browser.post("/masuk", data={"nama": NAME, "sandi": PASSWORD})
        took = time.monotonic() - began
    if answer.status_code != 303:
        raise ConnectionError(answer.status_code)
    return took, answer.cookies.get("sinar_kenal") or known


async def report(world: World) -> float:
    """How long an honest phone's report took."""
    headers = {"Authorization": f"Bearer {world.token}"}
    async with world.client(HONEST, **headers) as phone:
        began = time.monotonic()
        answer = await phone.post(SYNC, json={"laporan": [encode(patrol())]})
        took = time.monotonic() - began
    if answer.status_code != 200 or answer.json()["results"][0]["state"] != "accepted":
        raise ConnectionError(answer.status_code)
    return took


async def meanwhile(world: World, told: Round, over: asyncio.Event, *, known: bool) -> None:
    """The honest ones, again and again until the attack is over; at least three times."""
    rounds = 0
    while rounds < 3 or not over.is_set():
        rounds += 1
        for times, work in ((told.logins, _log_in(world, known)), (told.phones, report(world))):
            try:
                times.append(await work)
            except (httpx.HTTPError, ConnectionError) as error:
                told.shut_out += 1
                print(f"    {told.name}: {error!r}", file=sys.stderr)
        await asyncio.sleep(1.0)


async def _log_in(world: World, known: bool) -> float:
    took, cookie = await log_in(world, world.known if known else "")
    world.known = world.known or cookie
    return took


async def nobody(_world: World) -> str:
    """0: what the honest ones take by themselves on this machine."""
    await asyncio.sleep(5)
    return "nothing"


async def silent_connections(world: World) -> str:
    """1: 1,005 connections that say nothing, from one address."""
    held = await world.silent(ATTACKER, 1005)
    await asyncio.sleep(6)
    for writer in held:
        writer.close()
    return f"{len(held)} silent connections of one address"


async def slow_bodies(world: World) -> str:
    """1: 1,005 slow bodies from one /64, through the trusted proxy."""
    sent, ended = 0, 0

    async def one(number: int) -> None:
        nonlocal sent, ended
        house = f"2001:db8:1:2::{number:x}"
        head = (
            f"POST /masuk HTTP/1.1\r\nHost: 127.0.0.1:{world.port}\r\nContent-Length: 900\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nX-Forwarded-For: {house}\r\n\r\n"
        )
        try:
            reader, writer = await asyncio.open_connection(
                "127.0.0.1", world.port, local_addr=(PROXY, 0)
            )
        except OSError:
            return
        with contextlib.suppress(OSError):
            writer.write(head.encode())
            sent += 1
            end = time.monotonic() + SLOW_S
            while time.monotonic() < end and not reader.at_eof():
                writer.write(b"n")
                await writer.drain()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(5):
                        ended += not await reader.read(100)
                        break
        writer.close()

    await asyncio.gather(*(one(number) for number in range(1005)))
    return f"{sent} slow bodies of one /64 through the proxy, for {SLOW_S:.0f} s"


async def survey_posts(world: World) -> str:
    """2, 3: 90 answers of one house, held back and let go together."""
    go = asyncio.Event()
    form = {f"u{number}": "4" for number in range(1, 10)}

    async def one(number: int) -> int:
        house = {"X-Forwarded-For": f"2001:db8:2:2::{number:x}"}
        async with world.client(PROXY, **house) as client:

            async def body() -> AsyncIterator[bytes]:
                text = "&".join(f"{name}={value}" for name, value in form.items()).encode()
                yield text[:-1]
                await go.wait()
                yield text[-1:]

            length = len("&".join(f"{name}={value}" for name, value in form.items()))
            headers = {
                "Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(length),
            }  # fmt: skip
            answer = await client.post("/survei", content=body(), headers=headers)
            return answer.status_code

    posts = [asyncio.ensure_future(one(number)) for number in range(90)]
    await asyncio.sleep(3)
    go.set()
    statuses = await asyncio.gather(*posts)
    if statuses.count(200) > survey.FROM_ONE.most:
        raise AssertionError(f"{statuses.count(200)} answers counted")
    return f"90 survey answers at once: {statuses.count(200)} counted"


async def lock_the_office(world: World) -> str:
    """4: wrong passwords for the office's name from four addresses."""
    statuses = list[int]()
    for number in (2, 4, 5, 6):
        async with world.client(f"127.0.0.{number}", Origin=world.url) as guesser:
            for _ in range(7):
                answer = await guesser.post("/masuk", data={"nama": NAME, "sandi": "salah"})
                statuses.append(answer.status_code)
    return (
        f"{len(statuses)} wrong passwords from four addresses: {statuses.count(429)} told to wait"
    )


async def lock_activation(world: World) -> str:
    """4: wrong codes beside an honest phone that was here before."""
    code = world.code()
    body = {"device_name": "HP (contoh)", "app_version": "1.0.0"}
    async with world.client(HONEST) as client:
        wrong = [
            (await client.post(ACTIVATE, json={"code": "22222222", **body})).status_code
            for _ in range(9)
        ]
        headers = {"Authorization": f"Bearer {world.token}"}
        again = await client.post(ACTIVATE, json={"code": code, **body}, headers=headers)
    if again.status_code != 201:
        raise AssertionError(f"a phone that was here: {again.status_code}")
    return f"9 wrong codes from the phone's own address: {wrong.count(429)} told to wait"


async def crowd_the_log_in(world: World) -> str:
    """5: 240 wrong log-ins at once, each below every limit."""

    async def one(number: int) -> int:
        house = {"X-Forwarded-For": f"203.0.113.{number % 60}", "Origin": world.url}
        async with world.client(PROXY, **house) as client:
            data = {"nama": f"nama{number}", "sandi": secrets.token_hex(8)}
            return (await client.post("/masuk", data=data)).status_code

    statuses = await asyncio.gather(*(one(number) for number in range(240)))
    seen, away = statuses.count(403), statuses.count(503)
    return f"240 wrong log-ins at once: {seen} looked at, {away} sent away"


async def greedy_phone(world: World) -> str:
    """6: 500 reports, and 2,000 roster entries in one call, of one phone."""
    with open_context(Settings(world.data)) as ctx:
        code = activation.new_code(ctx, LALAYAU, BU_IDA.nama, BU_IDA.jabatan)
    body = {"code": code, "device_name": "HP (contoh)", "app_version": "1.0.0"}
    async with world.client(ATTACKER) as phone:
        token = (await phone.post(ACTIVATE, json=body)).json()["token"]
        phone.headers["Authorization"] = f"Bearer {token}"
        many = await phone.post(SYNC, json={"anggota": [member() for _ in range(2000)]})
        calls = list[int]()
        for _ in range(25):
            items = [encode(patrol()) for _ in range(20)]
            calls.append((await phone.post(SYNC, json={"laporan": items})).status_code)
        members = [member() for _ in range(100)]
        await phone.post(SYNC, json={"anggota": members})
    return (
        f"500 reports: {calls.count(200) * 20} taken, then 429; "
        f"2,000 roster entries in one call: {many.status_code}"
    )


ROUNDS: tuple[tuple[str, Callable[[World], Awaitable[str]], bool], ...] = (
    ("0 calm", nobody, True),
    ("1 connections", silent_connections, False),
    ("1 slow bodies", slow_bodies, False),
    ("2, 3 survey", survey_posts, False),
    ("4 office", lock_the_office, True),
    ("4 activation", lock_activation, True),
    ("5 log-in queue", crowd_the_log_in, True),
    ("6 greedy phone", greedy_phone, True),
)
"""Name, attack, and whether the honest browser was here before (else it is a new one)."""


def run(attack: Callable[[World], Awaitable[str]], world: World) -> str:
    """One attack, in a process of its own: it must not slow down those who are measured."""
    logging.disable(logging.CRITICAL)
    return asyncio.run(_awaited(attack, world))


async def _awaited(attack: Callable[[World], Awaitable[str]], world: World) -> str:
    return await attack(world)


async def play(world: World, pool: ProcessPoolExecutor, *, quiet: bool = False) -> list[Round]:
    """Every attack, one after the other, with the honest ones beside it."""
    world.known = (await log_in(world))[1]
    rounds = list[Round]()
    for name, attack, known in ROUNDS:
        told, over = Round(name), asyncio.Event()
        honest = asyncio.ensure_future(meanwhile(world, told, over, known=known))
        try:
            told.attack = await asyncio.get_running_loop().run_in_executor(pool, run, attack, world)
        finally:
            over.set()
            await honest
        rounds.append(told)
        if not quiet:
            print(told.line(), flush=True)
    return rounds


def attacked(*, quiet: bool = False) -> list[Round]:
    """Every attack on a server of its own; ``quiet`` prints nothing."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with live(data, "--trusted-proxy", PROXY) as server:
            with open_context(Settings(data)) as ctx:
                accounts.add(ctx, NAME, Role.KASI_TRANTIB, PASSWORD)
                survey.set_open(ctx, Account(NAME, Role.KASI_TRANTIB, NAME), is_open=True)
                code = activation.new_code(ctx, LALAYAU, BU_IDA.nama, BU_IDA.jabatan)
            port = int(server.url.rpartition(":")[2])
            world = World(server.url, port, data, server.token(code))
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
                return asyncio.run(play(world, pool, quiet=quiet))


def main() -> int:
    """0 when every honest one still got in."""
    print("| attack | what | honest log-in | honest phone | shut out | verdict |")
    print("|---|---|---|---|---|---|")
    rounds = attacked()
    well = all(one.well for one in rounds)
    print(json.dumps({"well": well, "rounds": len(rounds)}))
    return 0 if well else 1
