"""What a recap asks of the tables: counts by village and month, incidents, photos."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, select

from server.core.db import reading
from server.core.db.tables import anggota, laporan, laporan_foto, laporan_versi, photos
from server.core.rows import counting


class CountRow(NamedTuple):
    """Reports of one village, month, kind and jenis; ``first`` is the earliest receipt."""

    desa: str
    bulan: str
    kind: str
    jenis: str
    jumlah: int
    orang: int | None
    first: datetime


class IncidentRow(NamedTuple):
    """An incident; ``message`` is the report as it was sent, as JSON."""

    id: str
    desa: str
    mulai: datetime
    tempat: str
    jenis: str
    resi: str
    message: str


class WholePhoto(NamedTuple):
    """A photo that has arrived, with the report that it belongs to."""

    desa: str
    sha256: str
    laporan: str
    kind: str
    mulai: datetime
    jenis: str
    tempat: str
    keterangan: str
    sensitif: bool


class MemberRow(NamedTuple):
    """A member of the roster; ``message`` is the whole record as JSON."""

    desa: str
    status: str
    message: str


def counts(db: Connection, months: Sequence[str], desa: str | None) -> list[CountRow]:
    """Reports by village, month, kind and jenis: how many, person-times, the first receipt."""
    t = laporan.c
    groups = (t.desa, t.bulan, t.kind, t.jenis)
    query = (
        select(
            *groups,
            func.count().label("jumlah"),
            func.sum(t.jumlah_personel).label("orang"),
            func.min(t.received_at).label("first"),
        )
        .where(*_counted(months, desa))
        .group_by(*groups)
    )
    return reading.rows(db, query, CountRow)


def waiting(db: Connection, months: Sequence[str], desa: str | None) -> int:
    """How many nobody has looked at yet; also of those that count only after that."""
    t = laporan.c
    query = select(func.count()).where(*_of(months, desa), t.status == "diterima")
    return db.execute(query).scalar_one()


def kejadian(db: Connection, months: Sequence[str], desa: str | None) -> list[IncidentRow]:
    """The incidents with what was sent of them, in the order in which they happened."""
    t, v = laporan.c, laporan_versi.c
    query = (
        select(t.id, t.desa, t.mulai, t.tempat, t.jenis, t.resi, v.message)
        .join(laporan_versi, and_(v.laporan == t.id, v.versi == t.versi, v.in_force))
        .where(*_counted(months, desa), t.kind == "kejadian")
        .order_by(t.mulai, t.id)
    )
    return reading.rows(db, query, IncidentRow)


def whole_photos(db: Connection, months: Sequence[str], desa: str | None) -> list[WholePhoto]:
    """The photos that have arrived whole; the newest report first."""
    t, f, p = laporan.c, laporan_foto.c, photos.c
    query = (
        select(
            t.desa, f.sha256, t.id.label("laporan"), t.kind, t.mulai, t.jenis, t.tempat,
            f.keterangan, f.sensitif,
        )
        .join(laporan_foto, and_(f.laporan == t.id, f.versi == t.versi))
        .join(photos, and_(p.desa == f.desa, p.sha256 == f.sha256))
        .where(*_counted(months, desa), p.whole_at.is_not(None))
        .order_by(t.mulai.desc(), t.id, f.urutan)
    )  # fmt: skip
    return reading.rows(db, query, WholePhoto)


def members(db: Connection, desa: str | None) -> list[MemberRow]:
    """Every member with the whole record."""
    query = select(*reading.columns(anggota, MemberRow))
    if desa is not None:
        query = query.where(anggota.c.desa == desa)
    return reading.rows(db, query, MemberRow)


def _counted(months: Sequence[str], desa: str | None) -> Sequence[ColumnElement[bool]]:
    """What every figure counts."""
    return [*_of(months, desa), counting.counts()]


def _of(months: Sequence[str], desa: str | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [laporan.c.bulan.in_(months)]
    return found if desa is None else [*found, laporan.c.desa == desa]
