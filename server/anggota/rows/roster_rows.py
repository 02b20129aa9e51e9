"""Rosters as the desk reads them: members, their history, their NIK, their duties and trainings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from server.core.db.tables import anggota, anggota_versi, devices, laporan
from server.core.db.tables_desk import anggota_nik, laporan_personel, pembinaan, pembinaan_peserta

Row = dict[str, Any]


def everyone(db: Connection, desa: str | None = None) -> list[Row]:
    """All members of one village, or of all, by village and name."""
    t = anggota.c
    query = select(t.id, t.desa, t.versi, t.message, t.changed_at).order_by(t.desa, t.nama, t.id)
    return _rows(db, query if desa is None else query.where(t.desa == desa))


def one(db: Connection, ident: str) -> Row | None:
    """A member as it stands."""
    t = anggota.c
    query = select(t.id, t.desa, t.versi, t.message, t.changed_at).where(t.id == ident)
    row = db.execute(query).mappings().one_or_none()
    return dict(row) if row else None


def history(db: Connection, ident: str) -> list[Row]:
    """Every step of a record, oldest first, with the phone that it came from."""
    t = anggota_versi.c
    query = (
        select(t.versi, t.sent_versi, t.sent, t.message, t.device, t.at, devices.c.nama)
        .outerjoin(devices, devices.c.id == t.device)
        .where(t.anggota == ident)
        .order_by(t.versi)
    )
    return _rows(db, query)


def first_from_phone(db: Connection, since: datetime) -> set[str]:
    """Members that a phone brought since then, and nobody at the desk has touched."""
    t = anggota_versi.c
    query = (
        select(t.anggota)
        .group_by(t.anggota)
        .having(func.min(t.at) >= since, func.count() == func.count(t.device))
    )
    return set(db.execute(query).scalars())


# --- NIK --------------------------------------------------------------------------------------


def nik(db: Connection, ident: str) -> Row | None:
    """The sealed NIK of a member with its mask."""
    query = select(anggota_nik).where(anggota_nik.c.anggota == ident)
    row = db.execute(query).mappings().one_or_none()
    return dict(row) if row else None


def any_nik(db: Connection) -> Row | None:
    """One of them, to try the key on."""
    row = db.execute(select(anggota_nik).limit(1)).mappings().first()
    return dict(row) if row else None


def masks(db: Connection) -> dict[str, str]:
    """The masks of all, for lists."""
    return {row.anggota: row.masked for row in db.execute(_MASKS)}


def put_nik(db: Connection, row: Row) -> None:
    """One for each member."""
    drop_nik(db, row["anggota"])
    db.execute(insert(anggota_nik), row)


def drop_nik(db: Connection, ident: str) -> bool:
    """Whether there was one."""
    gone = db.execute(delete(anggota_nik).where(anggota_nik.c.anggota == ident))
    return bool(gone.rowcount)


_MASKS = select(anggota_nik.c.anggota, anggota_nik.c.masked)


# --- Duties and trainings -----------------------------------------------------------------------


def duties(db: Connection, since: str, until: str, desa: str | None = None) -> dict[str, int]:
    """How many reports name each member, of the months from ``since`` to ``until``."""
    t = laporan_personel.c
    query = (
        select(t.anggota, func.count().label("times"))
        .join(laporan, laporan.c.id == t.laporan)
        .where(laporan.c.bulan >= since, laporan.c.bulan <= until, laporan.c.status != "ditarik")
        .group_by(t.anggota)
    )
    if desa is not None:
        query = query.where(laporan.c.desa == desa)
    return {row.anggota: row.times for row in db.execute(query)}


def duties_by_month(db: Connection, ident: str) -> dict[str, int]:
    """The same of one member, month by month."""
    t = laporan_personel.c
    query = (
        select(laporan.c.bulan, func.count().label("times"))
        .join(laporan, laporan.c.id == t.laporan)
        .where(t.anggota == ident, laporan.c.status != "ditarik")
        .group_by(laporan.c.bulan)
        .order_by(laporan.c.bulan)
    )
    return {row.bulan: row.times for row in db.execute(query)}


def trainings(db: Connection, ident: str) -> list[Row]:
    """The coachings that a member took part in, newest first."""
    p, t = pembinaan.c, pembinaan_peserta.c
    query = (
        select(p.id, p.judul, p.penyelenggara, p.mulai, p.jp, t.sertifikat)
        .join(pembinaan, p.id == t.pembinaan)
        .where(t.anggota == ident, p.status != "dibatalkan")
        .order_by(p.mulai.desc())
    )
    return _rows(db, query)


def hours(db: Connection) -> dict[str, float]:
    """The training hours (JP) of each member."""
    p, t = pembinaan.c, pembinaan_peserta.c
    query = (
        select(t.anggota, func.sum(p.jp))
        .join(pembinaan, p.id == t.pembinaan)
        .where(t.anggota.is_not(None), p.status != "dibatalkan")
        .group_by(t.anggota)
    )
    return {ident: float(total or 0) for ident, total in db.execute(query)}


def _rows(db: Connection, query: Any) -> list[Row]:
    return [dict(row) for row in db.execute(query).mappings()]
