"""One table: which role may do what. A screen asks it to hide, a use-case asks it to refuse."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Who works at the kecamatan."""

    ADMIN = "admin"
    KASI_TRANTIB = "kasi_trantib"
    CAMAT = "camat"
    PEMBACA = "pembaca"
    KABUPATEN = "kabupaten"
    OPERATOR = "operator"


class Permission(StrEnum):
    """What one may do in the staff view."""

    READ_LAPORAN = "read_laporan"
    SEE_SENSITIF = "see_sensitif"
    REVIEW = "review"
    WRITE_LAPORAN = "write_laporan"
    READ_PEMBINAAN = "read_pembinaan"
    WRITE_PEMBINAAN = "write_pembinaan"
    READ_ANGGOTA = "read_anggota"
    WRITE_ANGGOTA = "write_anggota"
    SEE_NIK = "see_nik"
    WRITE_DESA = "write_desa"
    ANNOUNCE = "announce"
    EXPORT = "export"
    SIGN_REKAP = "sign_rekap"
    READ_BUKTI = "read_bukti"
    WRITE_BUKTI = "write_bukti"
    MANAGE_DEVICES = "manage_devices"
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_SETTINGS = "manage_settings"
    READ_AUDIT = "read_audit"
    READ_KABUPATEN = "read_kabupaten"
    MANAGE_INSTALLATION = "manage_installation"


_READING = frozenset(
    {
        Permission.READ_LAPORAN,
        Permission.READ_PEMBINAAN,
        Permission.READ_ANGGOTA,
        Permission.READ_BUKTI,
    }
)

_AT_KECAMATAN = frozenset(Permission) - {
    Permission.READ_KABUPATEN,
    Permission.MANAGE_INSTALLATION,
}

TABLE: dict[Role, frozenset[Permission]] = {
    Role.ADMIN: _AT_KECAMATAN - {Permission.SIGN_REKAP, Permission.SEE_NIK},
    Role.KASI_TRANTIB: _AT_KECAMATAN - {Permission.MANAGE_ACCOUNTS},
    Role.CAMAT: _READING
    | {
        Permission.SEE_SENSITIF,
        Permission.EXPORT,
        Permission.SIGN_REKAP,
        Permission.READ_AUDIT,
    },
    Role.PEMBACA: _READING,
    Role.KABUPATEN: frozenset({Permission.READ_KABUPATEN}),
    Role.OPERATOR: frozenset({Permission.MANAGE_INSTALLATION}),
}
"""Admin keeps the machine running and sees no NIK; Kasi Trantib does the work; camat reads
and signs, and verifies where the office has set it so; pembaca reads. Kabupaten sees figures of all
kecamatan of an installation, and nothing of any desk. The operator adds kecamatan to it and sees
how large and how well each is, and nothing that people have written."""

WITHOUT_DESK = frozenset({Role.KABUPATEN, Role.OPERATOR})
"""Roles of the whole installation: given at its command line only, in the first kecamatan."""

NAMA: dict[Role, str] = {
    Role.ADMIN: "Admin",
    Role.KASI_TRANTIB: "Kasi Trantib",
    Role.CAMAT: "Camat",
    Role.PEMBACA: "Pembaca",
    Role.KABUPATEN: "Kabupaten",
    Role.OPERATOR: "Pengelola server",
}


def can(role: Role, permission: Permission) -> bool:
    """Whether ``role`` holds ``permission``."""
    return permission in TABLE[role]
