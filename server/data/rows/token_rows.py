"""The keys of other systems to the open API; a key itself is nowhere, only its hash."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, exists, insert, select, update

from server.core.db.tables import audit
from server.core.db.tables_desk import api_tokens

Row = dict[str, Any]

_COLUMNS = [api_tokens.c[name] for name in (
    "id", "nama", "scopes", "created_at", "created_by", "last_used", "revoked_at",
)]  # fmt: skip
_BY_HASH = select(*_COLUMNS).where(api_tokens.c.token_hash == bindparam("token"))


def add(db: Connection, row: Row) -> None:
    db.execute(insert(api_tokens), row)


def by_hash(db: Connection, token_hash: str) -> Row | None:
    """The key with this hash, revoked or not."""
    row = db.execute(_BY_HASH, {"token": token_hash}).mappings().one_or_none()
    return dict(row) if row else None


def one(db: Connection, ident: str) -> Row | None:
    row = db.execute(select(*_COLUMNS).where(api_tokens.c.id == ident)).mappings().one_or_none()
    return dict(row) if row else None


def everyone(db: Connection) -> list[Row]:
    """All of them, those in force first, then the newest."""
    t = api_tokens.c
    order = (t.revoked_at.is_not(None), t.created_at.desc(), t.id)
    return [dict(row) for row in db.execute(select(*_COLUMNS).order_by(*order)).mappings()]


def revoke(db: Connection, ident: str, at: datetime) -> None:
    db.execute(update(api_tokens).where(api_tokens.c.id == ident), {"revoked_at": at})


def used(db: Connection, ident: str, at: datetime) -> None:
    db.execute(update(api_tokens).where(api_tokens.c.id == ident), {"last_used": at})


def said(db: Connection, ident: str, action: str, detail: str) -> bool:
    """Whether the log has this line about the key."""
    t = audit.c
    here = exists().where(t.ref == ident, t.action == action, t.detail == detail)
    return bool(db.execute(select(here)).scalar())
