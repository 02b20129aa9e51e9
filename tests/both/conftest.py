"""A real server for a whole file of tests; every test has phones of its own in it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.both.kit import RealPhone, RealServer
from tests.doubles.proxy import Link, Proxy


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    """One server for the tests of a file."""
    yield from serving(tmp_path_factory.mktemp("server"))


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[RealServer]:
    """A fresh server, for a test that stops it or puts it back."""
    yield from serving(tmp_path / "server")


def serving(data: Path) -> Iterator[RealServer]:
    """Serves on a free port until the test is over."""
    real = RealServer(data)
    real.start()
    yield real
    real.stop()


@pytest.fixture
async def ida(tmp_path: Path, server: RealServer) -> AsyncIterator[RealPhone]:
    """Bu Ida's phone, activated."""
    phone = RealPhone(tmp_path / "ida")
    await phone.activate(server)
    yield phone
    await phone.close()


@pytest.fixture
async def proxy(server: RealServer) -> AsyncIterator[Proxy]:
    """A link to the server that behaves until it is told otherwise."""
    async with Proxy(server.port, Link()).running() as running:
        yield running
