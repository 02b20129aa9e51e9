"""Who carries the innovation out: camat and Kasi, heads of villages, operators; nobody made up.

Accounts are no people: an "Admin" can be nobody, so a decree names none of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from server.core.db.database import Db
from server.core.rows import desa_rows, settings_rows
from server.inovasi.rows import measure_rows
from shared.names import plain
from shared.wilayah import Wilayah


@dataclass(frozen=True)
class Implementer:
    """One line of the list that belongs to the SK; ``tugas`` is a key of the words."""

    nama: str
    jabatan: str
    unit: str
    tugas: str


def implementers(wilayah: Wilayah, db: Db) -> tuple[Implementer, ...]:
    """The kecamatan first, then village by village; the same name in a unit once."""
    found = _kecamatan(wilayah, db)
    told = desa_rows.everything(db)
    phones = measure_rows.hp_desa(db, [desa.kode for desa in wilayah.desa])
    for desa in wilayah.desa:
        record = told.get(desa.kode, {})
        found += [
            Implementer(name, field, desa.nama, field)
            for field in ("kepala_desa", "kepala_pelaksana", "operator")
            if (name := str(record.get(field) or "").strip())
        ]
        found += [
            Implementer(phone["nama"].strip(), phone["jabatan"], desa.nama, "operator")
            for phone in phones
            if phone["desa"] == desa.kode
        ]
    unique: dict[tuple[str, str], Implementer] = {}
    for one in found:
        unique.setdefault((one.unit, plain(one.nama)), one)
    return tuple(unique.values())


def _kecamatan(wilayah: Wilayah, db: Db) -> list[Implementer]:
    """Those who sign its letters, as the settings name them."""
    stored = settings_rows.all_values(db)
    people: list[Implementer] = []
    for key, tugas in (("camat", "camat"), ("kasi", "kecamatan")):
        nama = str(settings_rows.value_of(stored.get(key, "{}")).get("nama", "")).strip()
        if nama:
            people.append(Implementer(nama, key, wilayah.nama, tugas))
    return people
