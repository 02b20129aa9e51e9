"""Looking for a position: found with its accuracy, or in vain with a reason; never in the way."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import flet as ft
import flet_geolocator as geo
import pytest

from mobile.device.location import DENIED, FAILED, OFF, TIMEOUT, GeolocatorFinder
from mobile.ports import Fix
from shared.clock import FixedClock, parse_time
from shared.laporan import Lokasi

pytestmark = pytest.mark.anyio

Status = geo.GeolocatorPermissionStatus
POSKAMLING = geo.GeolocatorPosition(latitude=-2.1892264, longitude=115.6112331, accuracy=12.04)


class FakeGeolocator:
    """Answers as the plugin does: values, RuntimeErrors, or nothing at all."""

    def __init__(self, **answers: Any) -> None:
        self.answers: dict[str, Any] = {
            "enabled": True,
            "status": Status.WHILE_IN_USE,
            "request": Status.WHILE_IN_USE,
            "position": POSKAMLING,
            "last": None,
        } | answers
        self.asked: list[str] = []
        self.searching = asyncio.Event()
        self.abandoned = False

    async def _answer(self, name: str) -> Any:
        self.asked.append(name)
        answer = self.answers[name]
        if isinstance(answer, Exception):
            raise answer
        if answer is asyncio.sleep:  # under a roof
            self.searching.set()
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                self.abandoned = True
                raise
        return answer

    async def is_location_service_enabled(self) -> Any:
        return await self._answer("enabled")

    async def get_permission_status(self) -> Any:
        return await self._answer("status")

    async def request_permission(self) -> Any:
        return await self._answer("request")

    async def get_current_position(self, configuration: object) -> Any:
        self.wish: Any = configuration
        return await self._answer("position")

    async def get_last_known_position(self) -> Any:
        return await self._answer("last")


NOW = parse_time("2026-11-24T20:41:00+08:00")


def finder(fake: FakeGeolocator, now: datetime = NOW) -> GeolocatorFinder:
    return GeolocatorFinder(fake, FixedClock(now))  # type: ignore[arg-type]  # a stand-in


async def test_a_position_comes_with_its_accuracy() -> None:
    found = await finder(FakeGeolocator()).find()
    assert found == Fix(Lokasi(-2.189226, 115.611233, 12.0, "gps"))


async def test_an_accuracy_of_zero_is_unknown() -> None:
    position = geo.GeolocatorPosition(latitude=-2.1, longitude=115.6, accuracy=0.0)
    found = await finder(FakeGeolocator(position=position)).find()
    assert found.lokasi is not None and found.lokasi.akurasi_m is None


async def test_the_person_is_asked_once_and_may_say_yes() -> None:
    fake = FakeGeolocator(status=Status.DENIED)
    assert (await finder(fake).find()).lokasi is not None
    assert fake.asked.count("request") == 1


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"enabled": False}, OFF),
        ({"status": Status.DENIED, "request": Status.DENIED}, DENIED),
        ({"status": Status.DENIED_FOREVER}, DENIED),
        ({"position": RuntimeError("User denied Geolocation")}, DENIED),
        ({"position": RuntimeError("The location service on the device is disabled.")}, OFF),
        ({"position": RuntimeError("TimeoutException: Time limit reached")}, TIMEOUT),
        ({"position": RuntimeError("Network location provider: 503")}, FAILED),
        ({"position": geo.GeolocatorPosition()}, FAILED),
        (
            {
                "status": Status.DENIED,
                "request": RuntimeError(
                    "A request for location permissions is already running, please wait"
                ),
            },
            FAILED,
        ),
        ({"position": RuntimeError("Permission request already in progress")}, FAILED),
        ({"enabled": RuntimeError("Control must be added to the page first")}, FAILED),
    ],
)
async def test_in_vain_there_is_a_reason(answers: dict[str, Any], reason: str) -> None:
    assert await finder(FakeGeolocator(**answers)).find() == Fix(reason=reason)


async def test_who_was_refused_for_good_is_not_asked_again() -> None:
    fake = FakeGeolocator(status=Status.DENIED_FOREVER)
    await finder(fake).find()
    assert "request" not in fake.asked


async def test_under_a_roof_the_search_ends_at_its_limit() -> None:
    fake = FakeGeolocator(position=asyncio.sleep)
    assert await finder(fake).find(limit_s=0.02) == Fix(reason=TIMEOUT)
    assert fake.abandoned


async def test_the_first_fix_without_a_network_is_waited_for_and_ends_with_us() -> None:
    fake = FakeGeolocator()
    await finder(fake).find()
    assert fake.wish.time_limit == ft.Duration(seconds=120)


def last(minutes: float) -> geo.GeolocatorPosition:
    moment = NOW.astimezone(UTC) - timedelta(minutes=minutes)
    return replace(POSKAMLING, timestamp=moment)


@pytest.mark.parametrize(
    "in_vain", [RuntimeError("TimeoutException: Time limit reached"), asyncio.sleep]
)
async def test_in_vain_the_place_where_the_phone_was_last_counts_and_is_marked(
    in_vain: object,
) -> None:
    fake = FakeGeolocator(position=in_vain, last=last(minutes=20))
    found = await finder(fake, NOW).find(limit_s=0.02)
    assert found == Fix(Lokasi(-2.189226, 115.611233, None, "gps"), reason="old")


@pytest.mark.parametrize("known", [last(minutes=90), last(minutes=-5), None, RuntimeError("no")])
async def test_a_place_of_long_ago_says_nothing(known: object) -> None:
    fake = FakeGeolocator(position=RuntimeError("timed out"), last=known)
    assert await finder(fake, NOW).find() == Fix(reason=TIMEOUT)


async def test_who_refused_is_not_looked_up_by_the_back_door() -> None:
    fake = FakeGeolocator(status=Status.DENIED_FOREVER, last=last(minutes=1))
    assert await finder(fake, NOW).find() == Fix(reason=DENIED)


async def test_leaving_the_form_cancels_the_search_cleanly() -> None:
    fake = FakeGeolocator(position=asyncio.sleep)
    search = asyncio.create_task(finder(fake).find())
    await fake.searching.wait()
    search.cancel()
    with pytest.raises(asyncio.CancelledError):
        await search
    assert fake.abandoned


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({}, None),
        ({"enabled": False}, OFF),
        ({"status": Status.DENIED}, DENIED),
        ({"status": RuntimeError("no answer")}, FAILED),
    ],
)
async def test_the_check_of_the_phone_asks_nobody(
    answers: dict[str, Any], reason: str | None
) -> None:
    fake = FakeGeolocator(**answers)
    assert await finder(fake).ready() == reason
    assert "request" not in fake.asked and "position" not in fake.asked
