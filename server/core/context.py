"""What every use-case is given: data, its kecamatan, clock, who is here, a bell after a change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field

from server.core import photo_mark, wilayah
from server.core.config import Settings, make_folder
from server.core.db import database_copy, upgrading
from server.core.db.database import Database
from server.core.drafts import Drafts
from server.core.files import swapping
from server.core.files.news import News
from server.core.files.paper_files import PaperFiles
from server.core.files.photo_files import PhotoFiles
from server.core.files.stores import stores_of
from server.core.files.turns import Turns
from server.core.jobs import Jobs
from server.core.metrics import Meters
from server.core.presence import Presence
from server.core.print_tickets import Slips
from shared.clock import Clock, SystemClock
from shared.wilayah import Wilayah

Listener = Callable[[], None]
Matched = dict[str, tuple[int, int, str]]
"""By phone: how many reports it has delivered here, and which inventory of its was found true."""


def _nobody() -> None:
    """There is no other process to tell, or the database tells it."""


class Bell:
    """Tells open screens that something has changed; listeners are called from any thread.

    ``tell``: how the other processes hear of it.
    """

    def __init__(self, tell: Listener = _nobody) -> None:
        self._tell = tell
        self._listeners: set[Listener] = set()
        self._lock = threading.Lock()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every change until the returned function is called."""
        with self._lock:
            self._listeners.add(listener)
        return lambda: self._drop(listener)

    def ring(self) -> None:
        """Something has changed and is durable."""
        self._tell()
        self.hear()

    def hear(self) -> None:
        """The same, of a change that another process has told."""
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
    papers: PaperFiles
    clock: Clock
    jobs: Jobs
    wilayah: Wilayah
    turns: Turns
    news: News
    bell: Bell
    presence: Presence
    drafts: Drafts
    slips: Slips
    meters: Meters = field(default_factory=Meters)
    matched: Matched = field(default_factory=Matched)
    front: Database | None = None
    """Where strangers' tries are counted for all kecamatan of an installation; None: here."""

    @property
    def doors(self) -> Database:
        """Where the tries of who has shown nothing are counted; for `rate_limit` alone."""
        return self.front or self.database


@contextmanager
def open_context(
    settings: Settings, clock: Clock | None = None, front: Database | None = None
) -> Generator[Context]:
    """Open the data folder; the commands use it while the server runs, too."""
    make_folder(settings.data)
    swapping.finish(settings.data)
    clock = clock or SystemClock()
    with closing(Database(settings.database_url)) as database:
        upgrading.keep_copy(database, settings.data, clock.now())
        database.open()
        database_copy.heal_if_put_back(database, clock.now())
        with ExitStack() as ours:
            keep = ours.enter_context
            jobs = keep(closing(Jobs(settings.making_folder, clock)))
            turns = keep(closing(Turns(settings.data)))
            news = keep(closing(News(settings.data)))
            bell = Bell(news.tell) if database.is_sqlite else Bell()
            presence = keep(closing(Presence(database, clock, bell.ring)))
            drafts = keep(closing(Drafts(database, clock, settings.data)))
            slips = Slips(database, clock)
            stores = stores_of(settings)
            mark = photo_mark.settle(database, stores.photos)
            photos = PhotoFiles(settings.photo_folder, settings.small_folder, mark, stores.photos)
            papers = PaperFiles(stores.papers)
            yield Context(
                settings, database, photos, papers, clock, jobs, wilayah.of(database), turns, news,
                bell, presence, drafts, slips, front=front,
            )  # fmt: skip
