"""Who carries the innovation out: accounts, heads of villages, operators. Nobody is made up."""

from __future__ import annotations

from dataclasses import dataclass

from server.core.db.database import Db
from server.core.rows import account_rows, desa_rows
from server.inovasi.rows import measure_rows
from shared.names import plain
from shared.roles import NAMA, Role
from shared.wilayah import DESA, KECAMATAN


@dataclass(frozen=True)
class Implementer:
    """One line of the list that belongs to the SK; ``tugas`` is a key of the words."""

    nama: str
    jabatan: str
    unit: str
    tugas: str


def implementers(db: Db) -> tuple[Implementer, ...]:
    """The kecamatan first, then village by village; the same name in a unit once."""
    found = [
        Implementer(row["nama"].strip() or row["username"], NAMA[Role(row["role"])],
                    KECAMATAN.nama, "kecamatan")
        for row in account_rows.everyone(db)
    ]  # fmt: skip
    told = desa_rows.everything(db)
    phones = measure_rows.hp_desa(db, [desa.kode for desa in DESA])
    for desa in DESA:
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
