"""The accounts of the kecamatan's staff: a name, a role, a password kept with argon2.

AccountError
├── BadNameError        small letters, digits, dot, dash, underscore; 2 to 60
├── NameTakenError      choose another
├── BadPasswordError    too short or too long
│   ├── CommonPasswordError   among those that everybody tries first
│   └── NamePasswordError     the user's or the office's name
└── NoSuchAccountError  there is none of that name
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from server.core import installation, passwords
from server.core.context import Context
from server.core.rows import account_rows, audit_rows
from server.core.rows.account_rows import AccountRow
from shared.roles import Role
from shared.wilayah import Wilayah

PASSWORD_MIN, PASSWORD_MAX = passwords.LEAST, passwords.MOST

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}\Z", re.ASCII)
_HASHER = PasswordHasher(time_cost=1, memory_cost=46 * 1024, parallelism=1)
"""As OWASP has it first: one core for each, so that a crowd at the door takes turns."""


class AccountError(Exception):
    """Nothing was changed."""


class BadNameError(AccountError):
    """Choose a name of small letters, digits, dots, dashes and underscores."""


class NameTakenError(AccountError):
    """Choose another name."""


class BadPasswordError(AccountError):
    """Choose a longer password."""


class CommonPasswordError(BadPasswordError):
    """Choose one that is not in everybody's list."""


class NamePasswordError(BadPasswordError):
    """Choose one that is no name."""


class NoSuchAccountError(AccountError):
    """There is none of that name."""


@dataclass(frozen=True)
class AccountFacts:
    """An account as the operator sees it."""

    id: int
    username: str
    nama: str
    role: Role
    created_at: datetime
    password_at: datetime
    two_step: bool = False


@cache
def _nobody() -> str:
    """Checked for names that do not exist, so that they take as long as those that do."""
    return _HASHER.hash("nobody has this password")


def all_accounts(ctx: Context) -> list[AccountFacts]:
    """All accounts, by name."""
    with ctx.database.read() as db:
        return [_facts(row) for row in account_rows.everyone(db)]


def exists(ctx: Context, username: str) -> bool:
    """Whether this name, as somebody types it, is an account's."""
    with ctx.database.read() as db:
        return account_rows.find(db, username.strip().lower()) is not None


def add(
    ctx: Context, username: str, role: Role, password: str, nama: str = "", by: str = "operator"
) -> None:
    """A new account."""
    require_good(ctx.wilayah, username, password, nama)
    password_hash = _HASHER.hash(password)
    with installation.naming(ctx.settings):
        if installation.is_taken(ctx.settings, username):
            raise NameTakenError
        now = ctx.clock.now()
        with ctx.database.write() as db:
            if account_rows.find(db, username) is not None:
                raise NameTakenError
            row = {"username": username, "nama": nama or username, "role": role}
            times = {"created_at": now, "password_at": now}
            account_rows.add(db, {**row, **times, "password_hash": password_hash})
            audit_rows.add(db, now, by, "account_added", username, role)


def remove(ctx: Context, username: str, by: str = "operator") -> None:
    """The account ends, and every log-in with it."""
    now = ctx.clock.now()
    with ctx.database.write() as db:
        row = account_rows.find(db, username)
        if row is None:
            raise NoSuchAccountError
        account_rows.remove(db, row.id)
        audit_rows.add(db, now, by, "account_removed", username)


def set_password(ctx: Context, username: str, password: str, by: str = "operator") -> None:
    """A new password ends every log-in with the old one."""
    _require_good_password(ctx.wilayah, password, username)
    password_hash = _HASHER.hash(password)
    now = ctx.clock.now()
    with ctx.database.write() as db:
        row = account_rows.find(db, username)
        if row is None:
            raise NoSuchAccountError
        account_rows.set_password(db, row.id, password_hash, now)
        audit_rows.add(db, now, by, "password_changed", username)


def check_password(ctx: Context, username: str, password: str) -> AccountFacts | None:
    """The account, if the password is its own; takes as long whether the name exists or not."""
    with ctx.database.read() as db:
        row = account_rows.find(db, username)
    if len(password) > PASSWORD_MAX:
        return None
    try:
        _HASHER.verify(row.password_hash if row else _nobody(), password)
    except VerificationError:
        return None
    if row is None:
        return None
    if _HASHER.check_needs_rehash(row.password_hash):
        _hash_anew(ctx, row, password)
    return _facts(row)


def _hash_anew(ctx: Context, row: AccountRow, password: str) -> None:
    """The same password as today's settings have it; nobody is logged out by that."""
    fresh = _HASHER.hash(password)
    with ctx.database.write(durable=False) as db:
        account_rows.put_hash(db, row.id, row.password_hash, fresh)


def require_good(wilayah: Wilayah, username: str, password: str, nama: str = "") -> None:
    """Whether an account may be called so and have this password; raises an `AccountError`."""
    if not _NAME.match(username):
        raise BadNameError
    _require_good_password(wilayah, password, username, nama)


def _require_good_password(wilayah: Wilayah, password: str, username: str, nama: str = "") -> None:
    if not passwords.is_long_enough(password):
        raise BadPasswordError
    if passwords.is_a_name(wilayah, password, username, nama):
        raise NamePasswordError
    if passwords.is_common(password):
        raise CommonPasswordError


def _facts(row: AccountRow) -> AccountFacts:
    return AccountFacts(
        id=row.id,
        username=row.username,
        nama=row.nama,
        role=Role(row.role),
        created_at=row.created_at,
        password_at=row.password_at,
        two_step=row.totp_secret is not None,
    )
