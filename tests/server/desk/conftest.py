"""The kecamatan's server, Bu Ida's phone, and windows of the staff view without a browser."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.server.kit import Office, Phone, office


@pytest.fixture
async def juai(tmp_path: Path) -> AsyncIterator[Office]:
    """The server of the kecamatan."""
    async with office(tmp_path / "data") as running:
        yield running


@pytest.fixture
async def ida(juai: Office) -> Phone:
    """Bu Ida's phone, of Lalayau."""
    return await juai.phone()
