"""Coachings: the record, its villages and their answers, who came, its follow-ups, its photos."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, desc, func, insert, or_, select, update

from server.core.db.tables import read_marks
from server.core.db.tables_desk import (
    pembinaan,
    pembinaan_desa,
    pembinaan_foto,
    pembinaan_laporan,
    pembinaan_peserta,
    pembinaan_versi,
    tindak_lanjut,
    tindak_lanjut_foto,
)

Row = dict[str, Any]


def find(db: Connection, ident: str) -> Row | None:
    """The record itself."""
    row = db.execute(select(pembinaan).where(pembinaan.c.id == ident)).mappings().one_or_none()
    return dict(row) if row else None


def add(db: Connection, row: Row) -> None:
    db.execute(insert(pembinaan), row)


def change(db: Connection, ident: str, values: Row) -> None:
    db.execute(update(pembinaan).where(pembinaan.c.id == ident), values)


def keep_version(db: Connection, row: Row) -> None:
    """A version as it stands now; while it has not been sent it is written over."""
    t = pembinaan_versi.c
    db.execute(
        delete(pembinaan_versi).where(t.pembinaan == row["pembinaan"], t.versi == row["versi"])
    )
    db.execute(insert(pembinaan_versi), row)


def versions(db: Connection, ident: str) -> list[Row]:
    """All versions, oldest first."""
    t = pembinaan_versi.c
    query = select(pembinaan_versi).where(t.pembinaan == ident).order_by(t.versi)
    return rows_of(db, query)


def place_since(db: Connection, ident: str, since: datetime) -> int:
    """Which one it is of those begun since, in order; records are never removed."""
    t = pembinaan.c
    own = select(t.created_at).where(t.id == ident).scalar_subquery()
    before = or_(t.created_at < own, and_(t.created_at == own, t.id <= ident))
    query = select(func.count()).select_from(pembinaan).where(t.created_at >= since, before)
    return db.execute(query).scalar_one()


def message(db: Connection, ident: str, versi: int) -> str | None:
    """The message of a version."""
    t = pembinaan_versi.c
    return db.execute(select(t.message).where(t.pembinaan == ident, t.versi == versi)).scalar()


# --- The villages and their answers ---------------------------------------------------------


def villages(db: Connection, ident: str) -> list[Row]:
    """The invited villages with their answers, by code."""
    t = pembinaan_desa.c
    return rows_of(db, select(pembinaan_desa).where(t.pembinaan == ident).order_by(t.desa))


def villages_of(db: Connection, idents: Sequence[str]) -> dict[str, list[str]]:
    """The villages of several records."""
    t = pembinaan_desa.c
    query = select(t.pembinaan, t.desa).where(t.pembinaan.in_(idents)).order_by(t.desa)
    found: dict[str, list[str]] = {}
    for ident, desa in db.execute(query):
        found.setdefault(ident, []).append(desa)
    return found


def add_villages(db: Connection, ident: str, wanted: Iterable[str]) -> None:
    """Those that are not there yet; one that is there keeps its answer."""
    fresh = set(wanted) - {row["desa"] for row in villages(db, ident)}
    if fresh:
        rows = [{"pembinaan": ident, "desa": desa} for desa in sorted(fresh)]
        db.execute(insert(pembinaan_desa), rows)


def drop_village(db: Connection, ident: str, desa: str) -> None:
    t = pembinaan_desa.c
    db.execute(delete(pembinaan_desa).where(t.pembinaan == ident, t.desa == desa))


def answer(db: Connection, ident: str, desa: str, values: Row) -> None:
    """What a village answered to the invitation."""
    t = pembinaan_desa.c
    db.execute(update(pembinaan_desa).where(t.pembinaan == ident, t.desa == desa), values)


def readers(db: Connection, ref: str) -> dict[str, datetime]:
    """Which villages have read something, and when first."""
    t = read_marks.c
    return {row.desa: row.at for row in db.execute(select(t.desa, t.at).where(t.ref == ref))}


# --- Who came -------------------------------------------------------------------------------


def people(db: Connection, ident: str) -> list[Row]:
    """Who took part, by village and name."""
    t = pembinaan_peserta.c
    query = select(pembinaan_peserta).where(t.pembinaan == ident).order_by(t.desa, t.nama, t.id)
    return rows_of(db, query)


def add_people(db: Connection, rows: Sequence[Row]) -> None:
    if rows:
        db.execute(insert(pembinaan_peserta), list(rows))


def drop_people(db: Connection, ident: str, who: Sequence[str]) -> None:
    t = pembinaan_peserta.c
    db.execute(delete(pembinaan_peserta).where(t.pembinaan == ident, t.id.in_(who)))


def heads(db: Connection, idents: Sequence[str]) -> dict[str, int]:
    """How many took part in several records."""
    t = pembinaan_peserta.c
    query = select(t.pembinaan, func.count()).where(t.pembinaan.in_(idents)).group_by(t.pembinaan)
    return {row[0]: row[1] for row in db.execute(query)}


def change_person(db: Connection, ident: str, peserta: str, values: Row) -> int:
    """How many were changed: one, or none when there is no such person."""
    t = pembinaan_peserta.c
    query = update(pembinaan_peserta).where(t.pembinaan == ident, t.id == peserta)
    return db.execute(query, values).rowcount


# --- Follow-ups -----------------------------------------------------------------------------


def todos(db: Connection, ident: str) -> list[Row]:
    """The follow-ups, the earliest deadline first."""
    t = tindak_lanjut.c
    order = (t.tenggat.is_(None), t.tenggat, t.teks, t.desa)
    return rows_of(db, select(tindak_lanjut).where(t.pembinaan == ident).order_by(*order))


def todo(db: Connection, ident: str) -> Row | None:
    """One follow-up."""
    query = select(tindak_lanjut).where(tindak_lanjut.c.id == ident)
    row = db.execute(query).mappings().one_or_none()
    return dict(row) if row else None


def add_todos(db: Connection, rows: Sequence[Row]) -> None:
    if rows:
        db.execute(insert(tindak_lanjut), list(rows))


def change_todo(db: Connection, ident: str, values: Row) -> None:
    db.execute(update(tindak_lanjut).where(tindak_lanjut.c.id == ident), values)


def drop_todos(db: Connection, idents: Sequence[str]) -> None:
    if idents:
        db.execute(delete(tindak_lanjut_foto).where(tindak_lanjut_foto.c.tindak_lanjut.in_(idents)))
        db.execute(delete(tindak_lanjut).where(tindak_lanjut.c.id.in_(idents)))


def add_todo_photos(db: Connection, rows: Sequence[Row]) -> None:
    if rows:
        db.execute(insert(tindak_lanjut_foto), list(rows))


def todo_photos(db: Connection, idents: Sequence[str]) -> list[Row]:
    """The photos of several follow-ups."""
    t = tindak_lanjut_foto.c
    query = select(tindak_lanjut_foto).where(t.tindak_lanjut.in_(idents)).order_by(t.urutan)
    return rows_of(db, query)


def open_todos(db: Connection, idents: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Of several records: how many follow-ups are done, of how many."""
    t = tindak_lanjut.c
    query = (
        select(t.pembinaan, t.status, func.count())
        .where(t.pembinaan.in_(idents))
        .group_by(t.pembinaan, t.status)
    )
    found: dict[str, tuple[int, int]] = {}
    for ident, status, count in db.execute(query):
        done, total = found.get(ident, (0, 0))
        found[ident] = (done + (count if status == "selesai" else 0), total + count)
    return found


