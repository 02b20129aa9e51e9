"""Which reports may tell of the same as this one: shown to a person, never decided."""

from __future__ import annotations

from datetime import datetime

from server.core.db.database import Db
from server.laporan.rows import laporan_queries as queries
from server.laporan.rows.laporan_queries import Near
from shared.laporan import Kind, Laporan
from shared.nights import LONGEST
from shared.similar import MOMENT, Span, hours_of, overlaps


def similar(db: Db, laporan: Laporan, mulai: datetime | None) -> tuple[Near, ...]:
    """Of the same village and jenis, at hours that overlap; a nihil of the same month."""
    if mulai is None or laporan.ditarik:
        return ()
    if laporan.kind == Kind.NIHIL:
        return tuple(queries.near(db, laporan.id, mulai, mulai))
    mine = hours_of(laporan)
    found = queries.near(db, laporan.id, mulai - LONGEST, (mine[1] if mine else mulai))
    return tuple(one for one in found if overlaps(mine, _hours(one)))


def _hours(one: Near) -> Span:
    ended = one.selesai is not None and one.selesai > one.mulai
    return one.mulai, one.selesai if ended and one.selesai else one.mulai + MOMENT
