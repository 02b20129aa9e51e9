"""Lets what is open follow the bell: read again after a change, at most once a second."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
from collections.abc import Awaitable, Callable

from server.core.context import Bell

Refresh = Callable[[], Awaitable[None]]

REST_S = 1.0


class Pulse:
    """One for each Flet session; must be made in the session's own loop and context.

    The bell may ring in any thread and in anybody's context; what follows runs in the session's,
    or Flet would not know which page is meant.
    """

    def __init__(self, bell: Bell) -> None:
        self._loop = asyncio.get_running_loop()
        self._context = contextvars.copy_context()
        self._followers: list[Refresh] = []
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self._paused = False
        self._silence = bell.subscribe(self._ring)

    def follow(self, refresh: Refresh) -> Callable[[], None]:
        """Call ``refresh`` after changes, until the returned function is called."""
        self._followers.append(refresh)

        def leave() -> None:
            if refresh in self._followers:
                self._followers.remove(refresh)

        return leave

    def pause(self) -> None:
        """Nobody is looking: what would be sent would only pile up."""
        self._paused = True

    def resume(self) -> None:
        """Somebody looks again: show what has happened meanwhile."""
        self._paused = False
        self._wake()

    def stop(self) -> None:
        """The session is over."""
        self._silence()
        self._followers.clear()
        if self._task is not None:
            self._task.cancel()

    def _ring(self) -> None:
        # A bell that outlives the loop (at shutdown) has nobody to tell.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._wake, context=self._context)

    def _wake(self) -> None:
        self._again = True
        if self._task is None or self._task.done():
            self._task = self._loop.create_task(self._run(), context=self._context)

    async def _run(self) -> None:
        while self._again and not self._paused:
            self._again = False
            for refresh in tuple(self._followers):
                await refresh()
            await asyncio.sleep(REST_S)
