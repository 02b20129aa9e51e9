"""Log-ins of the staff view, and the failures that lock a name out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, select, update

from server.core.db.tables import accounts, login_failures, sessions

Row = dict[str, Any]

_OF_TOKEN = (
    select(
        sessions.c.seen_at, sessions.c.expires_at, accounts.c.username, accounts.c.role,
        accounts.c.nama,
    )
    .join(accounts, accounts.c.id == sessions.c.account)
    .where(sessions.c.token_hash == bindparam("token"))
)  # fmt: skip


def add(db: Connection, token_hash: str, account: int, now: datetime, until: datetime) -> None:
    """A new log-in."""
    row = {"token_hash": token_hash, "account": account, "created_at": now, "seen_at": now}
    db.execute(insert(sessions), {**row, "expires_at": until})


def find(db: Connection, token_hash: str) -> Row | None:
    """A log-in with its account."""
    row = db.execute(_OF_TOKEN, {"token": token_hash}).mappings().one_or_none()
    return dict(row) if row else None


def touch(db: Connection, token_hash: str, now: datetime) -> None:
    """Somebody is still there."""
    db.execute(update(sessions).where(sessions.c.token_hash == token_hash), {"seen_at": now})


def end(db: Connection, token_hash: str) -> None:
    """A log-out."""
    db.execute(delete(sessions).where(sessions.c.token_hash == token_hash))


def end_old(db: Connection, now: datetime, idle_since: datetime) -> None:
    """Forget the log-ins that nobody can use any more."""
    old = (sessions.c.expires_at <= now) | (sessions.c.seen_at <= idle_since)
    db.execute(delete(sessions).where(old))


def failures(
    db: Connection, since: datetime, *, username: str | None = None, address: str | None = None
) -> tuple[int, datetime | None]:
    """How many failures there were since then, and when the first of them was."""
    query = select(func.count(), func.min(login_failures.c.at).label("at"))
    wanted = _of(username, address)
    count, first = db.execute(query.where(login_failures.c.at > since, *wanted)).one()
    return count, first


def add_failure(db: Connection, username: str, address: str, now: datetime) -> None:
    """A try that has not succeeded yet."""
    db.execute(insert(login_failures), {"username": username, "address": address, "at": now})


def forgive(db: Connection, username: str, address: str) -> None:
    """Whoever has the right password did not guess."""
    db.execute(delete(login_failures).where(*_of(username, address)))


def forget_failures(db: Connection, before: datetime) -> None:
    """Old failures lock nobody out."""
    db.execute(delete(login_failures).where(login_failures.c.at <= before))


def _of(username: str | None, address: str | None) -> list[ColumnElement[bool]]:
    pairs = ((login_failures.c.username, username), (login_failures.c.address, address))
    return [column == value for column, value in pairs if value is not None]
