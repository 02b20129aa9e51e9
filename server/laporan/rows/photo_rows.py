"""What the tables know of photos: which are named, how long they are, which have arrived.

The file on disk is the truth; `whole_at` is a note that saves looking at thousands of files.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from server.core.db.database import Database
from server.core.db.sqlite_fast import Ready
from server.core.db.tables import acts, delivered, laporan, laporan_foto, photos
from server.core.db.tables_desk import tindak_lanjut_foto

# Made once: building a statement costs more than running it.
_ADD = Ready(insert(photos))
_NAMED = Ready(
    select(photos.c.sha256, photos.c.size, photos.c.whole_at).where(
        photos.c.desa == bindparam("village"),
        photos.c.sha256.in_(bindparam("names", expanding=True)),
    )
)
_NOT_WHOLE = Ready(
    select(photos.c.sha256, photos.c.size).where(
        photos.c.desa == bindparam("village"), photos.c.whole_at.is_(None)
    )
)
_ONE = and_(photos.c.desa == bindparam("village"), photos.c.sha256 == bindparam("name"))
_FIND = select(photos.c.size, photos.c.whole_at).where(_ONE)
_MARK = Ready(update(photos).where(_ONE).values(size=bindparam("bytes"), whole_at=bindparam("now")))
_OF_DEVICE = Ready(
    select(laporan_foto.c.sha256)
    .join(
        laporan,
        and_(laporan.c.id == laporan_foto.c.laporan, laporan.c.versi == laporan_foto.c.versi),
    )
    .join(delivered, delivered.c.laporan == laporan_foto.c.laporan)
    .where(
        laporan_foto.c.desa == bindparam("village"),
        laporan_foto.c.sha256.in_(bindparam("names", expanding=True)),
        delivered.c.device == bindparam("phone"),
    )
    .order_by(
        laporan.c.kind != "kejadian", laporan.c.received_at, laporan.c.id, laporan_foto.c.urutan
    )
)
_OF_ACTS = Ready(
    select(tindak_lanjut_foto.c.sha256)
    .join(acts, acts.c.ref == tindak_lanjut_foto.c.tindak_lanjut)
    .where(
        tindak_lanjut_foto.c.desa == bindparam("village"),
        tindak_lanjut_foto.c.sha256.in_(bindparam("names", expanding=True)),
        acts.c.desa == bindparam("village"),
        acts.c.device == bindparam("phone"),
    )
    .order_by(acts.c.at, tindak_lanjut_foto.c.urutan)
)


def find(database: Database, desa: str, sha256: str) -> tuple[int, bool] | None:
    """The length that the newest report of the desa gives, and whether it is noted as whole."""
    row = database.first(_FIND, {"village": desa, "name": sha256})
    return None if row is None else (row["size"], row["whole_at"] is not None)


def name_photos(db: Connection, desa: str, wanted: Iterable[tuple[str, int]]) -> None:
    """A report names these (sha256, size); the size of one that has arrived stays as it is."""
    sizes = dict(wanted)
    if not sizes:
        return
    for row in _NAMED.rows(db, {"village": desa, "names": list(sizes)}):
        size = sizes.pop(row.sha256)
        if row.whole_at is None and row.size != size:
            key = and_(photos.c.desa == desa, photos.c.sha256 == row.sha256)
            db.execute(update(photos).where(key), {"size": size})
    rows = [{"desa": desa, "sha256": name, "size": size} for name, size in sizes.items()]
    _ADD.run_all(db, rows)


def mark_whole(db: Connection, desa: str, sha256: str, size: int, at: datetime) -> None:
    """All bytes of a photo are on disk and checked."""
    _MARK.run(db, {"village": desa, "name": sha256, "bytes": size, "now": at})


def mark_lost(db: Connection, desa: str, sha256: str) -> None:
    """The file of a photo is gone or altered: phones are asked for it again."""
    key = and_(photos.c.desa == desa, photos.c.sha256 == sha256)
    db.execute(update(photos).where(key), {"whole_at": None})


def all_named(db: Connection) -> list[tuple[str, str, int, datetime | None]]:
    """Every photo that a report names, for the doctor: (desa, sha256, size, whole_at)."""
    query = select(photos.c.desa, photos.c.sha256, photos.c.size, photos.c.whole_at)
    return [tuple(row) for row in db.execute(query)]  # pyright: ignore[reportReturnType]


def lacking(db: Connection, device: str, desa: str) -> list[tuple[str, int]]:
    """Photos not marked whole that reports in force and acts name, of those of this device.

    Two steps, since there are few such photos among very many: the second one starts from them.
    """
    sizes = {row.sha256: row.size for row in _NOT_WHOLE.rows(db, {"village": desa})}
    if not sizes:
        return []
    which = {"phone": device, "village": desa, "names": list(sizes)}
    found = [row.sha256 for row in (*_OF_DEVICE.rows(db, which), *_OF_ACTS.rows(db, which))]
    return [(name, sizes[name]) for name in dict.fromkeys(found)]
