"""The columns of a roster as a file, in the order in which SIM Linmas asks for them."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = "Nama lengkap"


@dataclass(frozen=True)
class Column:
    """``field`` is the member's field, or "" for what is only exported."""

    name: str
    field: str
    width: float = 14
    needed: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("No", "", 5),
    Column(HEAD, "nama", 28, needed=True),
    Column("Desa", "desa", 18, needed=True),
    Column("Jenis kelamin", "jenis_kelamin", 12, needed=True),
    Column("Tanggal lahir", "tanggal_lahir", 13),
    Column("Usia", "", 6),
    Column("RT/dusun", "alamat", 16),
    Column("Jabatan", "jabatan", 18),
    Column("Regu", "regu", 34),
    Column("Status", "status", 11),
    Column("Alasan berhenti", "alasan", 18),
    Column("Tanggal berhenti", "berakhir", 13),
    Column("Tanggal mulai", "mulai", 13),
    Column("No. HP/WA", "hp", 16),
    Column("Pendidikan terakhir", "pendidikan", 14),
    Column("Nomor SK", "sk.nomor", 20),
    Column("Tanggal SK", "sk.tanggal", 13),
    Column("Pejabat SK", "sk.pejabat", 20),
    Column("No. KTA", "kta", 14),
    Column("NIK", "nik", 19),
    Column("Terdaftar SIM Linmas", "terdaftar_simlinmas", 12),
    Column("Perlengkapan", "perlengkapan", 30),
    Column("Jam pelatihan (JP)", "", 12),
    Column("Masa bakti (tahun)", "", 12),
    Column("Bertugas bulan ini", "", 12),
)

BY_NAME = {"".join(c.name.casefold().split()): c for c in COLUMNS} | {
    "nama": COLUMNS[1], "jk": COLUMNS[3], "l/p": COLUMNS[3], "alamat": COLUMNS[6],
    "nohp": COLUMNS[13], "hp": COLUMNS[13], "pendidikan": COLUMNS[14],
}  # fmt: skip
"""What a heading may be called; blanks and capitals do not count."""
