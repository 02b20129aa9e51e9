"""Stand-in until the browser's own parts are there."""

from __future__ import annotations

from pathlib import Path

from mobile.device.kit import Parts
from mobile.device.secrets import FileSecrets
from mobile.store.disk import Disk


class _Space:
    def free_bytes(self) -> int:
        return 10**9

    def free_mb(self) -> int:
        return 1000


async def browser_disk() -> Disk:
    return Disk()


async def browser_parts(disk: Disk, data: Path, assets: Path) -> Parts:
    return Parts(images=None, sealing=None, secrets=FileSecrets(data / "token"), space=_Space())
