"""Sends one photo, from the byte at which the server stands, and writes down that it has it."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from mobile import ports
from mobile.record import PHOTO_LOST, Record, photo_received, photo_set_aside
from mobile.sync import outcome
from mobile.sync.outbox import NextPhoto
from shared.clock import Clock, format_time
from shared.laporan import Foto

log = logging.getLogger(__name__)

ROUNDS = 12
"""Attempts at one photo in one visit; a link that lasts a few seconds needs several."""

HELD_S = 2.0
"""The server lets go of a silent writer after 15 s: asking a dozen times is long enough."""

CHECKSUM = 460

Sent = Callable[[int], None]


class PhotoCalls(Protocol):
    """The calls that this file makes."""

    async def create_photo(self, foto: Foto, data: bytes, sent: Sent) -> int: ...
    async def resume_photo(self, foto: Foto, data: bytes, offset: int, sent: Sent) -> int: ...
    async def photo_offset(self, sha256: str) -> int: ...


class _Counter:
    """How many bytes of the photo have been handed over, told on as they go."""

    def __init__(self, moved: Sent, at: int) -> None:
        self._moved = moved
        self.at = at

    def add(self, count: int) -> None:
        self.at += count
        self._moved(count)

    def stand_at(self, offset: int) -> None:
        self.add(offset - self.at)


@dataclass
class PhotoSender:
    """Works through one photo at a time."""

    api: PhotoCalls
    laporan: ports.LaporanStore
    photos: ports.PhotoStore
    clock: Clock
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def send(self, photo: NextPhoto, moved: Sent) -> None:
        """The photo is at the server and written down as such when this returns, or set aside.

        Raises ContactFailed.
        """
        data = await asyncio.to_thread(self._read, photo.foto)
        if data is None:
            log.warning("photo %s of %s is lost", photo.foto.sha256, photo.record.id)
            return await self._set_aside(photo, PHOTO_LOST)
        try:
            await self._deliver(photo.foto, data, _Counter(moved, photo.offset))
        except outcome.Refused as error:
            log.warning("photo %s refused: %s", photo.foto.sha256, error.detail)
            return await self._set_aside(photo, error.code)
        await self._note(lambda r: photo_received(r, photo.foto.sha256, self._now()), photo)

    def _read(self, foto: Foto) -> bytes | None:
        """The bytes, or None when they are gone or no longer what the report names."""
        try:
            data = self.photos.read(foto.sha256)
        except (OSError, ports.StoreError):
            return None
        whole = hashlib.sha256(data).hexdigest() == foto.sha256 and len(data) == foto.size
        return data if whole else None

    async def _deliver(self, foto: Foto, data: bytes, counter: _Counter) -> None:
        offset, thrown_away = counter.at, False
        for _ in range(ROUNDS):
            counter.stand_at(offset)
            try:
                offset = await self._attempt(foto, data, offset, counter)
            except outcome.Refused as error:
                if error.status != CHECKSUM or thrown_away:
                    raise
                offset, thrown_away = 0, True
            if offset >= len(data):
                return counter.stand_at(len(data))
        raise outcome.NoSignal(f"photo {foto.sha256}: {ROUNDS} attempts")

    async def _attempt(self, foto: Foto, data: bytes, offset: int, counter: _Counter) -> int:
        """One request, and where the server stands after it."""
        try:
            if offset == 0:
                return await self.api.create_photo(foto, data, counter.add)
            return await self.api.resume_photo(foto, data, offset, counter.add)
        except outcome.OffsetDiffers as error:
            return await self._where(foto) if error.offset is None else error.offset
        except outcome.Held:
            await self.sleep(HELD_S)
            return await self._where(foto)
        except outcome.NotKnown:
            if offset == 0:
                raise
            return 0
        except outcome.NoSignal:
            # The link broke under way: as long as something arrives each time, go on at once.
            reached = await self._where(foto) if counter.at > offset else offset
            if reached <= offset:
                raise
            return reached

    async def _where(self, foto: Foto) -> int:
        try:
            return await self.api.photo_offset(foto.sha256)
        except outcome.NotKnown:
            return 0

    async def _set_aside(self, photo: NextPhoto, code: str) -> None:
        await self._note(lambda r: photo_set_aside(r, photo.foto.sha256, code), photo)

    async def _note(self, step: Callable[[Record], Record], photo: NextPhoto) -> None:
        # Shielded: the server's word is written down, also when the visit is stopped just now.
        await asyncio.shield(asyncio.to_thread(self._write, step, photo.foto.sha256))

    def _write(self, step: Callable[[Record], Record], sha256: str) -> None:
        """In every report that shows this photo."""
        for record in self.laporan.open_records():
            if record.sent and any(foto.sha256 == sha256 for foto in record.sent.foto):
                self.laporan.update(record.id, step)

    def _now(self) -> str:
        return format_time(self.clock.now())
