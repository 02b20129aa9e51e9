"""What the kabupaten's view asks beside the kept figures of a month, each made ready once.

Thirteen stores are asked for one page, so each statement gives a line a village, not a line a
report; the lines are summed by the database.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, desc, func, select

from server.core.db.sqlite_fast import Ready
from server.core.db.tables import anggota, devices, laporan
from server.core.db.tables_desk import month_counts
from server.core.rows import counting
from server.laporan.rows.month_counts import NOT_YET
from shared.status import COUNTED

_C, _D, _L, _A = (table.c for table in (month_counts, devices, laporan, anggota))
_BULAN = bindparam("bulan")

_COUNTS = Ready(
    select(_C.desa, _C.kind, func.sum(_C.jumlah).label("jumlah"))
    .where(_C.bulan == _BULAN, _C.status.in_(tuple(sorted(COUNTED))), _C.minggu != NOT_YET)
    .group_by(_C.desa, _C.kind)
)
_CONTACTS = Ready(
    select(_D.desa, func.max(func.coalesce(_D.last_contact, _D.activated_at)).label("at"))
    .where(_D.revoked_at.is_(None))
    .group_by(_D.desa)
)
_MEMBERS = Ready(
    select(_A.desa, func.count().label("jumlah")).where(_A.status == "aktif").group_by(_A.desa)
)
_INCIDENTS = Ready(
    select(_L.desa, _L.jenis, _L.mulai, _L.lintang, _L.bujur)
    .where(_L.bulan == _BULAN, _L.kind == "kejadian", counting.counts())
    .order_by(desc(_L.mulai))
    .limit(bindparam("most"))
)


class Happened(NamedTuple):
    """An incident: no text that somebody wrote."""

    desa: str
    jenis: str
    mulai: datetime
    lintang: float | None
    bujur: float | None


def counts(db: Connection, bulan: str) -> dict[tuple[str, str], int]:
    """How many reports of each village and kind the figures count: none that is still to come."""
    return {(row[0], row[1]): row[2] for row in _COUNTS.rows(db, {"bulan": bulan})}


def contacts(db: Connection) -> dict[str, datetime]:
    """When each village's phones that may send were last in contact, or activated."""
    return {row[0]: row[1] for row in _CONTACTS.rows(db)}


def members(db: Connection) -> dict[str, int]:
    """How many active members each village has."""
    return {row[0]: row[1] for row in _MEMBERS.rows(db)}


def incidents(db: Connection, bulan: str, limit: int) -> list[Happened]:
    """The newest incidents of a month."""
    found = _INCIDENTS.rows(db, {"bulan": bulan, "most": limit})
    return list(map(Happened._make, found))
