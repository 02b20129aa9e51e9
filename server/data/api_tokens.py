"""The keys (*token*) that other systems read with: made, shown once, looked at, revoked.

TokenError: nothing was made, the name or the scopes are missing.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.core.context import Context
from server.core.devices import secret_hash
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.data import teks
from server.data.rows import token_rows
from server.data.rows.token_rows import TokenRow
from shared.checks_form import SHORT, good_text
from shared.roles import Permission

SCOPES: tuple[str, ...] = tuple(teks.CAKUPAN)
"""What a key may read; words for each stand in the words file."""
PREFIX = "sinar_"
NOTE_EVERY = timedelta(minutes=1)


class TokenError(Exception):
    """Name it, and choose at least one scope."""


@dataclass(frozen=True)
class Token:
    """A key as it is listed: without itself."""

    id: str
    nama: str
    scopes: tuple[str, ...]
    created_at: datetime
    created_by: str
    last_used: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True)
class NewToken:
    """A fresh key; ``secret`` is shown this once."""

    id: str
    secret: str


def everyone(ctx: Context, account: Account) -> tuple[Token, ...]:
    """All keys, those in force first."""
    permit(account, Permission.MANAGE_SETTINGS)
    return listed(ctx)


def add(ctx: Context, account: Account, nama: str, scopes: Iterable[str]) -> NewToken:
    """A key for a system of this name."""
    permit(account, Permission.MANAGE_SETTINGS)
    return make(ctx, account.username, nama, scopes)


def revoke(ctx: Context, account: Account, ident: str) -> None:
    """From now on it opens nothing."""
    permit(account, Permission.MANAGE_SETTINGS)
    withdraw(ctx, account.username, ident)


def listed(ctx: Context) -> tuple[Token, ...]:
    """For the operator, who needs no role."""
    with ctx.database.read() as db:
        return tuple(_token(row) for row in token_rows.everyone(db))


def make(ctx: Context, by: str, nama: str, scopes: Iterable[str]) -> NewToken:
    """For the operator, who needs no role."""
    nama, wanted = " ".join(nama.split()), set(scopes)
    if not nama or len(nama) > SHORT or not good_text(nama) or not nama.isprintable():
        raise TokenError("nama")
    if not wanted or not wanted <= set(SCOPES):
        raise TokenError("scopes")
    ident, secret, now = str(uuid.uuid4()), PREFIX + ctx.settings.fresh_secret(), ctx.clock.now()
    chosen = [scope for scope in SCOPES if scope in wanted]
    row = {
        "id": ident, "nama": nama, "token_hash": secret_hash(secret), "scopes": json.dumps(chosen),
        "created_at": now, "created_by": by,
    }  # fmt: skip
    with ctx.database.write() as db:
        token_rows.add(db, row)
        detail = f"{nama} · {', '.join(chosen)}"
        audit_rows.add(db, now, by, "api_token_added", ident, detail)
    ctx.bell.ring()
    return NewToken(ident, secret)


def withdraw(ctx: Context, by: str, ident: str) -> Token | None:
    """For the operator, who needs no role; None when there is no such key."""
    now = ctx.clock.now()
    with ctx.database.write() as db:
        row = token_rows.one(db, ident)
        if row is None:
            return None
        if row.revoked_at is None:
            token_rows.revoke(db, ident, now)
            audit_rows.add(db, now, by, "api_token_revoked", ident, row.nama)
    ctx.bell.ring()
    return _token(row)


def by_secret(ctx: Context, secret: str) -> Token | None:
    """Whose key this is, revoked or not."""
    with ctx.database.read() as db:
        row = token_rows.by_hash(db, secret_hash(secret))
    return _token(row) if row else None


def note_use(ctx: Context, token: Token, what: str) -> None:
    """When it was used last, and in the log once a day for each kind of data."""
    now = ctx.clock.now()
    detail = f"{what} · {now:%Y-%m-%d}"
    with ctx.database.read() as db:
        said = token_rows.said(db, token.id, "api_read", detail)
    recent = token.last_used is not None and abs(now - token.last_used) < NOTE_EVERY
    if said and recent:
        return
    with ctx.database.write(durable=False) as db:
        token_rows.used(db, token.id, now)
        if not said:
            audit_rows.add(db, now, token.nama, "api_read", token.id, detail)


def _token(row: TokenRow) -> Token:
    return Token(
        id=row.id,
        nama=row.nama,
        scopes=tuple(json.loads(row.scopes)),
        created_at=row.created_at,
        created_by=row.created_by,
        last_used=row.last_used,
        revoked_at=row.revoked_at,
    )
