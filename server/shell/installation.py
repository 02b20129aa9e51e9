"""All kecamatan of one data folder as they are served: opened, kept open, looked for anew."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from server.core import installation, log
from server.core.config import Settings
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.files.claim import claim
from server.http import known_hosts
from server.http.hall import Hall
from server.shell.app import create_app
from server.shell.background import repeating
from shared.clock import Clock

LOOK_EVERY_S = 5.0
"""So soon a kecamatan that was added answers."""
TRY_AGAIN_S = 60.0
"""What was wrong with a kecamatan's data may be mended."""


class OtherKecamatanError(Exception):
    """The data is of another kecamatan than the folder that it lies in."""


class Installation:
    """The first kecamatan is served whatever is with the others; each of them for itself."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        self.hall = Hall.of(settings.workers)
        self.first = create_app(settings, clock, self.hall)
        self._settings, self._clock = settings, clock
        self._kept: dict[str, asyncio.Task[None]] = {}
        self._opened: dict[str, asyncio.Event] = {}
        """Whether each has been opened, or could not be, for the first time."""

    def app(self, mark: str) -> FastAPI | None:
        """The application of a kecamatan; None where it is not here, or not to be opened."""
        if not mark:
            return self.first
        # One that was beside another may have become the first, by moving its folder.
        was_moved = mark not in self.hall.known and mark == self.first.state.context.wilayah.kode
        return self.first if was_moved else self.hall.apps.get(mark)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Open all; those that are added meanwhile as well."""
        async with self.first.router.lifespan_context(self.first):
            self.hall.apps[""] = self.first
            try:
                await self._look_first()
                async with repeating("kecamatan", self._look, LOOK_EVERY_S, TRY_AGAIN_S):
                    yield
            finally:
                for task in self._kept.values():
                    task.cancel()
                await asyncio.gather(*self._kept.values(), return_exceptions=True)
                self.hall.apps.clear()

    async def _look_first(self) -> None:
        try:
            await self._look()
        except OSError as error:
            log.event("server", "kecamatan", f"ditunda · {error!r}")

    async def _look(self) -> None:
        for one in await run_in_threadpool(installation.others, self._settings):
            if one.mark not in self._kept:
                self.hall.known.add(one.mark)
                self._opened[one.mark] = opened = asyncio.Event()
                self._kept[one.mark] = asyncio.create_task(self._keep(one, opened))
            await self._opened[one.mark].wait()
        for mark, app in list(self.hall.apps.items()):
            if mark:
                await run_in_threadpool(self._name, mark, app.state.context)

    def _name(self, mark: str, ctx: Context) -> None:
        """By which name one is called; where that cannot be asked it keeps the one it had."""
        try:
            self.hall.names[mark] = known_hosts.own(ctx)
        except StoreError as error:
            log.event("server", f"kecamatan {mark}", f"nama host tidak terbaca · {error}")

    async def _keep(self, settings: Settings, opened: asyncio.Event) -> None:
        """Serve one until it is cancelled; where that fails it is tried again."""
        while True:
            try:
                await self._serve(settings, opened)
            except Exception as error:  # noqa: BLE001 - the others are served all the same
                log.event("server", f"kecamatan {settings.mark}", f"tidak terbuka · {error!r}")
                opened.set()
            await asyncio.sleep(TRY_AGAIN_S)

    async def _serve(self, settings: Settings, opened: asyncio.Event) -> None:
        app = create_app(settings, self._clock, self.hall)
        with claim(settings.data, shared=True):
            async with app.router.lifespan_context(app):
                if app.state.context.wilayah.kode != settings.mark:
                    raise OtherKecamatanError(app.state.context.wilayah.kode)
                self.hall.apps[settings.mark] = app
                opened.set()
                try:
                    await asyncio.Event().wait()
                finally:
                    del self.hall.apps[settings.mark]
