"""Keeps a screen's data fresh: loads it at the start and after each change of what is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import flet as ft

from mobile.screens.here import Here, here

Load = Callable[[], Awaitable[None]]


class Refresher:
    """Loads once at a time; a change that comes meanwhile is loaded after it."""

    def __init__(self, place: Here, load: Load) -> None:
        self._place = place
        self._load = load
        self._running = False
        self._again = False
        self._stop: Callable[[], None] | None = None

    def start(self) -> None:
        self._stop = self._place.watch(self.wake)
        self.wake()

    def stop(self) -> None:
        if self._stop:
            self._stop()

    def wake(self) -> None:
        self._again = True
        if not self._running and self._place.connected:
            self._running = True
            self._place.task(self._run)

    async def _run(self) -> None:
        try:
            while self._again:
                self._again = False
                await self._load()
        finally:
            self._running = False


def use_fresh(load: Load) -> None:
    """Call `load` when this component appears and whenever something stored has changed."""
    refresher, _ = ft.use_state(lambda: Refresher(here(), load))
    ft.use_effect(refresher.start, [], cleanup=refresher.stop)


class Ticker:
    """Calls a function every so often until it answers False or is stopped."""

    def __init__(self, place: Here, every_s: float, tick: Callable[[], bool]) -> None:
        self._place = place
        self._every_s = every_s
        self._tick = tick
        self._on = False

    def start(self) -> None:
        self._on = True
        self._place.task(self._run)

    def stop(self) -> None:
        self._on = False

    async def _run(self) -> None:
        while self._on and self._tick():  # noqa: ASYNC110 (a clock, not a wait)
            await asyncio.sleep(self._every_s)


def use_ticks(every_s: float, tick: Callable[[], bool]) -> None:
    """Call `tick` regularly while this component is shown, until it answers False."""
    ticker, _ = ft.use_state(lambda: Ticker(here(), every_s, tick))
    ft.use_effect(ticker.start, [], cleanup=ticker.stop)
