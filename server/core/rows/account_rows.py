"""The accounts of the kecamatan's staff."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from server.core.db.tables import accounts, sessions

Row = dict[str, Any]


def everyone(db: Connection) -> list[Row]:
    """All accounts, by name."""
    query = select(accounts).order_by(accounts.c.username)
    return [dict(row) for row in db.execute(query).mappings()]


def find(db: Connection, username: str) -> Row | None:
    """The account of this name."""
    query = select(accounts).where(accounts.c.username == username)
    row = db.execute(query).mappings().one_or_none()
    return dict(row) if row else None


def add(db: Connection, row: Row) -> None:
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


def set_role(db: Connection, ident: int, role: str) -> None:
    """Another role; whoever is logged in with the old one is not any more."""
    end_sessions(db, ident)
    db.execute(update(accounts).where(accounts.c.id == ident), {"role": role})


def end_sessions(db: Connection, ident: int) -> None:
    """Nobody is logged in with this account any more."""
    db.execute(delete(sessions).where(sessions.c.account == ident))
