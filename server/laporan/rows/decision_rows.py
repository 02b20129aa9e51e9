"""Decisions that can still be undone, the queue of the review, and what belongs to it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, desc, exists, func, insert, select

from server.core.db.tables import changes, feedback, laporan, laporan_versi, read_marks
from server.core.db.tables_desk import pending_decisions
from server.laporan.rows.laporan_reading import LINE
from shared.status import Status

Row = dict[str, Any]
ANSWERS = (Status.DIVERIFIKASI, Status.PERLU_PERBAIKAN)
_P = pending_decisions.c
_PENDING = exists().where(_P.laporan == laporan.c.id, _P.versi == laporan.c.versi)
_WAITING = (laporan.c.status == "diterima", ~_PENDING)


def put(db: Connection, row: Row) -> None:
    """What is done when nobody undoes it."""
    drop(db, row["laporan"])
    db.execute(insert(pending_decisions), row)


def find(db: Connection, ident: str) -> Row | None:
    """The decision that waits on this report."""
    query = select(pending_decisions).where(_P.laporan == ident)
    row = db.execute(query).mappings().one_or_none()
    return dict(row) if row else None


def due(db: Connection, now: datetime, latest: datetime) -> list[str]:
    """The reports of those that can no longer be undone, oldest first; also what would wait beyond
    ``latest``."""
    over = (_P.due_at <= now) | (_P.due_at > latest)
    query = select(_P.laporan).where(over).order_by(_P.due_at)
    return list(db.execute(query).scalars())


def drop(db: Connection, ident: str) -> None:
    """Undone, or done."""
    db.execute(delete(pending_decisions).where(_P.laporan == ident))


def waiting(db: Connection, limit: int) -> list[Row]:
    """What is to be looked at: kejadian first, then by age."""
    found: list[Row] = []
    for urgent in (1, 0):
        # Two queries, each along the index, rather than one that sorts all that wait.
        few = (
            select(*LINE)
            .where(laporan.c.mendesak == urgent, *_WAITING)
            .order_by(laporan.c.received_at, laporan.c.id)
            .limit(limit - len(found))
        )
        found += [dict(row) for row in db.execute(few).mappings()]
    return found


def count_waiting(db: Connection) -> int:
    """How many are to be looked at."""
    query = select(func.count()).select_from(laporan).where(*_WAITING)
    return db.execute(query).scalar_one()


def notes_of(db: Connection, ident: str) -> list[Row]:
    """All notes on a report, oldest first, with the moment the village read each."""
    query = (
        select(feedback, read_marks.c.at.label("read_at"))
        .outerjoin(
            read_marks,
            and_(read_marks.c.desa == feedback.c.desa, read_marks.c.ref == feedback.c.id),
        )
        .where(feedback.c.laporan == ident)
        .order_by(feedback.c.at, feedback.c.id)
    )
    return [dict(row) for row in db.execute(query).mappings()]


def version_before(db: Connection, ident: str, versi: int) -> str | None:
    """The message that was in force before this version."""
    v = laporan_versi.c
    query = (
        select(v.message)
        .where(v.laporan == ident, v.versi < versi, v.in_force)
        .order_by(desc(v.versi))
        .limit(1)
    )
    return db.execute(query).scalar()


def answer_times(db: Connection, since: datetime, limit: int) -> list[tuple[datetime, datetime]]:
    """(receipt, decision) of the versions that were answered last, each for itself."""
    c, v = changes.c, laporan_versi.c
    told = (
        select(c.ref, c.data, c.at)
        .where(c.kind == "status", c.at >= since, c.data.is_not(None))
        .order_by(desc(c.seq))
        .limit(limit)
    )
    decided = {
        (ref, act["versi"]): at
        for ref, data, at in db.execute(told)
        if (act := json.loads(data))["status"] in ANSWERS
    }
    came = select(v.laporan, v.versi, v.received_at).where(
        v.in_force, v.laporan.in_({ref for ref, _ in decided})
    )
    return [
        (at, decided[ref, versi]) for ref, versi, at in db.execute(came) if (ref, versi) in decided
    ]


def mending_times(db: Connection, since: datetime, limit: int) -> list[tuple[datetime, datetime]]:
    """(given back, next version's receipt) of the reports that were given back last."""
    f, v = feedback.c, laporan_versi.c
    given = (
        select(f.laporan, f.versi, func.max(f.at).label("at"))
        .where(f.at >= since)
        .group_by(f.laporan, f.versi)
        .order_by(desc("at"))
        .limit(limit)
        .subquery()
    )
    query = select(given.c.at, v.received_at).join(
        laporan_versi,
        and_(v.laporan == given.c.laporan, v.versi == given.c.versi + 1, v.in_force),
    )
    return [(row[0], row[1]) for row in db.execute(query) if row[1] >= row[0]]
