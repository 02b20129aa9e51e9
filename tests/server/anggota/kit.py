"""People at the desk, members as they write them, and sheets as a village hands them in."""

from __future__ import annotations

from typing import Any

from server.anggota import roster
from server.anggota.roster_columns import COLUMNS
from server.core.context import Context
from server.core.papers import sheets
from server.core.sessions import Account
from shared.roles import Role
from shared.satlinmas import Anggota
from tests.cast import KASI_TRANTIB, LALAYAU

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
ADMIN = Account("admin", Role.ADMIN, "Admin (contoh)")
CAMAT = Account("camat", Role.CAMAT, "Camat (contoh)")
PEMBACA = Account("pembaca", Role.PEMBACA, "Pembaca (contoh)")

HEADS = [column.name for column in COLUMNS if column.field]


def udin(**changes: Any) -> Anggota:
    """A member as somebody at the desk would write him."""
    fields: dict[str, Any] = {
        "nama": "Udin (contoh)", "tanggal_lahir": "1995-03-14", "alamat": "RT 03", **changes
    }  # fmt: skip
    return Anggota(**{"id": "", "versi": 0, "desa": LALAYAU, **fields})


def add(ctx: Context, **changes: Any) -> str:
    """A new member, written at the desk."""
    return roster.save(ctx, KASI, udin(**changes), 0)


def row(**cells: Any) -> dict[str, Any]:
    """One row of a sheet that has no fault."""
    good = {
        "Nama lengkap": "Udin (contoh)", "Desa": "Lalayau", "Jenis kelamin": "L",
        "Tanggal lahir": "14-03-1995", "RT/dusun": "RT 03", "Jabatan": "Anggota",
        "Regu": "Pengamanan", "Status": "Aktif", "Tanggal mulai": "01-02-2020",
    }  # fmt: skip
    return {**good, **cells}


def sheet(rows: list[dict[str, Any]], heads: list[str] | None = None) -> bytes:
    """These rows as an XLSX file."""
    heads = heads or HEADS
    cells = [[one.get(name) for name in heads] for one in rows]
    return sheets.xlsx("Anggota", heads, cells, [12] * len(heads))
