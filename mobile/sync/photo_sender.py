"""Sends one photo, from the byte at which the server stands, and writes down that it has it."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from mobile import ports
from mobile.domain.record import Record
from mobile.domain.record_answers import PHOTO_LOST, photo_received, photo_set_aside
from mobile.sync import outcome
from mobile.sync.outbox import NextPhoto
from shared.clock import Clock, format_time
from shared.laporan import Foto

log = logging.getLogger(__name__)

ROUNDS = 12
"""Attempts at one photo in one visit; a link that lasts a few seconds needs several."""

HELD_S = 2.0
"""The server lets go of a silent writer after 15 s: asking a dozen times is long enough."""

SETTLE_S = 1.0

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
        """Until a 201 or 204 with the last offset: only that says that the bytes were checked."""
        offset, thrown_away = counter.at, False
        for _ in range(ROUNDS):
            counter.stand_at(offset)
            try:
                offset = await self._request(foto, data, offset, counter)
                if offset >= len(data):
                    return counter.stand_at(len(data))
            except outcome.Refused as error:
                if error.status != CHECKSUM or thrown_away:
                    raise
                offset, thrown_away = 0, True
            except (outcome.ItemFailed, outcome.NoSignal) as error:
                offset = await self._after(error, foto, offset, counter)
        raise outcome.NoSignal(f"photo {foto.sha256}: {ROUNDS} attempts")

    async def _request(self, foto: Foto, data: bytes, offset: int, counter: _Counter) -> int:
        if offset == 0:
            return await self.api.create_photo(foto, data, counter.add)
        return await self.api.resume_photo(foto, data, offset, counter.add)

    async def _after(
        self, error: outcome.ContactFailed, foto: Foto, offset: int, counter: _Counter
    ) -> int:
        """From which byte to go on after a request that failed; raises if it is not worth it."""
        if isinstance(error, outcome.OffsetDiffers) and error.offset is not None:
            return error.offset
        if isinstance(error, outcome.NotKnown):
            if offset == 0:
                raise error
            return 0
        if isinstance(error, outcome.Held):
            await self.sleep(HELD_S)
        if isinstance(error, outcome.NoSignal) and counter.at <= offset:
            raise error
        if isinstance(error, outcome.NoSignal):
            # The server first writes down what came before the break; whoever comes in between
            # is turned away with all the bytes that he brings.
            await self.sleep(SETTLE_S)
        reached = await self._where(foto)
        # As long as something arrives each time, go on at once.
        if isinstance(error, outcome.NoSignal) and reached <= offset:
            raise error
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
