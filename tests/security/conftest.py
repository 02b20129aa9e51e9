"""The whole server with its staff view, and browsers: a stranger's, and one that is logged in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from server.core import accounts, sessions
from server.core.config import Settings
from server.core.context import Context
from server.http import visitor
from server.shell.app import create_app
from shared.clock import FixedClock
from shared.roles import Role
from tests.cast import EVENING, KASI_TRANTIB
from tests.server.kit import Office, fresh_database

PASSWORD = "kata sandi contoh"


@dataclass
class Doors:
    """The running server, seen from outside."""

    app: FastAPI
    client: httpx.AsyncClient
    """A stranger's browser."""
    office: Office

    @property
    def ctx(self) -> Context:
        return self.app.state.context

    @asynccontextmanager
    async def logged_in(self, role: Role = Role.KASI_TRANTIB) -> AsyncIterator[httpx.AsyncClient]:
        """A browser with the cookie of this role."""
        accounts.add(self.ctx, role, role, PASSWORD, KASI_TRANTIB)
        token = sessions.log_in(self.ctx, role, PASSWORD, "10.0.0.9")
        async with _browser(self.app, cookies={visitor.COOKIE: token}) as client:
            yield client


def _browser(app: FastAPI, **more: Any) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app, client=("10.0.0.9", 5555))
    return httpx.AsyncClient(transport=transport, base_url="http://server", **more)


@pytest.fixture(autouse=True)
def quick_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "_HASHER", PasswordHasher(1, 8, 1))
    accounts._nobody.cache_clear()


@pytest.fixture
async def doors(tmp_path: Path) -> AsyncIterator[Doors]:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    (folder / "sinar.db").write_bytes(fresh_database())
    settings = Settings(data=folder, trusted_proxies=frozenset({"10.0.0.1"}))
    clock = FixedClock(EVENING)
    app = create_app(settings, clock)
    async with app.router.lifespan_context(app), _browser(app) as client:
        yield Doors(app, client, Office(app, client, clock))
