"""Which photos the reports name, and which of them a device should still send."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, and_, insert, select, update

from server.store.tables import delivered, laporan, laporan_foto, photos


def name_photos(db: Connection, desa: str, wanted: Iterable[tuple[str, int]]) -> None:
    """A report names these (sha256, size); the size of one that has arrived stays as it is."""
    for sha256, size in wanted:
        key = and_(photos.c.desa == desa, photos.c.sha256 == sha256)
        row = db.execute(select(photos.c.size, photos.c.whole_at).where(key)).one_or_none()
        if row is None:
            db.execute(insert(photos), {"desa": desa, "sha256": sha256, "size": size})
        elif row.whole_at is None and row.size != size:
            db.execute(update(photos).where(key), {"size": size})


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
