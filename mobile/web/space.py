"""How much room the browser gives, and whether it has promised to keep what lies here."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from mobile.web.outside import Outside, Told

LOOK_S = 60

UNTOLD_BYTES = 300_000_000
"""Counted on where a browser tells no quota: what does not fit is refused when it is written."""


class Stored(Protocol):
    """Whoever knows how many bytes are stored."""

    @property
    def bytes(self) -> int: ...


@dataclass(frozen=True)
class Room:
    """What the browser answers."""

    quota: int
    usage: int
    kept: bool


Ask = Callable[[], Awaitable[Room]]


class BrowserSpace:
    """The real `Space` in a browser: asked now and then, counted on in between."""

    def __init__(self, ask: Ask, stored: Stored) -> None:
        self._ask = ask
        self._stored = stored
        self._free, self._then = 0, 0
        self.kept = False

    async def look(self) -> None:
        """Ask the browser."""
        room = await self._ask()
        told = max(0, room.quota - room.usage) if room.quota else UNTOLD_BYTES
        self._free, self._then = told, self._stored.bytes
        self.kept = room.kept

    async def watch(self) -> None:
        """As long as the app runs: other pages take room too."""
        while True:
            await asyncio.sleep(LOOK_S)
            await self.look()

    def free_bytes(self) -> int:
        return max(0, self._free - (self._stored.bytes - self._then))

    def free_mb(self) -> int:
        return self.free_bytes() // 1_000_000


class BrowserKeeping:
    """The real `Keeping` in a browser: only a page may ask, and the browser may refuse."""

    is_lent = True

    def __init__(self, outside: Outside, kept: bool) -> None:
        self._outside = outside
        self.is_promised = kept
        self.is_refused = False
        outside.on("persist", self._answered)
        if not kept and outside.begun.get("installed"):
            self.ask()

    def ask(self) -> None:
        """The answer comes when it comes."""
        self._outside.ask("persist")

    def _answered(self, told: Told) -> None:
        self.is_promised = bool(told.get("yes"))
        self.is_refused = not self.is_promised
