"""What somebody has begun to write at the desk and not yet sent.

It may hold people's data, so it is sealed with the key that lies beside the database, and goes
after a day. Nobody waits for it: it is written half a second later.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from server.core import log, sealing
from server.core.brief import Brief
from server.core.db.database import Database, Db, StoreError
from shared.clock import Clock

MOST = 200
"""So many forms of all people together; the one that was left longest goes first."""
EVERY_S = 0.5

Form = tuple[str, str]
"""Whose, and which."""
Words = dict[str, str]


class Drafts:
    """A log-in that ends, a window that closes or a link that breaks takes no words along."""

    def __init__(self, database: Database, clock: Clock, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self._kept = Brief(database, clock, "ketikan", timedelta(days=1), MOST)
        self._waiting: dict[Form, Words] = {}
        """Not written yet; without words: to be dropped."""
        self._timer: threading.Timer | None = None
        self._closed = False
        self._lock = threading.Lock()
        self._writing = threading.Lock()

    def keep(self, username: str, form: str, words: Mapping[str, str]) -> None:
        """What stands in a form now."""
        with self._lock:
            self._waiting[username, form] = dict(words)
            self._set_timer()

    def of(self, username: str, form: str) -> Words:
        """What stood in it; nothing when it was sent or never begun, or cannot be read."""
        with self._lock:
            if (waiting := self._waiting.get((username, form))) is not None:
                return dict(waiting)
        try:
            sealed = self._kept.get(username, form)
            return self._opened((username, form), sealed) if sealed else {}
        except (StoreError, OSError, sealing.NoKeyError):
            return {}  # the form opens empty; what else cannot be read the page says

    def drop(self, username: str, form: str) -> None:
        """It was sent, or is not wanted any more."""
        self.keep(username, form, {})

    def write(self) -> None:
        """All that waits, in one transaction; what cannot be written goes on waiting."""
        with self._writing:
            with self._lock:
                waiting, self._timer = dict(self._waiting), None
            if not waiting:
                return
            try:
                with self._database.write(durable=False) as db:
                    for form, words in waiting.items():
                        self._put(db, form, words)
            except (StoreError, OSError) as error:
                log.event("server", "ketikan", f"ditunda · {type(error).__name__}")
                with self._lock:
                    self._set_timer()
                return
            with self._lock:
                for form, words in waiting.items():
                    if self._waiting[form] is words:
                        del self._waiting[form]

    def close(self) -> None:
        """Write the rest; nothing is collected any more."""
        with self._lock:
            timer, self._closed = self._timer, True
        if timer is not None:
            timer.cancel()
            timer.join()
        self.write()

    def _put(self, db: Db, form: Form, words: Words) -> None:
        if words:
            sealed = sealing.seal(self._folder, _place(form), json.dumps(words).encode())
            self._kept.put_in(db, *form, sealed)
        else:
            self._kept.drop_in(db, *form)

    def _opened(self, form: Form, sealed: str) -> Words:
        return json.loads(sealing.unseal(self._folder, _place(form), sealed))

    def _set_timer(self) -> None:
        if self._timer is None and not self._closed:
            self._timer = threading.Timer(EVERY_S, self.write)
            self._timer.daemon = True
            self._timer.start()


def _place(form: Form) -> str:
    return "ketikan {} {}".format(*form)
