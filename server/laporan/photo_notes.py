"""Notes about photos that nobody waits for: which are whole, and how much each phone has sent.

They are collected and written together. The disk is the truth of a photo: what is lost here in a
power cut is noted again by the sweep at the next start, and a quota lets a little more through.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter

from server.core import phone_quota
from server.core.context import Context
from server.core.db.database import Db, StoreError
from server.core.files.object_store import PhotoFileError
from server.core.files.photo_files import PhotoKey
from server.laporan.rows import photo_rows

log = logging.getLogger("sinar.foto")

EVERY_S = 0.5


class Notes:
    """Safe from any thread; a timer runs only while something waits."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._whole: dict[PhotoKey, int] = {}
        self._came: Counter[str] = Counter()
        self._timer: threading.Timer | None = None
        self._closed = False
        self._began = False
        self._lock = threading.Lock()
        self._writing = threading.Lock()

    def whole(self, key: PhotoKey, size: int) -> None:
        """All bytes of a photo are on the disk, and checked."""
        with self._lock:
            self._whole[key] = size
            self._set_timer()

    def first(self) -> None:
        """Write at once, the first time: an empty folder is ours while no photo was ever whole."""
        with self._lock:
            begins, self._began = not self._began, True
        if begins:
            self.write()

    def came(self, device: str, count: int) -> None:
        """A phone has sent so many bytes, whether a photo became whole or not."""
        if count:
            with self._lock:
                self._came[device] += count
                self._set_timer()

    def waiting(self, device: str) -> int:
        """The bytes of a phone that are not written yet; ask the database first."""
        return self._came[device]

    def write(self) -> None:
        """All that waits, in one transaction; what cannot be written goes on waiting."""
        with self._writing:
            with self._lock:
                whole, self._whole = self._whole, {}
                came, self._came = self._came, Counter()
                self._timer = None
            if not whole and not came:
                return
            try:
                # Another machine may keep us waiting: it is asked before the writer is in hand.
                here = whole if self._ctx.photos.is_near else self._there(whole)
                with self._ctx.database.write(durable=False) as db:
                    self._put(db, here, came)
            except (StoreError, PhotoFileError) as error:
                log.warning("Catatan foto ditunda: %r", error)
                self._take_back(whole, came)
                return
        if whole:
            self._ctx.bell.ring()

    def close(self) -> None:
        """Write the rest; nothing is collected any more."""
        with self._lock:
            timer, self._closed = self._timer, True
        if timer is not None:
            timer.cancel()
            timer.join()
        self.write()

    def _put(self, db: Db, whole: dict[PhotoKey, int], came: Counter[str]) -> None:
        now = self._ctx.clock.now()
        here = self._there(whole) if self._ctx.photos.is_near else whole
        for key, size in here.items():
            photo_rows.mark_whole(db, *key, size, now)
        phone_quota.note_photos(db, came, now)

    def _there(self, whole: dict[PhotoKey, int]) -> dict[PhotoKey, int]:
        """Without those that were erased meanwhile: of them there is nothing to note."""
        photos = self._ctx.photos
        return {key: n for key, n in whole.items() if photos.whole_size(key, n) is not None}

    def _take_back(self, whole: dict[PhotoKey, int], came: Counter[str]) -> None:
        with self._lock:
            self._whole = {**whole, **self._whole}
            self._came += came
            self._set_timer()

    def _set_timer(self) -> None:
        if self._timer is None and not self._closed:
            self._timer = threading.Timer(EVERY_S, self.write)
            self._timer.daemon = True
            self._timer.start()
