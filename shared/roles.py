"""One table: which role may do what. A screen asks it to hide, a use-case asks it to refuse."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Who works at the kecamatan."""

    ADMIN = "admin"
    KASI_TRANTIB = "kasi_trantib"
    CAMAT = "camat"
    PEMBACA = "pembaca"


class Permission(StrEnum):
    """What one may do in the staff view."""

    READ_LAPORAN = "read_laporan"
    SEE_SENSITIF = "see_sensitif"
    VERIFY = "verify"
    RETURN = "return"
    MANAGE_DEVICES = "manage_devices"
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_SETTINGS = "manage_settings"


_ALL = frozenset(Permission)

TABLE: dict[Role, frozenset[Permission]] = {
    Role.ADMIN: _ALL,
    Role.KASI_TRANTIB: _ALL - {Permission.MANAGE_ACCOUNTS},
    Role.CAMAT: frozenset({Permission.READ_LAPORAN, Permission.SEE_SENSITIF, Permission.VERIFY}),
    Role.PEMBACA: frozenset({Permission.READ_LAPORAN}),
}

NAMA: dict[Role, str] = {
    Role.ADMIN: "Admin",
    Role.KASI_TRANTIB: "Kasi Trantib",
    Role.CAMAT: "Camat",
    Role.PEMBACA: "Pembaca",
}


def can(role: Role, permission: Permission) -> bool:
    """Whether ``role`` holds ``permission``."""
    return permission in TABLE[role]
