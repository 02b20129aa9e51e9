"""What the staff view asks beyond a page of the list: figures, neighbours, months, the past."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    case,
    desc,
    func,
    literal,
    select,
    tuple_,
)

from server.core.db.tables import changes, devices, laporan, laporan_foto, laporan_versi
from server.core.db.tables_desk import month_counts
from server.laporan.rows.laporan_reading import ORDER, conditions, reversed_order

Where = Sequence[ColumnElement[bool]]


def where(
    *,
    desa: str | None = None,
    kind: str | None = None,
    jenis: str | None = None,
    status: str | None = None,
    bulan: str | None = None,
    words: str = "",
) -> list[ColumnElement[bool]]:
    """The WHERE of the staff view's list; ``bulan`` is the month that a report counts for."""
    found = conditions(
        desa=desa, kind=kind, jenis=jenis, status=status, words=words, dari=None, sampai=None
    )
    return [*found, laporan.c.bulan == bulan] if bulan else found


def counts(db: Connection, where: Where) -> dict[str, int]:
    """How many reports stand at each status."""
    query = select(laporan.c.status, func.count()).where(*where).group_by(laporan.c.status)
    return {row[0]: row[1] for row in db.execute(query)}


def tallied(
    db: Connection,
    *,
    desa: str | None = None,
    kind: str | None = None,
    bulan: str | None = None,
) -> dict[str, int]:
    """The same from the kept figures, which know these three: a million reports cost nothing."""
    t = month_counts.c
    wanted = [t[name] == value for name, value in (("desa", desa), ("kind", kind), ("bulan", bulan))
              if value]  # fmt: skip
    query = select(t.status, func.sum(t.jumlah)).where(*wanted).group_by(t.status)
    return {status: number for status, number in db.execute(query) if number}


class Near(NamedTuple):
    """A report of the same village, kind and jenis, from about the same time."""

    id: str
    resi: str
    mulai: datetime
    selesai: datetime | None
    tempat: str


def near(db: Connection, ident: str, since: datetime, until: datetime) -> list[Near]:
    """Those that begin within a time and were not withdrawn; without the report itself."""
    t, one = laporan.c, laporan.alias("one").c
    query = (
        select(t.id, t.resi, t.mulai, t.selesai, t.tempat)
        .where(
            one.id == ident, t.id != ident, t.desa == one.desa, t.kind == one.kind,
            func.coalesce(t.jenis, "") == func.coalesce(one.jenis, ""),
            t.status != "ditarik", t.mulai >= since, t.mulai <= until,
        )
        .order_by(t.received_at)
    )  # fmt: skip
    return [Near(*row) for row in db.execute(query)]


def newest(db: Connection) -> datetime | None:
    """When the last report came in."""
    return db.execute(select(func.max(laporan.c.received_at))).scalar()


def newer(db: Connection, where: Where, since: datetime) -> int:
    """How many have come in after a moment."""
    query = select(func.count()).select_from(laporan)
    return db.execute(query.where(*where, laporan.c.received_at > since)).scalar_one()


def months(db: Connection) -> list[str]:
    """The months that have a report, newest first."""
    t = month_counts.c
    query = select(t.bulan).where(t.jumlah > 0).distinct().order_by(desc(t.bulan))
    return list(db.execute(query).scalars())


def jenis_kejadian(db: Connection, idents: Sequence[str]) -> dict[str, str]:
    """What happened, in the reporter's word, of those that are a kejadian."""
    if not idents:
        return {}
    query = (
        select(laporan.c.id, laporan_versi.c.message)
        .join(
            laporan_versi,
            and_(
                laporan_versi.c.laporan == laporan.c.id,
                laporan_versi.c.versi == laporan.c.versi,
                laporan_versi.c.in_force,
            ),
        )
        .where(laporan.c.id.in_(idents), laporan.c.kind == "kejadian")
    )
    return {ident: _jenis(message) for ident, message in db.execute(query)}


def neighbours(db: Connection, where: Where, ident: str) -> tuple[str | None, str | None, int]:
    """The report before and after in the list's order, and its place in it; 0: not in the list."""
    t = laporan.c
    own = select(t.mendesak, t.received_at, t.id).where(t.id == ident, *where)
    key = db.execute(own).one_or_none()
    if key is None:
        return None, None, 0
    place, kinds = tuple_(t.mendesak, t.received_at, t.id), (t.mendesak, t.received_at, t.id)
    here = tuple_(*(literal(value, column.type) for value, column in zip(key, kinds, strict=True)))
    up = select(t.id).where(*where, place > here).order_by(*reversed_order()).limit(1)
    down = select(t.id).where(*where, place < here).order_by(*ORDER).limit(1)
    above = select(func.count()).select_from(laporan).where(*where, place > here)
    return (
        db.execute(up).scalar(),
        db.execute(down).scalar(),
        db.execute(above).scalar_one() + 1,
    )


def around(db: Connection, desa: str, since: datetime, until: datetime) -> list[dict[str, Any]]:
    """What a village did between two moments, withdrawn reports left out."""
    t = laporan.c
    query = (
        select(t.id, t.resi, t.mulai, t.tempat)
        .where(t.desa == desa, t.mulai >= since, t.mulai <= until)
        .where(t.kind != "nihil", t.status != "ditarik")
        .order_by(t.mulai, t.id)
        .limit(5)
    )
    return [dict(row) for row in db.execute(query).mappings()]


def status_acts(db: Connection, ident: str) -> list[dict[str, Any]]:
    """What the kecamatan has done with a report, oldest first, as the phones were told."""
    query = (
        select(changes.c.data, changes.c.at)
        .where(changes.c.kind == "status", changes.c.ref == ident, changes.c.data.is_not(None))
        .order_by(changes.c.seq)
    )
    return [{**json.loads(data), "at": at} for data, at in db.execute(query)]


def device_names(db: Connection, idents: Sequence[str]) -> dict[str, str]:
    """The names of some devices."""
    query = select(devices.c.id, devices.c.device_name).where(devices.c.id.in_(idents))
    return {row[0]: row[1] for row in db.execute(query)}


def named_photo(db: Connection, ident: str, sha256: str) -> tuple[str, bool] | None:
    """The desa of a report's photo and whether any version calls it *sensitif*."""
    f = laporan_foto.c
    query = (
        select(f.desa, func.max(case((f.sensitif, 1), else_=0)))
        .where(f.laporan == ident, f.sha256 == sha256)
        .group_by(f.desa)
    )
    row = db.execute(query).one_or_none()
    return (row[0], bool(row[1])) if row else None


def _jenis(message: str) -> str:
    return str((json.loads(message).get("kejadian") or {}).get("jenis") or "")
