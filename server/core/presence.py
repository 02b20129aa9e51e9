"""Who is looking at which report right now, in whichever process of the server the window is.

A window is kept in the database for a minute and kept on while it stands there: one whose process
has died is soon forgotten.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import NamedTuple

from server.core import log
from server.core.brief import Brief
from server.core.db.database import Database, StoreError
from shared.clock import Clock

LASTS = timedelta(minutes=1)
KEEP_ON_S = 20.0


class _Window(NamedTuple):
    name: str
    laporan: str
    nama: str


class Presence:
    """Windows of the staff view, each at one report at most; a window is named by any object.

    ``ring`` tells the others after each change.
    """

    def __init__(self, database: Database, clock: Clock, ring: Callable[[], None]) -> None:
        self._database = database
        self._kept = Brief(database, clock, "hadir", LASTS)
        self._ring = ring
        self._ours: dict[object, _Window] = {}
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="hadir")

    def look(self, window: object, laporan: str, nama: str) -> None:
        """The window shows this report from now on; nobody waits until the others know."""
        with self._lock:
            before = self._ours.get(window)
            now = _Window(before.name if before else str(uuid.uuid4()), laporan, nama)
            if before == now:
                return
            self._ours[window] = now
        self._pool.submit(self._tell, before, now)

    def leave(self, window: object) -> None:
        """The window shows no report any more."""
        with self._lock:
            before = self._ours.pop(window, None)
        if before is not None:
            self._pool.submit(self._tell, before, None)

    def others(self, window: object, laporan: str, nama: str) -> tuple[str, ...]:
        """Who else looks at this report; the same person's second window is nobody else."""
        ours = self._ours.get(window)
        found = self._kept.owners(laporan)
        names = {who for who, name in found if who != nama and (not ours or name != ours.name)}
        return tuple(sorted(names))

    def keep_on(self) -> None:
        """Those that stand there still do; to be called every `KEEP_ON_S`."""
        if not self._ours:
            return
        with self._database.write(durable=False) as db:
            with self._lock:  # not before it is our turn: who has left meanwhile does not come back
                ours = list(self._ours.values())
            for one in ours:
                self._kept.put_in(db, one.nama, one.name, one.laporan)

    def close(self) -> None:
        """All windows go with their server."""
        for window in list(self._ours):
            self.leave(window)
        self._pool.shutdown()

    def _tell(self, before: _Window | None, now: _Window | None) -> None:
        try:
            with self._database.write() as db:
                if before is not None:
                    self._kept.drop_in(db, before.nama, before.name)
                if now is not None:
                    self._kept.put_in(db, now.nama, now.name, now.laporan)
        except StoreError as error:  # it is said again by `keep_on`, or forgotten in a minute
            log.event("server", "hadir", f"ditunda · {type(error).__name__}")
            return
        self._ring()
