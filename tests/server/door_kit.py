"""The staff view's door with a stand-in for Flet behind it, and browsers that knock."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from server.core import accounts
from server.core.config import Settings
from server.core.context import open_context
from server.core.sessions import Account, current_account
from server.http import login, login_step, problems
from server.http.connection_limits import Crowd
from server.http.log_in_queue import LogInQueue
from server.http.packed import Packed
from server.http.staff_door import StaffDoor, Windows
from server.http.webclient import WebClient
from shared.clock import FixedClock
from shared.roles import Role
from tests.cast import EVENING, KASI_TRANTIB
from tests.server.kit import fresh_database

PASSWORD = "rahasia (contoh)"
ASKS_FOR_PAGE = {"Accept": "text/html"}


class Flet:
    """Stands for Flet: remembers who sits at which window, and echoes."""

    def __init__(self) -> None:
        self.seen: list[tuple[Account | None, str]] = []
        self.is_deaf = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        browser = dict(scope["headers"]).get(b"user-agent", b"").decode()
        self.seen.append((current_account.get(), browser))
        await receive()
        await send({"type": "websocket.accept"})
        if self.is_deaf:
            await asyncio.Event().wait()
        while (message := await receive())["type"] != "websocket.disconnect":
            await send({"type": "websocket.send", "bytes": message["bytes"]})


@dataclass
class Kecamatan:
    """The server with its door, and Flet behind it."""

    app: FastAPI
    flet: Flet
    clock: FixedClock

    def browser(self, address: str = "10.0.0.9", base: str = "http://server") -> httpx.AsyncClient:
        transport = httpx.ASGITransport(self.app, client=(address, 5555))
        return httpx.AsyncClient(
            transport=transport, base_url=base, headers={"Origin": base, **ASKS_FOR_PAGE}
        )


def make_argon2_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real one takes 64 MB and a good part of a second, each time."""
    monkeypatch.setattr(accounts, "_HASHER", PasswordHasher(1, 8, 1))
    accounts._nobody.cache_clear()


@contextmanager
def kecamatan(tmp_path: Path) -> Iterator[Kecamatan]:
    """A server with one account; the one who guesses at its door is the test."""
    (tmp_path / "sinar.db").write_bytes(fresh_database())
    clock, app, flet = FixedClock(EVENING), FastAPI(), Flet()
    with open_context(Settings(data=tmp_path), clock) as ctx:
        accounts.add(ctx, "trantib", Role.KASI_TRANTIB, PASSWORD, KASI_TRANTIB)
        app.state.context, app.state.windows = ctx, Windows()
        app.state.log_in_queue = LogInQueue()
        problems.add_to(app)
        app.include_router(login.router)
        app.include_router(login_step.router)
        app.add_middleware(StaffDoor, client=WebClient(flet, Packed(tmp_path / "packed")))
        app.add_middleware(Crowd)
        yield Kecamatan(app, flet, clock)


async def enter(
    browser: httpx.AsyncClient, password: str = PASSWORD, **more: str
) -> httpx.Response:
    return await browser.post("/masuk", data={"nama": "trantib", "sandi": password, **more})
