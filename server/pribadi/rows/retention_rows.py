"""What is older than it may be kept: photos, texts of reports, members who have left."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, delete, exists, func, select

from server.core.db.tables import anggota, laporan, laporan_foto, photos
from server.core.db.tables_desk import anggota_nik, erased, tindak_lanjut_foto

GONE = "(dihapus)"
"""Stands where a name stood; a report that holds it is not looked at again."""


class Photo(NamedTuple):
    """A photo of a village."""

    desa: str
    sha256: str
    size: int


def old_photos(db: Connection, before: datetime, limit: int | None = None) -> list[Photo]:
    """Photos that only reports from before then name, and no follow-up."""
    f, t, todo = laporan_foto.c, laporan.c, tindak_lanjut_foto.c
    of_report = f.desa == photos.c.desa, f.sha256 == photos.c.sha256
    named = exists().where(*of_report)
    newer = exists().where(*of_report, t.id == f.laporan, t.received_at >= before)
    done = exists().where(todo.desa == photos.c.desa, todo.sha256 == photos.c.sha256)
    query = select(photos.c.desa, photos.c.sha256, photos.c.size).where(named, ~newer, ~done)
    return [Photo(*row) for row in db.execute(query.order_by(*photos.primary_key).limit(limit))]


def drop_photo(db: Connection, photo: Photo) -> None:
    """Nobody asks for it any more; how many photos a report had stays a figure."""
    f = laporan_foto.c
    db.execute(delete(laporan_foto).where(f.desa == photo.desa, f.sha256 == photo.sha256))
    db.execute(
        delete(photos).where(and_(photos.c.desa == photo.desa, photos.c.sha256 == photo.sha256))
    )


def old_reports(db: Connection, before: datetime, limit: int) -> list[str]:
    """Reports from before then whose text is still there."""
    t = laporan.c
    query = select(t.id).where(t.received_at < before, t.pelapor != GONE).order_by(t.id)
    return list(db.execute(query.limit(limit)).scalars())


def count_reports(db: Connection, before: datetime) -> int:
    """How many of them there are."""
    t = laporan.c
    query = select(func.count()).where(t.received_at < before, t.pelapor != GONE)
    return db.execute(query).scalar_one()


def left_members(db: Connection) -> list[tuple[str, str, datetime]]:
    """Who has left and is still named: id, message, and when the record was changed last."""
    t = anggota.c
    gone = exists().where(erased.c.anggota == t.id)
    query = select(t.id, t.message, t.changed_at).where(t.status == "berhenti", ~gone)
    return [tuple(row) for row in db.execute(query.order_by(t.id))]  # pyright: ignore[reportReturnType]


def niks_of_those_who_left(db: Connection) -> list[str]:
    """There should be none: a NIK goes when its member leaves."""
    query = (
        select(anggota_nik.c.anggota)
        .join(anggota, anggota.c.id == anggota_nik.c.anggota)
        .where(anggota.c.status == "berhenti")
    )
    return list(db.execute(query).scalars())
