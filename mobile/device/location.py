"""Looks for the phone's position: in the background, within a limit, with a reason when in vain."""

from __future__ import annotations

import asyncio

import flet_geolocator as geo

from mobile.ports import Fix
from shared.laporan import Lokasi, Sumber

DENIED, OFF, TIMEOUT, FAILED = "denied", "off", "timeout", "failed"

_REFUSED = (
    geo.GeolocatorPermissionStatus.DENIED,
    geo.GeolocatorPermissionStatus.DENIED_FOREVER,
)
# What the platforms' own messages hold; anything else is FAILED.
_WORDS = (
    (DENIED, ("denied", "permission")),
    (OFF, ("disabled",)),
    (TIMEOUT, ("timeout", "time limit", "timed out")),
)


class GeolocatorFinder:
    """The real `LocationFinder`. Cancelling `find` is safe at any moment."""

    def __init__(self, geolocator: geo.Geolocator) -> None:
        self._geolocator = geolocator

    async def find(self, limit_s: float = 30.0) -> Fix:
        """A position, or why there is none; takes `limit_s` seconds at most, asking included."""
        try:
            async with asyncio.timeout(limit_s):
                return await self._find()
        except TimeoutError:
            return Fix(reason=TIMEOUT)
        except RuntimeError as error:  # what Flet raises when the platform refuses
            return Fix(reason=reason_of(str(error)))

    async def ready(self) -> str | None:
        """Why no position could be found now, without asking the person; None when it could."""
        try:
            async with asyncio.timeout(5):
                if not await self._geolocator.is_location_service_enabled():
                    return OFF
                status = await self._geolocator.get_permission_status()
        except (TimeoutError, RuntimeError, ValueError):
            return FAILED
        return DENIED if status in _REFUSED else None

    async def _find(self) -> Fix:
        if not await self._geolocator.is_location_service_enabled():
            return Fix(reason=OFF)
        if not await self._allowed():
            return Fix(reason=DENIED)
        wish = geo.GeolocatorConfiguration(accuracy=geo.GeolocatorPositionAccuracy.HIGH)
        return as_fix(await self._geolocator.get_current_position(wish))

    async def _allowed(self) -> bool:
        status = await self._geolocator.get_permission_status()
        if status is geo.GeolocatorPermissionStatus.DENIED:  # not asked yet, or to be asked again
            status = await self._geolocator.request_permission()
        return status not in _REFUSED


def as_fix(position: geo.GeolocatorPosition) -> Fix:
    """The platform's position as ours; an accuracy of 0 means that it knows none."""
    if position.latitude is None or position.longitude is None:
        return Fix(reason=FAILED)
    return Fix(
        Lokasi(
            lintang=round(position.latitude, 6),
            bujur=round(position.longitude, 6),
            akurasi_m=round(position.accuracy, 1) if position.accuracy else None,
            sumber=Sumber.GPS,
        )
    )


def reason_of(message: str) -> str:
    """One of our reasons for a platform's message."""
    low = message.lower()
    return next((reason for reason, words in _WORDS if any(w in low for w in words)), FAILED)
