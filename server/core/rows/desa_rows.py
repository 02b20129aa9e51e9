"""What the villages say of themselves, version by version, and the desk's announcements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, desc, func, insert, select

from server.core.db import reading
from server.core.db.tables import read_marks
from server.core.db.tables_desk import announcement_desa, announcements, desa_data

Record = dict[str, Any]
"""What a village says of itself, as it is sent."""


class DesaVersion(NamedTuple):
    """A version of a village's record, with ``message`` as JSON."""

    desa: str
    versi: int
    message: str
    at: datetime
    by: str


class AnnouncementRow(NamedTuple):
    """An announcement as it was published."""

    id: str
    judul: str
    teks: str
    at: datetime
    by: str


def newest(db: Connection, desa: str) -> tuple[int, Record]:
    """The version in force and its record; 0 and nothing before the first."""
    t = desa_data.c
    query = select(t.versi, t.message).where(t.desa == desa).order_by(desc(t.versi)).limit(1)
    row = db.execute(query).one_or_none()
    return (row.versi, json.loads(row.message)) if row else (0, {})


def at_version(db: Connection, desa: str, versi: int) -> Record:
    """The record as it stood."""
    t = desa_data.c
    query = select(t.message).where(t.desa == desa, t.versi == versi)
    text = db.execute(query).scalar()
    return json.loads(text) if text else {}


def history(db: Connection, desa: str) -> list[DesaVersion]:
    """All versions, oldest first."""
    query = select(*reading.columns(desa_data, DesaVersion)).where(desa_data.c.desa == desa)
    return reading.rows(db, query.order_by(desa_data.c.versi), DesaVersion)


def everything(db: Connection) -> dict[str, Record]:
    """The newest record of each village that has one."""
    t = desa_data.c
    last = select(t.desa, func.max(t.versi).label("versi")).group_by(t.desa).subquery()
    query = select(t.desa, t.message).join(
        last, and_(last.c.desa == t.desa, last.c.versi == t.versi)
    )
    return {desa: json.loads(text) for desa, text in db.execute(query)}


def add_version(
    db: Connection, desa: str, versi: int, record: Record, by: str, at: datetime
) -> None:
    """A new version comes into force."""
    text = json.dumps(record, sort_keys=True)
    row = {"desa": desa, "versi": versi, "message": text, "at": at, "by": by}
    db.execute(insert(desa_data), row)


# --- Announcements ------------------------------------------------------------------------------


def add_announcement(db: Connection, row: AnnouncementRow, villages: Iterable[str]) -> None:
    """An announcement and whom it goes to."""
    db.execute(insert(announcements), row._asdict())
    rows = [{"announcement": row.id, "desa": desa} for desa in villages]
    db.execute(insert(announcement_desa), rows)


def announcement_page(db: Connection, limit: int, offset: int) -> list[AnnouncementRow]:
    """The newest first."""
    t = announcements.c
    query = select(*reading.columns(announcements, AnnouncementRow)).order_by(desc(t.at), t.id)
    return reading.rows(db, query.limit(limit).offset(offset), AnnouncementRow)


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
