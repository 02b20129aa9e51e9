"""Puts the server together: the API, its door and its refusals, and the staff view behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import (
    AbstractAsyncContextManager,
    ExitStack,
    asynccontextmanager,
    closing,
    nullcontext,
)
from datetime import timedelta
from typing import TypeVar

import anyio.to_thread
from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from server.core import brief, failed_log_ins, log, office, presence, rate_limit, two_step
from server.core import settings as office_settings
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.db.database import Database, StoreError
from server.core.db.duty import duty
from server.core.db.listening import heard
from server.core.files.stores import clear_copies
from server.data.web import open_docs
from server.http import docs, docs_page, health, login, login_step, made_files, probe, problems
from server.http.connection_limits import Crowd
from server.http.hall import Hall
from server.http.known_hosts import KnownHosts
from server.http.lane import Lane
from server.http.late_body import LateBody
from server.http.staff_door import StaffDoor, Windows
from server.http.webclient import WebClient
from server.inovasi.public_summary import Kept
from server.laporan import deciding
from server.laporan.photos import Photos
from server.pribadi import retention
from server.pribadi.web import privacy_page
from server.rawat.web import operator
from server.shell import wings
from server.shell.background import repeating
from server.sinkron import titipan_key
from server.sinkron.titipan_arriving import Arriving
from server.sinkron.web import LANE
from shared.clock import Clock

T = TypeVar("T")
Ours = Callable[[], Awaitable[bool]]

THREADS = 16
"""More would only wait for the one writer."""

SETTLE_EVERY_S = 1.0
"""How often decisions are looked at that could be undone."""
DAY_S = 24 * 3600
TRY_AGAIN_S = 600
"""A folder of photos that was not there may have come."""
SWEEP_EVERY_S = 600
"""How often finished exports are looked at that nobody needs any more."""
KEEP_COPIES = timedelta(hours=1)
"""Photos that were fetched from a store on another machine."""


OPEN_PATHS = (privacy_page.PATH, operator.METRICS, operator.DETAILS)
"""Pages of the wings that stand open without a log-in."""


def create_app(settings: Settings, clock: Clock | None = None, hall: Hall | None = None) -> FastAPI:
    """The server of one kecamatan; its data is opened when it starts and closed when it stops.

    ``hall`` is shared by those of one installation.
    """
    hall = hall or Hall.of(settings.workers)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        with ExitStack() as kept:
            # Others are served meanwhile: an upgrade of the tables may take its time.
            ctx = await run_in_threadpool(
                kept.enter_context, open_context(settings, clock, _front(settings, hall))
            )
            kept.enter_context(heard(ctx.database, ctx.news, ctx.bell.hear))
            one = kept.enter_context(closing(duty(ctx.database, settings.data)))
            app.state.context = ctx
            await _sealing(ctx)
            ours = _in_thread(one.held)
            async with (
                _photos(ctx, ours) as app.state.photos, _packages(ctx, ours) as app.state.arriving,
                _at_work(ctx, ours), _windows(settings),
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
    app.state.neighbours, app.state.away, app.state.names = hall.apps, hall.away, hall.names
    app.state.regulars = hall.regulars
    app.state.probes = hall.probes
    app.state.log_in_queue = hall.log_in_queue
    problems.add_to(app)
    for router in (health.router, probe.router, docs_page.router, *wings.routers()):
        app.include_router(router)
    app.state.public_summary = Kept()
    app.openapi = lambda: docs.describe(app, open_docs.SCHEMAS, open_docs.SECURITY)
    if settings.with_staff:
        _add_staff(app)
    app.add_middleware(Lane, handlers=LANE)
    app.add_middleware(KnownHosts)
    app.add_middleware(Crowd, counts=hall.counts)
    # The outermost: it looks into the very request that uvicorn hands over.
    app.add_middleware(LateBody)
    return app


def _add_staff(app: FastAPI) -> None:
    """The staff view and the door before it; Flet is loaded only by who serves it."""
    from server.shell.desk_app import staff_app

    client = WebClient(
        staff_app(lambda: app.state.context), tiles=lambda: office.tiles(app.state.context)
    )
    app.state.client = client
    app.state.windows = Windows()
    for router in (login.router, login_step.router, made_files.router, *wings.desk_routers()):
        app.include_router(router)
    app.add_middleware(StaffDoor, client=client, open_paths=OPEN_PATHS)


def _windows(settings: Settings) -> AbstractAsyncContextManager[None]:
    """What keeps the staff view's windows."""
    if not settings.with_staff or settings.mark:  # one place keeps those of all kecamatan
        return nullcontext()
    from server.shell.desk_app import running

    return running()


