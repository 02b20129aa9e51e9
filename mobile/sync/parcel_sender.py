"""Brings other phones' packages to the kecamatan: bytes that this phone cannot read."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from mobile.domain.parcel import Parcel, ParcelStore
from mobile.ports import StoreError
from mobile.sync import outcome
from shared.clock import Clock, format_time

log = logging.getLogger(__name__)

ROUNDS = 3
UNREADABLE = "titipan_lost"
"""The package's file is gone from this phone."""

Sent = Callable[[int], None]


@dataclass(frozen=True)
class Brought:
    """How much the kecamatan took in."""

    laporan: int
    foto: int


class ParcelCalls(Protocol):
    """The calls that this file makes."""

    async def parcel_offset(self, sha256: str) -> int: ...

    async def send_parcel(self, sha256: str, data: bytes, offset: int, sent: Sent) -> Brought: ...


@dataclass
class ParcelSender:
    """One package after the other; each goes on from the byte at which the server stands."""

    api: ParcelCalls
    parcels: ParcelStore
    clock: Clock

    async def send_all(self, moved: Sent) -> None:
        """Bring all that wait; raises ContactFailed when the kecamatan is out of reach."""
        for parcel in await asyncio.to_thread(self.parcels.carried):
            if parcel.waiting:
                await self._send(parcel, moved)

    async def _send(self, parcel: Parcel, moved: Sent) -> None:
        try:
            data = await asyncio.to_thread(self.parcels.read, parcel.sha256)
            brought = await self._deliver(parcel, data, moved)
        except StoreError as error:
            log.warning("package %s is lost: %r", parcel.sha256, error)
            return await self._note(self.parcels.refused, parcel.sha256, UNREADABLE)
        except outcome.Refused as error:
            log.warning("package %s refused: %s", parcel.sha256, error.detail)
            return await self._note(self.parcels.refused, parcel.sha256, error.code)
        at = format_time(self.clock.now())
        await self._note(self.parcels.delivered, parcel.sha256, at, brought.laporan, brought.foto)

    async def _deliver(self, parcel: Parcel, data: bytes, moved: Sent) -> Brought:
        offset = await self.api.parcel_offset(parcel.sha256)
        for _ in range(ROUNDS):
            try:
                return await self.api.send_parcel(parcel.sha256, data, offset, moved)
            except outcome.OffsetDiffers as error:
                offset = error.offset or 0
        raise outcome.Busy(f"package {parcel.sha256}: {ROUNDS} attempts")

    async def _note(self, write: Callable[..., None], *words: object) -> None:
        # Shielded: the server's word is written down, also when the visit is stopped just now.
        await asyncio.shield(asyncio.to_thread(write, *words))
