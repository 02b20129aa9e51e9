"""What a village sends besides reports: roster changes, acts, and what it has read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, desc, insert, select, update

from server.core.db.tables import acts, anggota, anggota_versi, read_marks

Row = dict[str, Any]


class Member(NamedTuple):
    """A member of a roster as it stands."""

    desa: str
    versi: int
    message: str


def member(db: Connection, ident: str) -> Member | None:
    """The record in force, or None when it is new."""
    query = select(anggota.c.desa, anggota.c.versi, anggota.c.message).where(anggota.c.id == ident)
    row = db.execute(query).one_or_none()
    return None if row is None else Member(*row)


def member_sent(db: Connection, ident: str, versi: int, digest: str) -> bool:
    """Whether this very change has been taken in."""
    t = anggota_versi.c
    query = select(t.versi).where(t.anggota == ident, t.sent_versi == versi, t.digest == digest)
    return db.execute(query.limit(1)).scalar() is not None


def member_at(db: Connection, ident: str, versi: int) -> str | None:
    """The record as it stood at a version, or at the last one before it."""
    t = anggota_versi.c
    query = select(t.message).where(t.anggota == ident, t.versi <= versi)
    return db.execute(query.order_by(desc(t.versi)).limit(1)).scalar()


def put_member(db: Connection, ident: str, row: Row, *, new: bool) -> None:
    """The record from now on."""
    if new:
        db.execute(insert(anggota), {"id": ident, **row})
    else:
        db.execute(update(anggota).where(anggota.c.id == ident), row)


def add_member_version(db: Connection, row: Row) -> None:
    """One step of the record's history."""
    db.execute(insert(anggota_versi), row)


def act_desa(db: Connection, ident: str) -> str | None:
    """The desa whose act this is; None when it has not been taken in."""
    return db.execute(select(acts.c.desa).where(acts.c.id == ident)).scalar()


def add_act(db: Connection, row: Row) -> None:
    """An act, once."""
    db.execute(insert(acts), row)


def mark_read(db: Connection, desa: str, device: str, refs: Iterable[str], at: datetime) -> None:
    """The village has read these; the first reading counts."""
    wanted = list(dict.fromkeys(refs))
    t = read_marks.c
    have = set(db.execute(select(t.ref).where(t.desa == desa, t.ref.in_(wanted))).scalars())
    rows = [
        {"desa": desa, "ref": ref, "device": device, "at": at} for ref in wanted if ref not in have
    ]
    if rows:
        db.execute(insert(read_marks), rows)
