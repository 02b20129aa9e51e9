"""What changed in the villages of a coaching: their reports in the month before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.core.db.database import Db
from server.pembinaan.rows import pembinaan_rows as rows

SPAN = timedelta(days=30)
IN_TIME = timedelta(days=1)
"""A report is in time when it has arrived within a day of what it tells of."""


@dataclass(frozen=True)
class Figures:
    """The reports of some days: how many, and how many of them were in time."""

    laporan: int = 0
    in_time: int = 0

    @property
    def percent(self) -> int | None:
        """How many of a hundred were in time; None without reports."""
        return round(100 * self.in_time / self.laporan) if self.laporan else None


@dataclass(frozen=True)
class Effect:
    """The thirty days before and after; ``days`` of the second thirty have passed by now."""

    before: Figures
    after: Figures
    days: int


def effect(db: Db, desa: Sequence[str], at: datetime | None, now: datetime) -> Effect | None:
    """None before it has taken place."""
    if at is None or at > now or not desa:
        return None
    until = min(now, at + SPAN)
    return Effect(
        _figures(rows.activities(db, desa, at - SPAN, at)),
        _figures(rows.activities(db, desa, at, until)),
        (until - at).days,
    )


def _figures(found: list[tuple[str, datetime, datetime]]) -> Figures:
    in_time = sum(received - begun <= IN_TIME for _, begun, received in found)
    return Figures(len(found), in_time)
