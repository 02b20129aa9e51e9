"""What every use-case is given: data, its kecamatan, clock, who is here, a bell after a change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from server.core import photo_mark, wilayah
from server.core.config import Settings, make_folder
from server.core.db import database_copy, upgrading
from server.core.db.database import Database
from server.core.drafts import Drafts
from server.core.files import swapping
from server.core.files.photo_files import PhotoFiles
from server.core.jobs import Jobs
from server.core.metrics import Meters
from server.core.presence import Presence
from server.core.print_tickets import Slips
from shared.clock import Clock, SystemClock
from shared.wilayah import Wilayah

Listener = Callable[[], None]
Matched = dict[str, tuple[int, int, str]]
"""By phone: how many reports it has delivered here, and which inventory of its was found true."""


class Bell:
    """Tells open screens that something has changed; listeners are called from any thread."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()
        self._lock = threading.Lock()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every change until the returned function is called."""
        with self._lock:
            self._listeners.add(listener)
        return lambda: self._drop(listener)

    def ring(self) -> None:
        """Something has changed and is durable."""
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()

    def _drop(self, listener: Listener) -> None:
        with self._lock:
            self._listeners.discard(listener)


@dataclass(frozen=True)
class Context:
    """Handed to every use-case as its first argument."""

    settings: Settings
    database: Database
    photos: PhotoFiles
    clock: Clock
    jobs: Jobs
    wilayah: Wilayah
    bell: Bell = field(default_factory=Bell)
    presence: Presence = field(default_factory=Presence)
    drafts: Drafts = field(default_factory=Drafts)
    slips: Slips = field(default_factory=Slips)
    meters: Meters = field(default_factory=Meters)
    matched: Matched = field(default_factory=Matched)


@contextmanager
def open_context(settings: Settings, clock: Clock | None = None) -> Generator[Context]:
    """Open the data folder; the commands use it while the server runs, too."""
    make_folder(settings.data)
    swapping.finish(settings.data)
    clock = clock or SystemClock()
    with closing(Database(settings.database_url)) as database:
        upgrading.keep_copy(database, settings.data, clock.now())
        database.open()
        database_copy.heal_if_put_back(database, clock.now())
        with closing(Jobs(settings.making_folder, clock)) as jobs:
            mark = photo_mark.settle(database, settings.photo_folder)
            photos = PhotoFiles(settings.photo_folder, settings.small_folder, mark)
            yield Context(settings, database, photos, clock, jobs, wilayah.of(database))
