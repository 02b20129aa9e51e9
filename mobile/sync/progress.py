"""How far a visit has come, told as it goes: "Foto 2 dari 3", kB left."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from mobile.domain.record import Record
from mobile.ports import SyncProgress
from shared.protocol import MissingPhoto
from shared.status import UNSENT, PhoneState

TELL_EVERY_S = 0.25


class Progress:
    """Counts down what is left; tells at most four times a second."""

    def __init__(
        self, tell: Callable[[], None], tick: Callable[[], float] = time.monotonic
    ) -> None:
        self._tell = tell
        self._tick = tick
        self._told_at = 0.0
        self._moved_at = tick()
        self.shown: SyncProgress | None = None
        self._left = self._most = self._bytes_left = 0

    def begin(self) -> None:
        """A visit begins."""
        self._left = self._most = self._bytes_left = 0
        self._show(SyncProgress())

    def end(self) -> None:
        """The visit is over."""
        self._show(None)

    def count(self, records: Iterable[Record], missing: Iterable[MissingPhoto]) -> None:
        """What is unsent now, and which photo bytes are left: those the kecamatan asks for, and
        those of reports whose text it does not have yet."""
        unsent = [record for record in records if record.sent and record.state in UNSENT]
        asked = {photo.sha256: photo.size - photo.offset for photo in missing}
        ahead = {
            foto.sha256: foto.size
            for record in unsent
            if record.sent and record.state is PhoneState.QUEUED
            for foto in record.sent.foto
        }
        self._left = len(unsent)
        self._most = max(self._most, self._left)
        self._bytes_left = sum((ahead | asked).values())

    def at(self, record: Record | None, photo: int = 0) -> None:
        """Now at this report, at its photo number ``photo``."""
        self._show(
            SyncProgress(
                laporan=record.id if record else None,
                report=max(1, self._most - self._left + 1) if self._most else 0,
                reports=self._most,
                photo=photo,
                photos=len(record.sent.foto) if record and record.sent else 0,
                kb_left=self._kb_left,
            )
        )

    def moved(self, count: int) -> None:
        """So many bytes of a photo have left (fewer than nothing when they must go again)."""
        self._bytes_left = max(0, self._bytes_left - count)
        self._moved_at = self._tick()
        if self.shown and self._tick() - self._told_at >= TELL_EVERY_S:
            self._show(replace(self.shown, kb_left=self._kb_left))

    @property
    def idle_s(self) -> float:
        """Seconds since anything moved."""
        return self._tick() - self._moved_at

    @property
    def _kb_left(self) -> int:
        return -(-self._bytes_left // 1000)

    def _show(self, shown: SyncProgress | None) -> None:
        self.shown = shown
        self._moved_at = self._told_at = self._tick()
        self._tell()
