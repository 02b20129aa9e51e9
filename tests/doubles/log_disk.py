"""The browser's disk over files in memory, armed and cut off like `MemoryDisk`."""

from __future__ import annotations

import random
from pathlib import Path

from mobile.web.disk import LOGS, SEGMENT_BYTES, WINDOWS, LogDisk
from mobile.web.log import Log
from tests.doubles.handles import Vault

SMALL = {"a": 12_000, "b": 12_000, "foto": 60_000}
"""Segments so short that they are cleaned within a test."""


class VaultDisk(LogDisk):
    """Counts the calls of its files; `arm` makes one of them fail or kill."""

    def __init__(
        self,
        root: Path = Path("/phone"),
        vault: Vault | None = None,
        segments: dict[str, int] = SMALL,
        reserve: bool = True,
    ) -> None:
        self.vault = vault or Vault({**dict.fromkeys(LOGS, 6), "cadangan": 1})
        self.segments = segments
        self.root = root
        logs = {name: Log(self.vault.files[name], segments[name], WINDOWS[name]) for name in LOGS}
        super().__init__(logs, root, self.vault.files["cadangan"][0] if reserve else None)

    @property
    def calls(self) -> int:
        return self.vault.power.calls

    @calls.setter
    def calls(self, count: int) -> None:
        self.vault.power.calls = count

    def arm(self, call: int, how: str) -> None:
        """At the n-th call from now: ``kill``, ``fail`` (that call) or ``full`` (from there on)."""
        power = self.vault.power
        power.calls, power.at, power.how = 0, call, how

    def disarm(self) -> None:
        """No more faults."""
        self.vault.power.at = None

    @property
    def dead(self) -> bool:
        """Whether the process that used it has been killed."""
        power = self.vault.power
        return power.how == "kill" and power.at is not None and power.calls >= power.at

    def killed(self) -> VaultDisk:
        """As the next start finds it after the process died."""
        return VaultDisk(self.root, self.vault.killed(), self.segments)

    def crash(self, dice: random.Random) -> VaultDisk:
        """As the next start finds it after the power was cut."""
        return VaultDisk(self.root, self.vault.crash(dice), self.segments)


__all__ = ["SEGMENT_BYTES", "SMALL", "VaultDisk"]
