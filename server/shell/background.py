"""What the server does over and over while it runs; whatever goes wrong, it does it again later."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from server.core import log


@asynccontextmanager
async def repeating(
    what: str,
    work: Callable[[], Awaitable[object]],
    every_s: float,
    again_s: float | None = None,
) -> AsyncIterator[None]:
    """At the start and every ``every_s``; ``again_s`` after a failure, where that is sooner."""

    async def forever() -> None:
        while True:
            pause = every_s
            try:
                await work()
            except Exception as error:  # noqa: BLE001 - told in the log, and done again
                log.event("server", what, f"ditunda · {error!r}")
                pause = every_s if again_s is None else again_s
            await asyncio.sleep(pause)

    working = asyncio.create_task(forever())
    try:
        yield
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
