"""The accounts of the kecamatan's staff."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, update

from server.core.db import reading
from server.core.db.tables_accounts import accounts, recovery_codes, sessions


class AccountRow(NamedTuple):
    """An account; ``totp_secret`` is None without a second step."""

    id: int
    username: str
    nama: str
    role: str
    password_hash: str
    created_at: datetime
    password_at: datetime
    totp_secret: str | None
    totp_step: int


class SecondStep(NamedTuple):
    """The secret of an account's second step, as it is stored."""

    id: int
    totp_secret: str


_ALL = select(*reading.columns(accounts, AccountRow))
_NAMED = _ALL.where(accounts.c.username == bindparam("name"))


def everyone(db: Connection) -> list[AccountRow]:
    """All accounts, by name."""
    return reading.rows(db, _ALL.order_by(accounts.c.username), AccountRow)


def find(db: Connection, username: str) -> AccountRow | None:
    """The account of this name."""
    return reading.row(db, _NAMED, AccountRow, {"name": username})


def add(db: Connection, row: dict[str, Any]) -> None:
    """A new account."""
    db.execute(insert(accounts), row)


def remove(db: Connection, ident: int) -> None:
    """The account ends, and every log-in with it."""
    end_sessions(db, ident)
    db.execute(delete(accounts).where(accounts.c.id == ident))


def set_password(db: Connection, ident: int, password_hash: str, at: datetime) -> None:
    """A new password ends every log-in with the old one."""
    end_sessions(db, ident)
    change = {"password_hash": password_hash, "password_at": at}
    db.execute(update(accounts).where(accounts.c.id == ident), change)


def put_hash(db: Connection, ident: int, before: str, password_hash: str) -> None:
    """The same password, hashed anew; another one that was set meanwhile stays."""
    same = and_(accounts.c.id == ident, accounts.c.password_hash == before)
    db.execute(update(accounts).where(same).values(password_hash=password_hash))


def set_role(db: Connection, ident: int, role: str) -> None:
    """Another role; whoever is logged in with the old one is not any more."""
    end_sessions(db, ident)
    db.execute(update(accounts).where(accounts.c.id == ident), {"role": role})


class AccountGoneError(Exception):
    """The account of a window that is still open was taken away: its log-in has ended."""


def named(db: Connection, username: str) -> AccountRow:
    """The account of somebody who is logged in."""
    found = find(db, username)
    if found is None:
        raise AccountGoneError
    return found


def set_totp(db: Connection, ident: int, secret: str | None, step: int) -> None:
    """The second step's secret, and the last step that was used; None: there is none."""
    values = {"totp_secret": secret, "totp_step": step}
    db.execute(update(accounts).where(accounts.c.id == ident), values)


def with_totp(db: Connection) -> list[SecondStep]:
    """Those of all who have one."""
    query = select(*reading.columns(accounts, SecondStep))
    return reading.rows(db, query.where(accounts.c.totp_secret.is_not(None)), SecondStep)


def seal_totp(db: Connection, ident: int, before: str, sealed: str) -> None:
    """In the place of just this one: somebody may have set up another meanwhile."""
    same = (accounts.c.id == ident) & (accounts.c.totp_secret == before)
    db.execute(update(accounts).where(same), {"totp_secret": sealed})


def put_recovery_codes(db: Connection, ident: int, hashes: list[str]) -> None:
    """These, and none of before."""
    db.execute(delete(recovery_codes).where(recovery_codes.c.account == ident))
    rows = [{"code_hash": one, "account": ident} for one in hashes]
    if rows:
        db.execute(insert(recovery_codes), rows)


def count_recovery_codes(db: Connection, ident: int) -> int:
    """How many are left."""
    query = select(func.count()).where(recovery_codes.c.account == ident)
    return db.execute(query).scalar_one()


def use_recovery_code(db: Connection, ident: int, code_hash: str) -> bool:
    """Whether there was such a code; it is used up with this."""
    mine = (recovery_codes.c.account == ident) & (recovery_codes.c.code_hash == code_hash)
    return bool(db.execute(delete(recovery_codes).where(mine)).rowcount)


def end_sessions(db: Connection, ident: int) -> None:
    """Nobody is logged in with this account any more."""
    db.execute(delete(sessions).where(sessions.c.account == ident))
