"""A kecamatan that is added in the browser: beside the first, with the account of its first person.

Whoever sends the same form twice, or again after it was cut off, ends with one kecamatan and one
account. Raises the errors of `server.kantor.kecamatan`.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

from server.core import accounts, installation
from server.core.accounts import AccountError
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.kantor import kecamatan, new_kecamatan
from server.kantor import teks as kata
from server.kantor.kecamatan import FaultyError, Names, ThereError
from server.pengelola import teks
from server.pengelola.overview import permit_operator
from shared.protocol import CODE_ALPHABET
from shared.roles import Role
from shared.wilayah import Wilayah

FIRST_ROLES = (Role.ADMIN, Role.KASI_TRANTIB)
"""Both hand out codes for phones."""
LONGEST = 200
_PARTS, _LETTERS = 4, 4


@dataclass(frozen=True)
class FirstPerson:
    """Who opens the desk of the new kecamatan first."""

    username: str
    nama: str
    role: str
    password: str = field(repr=False)


def fresh_password() -> str:
    """One that nobody guesses and that can be written down: ``7K4M-…``."""
    parts = (_some_letters() for _ in range(_PARTS))
    return "-".join(parts)


def _some_letters() -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(_LETTERS))


def add(ctx: Context, account: Account, names: Names, table: bytes, person: FirstPerson) -> Wilayah:
    """The kecamatan, once it is there and its first person has an account.

    FaultyError tells all that is to be mended; ThereError: another one has this code; BegunError:
    its database is filled and its folder is not here. StoreError, OSError and `StorageFullError`
    where nothing can be written, or another kecamatan cannot be asked.
    """
    permit_operator(ctx, account)
    new = _checked(ctx, names, table, person)
    if new.kode == ctx.wilayah.kode:
        raise ThereError
    place = installation.below(ctx.settings, new.kode)
    try:
        new_kecamatan.add(place, new, corrects=False)
    except ThereError:
        _require_same(ctx, place, new)
    else:
        _note(ctx, account, "kecamatan_added", new.kode, new.nama)
    with open_context(place, ctx.clock) as there:
        is_new = _give_account(there, account, person)
    if is_new:
        _note(ctx, account, "kecamatan_account", person.username, new.kode)
    return new


def _checked(ctx: Context, names: Names, table: bytes, person: FirstPerson) -> Wilayah:
    faults: list[str] = []
    new = ctx.wilayah
    try:
        new = kecamatan.read(names, table)
        place = installation.below(ctx.settings, new.kode)
        if installation.is_taken(place, person.username):
            faults.append(kata.AK_SALAH["NameTakenError"])
    except FaultyError as error:
        faults += error.faults
    faults += _faults_of(new, person)
    if faults:
        raise FaultyError(faults)
    return new


def _faults_of(new: Wilayah, person: FirstPerson) -> Iterator[str]:
    nama = person.nama
    if not nama.strip() or len(nama) > LONGEST or not nama.isprintable():
        yield teks.NAMA_ORANG.format(most=LONGEST)
    if person.role not in FIRST_ROLES:
        yield teks.PERAN_PERTAMA
    try:
        accounts.require_good(new, person.username, person.password, nama)
    except AccountError as error:
        yield kata.AK_SALAH[type(error).__name__]


def _require_same(ctx: Context, place: Settings, new: Wilayah) -> None:
    """What is there came of this very form."""
    with open_context(place, ctx.clock) as there:
        if there.wilayah != new:
            raise ThereError


def _give_account(there: Context, account: Account, person: FirstPerson) -> bool:
    """Whether it was made now; raises ThereError where somebody else was first."""
    names = [one.username for one in accounts.all_accounts(there)]
    if person.username in names:
        return False
    if names:
        raise ThereError
    role, by = Role(person.role), account.nama
    try:
        accounts.add(there, person.username, role, person.password, person.nama, by)
    except accounts.NameTakenError as error:  # meanwhile, by the same form or elsewhere
        if not accounts.exists(there, person.username):
            raise FaultyError([kata.AK_SALAH["NameTakenError"]]) from error
        return False
    return True


def _note(ctx: Context, account: Account, deed: str, subject: str, detail: str) -> None:
    """In the log of the first kecamatan."""
    with ctx.database.write() as db:
        audit_rows.add(db, ctx.clock.now(), account.nama, deed, subject, detail)
