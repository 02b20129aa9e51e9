"""The token is kept, forgotten and found again, by both places that can hold it."""

from __future__ import annotations

import asyncio
import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from mobile.device import secrets
from mobile.device.secrets import FileSecrets, SystemSecrets
from mobile.ports import DiskFull, Secrets, StoreError

pytestmark = pytest.mark.anyio


class FakeStorage:
    """The system's secure storage, in memory; `broken` makes it raise as Flet does."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.broken = False
        self.reads = 0

    async def get(self, key: str) -> str | None:
        self.reads += 1
        return self._checked().get(key)

    async def set(self, key: str, value: str) -> None:
        self._checked()[key] = value

    async def remove(self, key: str) -> None:
        self._checked().pop(key, None)

    def _checked(self) -> dict[str, str]:
        if self.broken:
            raise RuntimeError("BadPaddingException")
        return self.values


def system(storage: Any) -> SystemSecrets:
    return SystemSecrets(storage)


@pytest.fixture(params=["system", "file"])
def reopened(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """A maker of secrets over one place: each call is another start of the app."""
    storage = FakeStorage()
    if request.param == "system":
        return lambda: system(storage)
    return lambda: FileSecrets(tmp_path / "data" / "token")


async def test_a_new_phone_has_no_token(reopened: Any) -> None:
    assert await reopened().token() is None


async def test_a_token_is_there_after_the_next_start(reopened: Any) -> None:
    await reopened().keep_token("rahasia-1")
    assert await reopened().token() == "rahasia-1"


async def test_a_newer_token_takes_its_place(reopened: Any) -> None:
    vault: Secrets = reopened()
    await vault.keep_token("rahasia-1")
    await vault.keep_token("rahasia-2")
    assert await vault.token() == "rahasia-2"
    assert await reopened().token() == "rahasia-2"


async def test_a_forgotten_token_is_gone(reopened: Any) -> None:
    vault: Secrets = reopened()
    await vault.keep_token("rahasia-1")
    await vault.forget_token()
    await vault.forget_token()
    assert await vault.token() is None
    assert await reopened().token() is None


async def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text("lama")
    path.chmod(0o644)
    before = os.umask(0)
    try:
        await FileSecrets(path).keep_token("rahasia")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert _names(tmp_path) == ["token"]


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


async def test_a_left_over_of_a_crash_does_not_disturb(tmp_path: Path) -> None:
    (tmp_path / "token.new").write_text("setengah")
    vault = FileSecrets(tmp_path / "token")
    assert await vault.token() is None
    await vault.keep_token("rahasia")
    assert await vault.token() == "rahasia"


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EIO, StoreError)])
async def test_a_write_that_fails_leaves_the_former_token(
    number: int, error: type[StoreError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = FileSecrets(tmp_path / "token")
    await vault.keep_token("rahasia-1")

    def refuse(_handle: int) -> None:
        raise OSError(number, "disk")

    with monkeypatch.context() as patch:
        patch.setattr(secrets.os, "fsync", refuse)
        with pytest.raises(error):
            await vault.keep_token("rahasia-2")
    assert await vault.token() == "rahasia-1"


async def test_a_storage_that_fails_is_not_taken_for_an_empty_one() -> None:
    storage = FakeStorage()
    storage.broken = True
    with pytest.raises(StoreError):
        await system(storage).token()


async def test_once_read_the_token_is_remembered() -> None:
    storage = FakeStorage()
    vault = system(storage)
    await vault.keep_token("rahasia")
    assert storage.reads == 1, "what was written is read back"
    storage.broken = True
    assert await vault.token() == "rahasia"
    assert storage.reads == 1


async def test_a_write_that_only_looks_like_one_is_told() -> None:
    class Forgetful(FakeStorage):
        async def set(self, key: str, value: str) -> None:
            self._checked()

    vault = system(Forgetful())
    with pytest.raises(StoreError):
        await vault.keep_token("rahasia")
    assert await vault.token() is None


async def test_a_backup_of_another_phone_holds_no_token() -> None:
    class FromAnotherPhone(FakeStorage):
        async def get(self, key: str) -> str | None:
            raise RuntimeError(
                "PlatformException(Exception encountered, read, Data has been reset)"
            )

    assert await system(FromAnotherPhone()).token() is None


async def test_a_storage_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    storage = FakeStorage()
    monkeypatch.setattr(storage, "get", lambda _key: asyncio.Event().wait())
    monkeypatch.setattr(secrets, "_PATIENCE_S", 0.02)
    with pytest.raises(StoreError):
        await system(storage).token()
