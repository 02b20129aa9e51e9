"""What the phones of a desa are told, one growing sequence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, func, insert, or_, select

from server.core.db import counters
from server.core.db.sqlite_fast import Ready
from server.core.db.tables import changes, laporan, laporan_versi, restores
from server.core.db.tables import counters as counter_table

Row = dict[str, Any]

CURSOR_MAX = 2**31 - 1
"""What the column holds; a larger cursor is nobody's."""


_ADD = Ready(insert(changes))
_STAND = Ready(
    select(
        select(counter_table.c.value)
        .where(counter_table.c.name == counters.SEQ)
        .scalar_subquery()
        .label("last"),
        select(func.max(changes.c.seq))
        .where(changes.c.desa == bindparam("village"))
        .scalar_subquery()
        .label("newest"),
        exists()
        .where(restores.c.seq_from < bindparam("cursor"), restores.c.seq_to >= bindparam("cursor"))
        .label("lost"),
    )
)
_WITH_DATA = (
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
    .where(or_(changes.c.kind != "laporan", laporan_versi.c.message.is_not(None)))
    .order_by(changes.c.seq)
)  # fmt: skip
_AFTER = Ready(
    _WITH_DATA.where(
        changes.c.desa == bindparam("village"),
        changes.c.seq > bindparam("cursor"),
        or_(changes.c.except_device.is_(None), changes.c.except_device != bindparam("phone")),
    ).limit(bindparam("most"))
)


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
    _ADD.run(
        db,
        {
            "seq": seq, "desa": desa, "kind": kind, "ref": ref, "versi": versi, "data": data,
            "except_device": except_device, "at": at,
        },
    )  # fmt: skip
    return seq


def stand(db: Connection, desa: str, cursor: int) -> tuple[bool, int]:
    """Whether this server, as it stands, may have given out this cursor; the desa's newest."""
    row: Any = _STAND.first(db, {"village": desa, "cursor": min(cursor, CURSOR_MAX)})
    return cursor <= (row.last or 0) and not row.lost, row.newest or 0


def after(db: Connection, desa: str, device: str, cursor: int, limit: int) -> list[Row]:
    """The next changes; of a laporan only the newest version, with what its data is made of."""
    which = {"village": desa, "cursor": cursor, "phone": device, "most": limit}
    return [row._asdict() for row in _AFTER.rows(db, which)]


def data_of(row: Row) -> dict[str, Any]:
    """What a change says. ValueError: it cannot be read."""
    is_laporan = row["kind"] == "laporan"
    data = json.loads((row["message"] if is_laporan else row["data"]) or "")
    if not isinstance(data, dict):
        raise ValueError("no object")
    return {**data, "resi": row["resi"], "status": row["status"]} if is_laporan else data


def unreadable(db: Connection) -> Iterator[int]:
    """The numbers of those that no phone can be told."""
    found = db.execution_options(yield_per=500).execute(_WITH_DATA)
    for row in found.mappings():
        try:
            data_of(dict(row))
        except ValueError:
            yield row["seq"]
