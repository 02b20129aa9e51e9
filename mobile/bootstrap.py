"""The one place where the real things are plugged in: stores, network, device, use-cases.

A process has one house for each data folder: its stores, its sync engine and its feed. Every
window (a phone has one, a browser may have several) gets a `Phone` of its own from it, with the
position finder and the secrets that belong to that window.
"""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mobile import ports
from mobile.domain.parcel import Post
from mobile.store.damage import DamageList
from mobile.store.deeds import FileDeeds
from mobile.store.disk import Disk
from mobile.store.parcels import FileParcels
from mobile.store.photos import FilePhotos
from mobile.store.reports import FileLaporan
from mobile.store.roster import FileRoster
from mobile.store.state import FileState
from mobile.sync.carry import RosterCarry, take_over
from mobile.sync.deeds import DeedCarry
from mobile.sync.engine import Rooms, SyncEngine
from mobile.sync.forgetting import Forgetting
from mobile.sync.http_api import HttpApi
from mobile.usecases import delete, start
from mobile.usecases.feed import Feed
from mobile.usecases.phone import Phone
from shared.clock import Clock, SystemClock

if TYPE_CHECKING:
    from mobile.device.kit import Device

log = logging.getLogger("sinar.phone")

APP_VERSION = "1.0.0"
DATA_ENV, SERVER_ENV = "FLET_APP_STORAGE_DATA", "SINAR_SERVER"
PRESET_FILE = "server.txt"


class NewestSecrets:
    """The secrets of the window that was opened last: an older window may be gone."""

    def __init__(self) -> None:
        self.window: ports.Secrets | None = None

    async def token(self) -> str | None:
        return await self.window.token() if self.window else None

    async def keep_token(self, token: str) -> None:
        if self.window is None:
            raise ports.StoreError("no window to keep the token in")
        await self.window.keep_token(token)

    async def forget_token(self) -> None:
        if self.window:
            await self.window.forget_token()


@dataclass
class House:
    """What all windows of one data folder share."""

    data: Path
    laporan: FileLaporan
    state: FileState
    photos: FilePhotos
    roster: FileRoster
    deeds: FileDeeds
    parcels: FileParcels
    secrets: NewestSecrets
    engine: SyncEngine
    feed: Feed
    clock: Clock
    left_over: tuple[str, ...] = ()
    """Drafts that an earlier start opened and nobody wrote in."""

    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def phone(self, device: Device) -> Phone:
        """The phone of one window."""
        self.secrets.window = device.secrets
        return Phone(
            laporan=self.laporan,
            state=self.state,
            photos=self.photos,
            roster=self.roster,
            deeds=self.deeds,
            post=Post(self.parcels, device.sealing),
            images=device.images,
            secrets=self.secrets,
            space=device.space,
            keeping=device.keeping,
            activation=self.engine.api,
            location=device.location,
            connectivity=device.connectivity,
            clock=self.clock,
            sync=self.engine,
            feed=self.feed,
            app_version=APP_VERSION,
        )

    def wake(self, phone: Phone) -> None:
        """Start sending and tidying, once for the process; call it on the event loop."""
        self.engine.rooms = replace(self.engine.rooms, space=phone.space)
        if all(task.done() for task in self._tasks):
            self._tasks = [
                asyncio.create_task(self.engine.run()),
                asyncio.create_task(_tidy(phone, self.left_over)),
            ]

    async def sleep(self) -> None:
        """Stop what `wake` started; stored things are safe at any moment anyhow."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []


_houses: dict[Path, House] = {}
_claimed: set[Path] = set()
_building = threading.Lock()


def build(
    data: Path, *, api: HttpApi | None = None, clock: Clock | None = None, disk: Disk | None = None
) -> House:
    """The house over a data folder, the same one for every window; reads from disk, so in a thread.

    Raises StoreError when the folder cannot be used, or another process has it open.
    """
    root = data.resolve()
    with _building:
        disk = disk or Disk()
        if root not in _claimed:
            disk.claim(root)
            _claimed.add(root)
        if root not in _houses:
            _houses[root] = _built(root, api, clock or SystemClock(), disk)
        return _houses[root]


def data_folder() -> Path:
    """Where the system lets this app write; beside the program on a desk."""
    return Path(os.environ.get(DATA_ENV) or "phone-data")


def preset_server(assets: Path) -> str:
    """The address that the form of activation shows: of the start, or of the build."""
    told = os.environ.get(SERVER_ENV, "").strip()
    if told:
        return told
    try:
        return (assets / PRESET_FILE).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _built(root: Path, api: HttpApi | None, clock: Clock, disk: Disk) -> House:
    damages = DamageList()
    for part in disk.harmed:
        damages.add(part, recovered=True)  # what it cost, each store tells itself
    laporan = FileLaporan(root, disk, damages)
    state = FileState(root, disk, damages)
    state.read_all()
    photos = FilePhotos(root, disk)
    roster = FileRoster(root, disk, damages)
    roster.read_all()
    take_over(state, roster)
    secrets, feed = NewestSecrets(), Feed()
    deeds = FileDeeds(root, disk, damages)
    deeds.read_all()
    forgetting = Forgetting(roster, laporan, state)
    carries = (forgetting, RosterCarry(roster), DeedCarry(deeds))
    parcels = FileParcels(root, disk, damages)
    parcels.read_all()
    rooms = Rooms(
        laporan, state, photos, secrets, clock, app_version=APP_VERSION, carries=carries,
        parcels=parcels,
    )  # fmt: skip
    engine = SyncEngine(rooms, api or HttpApi(app_version=APP_VERSION), tell=feed.tell)
    left_over = tuple(r.id for r in laporan.open_records() if start.is_untouched(r))
    return House(
        root, laporan, state, photos, roster, deeds, parcels, secrets, engine, feed, clock,
        left_over,
    )  # fmt: skip


async def _tidy(phone: Phone, left_over: tuple[str, ...]) -> None:
    """What earlier starts left behind; a failure costs nothing but the space."""
    for tidy in (partial(start.wake, phone, left_over), partial(delete.sweep, phone)):
        try:
            gone = await tidy()
        except Exception as error:  # noqa: BLE001 - the app is there without it
            log.warning("tidying stopped: %r", error)
        else:
            log.info("%s: %d have gone", tidy.func.__module__, gone)
