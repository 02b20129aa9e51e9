"""What the villages say of themselves, version by version, and the desk's announcements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, desc, func, insert, select

from server.core.db.tables import read_marks
from server.core.db.tables_desk import announcement_desa, announcements, desa_data

Row = dict[str, Any]


def newest(db: Connection, desa: str) -> tuple[int, Row]:
    """The version in force and its record; 0 and nothing before the first."""
    t = desa_data.c
    query = select(t.versi, t.message).where(t.desa == desa).order_by(desc(t.versi)).limit(1)
    row = db.execute(query).one_or_none()
    return (row.versi, json.loads(row.message)) if row else (0, {})


def at_version(db: Connection, desa: str, versi: int) -> Row:
    """The record as it stood."""
    t = desa_data.c
    query = select(t.message).where(t.desa == desa, t.versi == versi)
    text = db.execute(query).scalar()
    return json.loads(text) if text else {}


def history(db: Connection, desa: str) -> list[Row]:
    """All versions, oldest first."""
    query = select(desa_data).where(desa_data.c.desa == desa).order_by(desa_data.c.versi)
    return _rows(db, query)


def everything(db: Connection) -> dict[str, Row]:
    """The newest record of each village that has one."""
    t = desa_data.c
    last = select(t.desa, func.max(t.versi).label("versi")).group_by(t.desa).subquery()
    query = select(t.desa, t.message).join(
        last, and_(last.c.desa == t.desa, last.c.versi == t.versi)
    )
    return {desa: json.loads(text) for desa, text in db.execute(query)}


def add_version(db: Connection, desa: str, versi: int, record: Row, by: str, at: datetime) -> None:
    """A new version comes into force."""
    text = json.dumps(record, sort_keys=True)
    row = {"desa": desa, "versi": versi, "message": text, "at": at, "by": by}
    db.execute(insert(desa_data), row)


# --- Announcements ------------------------------------------------------------------------------


def add_announcement(db: Connection, row: Row, villages: Iterable[str]) -> None:
    """An announcement and whom it goes to."""
    db.execute(insert(announcements), row)
    rows = [{"announcement": row["id"], "desa": desa} for desa in villages]
    db.execute(insert(announcement_desa), rows)


def announcement_page(db: Connection, limit: int, offset: int) -> list[Row]:
    """The newest first."""
    t = announcements.c
    query = select(announcements).order_by(desc(t.at), t.id).limit(limit).offset(offset)
    return _rows(db, query)


def announcement_count(db: Connection) -> int:
    return db.execute(select(func.count()).select_from(announcements)).scalar_one()


def receivers(db: Connection, idents: Sequence[str]) -> dict[str, list[tuple[str, Any]]]:
    """Of each announcement its villages, and when each has read it (None: not yet)."""
    t, r = announcement_desa.c, read_marks.c
    query = (
        select(t.announcement, t.desa, r.at)
        .outerjoin(read_marks, and_(r.ref == t.announcement, r.desa == t.desa))
        .where(t.announcement.in_(idents))
        .order_by(t.desa)
    )
    found: dict[str, list[tuple[str, Any]]] = {}
    for ident, desa, at in db.execute(query):
        found.setdefault(ident, []).append((desa, at))
    return found


def _rows(db: Connection, query: Any) -> list[Row]:
    return [dict(row) for row in db.execute(query).mappings()]
