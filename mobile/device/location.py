"""Looks for the phone's position: in the background, within a limit, with a reason when in vain."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import flet as ft
import flet_geolocator as geo

from mobile.ports import PATIENCE_S, Fix
from shared.clock import Clock, SystemClock
from shared.laporan import Lokasi, Sumber

DENIED, OFF, TIMEOUT, FAILED, OLD = "denied", "off", "timeout", "failed", "old"

FRESH_S = 3600
"""A place that the phone was at longer ago says nothing of the report."""

_REFUSED = (
    geo.GeolocatorPermissionStatus.DENIED,
    geo.GeolocatorPermissionStatus.DENIED_FOREVER,
)
# What the platforms' own messages hold; anything else is FAILED.
_WORDS = (
    # "A request for permissions is already in progress" is no refusal: ask again later.
    (FAILED, ("progress", "ongoing", "already running")),
    (DENIED, ("denied", "permission")),
    (OFF, ("disabled",)),
    (TIMEOUT, ("timeout", "time limit", "timed out")),
)


class GeolocatorFinder:
    """The real `LocationFinder`. Cancelling `find` is safe at any moment."""

    def __init__(self, geolocator: geo.Geolocator, clock: Clock | None = None) -> None:
        self._geolocator = geolocator
        self._clock = clock or SystemClock()

    async def find(self, limit_s: float = PATIENCE_S) -> Fix:
        """A position, or why there is none; takes `limit_s` seconds at most, asking included.

        A first fix without any network takes a phone one to one and a half minutes. In vain, the
        place where it was last counts, if that is not long ago (``old``).
        """
        try:
            async with asyncio.timeout(limit_s):
                fix = await self._find(limit_s)
        except TimeoutError:
            fix = Fix(reason=TIMEOUT)
        except RuntimeError as error:  # what Flet raises when the platform refuses
            fix = Fix(reason=reason_of(str(error)))
        return await self._last() or fix if fix.reason == TIMEOUT else fix

    async def _last(self) -> Fix | None:
        try:
            async with asyncio.timeout(5):
                position = await self._geolocator.get_last_known_position()
        except (TimeoutError, RuntimeError):
            return None
        if position is None or not position.timestamp:
            return None
        age = self._clock.now() - aware(position.timestamp)
        known = as_fix(position).lokasi
        if known is None or not 0 <= age.total_seconds() <= FRESH_S:
            return None
        # How far the phone has come since then nobody knows.
        return Fix(replace(known, akurasi_m=None), OLD)

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

    async def _find(self, limit_s: float) -> Fix:
        if not await self._geolocator.is_location_service_enabled():
            return Fix(reason=OFF)
        if not await self._allowed():
            return Fix(reason=DENIED)
        wish = geo.GeolocatorConfiguration(
            accuracy=geo.GeolocatorPositionAccuracy.HIGH,
            time_limit=ft.Duration(seconds=round(limit_s)),  # or the search would go on after us
        )
        return as_fix(await self._geolocator.get_current_position(wish))

    async def _allowed(self) -> bool:
        status = await self._geolocator.get_permission_status()
        if status is geo.GeolocatorPermissionStatus.DENIED:  # not asked yet, or to be asked again
            status = await self._geolocator.request_permission()
        return status not in _REFUSED


def aware(moment: datetime) -> datetime:
    """The platform's times are UTC, with or without saying so."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


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
