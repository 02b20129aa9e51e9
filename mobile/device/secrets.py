"""Where the token lies: the system's secure storage, or a file that only its owner may read."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from flet_secure_storage import SecureStorage

from mobile.ports import DiskFull, StoreError

T = TypeVar("T")

_KEY = "sinar.token"
_RESET = "has been reset"
"""Said on a phone that got another one's backup: what is in it cannot be opened any more."""
_PATIENCE_S = 10  # a lost session would otherwise keep us waiting for ever


class SystemSecrets:
    """Keystore of Android, keychain of iOS.

    Once read the token is remembered, so that a send need not ask the system each time.
    """

    def __init__(self, storage: SecureStorage) -> None:
        self._storage = storage
        self._token: str | None = None

    async def token(self) -> str | None:
        """The token, or None where none was kept; StoreError when the storage does not answer."""
        if self._token is None:
            self._token = await self._kept()
        return self._token

    async def keep_token(self, token: str) -> None:
        """Read back: a write that failed looks like one that did not. StoreError otherwise."""
        await self._asked(self._storage.set(_KEY, token))
        if await self._kept() != token:
            raise StoreError("secure storage")
        self._token = token

    async def forget_token(self) -> None:
        await self._asked(self._storage.remove(_KEY))
        self._token = None

    async def _kept(self) -> str | None:
        try:
            return await self._asked(self._storage.get(_KEY)) or None
        except StoreError as error:
            if _RESET in str(error.__cause__).lower():
                return None
            raise

    async def _asked(self, call: Awaitable[T]) -> T:
        try:
            return await asyncio.wait_for(call, _PATIENCE_S)
        except (RuntimeError, TimeoutError) as error:
            raise StoreError("secure storage") from error


class FileSecrets:
    """A file with mode 0600, for the phone in a browser or on a desk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def token(self) -> str | None:
        return await asyncio.to_thread(self._read)

    async def keep_token(self, token: str) -> None:
        """On disk when it returns; StoreError, and then the former token is still there."""
        await asyncio.to_thread(_guarded, self._write, token)

    async def forget_token(self) -> None:
        await asyncio.to_thread(_guarded, self._remove)

    def _read(self) -> str | None:
        try:
            return self._path.read_text("utf-8").strip() or None
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(str(self._path)) from error

    def _write(self, token: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_name(self._path.name + ".new")
        beside.unlink(missing_ok=True)  # or it would keep the mode it had
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(token)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)
        _sync_folder(self._path.parent)

    def _remove(self) -> None:
        self._path.unlink(missing_ok=True)
        if self._path.parent.is_dir():
            _sync_folder(self._path.parent)


def _guarded(work: Callable[..., None], *args: object) -> None:
    try:
        work(*args)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (DiskFull if full else StoreError)("token") from error


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
