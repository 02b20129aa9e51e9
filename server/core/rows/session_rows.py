"""Log-ins of the staff view, and the browsers that somebody has logged in with before."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from server.core.db import reading
from server.core.db.tables_accounts import accounts, known_browsers, sessions


class LogInRow(NamedTuple):
    """A log-in; ``step`` is what it lacks still, ``account`` the id of whose it is."""

    token_hash: str
    account: int
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
    step: str
    address: str
    browser: str


class Visitor(NamedTuple):
    """A log-in with the account behind it, whose ``id`` this is."""

    created_at: datetime
    seen_at: datetime
    expires_at: datetime
    step: str
    id: int
    username: str
    role: str
    nama: str


_ALL = select(*reading.columns(sessions, LogInRow))
_OF_TOKEN = (
    select(
        sessions.c.created_at, sessions.c.seen_at, sessions.c.expires_at, sessions.c.step,
        accounts.c.id, accounts.c.username, accounts.c.role, accounts.c.nama,
    )
    .join(accounts, accounts.c.id == sessions.c.account)
    .where(sessions.c.token_hash == bindparam("token"))
)  # fmt: skip
_KNOWN = (
    select(known_browsers.c.account)
    .join(accounts, accounts.c.id == known_browsers.c.account)
    .where(
        known_browsers.c.token_hash == bindparam("token"),
        accounts.c.username == bindparam("username"),
    )
)


def add(db: Connection, row: dict[str, Any]) -> None:
    """A new log-in."""
    db.execute(insert(sessions), row)


def find(db: Connection, token_hash: str) -> Visitor | None:
    """A log-in with its account."""
    return reading.row(db, _OF_TOKEN, Visitor, {"token": token_hash})


def renew(db: Connection, token_hash: str, values: dict[str, Any]) -> None:
    """The same log-in under another token; the old one opens nothing any more."""
    db.execute(update(sessions).where(sessions.c.token_hash == token_hash), values)


def of_account(db: Connection, account: int) -> list[LogInRow]:
    """The log-ins of an account, the newest first."""
    query = _ALL.where(sessions.c.account == account).order_by(sessions.c.created_at.desc())
    return reading.rows(db, query, LogInRow)


def touch(db: Connection, token_hash: str, now: datetime) -> None:
    """Somebody is still there."""
    db.execute(update(sessions).where(sessions.c.token_hash == token_hash), {"seen_at": now})


def end(db: Connection, token_hash: str) -> None:
    """A log-out."""
    db.execute(delete(sessions).where(sessions.c.token_hash == token_hash))


def end_old(db: Connection, now: datetime, idle_since: datetime, latest: datetime) -> None:
    """Forget the log-ins that nobody can use any more, also those that a wrong clock has made."""
    old = (sessions.c.expires_at <= now) | (sessions.c.seen_at <= idle_since)
    db.execute(delete(sessions).where(old | (sessions.c.created_at > latest)))


def is_known(db: Connection, token_hash: str, username: str) -> bool:
    """Whether somebody has logged in with this name in this browser before."""
    return db.execute(_KNOWN, {"token": token_hash, "username": username}).first() is not None


def remember(db: Connection, token_hash: str, account: int, now: datetime, most: int) -> None:
    """This browser is known from now on; of an account the newest ``most`` stay."""
    mine = known_browsers.c.account == account
    db.execute(delete(known_browsers).where(mine & (known_browsers.c.token_hash == token_hash)))
    row = {"token_hash": token_hash, "account": account, "seen_at": now}
    db.execute(insert(known_browsers), row)
    newest = (
        select(known_browsers.c.token_hash)
        .where(mine)
        .order_by(known_browsers.c.seen_at.desc())
        .limit(most)
    )
    kept = list(db.execute(newest).scalars())
    db.execute(delete(known_browsers).where(mine & known_browsers.c.token_hash.not_in(kept)))


def forget_browsers(db: Connection, account: int) -> None:
    """No browser is known of this account."""
    db.execute(delete(known_browsers).where(known_browsers.c.account == account))
