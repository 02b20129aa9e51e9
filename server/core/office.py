"""What the kecamatan has set down at its desk: letterhead, signatories, numbers, rules, contacts.

OfficeError
├── BadValueError      a value cannot be taken; ``key`` says which: nothing was changed
└── MixedMonthsError   the formats of letters' numbers write the month in two ways: choose one
"""

from __future__ import annotations

import json
from typing import Any, cast

from server.core import phone_quota, settings
from server.core.context import Context
from server.core.office_checks import is_good
from server.core.permit import CAMAT_VERIFIES, permit
from server.core.rows import audit_rows, settings_rows
from server.core.sessions import DEMANDED, Account
from shared.roles import Permission

QUIET_DAYS = 14

DEFAULTS: dict[str, Any] = {
    "kop_alamat": "",
    "tempat": "",
    "camat": {"nama": "", "pangkat": "", "nip": ""},
    "kasi": {"nama": "", "pangkat": "", "nip": ""},
    "nomor_rekap": "",
    "nomor_pembinaan": "",
    "nomor_sertifikat": "",
    "alamat_umum": "",
    "peta_ubin": "",
    "quiet_days": QUIET_DAYS,
    **phone_quota.DEFAULTS,
    DEMANDED: False,
    CAMAT_VERIFIES: False,
}
"""What only the desk needs. The address of the letterhead, place of signing, who signs, formats
of numbers, the address by which everybody reaches this server, that of map tiles, days without
contact after which a phone is called silent; what one phone may send in an hour; whether whoever
signs needs a second step to log in, and whether the camat verifies."""

REQUIRED = (
    "kop", "kop_alamat", "tempat", "camat", "kasi", "nomor_rekap", "nomor_darurat",
    "privasi_kontak",
)  # fmt: skip
"""What papers and phones lack while it is empty."""


FORMS = ("nomor_rekap", "nomor_pembinaan", "nomor_sertifikat", "nomor_laporan")
"""The formats of letters' numbers."""


class OfficeError(Exception):
    """Nothing was changed."""


class BadValueError(OfficeError):
    """Show at the field ``key`` that its value cannot be taken."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class MixedMonthsError(OfficeError):
    """Show that one office writes /XI/ or /11/, not both."""


def read(ctx: Context) -> dict[str, Any]:
    """Everything, for papers and screens: the desk's own keys and those of the phones."""
    with ctx.database.read() as db:
        stored = settings_rows.all_values(db)
        shared = settings.read(db)
    return {**shared, **settings_rows.known(stored, DEFAULTS)}


def quiet_days(ctx: Context) -> int:
    """After so many days without contact a phone is called silent."""
    return int(read(ctx)["quiet_days"])


def tiles(ctx: Context) -> str:
    """The address of map tiles: the desk's, else the operator's; mostly there is none."""
    return str(read(ctx)["peta_ubin"]) or ctx.settings.tiles


def settings_page(ctx: Context, account: Account) -> dict[str, Any]:
    """Everything, for the page of the settings."""
    permit(account, Permission.MANAGE_SETTINGS)
    return read(ctx)


def empty(values: dict[str, Any]) -> list[str]:
    """The keys that papers or phones lack."""
    return [key for key in REQUIRED if _is_empty(values[key])]


def change(ctx: Context, account: Account, values: dict[str, Any]) -> None:
    """Store what was decided; what phones need is told to every village."""
    permit(account, Permission.MANAGE_SETTINGS)
    for key, value in values.items():
        if not is_good(key, value):
            raise BadValueError(key)
    now = ctx.clock.now()
    before = read(ctx)
    changed = {key: value for key, value in values.items() if before[key] != value}
    if any(key in FORMS for key in changed) and mixed_months({**before, **changed}):
        raise MixedMonthsError
    own = {key: value for key, value in changed.items() if key in DEFAULTS}
    with ctx.database.write() as db:
        for key, value in own.items():
            text = json.dumps(value, ensure_ascii=False)
            settings_rows.put(db, key, text)
            audit_rows.add(db, now, account.nama, "setting_changed", key, text)
    told = {key: value for key, value in changed.items() if key not in DEFAULTS}
    if told:
        settings.change(ctx, told, account.nama)
    ctx.bell.ring()


def mixed_months(values: dict[str, Any]) -> bool:
    """Whether some number has /XI/ and another /11/: one office writes one of them."""
    forms = "".join(str(values[key]) for key in FORMS)
    return "{romawi}" in forms and "{bulan}" in forms


def _is_empty(value: Any) -> bool:
    """Of a person the name counts."""
    return not (cast("dict[str, str]", value)["nama"] if isinstance(value, dict) else value)
