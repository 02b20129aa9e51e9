"""Whether anything of a kecamatan is in the tables yet."""

from __future__ import annotations

from sqlalchemy import Connection, select

from server.core.db.tables import activation_codes, anggota, devices, laporan
from server.core.db.tables_desk import announcements, desa_data, pembinaan
from server.core.db.tables_voice import complaints

_OF_VILLAGES = (
    activation_codes, anggota, announcements, complaints, desa_data, devices, laporan, pembinaan,
)  # fmt: skip


def is_begun(db: Connection) -> bool:
    """A code, a phone, a member, a report or anything else that names a village."""
    looks = (select(table.c[0]).select_from(table).limit(1) for table in _OF_VILLAGES)
    return any(db.execute(look).first() is not None for look in looks)
