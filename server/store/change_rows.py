"""What the phones of a desa are told, one growing sequence."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, insert, or_, select

from server.store import counters
from server.store.tables import changes, laporan, laporan_versi, restores

Row = dict[str, Any]


_ADD = insert(changes)
_GAP = (
    select(restores.c.id)
    .where(restores.c.seq_from < bindparam("cursor"), restores.c.seq_to >= bindparam("cursor"))
    .limit(1)
)
_LAST = select(func.max(changes.c.seq)).where(changes.c.desa == bindparam("village"))
_AFTER = (
    select(
        changes.c.seq, changes.c.kind, changes.c.data,
        laporan_versi.c.message, laporan.c.resi, laporan.c.status,
    )
    .outerjoin(laporan, and_(laporan.c.id == changes.c.ref, laporan.c.versi == changes.c.versi))
    .outerjoin(
        laporan_versi,
        and_(
            laporan_versi.c.laporan == laporan.c.id,
            laporan_versi.c.versi == laporan.c.versi,
            laporan_versi.c.in_force,
        ),
    )
    .where(
        changes.c.desa == bindparam("village"),
        changes.c.seq > bindparam("cursor"),
        or_(changes.c.except_device.is_(None), changes.c.except_device != bindparam("phone")),
        or_(changes.c.kind != "laporan", laporan_versi.c.message.is_not(None)),
    )
    .order_by(changes.c.seq)
    .limit(bindparam("most"))
)  # fmt: skip


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
        _ADD,
        {
            "seq": seq, "desa": desa, "kind": kind, "ref": ref, "versi": versi, "data": data,
            "except_device": except_device, "at": at,
        },
    )  # fmt: skip
    return seq


def known(db: Connection, cursor: int) -> bool:
    """Whether this server, as it stands, may have given out this cursor."""
    if cursor == 0:
        return True
    if cursor > counters.last_value(db, counters.SEQ):
        return False
    return db.execute(_GAP, {"cursor": cursor}).scalar() is None


def last_of(db: Connection, desa: str) -> int:
    """The newest change of the desa."""
    return db.execute(_LAST, {"village": desa}).scalar() or 0


def after(db: Connection, desa: str, device: str, cursor: int, limit: int) -> list[Row]:
    """The next changes; of a laporan only the newest version, with what its data is made of."""
    which = {"village": desa, "cursor": cursor, "phone": device, "most": limit}
    return [dict(row) for row in db.execute(_AFTER, which).mappings()]
