"""What every `Secrets` promises: the file, the window's own, and the one in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from mobile.bootstrap import NewestSecrets
from mobile.device.secrets import FileSecrets
from mobile.ports import Secrets
from mobile.web.secrets import DiskSecrets
from tests.doubles.log_disk import VaultDisk
from tests.doubles.phone import MemorySecrets

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["file", "in the browser's log", "of the newest window", "in memory"])
def secrets(request: pytest.FixtureRequest, tmp_path: Path) -> Secrets:
    if request.param == "in memory":
        return MemorySecrets()
    if request.param == "in the browser's log":
        return DiskSecrets(VaultDisk(tmp_path), tmp_path / "token")
    file = FileSecrets(tmp_path / "token")
    if request.param == "file":
        return file
    newest = NewestSecrets()
    newest.window = file
    return newest


async def test_a_new_phone_has_no_token(secrets: Secrets) -> None:
    assert await secrets.token() is None
    await secrets.forget_token()


async def test_a_token_is_kept_replaced_and_forgotten(secrets: Secrets) -> None:
    await secrets.keep_token("token-of-ida")
    assert await secrets.token() == "token-of-ida"
    await secrets.keep_token("newer-token")
    assert await secrets.token() == "newer-token"
    await secrets.forget_token()
    assert await secrets.token() is None
