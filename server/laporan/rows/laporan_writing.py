"""Writes reports: the version in force, those kept beside it, and who delivered what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from server.core.db.sqlite_fast import Ready
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


_HEAD = Ready(
    select(laporan.c.desa, laporan.c.versi, laporan.c.status, laporan.c.resi).where(
        laporan.c.id == bindparam("ident")
    )
)
_STORED = Ready(
    select(laporan_versi.c.in_force).where(
        laporan_versi.c.laporan == bindparam("ident"),
        laporan_versi.c.versi == bindparam("number"),
        laporan_versi.c.digest == bindparam("content"),
    )
)
_OF_ONE = (delivered.c.device == bindparam("phone")) & (delivered.c.laporan == bindparam("ident"))
_DELIVERED = Ready(select(delivered.c.versi, delivered.c.counted).where(_OF_ONE))
_SET_DELIVERED = Ready(
    update(delivered).where(_OF_ONE).values(versi=bindparam("number"), counted=True)
)
_HOW_MANY = Ready(
    select(func.count()).select_from(delivered).where(delivered.c.device == bindparam("phone"))
)
_NOTED = Ready(
    select(delivered.c.laporan, delivered.c.versi, delivered.c.counted).where(
        delivered.c.device == bindparam("phone")
    )
)
_LEAVE_OUT = Ready(update(delivered).where(_OF_ONE).values(counted=False))


_ADD = Ready(insert(laporan))
_ADD_VERSION = Ready(insert(laporan_versi))
_ADD_PHOTOS = Ready(insert(laporan_foto))
_ADD_DELIVERED = Ready(insert(delivered))
_ADD_PERSONEL = Ready(insert(laporan_personel))


def head(db: Connection, ident: str) -> Head | None:
    """The report as it stands, or None when it is new."""
    row = _HEAD.first(db, {"ident": ident})
    return None if row is None else Head(*row)


def stored(db: Connection, ident: str, versi: int, digest: str) -> bool | None:
    """Whether this very content is kept: in force (True), beside (False), not at all (None)."""
    key = {"ident": ident, "number": versi, "content": digest}
    return _STORED.scalar(db, key)


def add(db: Connection, row: Row) -> None:
    """A new report."""
    whole = {**row, "mendesak": _mendesak(row), "belum_tiba": month_counts.belum_tiba(row)}
    _ADD.run(db, whole)
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
    _ADD_PERSONEL.run_all(
        db, [{"laporan": ident, "anggota": one} for one in dict.fromkeys(members)]
    )


def replace_personel(db: Connection, ident: str, members: Iterable[str]) -> None:
    """Who took part, as the version in force says."""
    db.execute(delete(laporan_personel).where(laporan_personel.c.laporan == ident))
    add_personel(db, ident, members)


def add_version(db: Connection, row: Row) -> None:
    """A version, in force or kept beside."""
    _ADD_VERSION.run(db, row)


def add_photos(db: Connection, rows: list[Row]) -> None:
    """The photos that a version names."""
    _ADD_PHOTOS.run_all(db, rows)


def add_delivered(db: Connection, device: str, ident: str, versi: int) -> None:
    """A device delivered a report that nobody had."""
    _ADD_DELIVERED.run(db, {"device": device, "laporan": ident, "versi": versi})


def note_delivered(db: Connection, device: str, ident: str, versi: int) -> None:
    """The last version of a report that a device delivered."""
    before = _DELIVERED.first(db, {"phone": device, "ident": ident})
    if before is None:
        add_delivered(db, device, ident, versi)
    elif before.versi < versi or not before.counted:
        set_all_delivered(db, device, {ident: max(versi, before.versi)})


def add_all_delivered(db: Connection, device: str, versions: Mapping[str, int]) -> None:
    """What the device says it has delivered, and nobody had noted."""
    rows = [{"device": device, "laporan": one, "versi": v} for one, v in versions.items()]
    _ADD_DELIVERED.run_all(db, rows)


def set_all_delivered(db: Connection, device: str, versions: Mapping[str, int]) -> None:
    """What the device says it has delivered last, also when that is less than we thought."""
    rows = [{"phone": device, "ident": one, "number": v} for one, v in versions.items()]
    _SET_DELIVERED.run_all(db, rows)


def leave_out_delivered(db: Connection, device: str, idents: Iterable[str]) -> None:
    """The device does not name these any more; that it has delivered them stays true."""
    rows = [{"phone": device, "ident": ident} for ident in idents]
    _LEAVE_OUT.run_all(db, rows)


def delivered_by(db: Connection, device: str) -> list[tuple[str, int]]:
    """(id, versi) of all that a device delivered and still names."""
    named = noted_of(db, device).items()
    return [(ident, versi) for ident, (versi, counted) in named if counted]


def how_many_delivered(db: Connection, device: str) -> int:
    """How many reports a device delivered, named or not."""
    return _HOW_MANY.scalar(db, {"phone": device}) or 0


def noted_of(db: Connection, device: str) -> dict[str, tuple[int, bool]]:
    """All that a device delivered, by id: (versi, whether its own list still names it)."""
    return {row.laporan: (row.versi, row.counted) for row in _NOTED.rows(db, {"phone": device})}


def versions_of_desa(db: Connection, desa: str) -> dict[str, int]:
    """The version in force of every report of a desa."""
    query = select(laporan.c.id, laporan.c.versi).where(laporan.c.desa == desa)
    return {row.id: row.versi for row in db.execute(query)}
