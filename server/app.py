"""Puts the server together: the API, its door and its refusals, and the staff view behind it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

import anyio.to_thread
from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from server import log
from server.api import (
    about_page,
    activation,
    data_files,
    docs,
    docs_page,
    guard_files,
    health,
    innovation_files,
    laporan_photos,
    login,
    made_files,
    open_data,
    open_docs,
    operator,
    paper_check,
    papers,
    privacy_page,
    problems,
    rekap_files,
    roster_files,
    roster_papers,
    slips,
    survey_page,
    sync,
)
from server.api import photos as photos_api
from server.api import titipan as titipan_api
from server.api.log_in_queue import LogInQueue
from server.api.staff_door import StaffDoor, Windows
from server.api.webclient import WebClient
from server.crowd import Crowd
from server.daily import keeping
from server.late_body import LateBody
from server.open_connections import Regulars
from server.settings import Settings
from server.store.database import StoreError
from server.usecases import deciding, office, titipan_key
from server.usecases.context import Context, open_context
from server.usecases.photos import Photos
from server.usecases.public_summary import Kept
from server.usecases.titipan_arriving import Arriving
from shared.clock import Clock

THREADS = 16
"""More would only wait for the one writer."""

SETTLE_EVERY_S = 1.0
"""How often decisions are looked at that could be undone."""
DAY_S = 24 * 3600
SWEEP_EVERY_S = 600
"""How often finished exports are looked at that nobody needs any more."""


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
                _deciding(ctx), _making(ctx), _windows(settings),
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
    problems.add_to(app)
    for part in (
        health,
        activation,
        sync,
        photos_api,
        titipan_api,
        operator,
        open_data,
        docs_page,
        paper_check,
        about_page,
        survey_page,
    ):
        app.include_router(part.router)
    app.state.public_summary = Kept()
    app.openapi = lambda: docs.describe(app, open_docs.SCHEMAS, open_docs.SECURITY)
    if settings.with_staff:
        _add_staff(app)
    app.add_middleware(Crowd)
    # The outermost: it looks into the very request that uvicorn hands over.
    app.add_middleware(LateBody)
    return app


def _add_staff(app: FastAPI) -> None:
    """The staff view and the door before it; Flet is loaded only by who serves it."""
    from server.staff.app import staff_app

    client = WebClient(
        staff_app(lambda: app.state.context), tiles=lambda: office.tiles(app.state.context)
    )
    app.state.windows = Windows()
    app.state.log_in_queue = LogInQueue()
    app.include_router(login.router)
    app.include_router(privacy_page.router)
    app.include_router(laporan_photos.router)
    app.include_router(slips.router)
    app.include_router(roster_files.router)
    app.include_router(roster_papers.router)
    app.include_router(innovation_files.router)
    app.include_router(guard_files.router)
    app.include_router(made_files.router)
    app.include_router(papers.router)
    app.include_router(rekap_files.router)
    app.include_router(data_files.router)
    app.add_middleware(StaffDoor, client=client)


def _windows(settings: Settings) -> AbstractAsyncContextManager[None]:
    """What keeps the staff view's windows."""
    if not settings.with_staff:
        return nullcontext()
    from server.staff.app import running

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
