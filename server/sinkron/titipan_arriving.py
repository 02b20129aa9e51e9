"""A package on its way in from a phone that carries it: by byte range, then opened and taken in.

Whoever carries it reads nothing of it; what arrived before a link broke is kept for a week.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import ParamSpec, TypeVar

from server.core import phone_quota, sweeping
from server.core.config import NO_ROOM
from server.core.context import Context
from server.core.devices import Device
from server.core.files.object_store import StorageFullError
from server.laporan.photo_errors import (
    BusyError,
    NotWelcomeError,
    OffsetError,
    PhotoError,
    TooLongError,
)
from server.laporan.photos import KEEP_UNFINISHED
from server.sinkron import titipan
from server.sinkron.rows.titipan_files import TitipanFiles
from server.sinkron.titipan import Taken
from shared.sealed_file import DamagedFileError, HugeFileError, SealedFileError
from shared.titipan import MAX_BYTES

FLUSH_BYTES = 512 * 1024

T = TypeVar("T")
P = ParamSpec("P")


class Arriving:
    """The packages that are arriving at this server."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._files = TitipanFiles(ctx.settings.data)
        # One at a time: opening a package takes the processor for a while.
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="titipan")

    async def offset(self, device: Device, sha256: str) -> int:
        """How much of it is here."""
        return await self._run(self._files.size, device.id, sha256)

    async def take(
        self,
        device: Device,
        sha256: str,
        offset: int,
        length: int,
        body: AsyncIterator[bytes],
        welcome: Callable[[], bool],
    ) -> Taken | int:
        """Go on at ``offset``; what came of it once it is whole, else where it ends now.

        Raises PhotoError, SealedFileError or StoreError.
        """
        if length > MAX_BYTES:
            raise HugeFileError(length)
        with self._writing(device.id):
            here = await self._run(self._begun, device.id, sha256, length)
            if here != offset:
                raise OffsetError(here)
            here = await self._append(device.id, sha256, here, length, body)
            await self._run(phone_quota.note_package, self._ctx, device.id, here - offset)
            if not await self._run(welcome):
                raise NotWelcomeError
            return here if here < length else await self._run(self._whole, device, sha256)

    def sweep(self) -> None:
        """Let go of what nobody has gone on with for a week."""
        oldest = (self._ctx.clock.now() - KEEP_UNFINISHED).timestamp()
        sweeping.each("titipan", list(self._files.older_than(oldest)), Path.unlink)

    def close(self) -> None:
        """Wait for what is being taken in."""
        self._pool.shutdown()

    async def _append(
        self, device: str, sha256: str, here: int, length: int, body: AsyncIterator[bytes]
    ) -> int:
        """The body, as far as it comes; what came before a break is on the disk."""
        held = bytearray()
        try:
            async for chunk in body:
                held += chunk
                if here + len(held) > length:
                    held.clear()
                    raise TooLongError
                if len(held) >= FLUSH_BYTES:
                    here = await self._run(self._files.append, device, sha256, bytes(held))
                    held.clear()
        except (PhotoError, asyncio.CancelledError):
            if held:
                await self._run(self._files.append, device, sha256, bytes(held))
            raise
        return await self._run(self._files.append, device, sha256, bytes(held)) if held else here

    def _begun(self, device: str, sha256: str, length: int) -> int:
        if shutil.disk_usage(self._ctx.settings.data).free < NO_ROOM + length:
            raise StorageFullError
        self._files.begin(device, sha256)
        return self._files.size(device, sha256)

    def _whole(self, device: Device, sha256: str) -> Taken:
        """Open it and take it in; a refused one is dropped, a full disk keeps it for later."""
        try:
            if not self._files.is_right(device.id, sha256):
                raise DamagedFileError("sha256")
            path = self._files.file_of(device.id, sha256)
            taken = titipan.take_in(self._ctx, path, by=device.nama)
        except SealedFileError:
            self._files.drop(device.id, sha256)
            raise
        self._files.drop(device.id, sha256)
        return taken

    async def _run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        call = partial(work, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._pool, call)

    @contextmanager
    def _writing(self, device: str) -> Generator[None]:
        turn = f"titipan/{device}"
        if not self._ctx.turns.take(turn):
            raise BusyError
        try:
            yield
        finally:
            self._ctx.turns.give(turn)
