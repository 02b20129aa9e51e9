"""All of one page's device, plugged together; call it while the page is being made.

Flet drops a service that nobody holds: whoever calls keeps the `Device`.
"""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft
import flet_geolocator as geo
import flet_permission_handler as fph

from mobile.device.camera import DENIED, NONE, FletCamera, has_camera
from mobile.device.connectivity import DeviceConnectivity
from mobile.device.location import GeolocatorFinder
from mobile.device.permissions import SystemPermissions, has_permissions
from mobile.domain.parcel import Sealing
from mobile.ports import Images, InAppCamera, Keeping, Secrets, Space


@dataclass(frozen=True)
class Parts:
    """What a phone's own system does in one way and its browser in another."""

    images: Images
    sealing: Sealing
    secrets: Secrets
    space: Space
    keeping: Keeping


@dataclass(frozen=True)
class Device:
    """What the use-cases and screens may ask of the phone."""

    images: Images
    location: GeolocatorFinder
    connectivity: DeviceConnectivity
    permissions: SystemPermissions
    secrets: Secrets
    space: Space
    keeping: Keeping
    camera: InAppCamera
    has_camera: bool
    sealing: Sealing

    async def camera_ready(self) -> str | None:
        """Why the camera would not open now (`none`, `denied`), without opening it; else None."""
        if not self.has_camera:
            return NONE
        return DENIED if await self.permissions.camera() == DENIED else None


def device_of(page: ft.Page, parts: Parts) -> Device:
    """The device behind `page`."""
    return Device(
        images=parts.images,
        location=GeolocatorFinder(geo.Geolocator()),
        connectivity=DeviceConnectivity(),
        permissions=SystemPermissions(fph.PermissionHandler() if has_permissions(page) else None),
        secrets=parts.secrets,
        space=parts.space,
        keeping=parts.keeping,
        camera=FletCamera(),
        has_camera=has_camera(page),
        sealing=parts.sealing,
    )
