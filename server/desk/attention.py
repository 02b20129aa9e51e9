"""Whether a key or a press can have been meant for what is on the screen.

What is pressed before the client has painted a picture, or while its link is down, was meant for
another one; letters that somebody goes on typing are no commands either. A client answers calls in
order: its answer to one that is sent after a picture says that the picture is there.
"""

from __future__ import annotations

import asyncio
import contextlib
import time

import flet as ft

LOOK_S = 1.0
"""How long a picture must have been there, and no key have been pressed, before it counts."""


AWAY_S = 10.0
"""A client that has not answered by then is away; when it is back it is drawn anew."""


async def painted() -> None:
    """Wait until the client has painted what was sent to it, or is away."""
    await asyncio.sleep(0.05)  # what was just changed is on its way then
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(AWAY_S):
            await _answer()


async def _answer() -> None:
    await ft.UrlLauncher().can_launch_url("https://localhost")


class Attention(ft.Observable):
    """``awake``: keys count; ``settled``: what can be decided here has been seen, too.

    ``writing_on``: a field has lost the focus, maybe by itself, and nobody has rested since:
    letters were meant for it.
    """

    def __init__(self) -> None:
        self.awake = False
        self.writing_on = False
        self.settled = False
        self._turn = 0
        self._last_key = 0.0

    def lost(self) -> None:
        """The link is down."""
        self._turn += 1
        self.awake = self.settled = False

    async def anew(self) -> None:
        """The link stands again, or for the first time."""
        self.awake = False
        await self.another_picture()

    async def another_picture(self) -> None:
        """Something else is shown: nobody has seen it yet."""
        self._turn += 1
        turn, self.settled = self._turn, False
        await _answer()
        await self._rest(time.monotonic())
        if turn == self._turn:
            self.awake = self.settled = True

    async def quiet(self) -> None:
        """A field has lost the focus."""
        self.writing_on = True
        self._last_key = time.monotonic()
        await self._rest(self._last_key)
        self.writing_on = False

    async def _rest(self, since: float) -> None:
        """Until so long after this moment and after the last key."""
        rest = LOOK_S
        while rest > 0:
            await asyncio.sleep(rest)
            rest = max(since, self._last_key) + LOOK_S - time.monotonic()

    def key(self) -> bool:
        """A key was pressed; whether it counts."""
        if self.writing_on or not self.settled:
            self._last_key = time.monotonic()
        return self.awake
