"""The browser's parts of a phone: what its own system does elsewhere, done by the browser."""

from __future__ import annotations

import asyncio
from pathlib import Path

from mobile.device.kit import Parts
from mobile.web.disk import LogDisk
from mobile.web.images import BrowserImages
from mobile.web.opfs import open_disk
from mobile.web.outside import Outside
from mobile.web.sealing import NobleSealing
from mobile.web.secrets import DiskSecrets
from mobile.web.space import BrowserKeeping, BrowserSpace, Room
from mobile.web.world import load

_held: list[asyncio.Task[None]] = []


async def browser_disk(root: Path) -> LogDisk:
    """The files of this window; raises InUse or NoFiles."""
    return await open_disk(root)


async def browser_parts(disk: LogDisk, data: Path, assets: Path, outside: Outside) -> Parts:
    """Everything that is plugged in here and nowhere else."""
    storage = await load("storage.js")

    async def room() -> Room:
        told = await storage.room()
        return Room(int(told.quota), int(told.usage), bool(told.kept))

    space = BrowserSpace(room, disk)
    await space.look()
    _held.append(asyncio.get_running_loop().create_task(space.watch()))
    return Parts(
        images=BrowserImages(assets / "fonts"),
        sealing=NobleSealing(),
        secrets=DiskSecrets(disk, data / "token"),
        space=space,
        keeping=BrowserKeeping(outside, space.kept),
    )
