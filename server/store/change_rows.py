"""What the phones of a desa are told, one growing sequence."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, insert, or_, select

from server.store import counters
from server.store.tables import changes, laporan, laporan_versi, restores

Row = dict[str, Any]


def add(
    db: Connection,
    desa: str,
    kind: str,
    at: datetime,
    *,
    data: str | None = None,
    ref: str | None = None,
    versi: int | None = None,
    except_device: str | None = None,
) -> int:
    """Tell all phones of the desa, or all but one; returns the number in the sequence."""
    seq = counters.next_value(db, counters.SEQ)
    db.execute(
        insert(changes),
        {
            "seq": seq, "desa": desa, "kind": kind, "ref": ref, "versi": versi, "data": data,
            "except_device": except_device, "at": at,
        },
    )  # fmt: skip
    return seq


def known(db: Connection, cursor: int) -> bool:
    """Whether this server, as it stands, may have given out this cursor."""
    if cursor > counters.last_value(db, counters.SEQ):
        return False
    gap = select(restores.c.id).where(restores.c.seq_from < cursor, cursor <= restores.c.seq_to)
    return db.execute(gap.limit(1)).scalar() is None


def last_of(db: Connection, desa: str) -> int:
    """The newest change of the desa."""
    query = select(func.max(changes.c.seq)).where(changes.c.desa == desa)
    return db.execute(query).scalar() or 0


def after(db: Connection, desa: str, device: str, cursor: int, limit: int) -> list[Row]:
    """The next changes; of a laporan only the newest version, with what its data is made of."""
    t = changes.c
    current = and_(laporan.c.id == t.ref, laporan.c.versi == t.versi)
    query = (
        select(
            t.seq, t.kind, t.data, t.ref,
            laporan_versi.c.message, laporan.c.resi, laporan.c.status,
        )
        .outerjoin(laporan, current)
        .outerjoin(
            laporan_versi,
            and_(
                laporan_versi.c.laporan == laporan.c.id,
                laporan_versi.c.versi == laporan.c.versi,
                laporan_versi.c.in_force,
            ),
        )
        .where(
            t.desa == desa,
            t.seq > cursor,
            or_(t.except_device.is_(None), t.except_device != device),
            or_(t.kind != "laporan", laporan_versi.c.message.is_not(None)),
        )
        .order_by(t.seq)
        .limit(limit)
    )  # fmt: skip
    return [dict(row) for row in db.execute(query).mappings()]
