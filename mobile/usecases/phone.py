"""All that a use-case may reach, in one hand; `bootstrap` fills it with the real things."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ParamSpec, TypeVar

from mobile import ports
from mobile.domain.deed import Deed
from mobile.domain.parcel import Post
from mobile.usecases.feed import Feed
from shared.clock import Clock, SystemClock, format_time

P = ParamSpec("P")
T = TypeVar("T")


class NotActivated(Exception):
    """Nobody has told the phone for whom it reports: go to the activation screen."""


class NoSync:
    """A phone that sends nothing: before activation, and in tests of other things."""

    is_syncing = False
    is_stopped = False
    progress: ports.SyncProgress | None = None
    trouble: ports.SyncTrouble | None = None

    def request_sync(self, reason: ports.SyncReason) -> None:
        """Nothing to do."""

    def stop(self) -> None:
        """Nothing to stop."""

    async def small_picture(self, sha256: str) -> bytes | None:  # noqa: ARG002
        """There is nobody to ask."""
        return None

    async def holds_back(self) -> bool | None:
        """Nobody is asked."""
        return None


class OwnRoom:
    """The `Keeping` of an app with a folder of its own."""

    is_lent = False
    is_promised = True
    is_refused = False

    def ask(self) -> None:
        """Nobody need promise it."""


class NoDeeds:
    """A phone that has nothing to answer to: in tests of other things."""

    def all(self) -> list[Deed]:
        """There are none."""
        return []

    def put(self, deed: Deed) -> None:
        """It cannot be kept."""
        raise ports.StoreError(deed.id)

    def update(self, ident: str, change: Callable[[Deed], Deed | None]) -> None:
        """There is none to change."""


@dataclass
class Phone:
    """The phone as its use-cases see it."""

    laporan: ports.LaporanStore
    state: ports.StateStore
    photos: ports.PhotoStore
    images: ports.Images
    secrets: ports.Secrets
    space: ports.Space
    activation: ports.ActivationApi
    location: ports.LocationFinder
    connectivity: ports.Connectivity
    roster: ports.RosterStore
    deeds: ports.DeedStore = field(default_factory=NoDeeds)
    post: Post | None = None
    keeping: ports.Keeping = field(default_factory=OwnRoom)
    clock: Clock = field(default_factory=SystemClock)
    sync: ports.SyncPort = field(default_factory=NoSync)
    feed: Feed = field(default_factory=Feed)
    app_version: str = "1.0.0"

    def now(self) -> str:
        """The phone's time as it is stored."""
        return format_time(self.clock.now())

    def right_now(self) -> datetime:
        """The time by this phone's clock, put right with what the kecamatan's showed last."""
        offset = self.state.sync_state().clock_offset_s
        return self.clock.now() - timedelta(seconds=offset or 0)

    def need_post(self) -> Post:
        """What seals and carries files; raises StoreError on a phone without."""
        if self.post is None:
            raise ports.StoreError("post")
        return self.post

    def identity(self) -> ports.Identity:
        """Who reports; raises NotActivated."""
        identity = self.state.identity()
        if identity is None:
            raise NotActivated
        return identity


async def off_loop(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run what touches the disk in a thread, so that the screen never stutters."""
    return await asyncio.to_thread(work, *args, **kwargs)
