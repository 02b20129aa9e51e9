"""What the server does over and over while it runs; whatever goes wrong, it does it again later."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from server.core import log

TAKE_OVER_S = 1.0
"""So soon a process that has ended is missed."""


async def _ours() -> bool:
    return True


@asynccontextmanager
async def repeating(
    what: str,
    work: Callable[[], Awaitable[object]],
    every_s: float,
    again_s: float | None = None,
    ours: Callable[[], Awaitable[bool]] = _ours,
) -> AsyncIterator[None]:
    """At the start and every ``every_s``; ``again_s`` after a failure.

    ``ours``: whether it is for this process to do; while it is not, that is asked again soon.
    """

    async def forever() -> None:
        while True:
            mine, pause = False, TAKE_OVER_S
            try:
                if mine := await ours():
                    pause = every_s
                    await work()
            except Exception as error:  # noqa: BLE001 - told in the log, and done again
                log.event("server", what, f"ditunda · {error!r}")
                if mine and again_s is not None:
                    pause = again_s
            await asyncio.sleep(pause)

    working = asyncio.create_task(forever())
    try:
        yield
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
