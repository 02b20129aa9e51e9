"""A restore drill: a backup is put back in a folder of its own, opened, examined and counted.

Nothing of the real data is touched; what was unpacked is gone when the drill ends.
"""

from __future__ import annotations

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.db import database_copy, replacing
from server.rawat import restore
from server.rawat.doctor import Finding, Weight, examine
from shared.clock import Clock

IN_A_DRILL = (
    "room", "little_room", "no_backup", "old_backup", "nik_key_gone", "nik_key_apart",
    "totp_key", "setting_empty", "no_account", "database_setting",
)  # fmt: skip
"""What says nothing of the backup; the key is left out of it on purpose."""


@dataclass(frozen=True)
class Drilled:
    """What came back, what the backup says of itself, and what the doctor found in it."""

    made: str
    laporan: int
    promised: int
    photos: int
    findings: tuple[Finding, ...]
    now: int | None = None
    """How many reports the running server holds, where it was named."""

    @property
    def whole(self) -> bool:
        """Whether one could go on with this backup."""
        damaged = any(one.weight is Weight.DAMAGE for one in self.findings)
        return self.laporan == self.promised and not damaged


def drill(
    source: Path, clock: Clock, live: Settings | None = None, database: str | None = None
) -> Drilled:
    """Restore ``source`` for a look; raises a `restore.RestoreError` where that fails.

    A backup of PostgreSQL needs a ``database`` of one: another is made beside it for the drill.
    """
    with _place(database) as data:
        done = restore.restore(data, clock, source, force=False)
        with open_context(data, clock) as ctx:
            findings = tuple(f for f in examine(ctx) if f.code not in IN_A_DRILL)
            held = _reports(ctx)
    return Drilled(done.made, held, done.laporan, done.photos, findings, _live(live, clock))


@contextmanager
def _place(database: str | None) -> Generator[Settings]:
    """An empty folder, and beside the database one that is not there yet."""
    with tempfile.TemporaryDirectory(prefix="sinar-latihan-") as folder:
        data = Settings(Path(folder) / "data", replacing.for_a_drill(database))
        try:
            yield data
        finally:
            replacing.place_of(data.database_url, data.data).remove()


def _live(live: Settings | None, clock: Clock) -> int | None:
    if live is None:
        return None
    with open_context(live, clock) as ctx:
        return _reports(ctx)


def _reports(ctx: Context) -> int:
    with ctx.database.read() as db:
        return database_copy.how_many(db)["laporan"]
