"""What the server does by itself every day while it runs: what is too old goes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool

from server.core import log
from server.core.context import Context
from server.core.db.database import StoreError
from server.pribadi import retention

EVERY_S = 24 * 3600


@asynccontextmanager
async def keeping(ctx: Context) -> AsyncIterator[None]:
    """The retention job, at the start and every day."""

    async def work() -> None:
        while True:
            try:
                gone = await run_in_threadpool(retention.run_daily, ctx)
            except (StoreError, OSError) as error:
                log.event("server", "masa simpan", f"ditunda · {error}")
            else:
                if not gone.is_empty:
                    log.event("server", "masa simpan", f"{gone.laporan.count} laporan dihapus")
            await asyncio.sleep(EVERY_S)

    working = asyncio.create_task(work())
    try:
        yield
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
