"""What changed in the villages of a coaching: their reports in the month before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.core.db.database import Db
from server.pembinaan.rows import village_rows
from shared.deadlines import is_cepat

SPAN = timedelta(days=30)


@dataclass(frozen=True)
class Figures:
    """The reports of some days: how many, and how many of them came quickly."""

    laporan: int = 0
    cepat: int = 0

    @property
    def percent(self) -> int | None:
        """How many of a hundred came quickly; None without reports."""
        return round(100 * self.cepat / self.laporan) if self.laporan else None


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
        _figures(village_rows.activities(db, desa, at - SPAN, at)),
        _figures(village_rows.activities(db, desa, at, until)),
        (until - at).days,
    )


def _figures(found: list[tuple[datetime, datetime | None, datetime]]) -> Figures:
    return Figures(len(found), sum(is_cepat(*one) for one in found))
