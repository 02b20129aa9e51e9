"""What goes out of the house: which reports and coachings, and pages of them after a cursor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    func,
    literal,
    or_,
    select,
    tuple_,
)

from server.core.db.tables import anggota, laporan_foto, laporan_versi, photos
from server.core.db.tables import laporan as reports
from server.core.db.tables_desk import pembinaan as coachings
from server.core.db.tables_desk import pembinaan_desa

Row = dict[str, Any]
Where = Sequence[ColumnElement[bool]]
After = tuple[datetime | str, ...]

_COLUMNS = (
    *(reports.c[name] for name in (
        "id", "resi", "status", "bulan", "device", "received_at", "changed_at",
    )),
    laporan_versi.c.message,
)  # fmt: skip
_IN_FORCE = and_(
    laporan_versi.c.laporan == reports.c.id,
    laporan_versi.c.versi == reports.c.versi,
    laporan_versi.c.in_force,
)


def laporan_where(
    *,
    dari: str | None = None,
    sampai: str | None = None,
    desa: str | None = None,
    kind: str | None = None,
    status: str | None = None,
    changed_since: datetime | None = None,
) -> list[ColumnElement[bool]]:
    """Months that the reports count for, both ends among them; None means all."""
    t, found = reports.c, list[ColumnElement[bool]]()
    if dari:
        found.append(t.bulan >= dari)
    if sampai:
        found.append(t.bulan <= sampai)
    if changed_since:
        found.append(t.changed_at >= changed_since)
    pairs = (("desa", desa), ("kind", kind), ("status", status))
    return found + [t[name] == value for name, value in pairs if value]


def laporan_ids(db: Connection, where: Where) -> list[str]:
    """Their ids, in the order of what happened."""
    query = select(reports.c.id).where(*where).order_by(reports.c.mulai, reports.c.id)
    return list(db.execute(query).scalars())


def laporan(db: Connection, idents: Sequence[str]) -> list[Row]:
    """These reports with the message in force, in this order."""
    query = select(*_COLUMNS).join(laporan_versi, _IN_FORCE).where(reports.c.id.in_(idents))
    found = {row["id"]: dict(row) for row in db.execute(query).mappings()}
    return [found[ident] for ident in idents if ident in found]


def laporan_after(db: Connection, where: Where, after: After | None, limit: int) -> list[Row]:
    """Some of them after a cursor (received, id): in the order of receipt, which never changes."""
    t = reports.c
    query = select(*_COLUMNS).join(laporan_versi, _IN_FORCE).where(*where)
    return _after(db, query, (t.received_at, t.id), after, limit)


def whole_photos(db: Connection, idents: Sequence[str]) -> set[tuple[str, str]]:
    """(report, sha256) of the photos of these reports that have arrived."""
    f = laporan_foto.c
    query = (
        select(f.laporan, f.sha256)
        .join(photos, and_(photos.c.desa == f.desa, photos.c.sha256 == f.sha256))
        .where(f.laporan.in_(idents), photos.c.whole_at.is_not(None))
    )
    return {(row.laporan, row.sha256) for row in db.execute(query)}


def count_photos(db: Connection, where: Where) -> int:
    """How many photos the reports name."""
    query = select(func.coalesce(func.sum(reports.c.jumlah_foto), 0)).where(*where)
    return db.execute(query).scalar_one()


def count_anggota(db: Connection, desa: str | None) -> int:
    """How many members one village has, or all."""
    query = select(func.count()).select_from(anggota)
    return db.execute(query.where(anggota.c.desa == desa) if desa else query).scalar_one()


def anggota_after(
    db: Connection, desa: str | None, status: str | None, after: After | None, limit: int
) -> list[Row]:
    """Members after a cursor (desa, id)."""
    t = anggota.c
    query = select(t.id, t.desa, t.message, t.changed_at)
    for column, value in ((t.desa, desa), (t.status, status)):
        if value:
            query = query.where(column == value)
    return _after(db, query, (t.desa, t.id), after, limit)


def pembinaan_where(
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    desa: str | None = None,
    status: str | None = None,
) -> list[ColumnElement[bool]]:
    """Coachings that begin within a time; one without a date belongs to all times."""
    t, found = coachings.c, list[ColumnElement[bool]]()
    if since:
        found.append(or_(t.mulai.is_(None), t.mulai >= since))
    if until:
        found.append(or_(t.mulai.is_(None), t.mulai < until))
    if status:
        found.append(t.status == status)
    if desa:
        invited = pembinaan_desa.c
        found.append(exists().where(invited.pembinaan == t.id, invited.desa == desa))
    return found


def pembinaan_ids(db: Connection, where: Where) -> list[str]:
    """Their ids, the earliest first."""
    t = coachings.c
    query = select(t.id).where(*where).order_by(func.coalesce(t.mulai, t.created_at), t.id)
    return list(db.execute(query).scalars())


def pembinaan(db: Connection, idents: Sequence[str]) -> list[Row]:
    """These coachings, in this order."""
    query = select(coachings).where(coachings.c.id.in_(idents))
    found = {row["id"]: dict(row) for row in db.execute(query).mappings()}
    return [found[ident] for ident in idents if ident in found]


def pembinaan_after(db: Connection, where: Where, after: After | None, limit: int) -> list[Row]:
    """Some of them after a cursor (made, id)."""
    t = coachings.c
    return _after(db, select(coachings).where(*where), (t.created_at, t.id), after, limit)


def _after(
    db: Connection,
    query: Select[*tuple[Any, ...]],
    order: tuple[ColumnElement[Any], ColumnElement[Any]],
    after: After | None,
    limit: int,
) -> list[Row]:
    if after is not None:
        here = tuple_(*(literal(v, c.type) for v, c in zip(after, order, strict=True)))
        query = query.where(tuple_(*order) > here)
    return [dict(row) for row in db.execute(query.order_by(*order).limit(limit)).mappings()]
