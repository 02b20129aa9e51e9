"""The keys of other systems to the open API; a key itself is nowhere, only its hash."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, exists, insert, select, update

from server.core.db import reading
from server.core.db.tables import audit
from server.core.db.tables_desk import api_tokens


class TokenRow(NamedTuple):
    """A key without itself; ``scopes`` is a list as JSON."""

    id: str
    nama: str
    scopes: str
    created_at: datetime
    created_by: str
    last_used: datetime | None
    revoked_at: datetime | None


_ALL = select(*reading.columns(api_tokens, TokenRow))
_BY_HASH = _ALL.where(api_tokens.c.token_hash == bindparam("token"))


def add(db: Connection, row: dict[str, Any]) -> None:
    db.execute(insert(api_tokens), row)


def by_hash(db: Connection, token_hash: str) -> TokenRow | None:
    """The key with this hash, revoked or not."""
    return reading.row(db, _BY_HASH, TokenRow, {"token": token_hash})


def one(db: Connection, ident: str) -> TokenRow | None:
    return reading.row(db, _ALL.where(api_tokens.c.id == ident), TokenRow)


def everyone(db: Connection) -> list[TokenRow]:
    """All of them, those in force first, then the newest."""
    t = api_tokens.c
    query = _ALL.order_by(t.revoked_at.is_not(None), t.created_at.desc(), t.id)
    return reading.rows(db, query, TokenRow)


def revoke(db: Connection, ident: str, at: datetime) -> None:
    db.execute(update(api_tokens).where(api_tokens.c.id == ident), {"revoked_at": at})


def used(db: Connection, ident: str, at: datetime) -> None:
    db.execute(update(api_tokens).where(api_tokens.c.id == ident), {"last_used": at})


def said(db: Connection, ident: str, action: str, detail: str) -> bool:
    """Whether the log has this line about the key."""
    t = audit.c
    here = exists().where(t.ref == ident, t.action == action, t.detail == detail)
    return bool(db.execute(select(here)).scalar())
