"""Writes reports: the version in force, those kept beside it, and who delivered what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, update

from server.core.db.tables import delivered, laporan, laporan_foto, laporan_versi
from server.core.db.tables_desk import laporan_personel
from server.laporan.rows import month_counts

Row = dict[str, Any]


class Head(NamedTuple):
    """What decides on a message that arrives for a known report."""

    desa: str
    versi: int
    status: str
    resi: str


_HEAD = select(laporan.c.desa, laporan.c.versi, laporan.c.status, laporan.c.resi).where(
    laporan.c.id == bindparam("ident")
)
_STORED = select(laporan_versi.c.in_force).where(
    laporan_versi.c.laporan == bindparam("ident"),
    laporan_versi.c.versi == bindparam("number"),
    laporan_versi.c.digest == bindparam("content"),
)
_DELIVERED = select(delivered.c.versi).where(
    delivered.c.device == bindparam("phone"), delivered.c.laporan == bindparam("ident")
)


_ADD = insert(laporan)
_ADD_VERSION = insert(laporan_versi)
_ADD_PHOTOS = insert(laporan_foto)
_ADD_DELIVERED = insert(delivered)
_ADD_PERSONEL = insert(laporan_personel)


def head(db: Connection, ident: str) -> Head | None:
    """The report as it stands, or None when it is new."""
    row = db.execute(_HEAD, {"ident": ident}).one_or_none()
    return None if row is None else Head(*row)


def stored(db: Connection, ident: str, versi: int, digest: str) -> bool | None:
    """Whether this very content is kept: in force (True), beside (False), not at all (None)."""
    key = {"ident": ident, "number": versi, "content": digest}
    return db.execute(_STORED, key).scalar()


def add(db: Connection, row: Row) -> None:
    """A new report."""
    whole = {**row, "mendesak": _mendesak(row), "belum_tiba": month_counts.belum_tiba(row)}
    db.execute(_ADD, whole)
    month_counts.added(db, whole)


def change(db: Connection, ident: str, row: Row) -> None:
    """A report as it stands from now on."""
    before = month_counts.before(db, ident)
    after = {**before, **row}
    follows = {"mendesak": _mendesak(after), "belum_tiba": month_counts.belum_tiba(after)}
    db.execute(update(laporan).where(laporan.c.id == ident), {**row, **follows})
    month_counts.changed(db, before, {**after, **follows})


def _mendesak(row: Row) -> int:
    return int(row["kind"] == "kejadian" and row["status"] == "diterima")


def add_personel(db: Connection, ident: str, members: Iterable[str]) -> None:
    """Who of the rosters took part."""
    rows = [{"laporan": ident, "anggota": one} for one in dict.fromkeys(members)]
    if rows:
        db.execute(_ADD_PERSONEL, rows)


def replace_personel(db: Connection, ident: str, members: Iterable[str]) -> None:
    """Who took part, as the version in force says."""
    db.execute(delete(laporan_personel).where(laporan_personel.c.laporan == ident))
    add_personel(db, ident, members)


def add_version(db: Connection, row: Row) -> None:
    """A version, in force or kept beside."""
    db.execute(_ADD_VERSION, row)


def add_photos(db: Connection, rows: list[Row]) -> None:
    """The photos that a version names."""
    if rows:
        db.execute(_ADD_PHOTOS, rows)


def add_delivered(db: Connection, device: str, ident: str, versi: int) -> None:
    """A device delivered a report that nobody had."""
    db.execute(_ADD_DELIVERED, {"device": device, "laporan": ident, "versi": versi})


def note_delivered(db: Connection, device: str, ident: str, versi: int) -> None:
    """The last version of a report that a device delivered."""
    before = db.execute(_DELIVERED, {"phone": device, "ident": ident}).scalar()
    if before is None:
        add_delivered(db, device, ident, versi)
    elif before < versi:
        set_delivered(db, device, ident, versi)


def set_delivered(db: Connection, device: str, ident: str, versi: int) -> None:
    """What the device says it has delivered last, also when that is less than we thought."""
    key = and_(delivered.c.device == device, delivered.c.laporan == ident)
    db.execute(update(delivered).where(key), {"versi": versi})


def delivered_by(db: Connection, device: str) -> list[tuple[str, int]]:
    """(id, versi) of all that a device delivered."""
    query = select(delivered.c.laporan, delivered.c.versi).where(delivered.c.device == device)
    return [(row.laporan, row.versi) for row in db.execute(query)]


def forget_delivered(db: Connection, device: str, idents: Iterable[str]) -> None:
    """The device does not hold these any more."""
    table = delivered.delete().where(
        delivered.c.device == device, delivered.c.laporan == bindparam("ident")
    )
    rows = [{"ident": ident} for ident in idents]
    if rows:
        db.execute(table, rows)


def versions_of_desa(db: Connection, desa: str) -> dict[str, int]:
    """The version in force of every report of a desa."""
    query = select(laporan.c.id, laporan.c.versi).where(laporan.c.desa == desa)
    return {row.id: row.versi for row in db.execute(query)}
