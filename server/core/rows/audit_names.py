"""What the lines of the audit log are about, by the name that it has today."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, Connection, select

from server.core.db.tables import anggota, devices, laporan
from server.core.db.tables_desk import announcements, pembinaan

_NAMES: tuple[tuple[Column[str], Column[str]], ...] = (
    (laporan.c.id, laporan.c.resi),
    (anggota.c.id, anggota.c.nama),
    (devices.c.id, devices.c.nama),
    (pembinaan.c.id, pembinaan.c.judul),
    (announcements.c.id, announcements.c.judul),
)
IN_ONE_GO = 500


def of(db: Connection, refs: Iterable[str]) -> dict[str, str]:
    """The names of those that have one."""
    wanted, found = sorted(refs), dict[str, str]()
    for start in range(0, len(wanted), IN_ONE_GO):
        some = wanted[start : start + IN_ONE_GO]
        for ident, name in _NAMES:
            found |= {
                row[0]: row[1] for row in db.execute(select(ident, name).where(ident.in_(some)))
            }
    return found
