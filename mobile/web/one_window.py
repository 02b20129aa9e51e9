"""One window at a time: its files are its own. Another asks for them, and then this one lets go."""

from __future__ import annotations

from collections.abc import Callable

from mobile.web.disk import LogDisk
from mobile.web.world import ffi, load

PATIENCE_MS = 4000
"""A window that sleeps in the background does not answer."""


async def hold(disk: LogDisk, on_taken: Callable[[], None]) -> None:
    """From now on let go when another window asks; `on_taken` hears it afterwards."""
    storage = await load("storage.js")

    def let_go() -> None:
        disk.close()
        on_taken()

    storage.hold(ffi.create_proxy(let_go))


async def take_over() -> bool:
    """Have the other window let go; False when it does not answer."""
    storage = await load("storage.js")
    return bool(await storage.takeOver(PATIENCE_MS))