def _front(settings: Settings, hall: Hall) -> Database | None:
    """Where strangers' tries are counted, for a kecamatan beside the first."""
    return hall.apps[""].state.context.database if settings.mark else None


async def _sealing(ctx: Context) -> None:
    """What an older version wrote down in clear is sealed at the first start of this one."""
    try:
        await run_in_threadpool(two_step.seal_clear, ctx)
    except (StoreError, OSError) as error:
        log.event("server", "segel langkah kedua", f"ditunda · {error}")


@asynccontextmanager
async def _at_work(ctx: Context, ours: Ours) -> AsyncIterator[None]:
    """What the server does by itself, each in a task of its own, from the start on.

    Of several processes the one whose duty it is does it.
    """
    async with (
        repeating("masa simpan", _in_thread(_retain, ctx), DAY_S, ours=ours),
        repeating("keputusan", _in_thread(deciding.settle, ctx), SETTLE_EVERY_S, ours=ours),
        repeating("batas percobaan", _in_thread(rate_limit.sweep, ctx), SWEEP_EVERY_S, ours=ours),
        repeating(
            "yang sementara",
            _in_thread(brief.sweep, ctx.database, ctx.clock),
            SWEEP_EVERY_S,
            ours=ours,
        ),
        repeating("hadir", _in_thread(ctx.presence.keep_on), presence.KEEP_ON_S),
        repeating(
            "masuk gagal", _in_thread(failed_log_ins.tell_past, ctx), SWEEP_EVERY_S, ours=ours
        ),
        repeating("salinan foto", _in_thread(_clear_copies, ctx), SWEEP_EVERY_S, ours=ours),
        repeating("berkas jadi", _in_thread(ctx.jobs.sweep), SWEEP_EVERY_S, ours=ours),
    ):
        yield


def _in_thread(work: Callable[..., T], *given: object) -> Callable[[], Awaitable[T]]:
    async def run() -> T:
        return await run_in_threadpool(work, *given)

    return run


def _clear_copies(ctx: Context) -> None:
    clear_copies(ctx.settings, (ctx.clock.now() - KEEP_COPIES).timestamp())


def _retain(ctx: Context) -> None:
    gone = retention.run_daily(ctx)
    if not gone.is_empty:
        log.event("server", "masa simpan", f"{gone.laporan.count} laporan dihapus")


@asynccontextmanager
async def _photos(ctx: Context, ours: Ours) -> AsyncIterator[Photos]:
    """The photos, with a sweep at the start and every day.

    Each process sweeps when it starts: the one before it may have died over its notes.
    """
    photos, first = Photos(ctx), iter((True,))

    async def ours_or_first() -> bool:
        return next(first, False) or await ours()

    try:
        async with repeating("foto", photos.sweep, DAY_S, TRY_AGAIN_S, ours_or_first):
            yield photos
    finally:
        await run_in_threadpool(photos.close)


@asynccontextmanager
async def _packages(ctx: Context, ours: Ours) -> AsyncIterator[Arriving]:
    """Sealed packages; those that were never finished go at the start and every day."""
    arriving = Arriving(ctx)
    await run_in_threadpool(titipan_key.ensure, ctx)
    await run_in_threadpool(office_settings.tell_of_kecamatan, ctx)
    try:
        async with repeating("titipan", _in_thread(arriving.sweep), DAY_S, ours=ours):
            yield arriving
    finally:
        await run_in_threadpool(arriving.close)
