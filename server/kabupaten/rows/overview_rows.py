"""What the kabupaten's view asks beside the kept figures of a month: incidents and members."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, desc, func, select

from server.core.db.tables import anggota, laporan
from server.core.rows import counting


def incidents(db: Connection, bulan: str, limit: int) -> list[dict[str, Any]]:
    """The newest incidents of a month: what, where and when, no text that somebody wrote."""
    t = laporan.c
    query = (
        select(t.desa, t.jenis, t.mulai, t.lintang, t.bujur)
        .where(t.bulan == bulan, t.kind == "kejadian", counting.counts())
        .order_by(desc(t.mulai))
        .limit(limit)
    )
    return [dict(row) for row in db.execute(query).mappings()]


def members(db: Connection) -> dict[str, int]:
    """How many active members each village has."""
    t = anggota.c
    query = select(t.desa, func.count()).where(t.status == "aktif").group_by(t.desa)
    return {desa: number for desa, number in db.execute(query)}  # noqa: C416 - a Row is no pair
