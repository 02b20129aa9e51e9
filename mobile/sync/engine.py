"""The sync engine: when to visit the kecamatan, one visit at a time, and what came of it.

A screen knows `request_sync`, `is_syncing`, `progress`, `trouble` and `stop`, nothing else.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

from mobile import ports
from mobile.domain.parcel import ParcelStore
from mobile.ports import SyncReason, SyncTrouble, TroubleKind
from mobile.sync import outcome
from mobile.sync.backoff import Backoff
from mobile.sync.carry import Carry
from mobile.sync.exchange import Exchange
from mobile.sync.http_api import HttpApi
from mobile.sync.outbox import next_release, texts_due
from mobile.sync.parcel_sender import ParcelSender
from mobile.sync.photo_sender import PhotoSender
from mobile.sync.progress import Progress
from mobile.sync.visit import SomeLeft, Visit
from shared.clock import Clock, format_time

log = logging.getLogger(__name__)

STUCK_S = 10.0
"""With a new signal, a visit that has not moved for so long hangs on the old link."""

HURRY = frozenset({SyncReason.START, SyncReason.RESUME, SyncReason.CONNECTED, SyncReason.TAP})


def _nobody() -> None:
    """Nobody watches."""


@dataclass
class Rooms:
    """What the engine reads and writes."""

    laporan: ports.LaporanStore
    state: ports.StateStore
    photos: ports.PhotoStore
    secrets: ports.Secrets
    clock: Clock
    space: ports.Space | None = None
    app_version: str = "1.0.0"
    carries: tuple[Carry, ...] = ()
    parcels: ParcelStore | None = None


AGAIN_S = 10.0


@dataclass
class SyncEngine:
    """Sends by itself; see `ports.SyncPort`. ``run`` must be going on as a task."""

    rooms: Rooms
    api: HttpApi
    tell: Callable[[], None] = _nobody
    backoff: Backoff = field(default_factory=Backoff)
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    trouble: SyncTrouble | None = None

    def __post_init__(self) -> None:
        rooms = self.rooms
        self._progress = Progress(self.tell)
        self._exchange = Exchange(
            self.api,
            rooms.laporan,
            rooms.state,
            rooms.clock,
            rooms.space,
            rooms.app_version,
            carries=rooms.carries,
        )
        self._sender = PhotoSender(self.api, rooms.laporan, rooms.photos, rooms.clock, self.sleep)
        self._visit: asyncio.Task[None] | None = None
        self._reasons: set[SyncReason] = set()
        self._woken = asyncio.Event()
        self._stopped = False
        self._held_back: bool | None = None

    @property
    def is_syncing(self) -> bool:
        """Whether a visit is going on."""
        return self._visit is not None

    @property
    def is_stopped(self) -> bool:
        """Whether it waits for somebody to go on."""
        return self._stopped

    @property
    def progress(self) -> ports.SyncProgress | None:
        """How far the visit has come, or None between visits."""
        return self._progress.shown

    def request_sync(self, reason: SyncReason) -> None:
        """Ask for a visit; returns at once."""
        if reason in HURRY:
            self.backoff.hurry(by_hand=reason is SyncReason.TAP)
        if reason is SyncReason.CONNECTED and self._hangs():
            self._cancel_visit()
        if reason is not SyncReason.TIMER:
            self._stopped = False
        self._reasons.add(reason)
        self._woken.set()

    def stop(self) -> None:
        """Stop the visit that goes on; the next reason but the timer's starts another."""
        self._stopped = True
        self._cancel_visit()

    async def run(self) -> None:
        """Visit whenever there is a reason, until cancelled."""
        self.request_sync(SyncReason.START)
        try:
            while True:
                try:
                    await self._wait()
                    if await self._worth_a_visit():
                        await self.visit()
                except Exception:  # a phone that stops sending for good says nothing of it
                    log.exception("sending goes on")
                    await self.sleep(AGAIN_S)
        finally:
            self._cancel_visit()
            if self._visit is not None:
                await asyncio.wait({self._visit})
            await self.api.close()

    async def visit(self) -> SyncTrouble | None:
        """One visit now, or the end of the one that goes on; what was wrong, if anything."""
        if self._visit is None:
            self._visit = asyncio.create_task(self._make_visit())
            self._visit.add_done_callback(self._ended)
        await asyncio.wait({self._visit})
        return self.trouble

    async def small_picture(self, sha256: str) -> bytes | None:
        """The small picture of a photo that only the kecamatan has; None when it cannot be had."""
        try:
            if await self._enter():
                return await self.api.small_picture(sha256)
        except outcome.ContactFailed as error:
            log.info("small picture %s: %s", sha256, error.detail)
        return None

    async def holds_back(self) -> bool | None:
        """See `ports.SyncPort`; what is known once holds until the app is closed."""
        if self._held_back is None and not self.is_syncing:
            try:
                if await self._enter():
                    self._held_back = await self.api.holds_back()
            except outcome.ContactFailed as error:
                log.info("probe: %s", error.detail)
        return self._held_back

    async def _make_visit(self) -> None:
        if not await self._enter():
            return
        self._exchange.space = self.rooms.space
        self._progress.begin()
        visit = Visit(self.rooms.laporan, self._exchange, self._sender, self._progress)
        try:
            await self._visit_and_bring(visit)
        except outcome.TokenRefused:
            await asyncio.to_thread(self.rooms.state.update_sync, _token_refused)
            raise
        except SomeLeft:
            raise
        except outcome.ContactFailed:
            if visit.got_through:
                self.backoff.reset()
            raise

    async def _visit_and_bring(self, visit: Visit) -> None:
        """Our own first; what is carried for others does not wait for a photo of ours."""
        try:
            await visit.make()
        except SomeLeft:
            await self._bring()
            raise
        await self._bring()

    async def _bring(self) -> None:
        rooms = self.rooms
        if rooms.parcels is not None:
            sender = ParcelSender(self.api, rooms.parcels, rooms.clock)
            await sender.send_all(self._progress.moved)

    async def _enter(self) -> bool:
        """Whether this phone has an identity and a token; raises what forbids a visit."""
        identity = await asyncio.to_thread(self.rooms.state.identity)
        token = await self.rooms.secrets.token()
        state = await asyncio.to_thread(self.rooms.state.sync_state)
        if identity is None or not state.confirmed:
            return False
        if state.token_refused or not token:
            raise outcome.TokenRefused("no token" if not token else "refused before")
        self.api.enter(identity.server, token)
        return True

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._visit = None
        error = None if task.cancelled() else task.exception()
        if task.cancelled():
            log.info("sync stopped")
        elif error is None:
            self.backoff.reset()
            self.trouble = None
        else:
            self.trouble = self._trouble(error)
        self._progress.end()

    def _trouble(self, error: BaseException) -> SyncTrouble:
        now = format_time(self.rooms.clock.now())
        if isinstance(error, outcome.TokenRefused | outcome.BadAddress):
            log.warning("sync: %s: %s", error.kind, error.detail)
            return SyncTrouble(error.kind, None, error.detail, now)
        told = error.retry_after_s if isinstance(error, outcome.ContactFailed) else None
        wait = self.backoff.failed(told)
        at = format_time(self.rooms.clock.now() + timedelta(seconds=wait))
        if isinstance(error, outcome.ContactFailed):
            log.info("sync: %s: %s; again in %.0f s", error.kind, error.detail, wait)
            return SyncTrouble(error.kind, at, error.detail, now)
        log.error("sync failed", exc_info=error)
        full = isinstance(error, ports.DiskFull)
        kind = TroubleKind.DISK_FULL if full else TroubleKind.UNEXPECTED
        return SyncTrouble(kind, at, f"{type(error).__name__}: {error}", now)

    async def _wait(self) -> None:
        """Until there is a reason, a failed attempt may be repeated, or a held report may go."""
        release = await self._release_s()
        pauses = [pause for pause in (release, self._pause_s()) if pause is not None]
        try:
            await asyncio.wait_for(self._woken.wait(), min(pauses) if pauses else None)
        except TimeoutError:
            let_go = release is not None and release == min(pauses)
            self._reasons.add(SyncReason.FINISHED if let_go else SyncReason.TIMER)
        self._woken.clear()

    def _pause_s(self) -> float | None:
        """Seconds until a failed visit may be repeated; None while there is nothing to repeat."""
        idle = self._stopped or self._waits_for_person() or self.trouble is None
        return None if idle else self.backoff.left_s

    def _waits_for_person(self) -> bool:
        forbidden = (TroubleKind.TOKEN_REFUSED, TroubleKind.BAD_ADDRESS)
        return self.trouble is not None and self.trouble.kind in forbidden

    async def _release_s(self) -> float | None:
        if self._stopped or self._waits_for_person():
            return None
        records = await asyncio.to_thread(self.rooms.laporan.open_records)
        return next_release(records, self.rooms.clock.now())

    async def _worth_a_visit(self) -> bool:
        """A report that is still held is no reason; nor is one while the server asked to wait."""
        reasons, self._reasons = self._reasons, set()
        if (
            self._stopped
            or self.backoff.told
            or (reasons == {SyncReason.TIMER} and self.backoff.waiting)
        ):
            return False
        if reasons == {SyncReason.FINISHED}:
            records = await asyncio.to_thread(self.rooms.laporan.open_records)
            return bool(texts_due(records, self.rooms.clock.now()))
        return True

    def _hangs(self) -> bool:
        return self._visit is not None and self._progress.idle_s > STUCK_S

    def _cancel_visit(self) -> None:
        if self._visit is not None:
            self._visit.cancel()


def _token_refused(state: ports.SyncState) -> ports.SyncState:
    return replace(state, token_refused=True)
