"""Puts the server together: the API, its door and its refusals, and the staff view behind it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

import anyio.to_thread
from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from server.core import failed_log_ins, log, office, rate_limit
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.db.database import StoreError
from server.data.web import open_docs
from server.http import docs, docs_page, health, login, login_step, made_files, probe, problems
from server.http.connection_limits import Crowd
from server.http.known_hosts import KnownHosts
from server.http.late_body import LateBody
from server.http.log_in_queue import LogInQueue
from server.http.open_connections import Regulars
from server.http.staff_door import StaffDoor, Windows
from server.http.webclient import WebClient
from server.inovasi.public_summary import Kept
from server.laporan import deciding
from server.laporan.photos import Photos
from server.pribadi.web import privacy_page
from server.rawat.web import operator
from server.shell import wings
from server.shell.daily import keeping
from server.sinkron import titipan_key
from server.sinkron.titipan_arriving import Arriving
from shared.clock import Clock

THREADS = 16
"""More would only wait for the one writer."""

SETTLE_EVERY_S = 1.0
"""How often decisions are looked at that could be undone."""
DAY_S = 24 * 3600
SWEEP_EVERY_S = 600
"""How often finished exports are looked at that nobody needs any more."""


OPEN_PATHS = (privacy_page.PATH, operator.METRICS, operator.DETAILS)
"""Pages of the wings that stand open without a log-in."""


def create_app(settings: Settings, clock: Clock | None = None) -> FastAPI:
    """The server; its data is opened when it starts and closed when it stops."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        with open_context(settings, clock) as ctx:
            app.state.context = ctx
            async with (
                keeping(ctx),
                _photos(ctx) as app.state.photos, _packages(ctx) as app.state.arriving,
                _deciding(ctx), _making(ctx), _tidying(ctx), _windows(settings),
            ):  # fmt: skip
                yield

    app = FastAPI(
        title="SINAR LINMAS",
        version=health.APP_VERSION,
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.regulars = Regulars()
    app.state.probes = probe.Probes()
    problems.add_to(app)
    for router in (health.router, probe.router, docs_page.router, *wings.routers()):
        app.include_router(router)
    app.state.public_summary = Kept()
    app.openapi = lambda: docs.describe(app, open_docs.SCHEMAS, open_docs.SECURITY)
    if settings.with_staff:
        _add_staff(app)
    app.add_middleware(KnownHosts)
    app.add_middleware(Crowd)
    # The outermost: it looks into the very request that uvicorn hands over.
    app.add_middleware(LateBody)
    return app


def _add_staff(app: FastAPI) -> None:
    """The staff view and the door before it; Flet is loaded only by who serves it."""
    from server.shell.desk_app import staff_app

    client = WebClient(
        staff_app(lambda: app.state.context), tiles=lambda: office.tiles(app.state.context)
    )
    app.state.windows = Windows()
    app.state.log_in_queue = LogInQueue()
    for router in (login.router, login_step.router, made_files.router, *wings.desk_routers()):
        app.include_router(router)
    app.add_middleware(StaffDoor, client=client, open_paths=OPEN_PATHS)


def _windows(settings: Settings) -> AbstractAsyncContextManager[None]:
    """What keeps the staff view's windows."""
    if not settings.with_staff:
        return nullcontext()
    from server.shell.desk_app import running

    return running()


@asynccontextmanager
async def _deciding(ctx: Context) -> AsyncIterator[None]:
    """Decisions that can no longer be undone are carried out; at the start those left over."""

    async def settle() -> None:
        while True:
            try:
                await run_in_threadpool(deciding.settle, ctx)
            except StoreError as error:
                log.event("server", "keputusan", f"ditunda · {error}")
            await asyncio.sleep(SETTLE_EVERY_S)

    settling = asyncio.create_task(settle())
    try:
        yield
    finally:
        settling.cancel()
        await asyncio.gather(settling, return_exceptions=True)


@asynccontextmanager
async def _tidying(ctx: Context) -> AsyncIterator[None]:
    """Counts of limits that are over go, also those that a clock which was ahead has left; failed
    log-ins of the hours that are over are told. At the start and as time passes.
    """

    async def tidy() -> None:
        while True:
            try:
                await run_in_threadpool(rate_limit.sweep, ctx)
                await run_in_threadpool(failed_log_ins.tell_past, ctx)
            except StoreError as error:
                log.event("server", "batas percobaan", f"ditunda · {error}")
            await asyncio.sleep(SWEEP_EVERY_S)

    tidying = asyncio.create_task(tidy())
    try:
        yield
    finally:
        tidying.cancel()
        await asyncio.gather(tidying, return_exceptions=True)


@asynccontextmanager
async def _making(ctx: Context) -> AsyncIterator[None]:
    """Exports that an earlier run left are thrown away at the start, old ones as time passes."""

    async def sweep() -> None:
        while True:
            await asyncio.sleep(SWEEP_EVERY_S)
            await run_in_threadpool(ctx.jobs.sweep)

    await run_in_threadpool(ctx.jobs.clear)
    sweeping = asyncio.create_task(sweep())
    try:
        yield
    finally:
        sweeping.cancel()
        await asyncio.gather(sweeping, return_exceptions=True)


@asynccontextmanager
async def _photos(ctx: Context) -> AsyncIterator[Photos]:
    """The photos, with a sweep at the start and every day."""
    photos = Photos(ctx)
    sweeping = asyncio.create_task(photos.sweep_daily())
    try:
        yield photos
    finally:
        sweeping.cancel()
        await asyncio.gather(sweeping, return_exceptions=True)
        await run_in_threadpool(photos.close)


@asynccontextmanager
async def _packages(ctx: Context) -> AsyncIterator[Arriving]:
    """Sealed packages; those that were never finished go at the start and every day."""
    arriving = Arriving(ctx)

    async def sweep() -> None:
        while True:
            await run_in_threadpool(arriving.sweep)
            await asyncio.sleep(DAY_S)

    await run_in_threadpool(titipan_key.ensure, ctx)
    sweeping = asyncio.create_task(sweep())
    try:
        yield arriving
    finally:
        sweeping.cancel()
        await asyncio.gather(sweeping, return_exceptions=True)
        await run_in_threadpool(arriving.close)
