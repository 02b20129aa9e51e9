"""Servers on an empty folder, for the tests of what a phone may send."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from server.core.files import stores
from tests.doubles import s3_server
from tests.doubles.s3_server import KEYS, S3Server
from tests.server.kit import Office, Phone, office


@pytest.fixture(scope="session")
def s3_running() -> Iterator[S3Server]:
    """A server of S3's protocol."""
    lacks = s3_server.why_not()
    if lacks:
        pytest.skip(lacks)
    running = S3Server()
    yield running
    running.stop()


@pytest.fixture
def s3(s3_running: S3Server, monkeypatch: pytest.MonkeyPatch) -> S3Server:
    """The same, with keys in the environment; a store that failed is asked again at once."""
    from server.core.files import bucket_store

    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    for name in (stores.TOKEN, stores.REGION):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(bucket_store, "REST_S", 0)
    return s3_running


@pytest.fixture(params=["folder", "s3"])
def store(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The settings of either make of the store of photos."""
    if request.param == "folder":
        return {}
    running: S3Server = request.getfixturevalue("s3")
    return running.settings(running.bucket())


@pytest.fixture
async def juai(tmp_path: Path) -> AsyncIterator[Office]:
    """The server of the kecamatan."""
    async with office(tmp_path / "data") as running:
        yield running


@pytest.fixture
async def ida(juai: Office) -> Phone:
    """Bu Ida's phone, of Lalayau."""
    return await juai.phone()
