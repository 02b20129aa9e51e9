"""The addresses of the announcements and of what the kecamatan decides."""

from __future__ import annotations

from dataclasses import dataclass

from server.desk.places import hal, written

PENGUMUMAN = "/pengumuman"
PENGATURAN = "/pengaturan"
LOG_IN_SAYA = "/log-in-saya"


@dataclass(frozen=True)
class AnnouncementsPlace:
    """The announcements, or a new one."""

    new: bool = False
    number: int = 1

    @property
    def address(self) -> str:
        return f"{PENGUMUMAN}/baru" if self.new else written(PENGUMUMAN, hal=hal(self.number))


@dataclass(frozen=True)
class MyLogInsPlace:
    """One's own open log-ins and second step."""

    @property
    def address(self) -> str:
        return LOG_IN_SAYA


@dataclass(frozen=True)
class SettingsPlace:
    """What the kecamatan decides; ``akun`` is the page of the accounts."""

    akun: bool = False

    @property
    def address(self) -> str:
        return f"{PENGATURAN}/akun" if self.akun else PENGATURAN
