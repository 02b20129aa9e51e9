"""What the tables know of photos: which are named, how long they are, which have arrived.

The file on disk is the truth; `whole_at` is a note that saves looking at thousands of files.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, and_, insert, select, update

from server.store.tables import delivered, laporan, laporan_foto, photos


def find(db: Connection, desa: str, sha256: str) -> tuple[int, bool] | None:
    """The length that the newest report of the desa gives, and whether it is noted as whole."""
    query = select(photos.c.size, photos.c.whole_at).where(
        photos.c.desa == desa, photos.c.sha256 == sha256
    )
    row = db.execute(query).one_or_none()
    return None if row is None else (row.size, row.whole_at is not None)


def name_photos(db: Connection, desa: str, wanted: Iterable[tuple[str, int]]) -> None:
    """A report names these (sha256, size); the size of one that has arrived stays as it is."""
    for sha256, size in wanted:
        key = and_(photos.c.desa == desa, photos.c.sha256 == sha256)
        row = db.execute(select(photos.c.size, photos.c.whole_at).where(key)).one_or_none()
        if row is None:
            db.execute(insert(photos), {"desa": desa, "sha256": sha256, "size": size})
        elif row.whole_at is None and row.size != size:
            db.execute(update(photos).where(key), {"size": size})


def mark_whole(db: Connection, desa: str, sha256: str, size: int, at: datetime) -> None:
    """All bytes of a photo are on disk and checked."""
    key = and_(photos.c.desa == desa, photos.c.sha256 == sha256)
    db.execute(update(photos).where(key), {"size": size, "whole_at": at})


def mark_lost(db: Connection, desa: str, sha256: str) -> None:
    """The file of a photo is gone or altered: phones are asked for it again."""
    key = and_(photos.c.desa == desa, photos.c.sha256 == sha256)
    db.execute(update(photos).where(key), {"whole_at": None})


def all_named(db: Connection) -> list[tuple[str, str, int, datetime | None]]:
    """Every photo that a report names, for the doctor: (desa, sha256, size, whole_at)."""
    query = select(photos.c.desa, photos.c.sha256, photos.c.size, photos.c.whole_at)
    return [tuple(row) for row in db.execute(query)]  # pyright: ignore[reportReturnType]


def lacking(db: Connection, device: str, desa: str) -> list[tuple[str, int]]:
    """Photos not marked whole that the reports in force name, of reports this device delivered."""
    f, current = laporan_foto.c, laporan.c
    query = (
        select(photos.c.sha256, photos.c.size)
        .join(laporan_foto, and_(f.desa == photos.c.desa, f.sha256 == photos.c.sha256))
        .join(laporan, and_(current.id == f.laporan, current.versi == f.versi))
        .join(delivered, delivered.c.laporan == f.laporan)
        .where(
            photos.c.desa == desa,
            photos.c.whole_at.is_(None),
            delivered.c.device == device,
        )
        .order_by(current.kind != "kejadian", current.received_at, current.id, f.urutan)
    )
    return list(dict.fromkeys((row.sha256, row.size) for row in db.execute(query)))
