"""The phones of the villages: who comes through the door, and who is turned away."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from server.core.context import Context
from server.core.rows import audit_rows, device_rows


@dataclass(frozen=True)
class Device:
    """A phone that reports for one desa."""

    id: str
    desa: str
    nama: str
    jabatan: str
    device_name: str
    app_version: str
    activated_at: datetime
    last_contact: datetime | None
    clock_offset_s: float | None
    queued: int | None
    free_mb: int | None
    revoked_at: datetime | None
    sign_key: str | None = None
    """What its sealed packages are signed with; None until a phone of before shows its token."""


def secret_hash(secret: str) -> str:
    """How tokens and codes are kept."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def by_token(ctx: Context, token: str) -> Device | None:
    """The phone that holds this token, revoked or not."""
    row = device_rows.by_token(ctx.database, secret_hash(token))
    return Device(**row) if row else None


def is_welcome(ctx: Context, token: str) -> bool:
    """Whether the phone that holds this token has not been revoked."""
    return device_rows.is_welcome(ctx.database, secret_hash(token))


def all_devices(ctx: Context) -> list[Device]:
    """Every phone, by desa and name."""
    with ctx.database.read() as db:
        return [Device(**row) for row in device_rows.everyone(db)]


def revoke(ctx: Context, ident: str, by: str) -> Device | None:
    """From now on this phone is turned away; None when there is no such phone."""
    now = ctx.clock.now()
    with ctx.database.write() as db:
        row = device_rows.by_id(db, ident)
        if row is None:
            return None
        if row["revoked_at"] is None:
            device_rows.revoke(db, ident, now)
            audit_rows.add(db, now, by, "device_revoked", ident)
            row["revoked_at"] = now
    ctx.bell.ring()
    return Device(**row)
