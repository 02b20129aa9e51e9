"""What the person allows the app, for the page that checks the phone; without asking anything."""

from __future__ import annotations

import asyncio

import flet as ft
import flet_permission_handler as fph

GRANTED, DENIED, UNKNOWN = "granted", "denied", "unknown"

_PATIENCE_S = 5
_GIVEN = (fph.PermissionStatus.GRANTED, fph.PermissionStatus.LIMITED)


def has_permissions(page: ft.Page) -> bool:
    """Only a phone's own system keeps permissions that we can read; a browser asks by itself."""
    return not page.web and page.platform in (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)


class SystemPermissions:
    """The real `Permissions`; without a `handler` (no such system here) nothing is known."""

    def __init__(self, handler: fph.PermissionHandler | None = None) -> None:
        self._handler = handler

    async def camera(self) -> str:
        return await self._status(fph.Permission.CAMERA)

    async def location(self) -> str:
        return await self._status(fph.Permission.LOCATION_WHEN_IN_USE)

    async def open_settings(self) -> bool:
        """Open the app's page in the system's settings; False where there is none."""
        if self._handler is None:
            return False
        try:
            return await asyncio.wait_for(self._handler.open_app_settings(), _PATIENCE_S)
        except (RuntimeError, TimeoutError):
            return False

    async def _status(self, permission: fph.Permission) -> str:
        if self._handler is None:
            return UNKNOWN
        try:
            status = await asyncio.wait_for(self._handler.get_status(permission), _PATIENCE_S)
        except (RuntimeError, TimeoutError):
            return UNKNOWN
        if status is None:
            return UNKNOWN
        return GRANTED if status in _GIVEN else DENIED
