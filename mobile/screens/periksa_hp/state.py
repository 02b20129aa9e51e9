"""Periksa HP: what a report may need, looked at one by one."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from mobile.ports import SyncReason
from mobile.screens import routes
from mobile.screens.here import Here
from mobile.usecases.clear_photos import Clearable, clear, clearable
from mobile.usecases.health import Finding, examine


@ft.observable
@dataclass
class PeriksaState:
    """The rows, and the sheet with advice on room."""

    place: Here
    findings: tuple[Finding, ...] = ()
    room: Clearable | None = None
    privacy: bool = False
    busy: bool = False

    async def load(self) -> None:
        place = self.place
        asked = place.permissions
        self.findings = await examine(
            place.phone,
            self._camera if asked else None,
            self._location if asked else None,
        )

    async def _camera(self) -> str | None:
        if not self.place.has_camera:
            return "none"
        return await self._permission("camera")

    async def _location(self) -> str | None:
        return await self._permission("location")

    async def _permission(self, name: str) -> str | None:
        asked = self.place.permissions
        if asked is None:
            return "unknown"
        answer = await (asked.camera() if name == "camera" else asked.location())
        return None if answer == "granted" else answer

    def try_now(self) -> None:
        self.place.phone.sync.request_sync(SyncReason.TAP)

    def new_code(self) -> None:
        self.place.go(routes.KODE_BARU)

    async def allow(self) -> None:
        """The system's own settings are the only place where a refusal can be taken back."""
        if self.place.permissions:
            await self.place.permissions.open_settings()

    async def ask_room(self) -> None:
        self.room = await clearable(self.place.phone)

    def close(self) -> None:
        self.room = None
        self.privacy = False

    def open_privacy(self) -> None:
        self.privacy = True

    async def clear(self) -> int:
        """Let the big photos of received reports go; answers the bytes that are free again."""
        freed = await clear(self.place.phone)
        self.room = None
        await self.load()
        return freed
