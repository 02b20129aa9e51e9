"""Periksa HP: what a report may need, looked at one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace

import flet as ft

from mobile.ports import SyncReason
from mobile.screens import routes
from mobile.screens.here import Here
from mobile.usecases.clear_photos import Clearable, clear, clearable
from mobile.usecases.health import Finding, Grade, Part, examine
from mobile.usecases.outlook import tried

HELD = "ditahan"


@ft.observable
@dataclass
class PeriksaState:
    """The rows, and the sheet with advice on room."""

    place: Here
    findings: tuple[Finding, ...] = ()
    room: Clearable | None = None
    privacy: bool = False
    busy: bool = False
    held_back: bool | None = None

    async def load(self) -> None:
        place = self.place
        asked = place.permissions
        found = await examine(
            place.phone,
            self._camera if asked else None,
            self._location if asked else None,
        )
        self.findings = tuple(self._judged(finding) for finding in found)

    async def ask_the_way(self) -> None:
        """Once for each opening of the page: it takes seconds, and the rows do not wait for it."""
        self.held_back = await self.place.phone.sync.holds_back()
        if self.held_back:
            await self.load()

    def _judged(self, finding: Finding) -> Finding:
        """Never asked is no fault; and a failed attempt knows more than the system."""
        if finding.reason == "unknown":
            return replace(finding, grade=Grade.TIDAK_TAHU)
        trouble = self.place.phone.sync.trouble
        if finding.part is not Part.SAMBUNGAN:
            return finding
        if trouble is None:
            held = self.held_back and not finding.reason
            return replace(finding, grade=Grade.PERHATIAN, reason=HELD) if held else finding
        if finding.reason != "token_refused":
            answer = tried(trouble, self.place.phone.clock.now())
            finding = replace(finding, tried=answer)
        if not finding.reason:
            return replace(finding, grade=Grade.PERHATIAN, reason=str(trouble.kind))
        return finding

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

    def ask_promise(self) -> None:
        """Have the browser promise to keep what is stored; it may still refuse."""
        self.place.phone.keeping.ask()

    async def ask_room(self) -> None:
        self.room = await clearable(self.place.phone)

    def close(self) -> None:
        self.room = None
        self.privacy = False

    def hand_on(self) -> None:
        """ "Titip laporan"."""
        self.place.go(routes.TITIP)

    def move(self) -> None:
        """ "Pindah ke HP baru"."""
        self.place.go(routes.PINDAH)

    def open_privacy(self) -> None:
        self.privacy = True

    async def clear(self) -> int:
        """Let the big photos of received reports go; answers the bytes that are free again."""
        freed = await clear(self.place.phone)
        self.room = None
        await self.load()
        return freed
