"""What every clock, disk space, position finder and connection promises, real or made up."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import flet as ft
import pytest

from mobile.device.connectivity import DeviceConnectivity
from mobile.device.location import GeolocatorFinder
from mobile.device.space import DiskSpace
from mobile.ports import Connectivity, Fix, LocationFinder, Space
from shared.clock import Clock, FixedClock, SystemClock
from shared.laporan import Lokasi
from tests import cast
from tests.doubles.phone import FixedLocation, FixedSpace, Switch
from tests.mobile.device.test_location import FakeGeolocator

pytestmark = pytest.mark.anyio

REASONS = {"denied", "off", "timeout", "failed"}


@pytest.mark.parametrize("clock", [SystemClock(), FixedClock(cast.EVENING)])
def test_a_clock_knows_its_offset(clock: Clock) -> None:
    assert clock.now().utcoffset() == timedelta(hours=8)


@pytest.mark.parametrize("made", [DiskSpace, lambda _: FixedSpace(800)])
def test_free_space_is_a_whole_number_of_megabytes(made: Any, tmp_path: Path) -> None:
    space: Space = made(tmp_path / "not" / "yet")
    assert isinstance(space.free_mb(), int)
    assert space.free_mb() >= 0


def finders(**answers: Any) -> LocationFinder:
    plugin: Any = FakeGeolocator(**answers)
    return GeolocatorFinder(plugin)


@pytest.mark.parametrize("made", [finders, lambda: FixedLocation(Fix(Lokasi(-2.19, 115.6, 12.0)))])
async def test_a_position_found_is_a_lokasi_and_no_reason(made: Any) -> None:
    fix = await made().find()
    assert fix.lokasi is not None
    assert fix.reason is None


@pytest.mark.parametrize("made", [lambda: finders(enabled=False), FixedLocation])
async def test_a_position_sought_in_vain_has_a_reason(made: Any) -> None:
    fix = await made().find()
    assert fix.lokasi is None
    assert fix.reason in REASONS


class _Network:
    """The system's service, as far as the device asks it."""

    def __init__(self) -> None:
        self.kinds = [ft.ConnectivityType.WIFI]

    async def get_connectivity(self) -> list[ft.ConnectivityType]:
        return self.kinds


def device_network() -> tuple[Connectivity, Any]:
    network: Any = _Network()
    device = DeviceConnectivity(network)

    def turn(on: bool) -> None:
        network.kinds = [ft.ConnectivityType.WIFI if on else ft.ConnectivityType.NONE]
        event: Any = SimpleNamespace(connectivity=network.kinds)
        device.changed(event)

    return device, turn


def switched() -> tuple[Connectivity, Any]:
    switch = Switch()
    return switch, switch.turn


@pytest.mark.parametrize("made", [device_network, switched])
async def test_a_connection_tells_its_state_and_every_change(made: Any) -> None:
    connectivity, turn = made()
    heard: list[bool] = []
    connectivity.on_change(heard.append)
    assert await connectivity.connected()
    turn(False)
    assert not await connectivity.connected()
    turn(True)
    assert heard == [False, True]