# --- Photos and the reports behind it ---------------------------------------------------------


def photos(db: Connection, ident: str) -> list[Row]:
    """The photos taken at it."""
    t = pembinaan_foto.c
    return rows_of(db, select(pembinaan_foto).where(t.pembinaan == ident).order_by(t.urutan))


def add_photo(db: Connection, ident: str, sha256: str, size: int) -> None:
    """One more, after the others."""
    t = pembinaan_foto.c
    last = db.execute(select(func.max(t.urutan)).where(t.pembinaan == ident)).scalar()
    row = {
        "pembinaan": ident, "urutan": 0 if last is None else last + 1, "sha256": sha256,
        "size": size, "keterangan": "", "sensitif": False,
    }  # fmt: skip
    db.execute(insert(pembinaan_foto), row)


def drop_photo(db: Connection, ident: str, sha256: str) -> None:
    t = pembinaan_foto.c
    db.execute(delete(pembinaan_foto).where(t.pembinaan == ident, t.sha256 == sha256))


def reports(db: Connection, ident: str) -> list[str]:
    """The reports that led to it."""
    t = pembinaan_laporan.c
    query = select(t.laporan).where(t.pembinaan == ident).order_by(t.laporan)
    return list(db.execute(query).scalars())


def add_reports(db: Connection, ident: str, wanted: Iterable[str]) -> None:
    fresh = set(wanted) - set(reports(db, ident))
    if fresh:
        rows = [{"pembinaan": ident, "laporan": one} for one in sorted(fresh)]
        db.execute(insert(pembinaan_laporan), rows)


def drop_report(db: Connection, ident: str, laporan: str) -> None:
    t = pembinaan_laporan.c
    db.execute(delete(pembinaan_laporan).where(t.pembinaan == ident, t.laporan == laporan))


# --- Lists ----------------------------------------------------------------------------------


def page(db: Connection, *, limit: int, offset: int) -> list[Row]:
    """The newest first; one without a date stands where it was last changed."""
    t = pembinaan.c
    order = (desc(func.coalesce(t.mulai, t.changed_at)), t.id)
    return rows_of(db, select(pembinaan).order_by(*order).limit(limit).offset(offset))


def count(db: Connection) -> int:
    return db.execute(select(func.count()).select_from(pembinaan)).scalar_one()


def between(db: Connection, since: datetime, until: datetime) -> list[Row]:
    """Those that take place within a time, the earliest first."""
    t = pembinaan.c
    last = func.coalesce(t.selesai, t.mulai)
    query = select(pembinaan).where(t.mulai < until, last >= since, t.mulai.is_not(None))
    return rows_of(db, query.order_by(t.mulai, t.id))


def recent(db: Connection, since: datetime) -> list[Row]:
    """Those not called off that are still planned, or took place or were made since."""
    t = pembinaan.c
    query = select(t.id, t.bentuk).where(
        t.status != "dibatalkan", or_(t.status == "direncanakan", t.mulai >= since)
    )
    return rows_of(db, query)


# --- What reports and rosters show ------------------------------------------------------------


def rows_of(db: Connection, query: Any) -> list[Row]:
    return [dict(row) for row in db.execute(query).mappings()]
