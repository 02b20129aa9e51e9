"""All of one page's device, plugged together; call it while the page is being made.

Flet drops a service that nobody holds: whoever calls keeps the `Device`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import flet as ft
import flet_geolocator as geo
import flet_permission_handler as fph
from flet_secure_storage import SecureStorage

from mobile.device.camera import DENIED, NONE, FletCamera, has_camera
from mobile.device.connectivity import DeviceConnectivity
from mobile.device.images import PillowImages, strip_font
from mobile.device.location import GeolocatorFinder
from mobile.device.permissions import SystemPermissions, has_permissions
from mobile.device.sealing import CryptoSealing
from mobile.device.secrets import FileSecrets, SystemSecrets
from mobile.device.space import DiskSpace
from mobile.ports import InAppCamera, Secrets


@dataclass(frozen=True)
class Device:
    """What the use-cases and screens may ask of the phone."""

    images: PillowImages
    location: GeolocatorFinder
    connectivity: DeviceConnectivity
    permissions: SystemPermissions
    secrets: Secrets
    space: DiskSpace
    camera: InAppCamera
    has_camera: bool
    sealing: CryptoSealing

    async def camera_ready(self) -> str | None:
        """Why the camera would not open now (`none`, `denied`), without opening it; else None."""
        if not self.has_camera:
            return NONE
        return DENIED if await self.permissions.camera() == DENIED else None


def device_of(page: ft.Page, data: Path, assets: Path) -> Device:
    """The device behind `page`; `data` is the app's folder, `assets` holds its fonts."""
    return Device(
        images=PillowImages(strip_font(assets)),
        location=GeolocatorFinder(geo.Geolocator()),
        connectivity=DeviceConnectivity(),
        permissions=SystemPermissions(fph.PermissionHandler() if has_permissions(page) else None),
        secrets=secrets_of(page, data),
        space=DiskSpace(data),
        camera=FletCamera(),
        has_camera=has_camera(page),
        sealing=CryptoSealing(),
    )


def secrets_of(page: ft.Page, data: Path) -> Secrets:
    """The system's secure storage on a phone, a file of one's own elsewhere."""
    if not page.web and page.platform in (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS):
        return SystemSecrets(SecureStorage())
    return FileSecrets(data / "token")
