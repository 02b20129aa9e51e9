"""Phones and activation codes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from server.core.db.database import Database
from server.core.db.sqlite_fast import Ready
from server.core.db.tables import activation_codes, devices

Row = dict[str, Any]

_SHOWN = [devices.c[name] for name in (
    "id", "desa", "nama", "jabatan", "device_name", "app_version", "activated_at", "last_contact",
    "clock_offset_s", "queued", "free_mb", "revoked_at", "sign_key",
)]  # fmt: skip
_BY_TOKEN = select(*_SHOWN).where(devices.c.token_hash == bindparam("token_hash"))
_WELCOME = select(devices.c.id).where(
    devices.c.token_hash == bindparam("token_hash"), devices.c.revoked_at.is_(None)
)
_TOUCH = Ready(update(devices).where(devices.c.id == bindparam("device")))


def by_token(database: Database, token_hash: str) -> Row | None:
    """The phone with this token."""
    return database.first(_BY_TOKEN, {"token_hash": token_hash})


def is_welcome(database: Database, token_hash: str) -> bool:
    """Whether there is a phone with this token that was not revoked."""
    return database.first(_WELCOME, {"token_hash": token_hash}) is not None


def by_id(db: Connection, ident: str) -> Row | None:
    """The phone with this id."""
    row = db.execute(select(*_SHOWN).where(devices.c.id == ident)).mappings().one_or_none()
    return dict(row) if row else None


def everyone(db: Connection) -> list[Row]:
    """All phones."""
    query = select(*_SHOWN).order_by(devices.c.desa, devices.c.nama, devices.c.activated_at)
    return [dict(row) for row in db.execute(query).mappings()]


def add(db: Connection, row: Row) -> None:
    """A new phone."""
    db.execute(insert(devices), row)


def revoke(db: Connection, ident: str, at: datetime) -> None:
    """The phone is turned away from now on."""
    db.execute(update(devices).where(devices.c.id == ident), {"revoked_at": at})


def touch(db: Connection, ident: str, values: Row) -> None:
    """What a phone told about itself at a contact."""
    _TOUCH.run(db, {"device": ident, **values})


def add_code(db: Connection, row: Row) -> None:
    """A new activation code."""
    db.execute(insert(activation_codes), row)


def code(db: Connection, code_hash: str) -> Row | None:
    """The code, used or not."""
    query = select(activation_codes).where(activation_codes.c.code_hash == code_hash)
    row = db.execute(query).mappings().one_or_none()
    return dict(row) if row else None


def open_codes(db: Connection, now: datetime) -> dict[str, list[datetime]]:
    """By desa until when the codes hold that nobody has used."""
    c = activation_codes.c
    query = select(c.desa, c.expires_at).where(c.used_at.is_(None), c.expires_at > now)
    found: dict[str, list[datetime]] = {}
    for desa, until in db.execute(query):
        found.setdefault(desa, []).append(until)
    return found


def use_code(db: Connection, code_hash: str, device: str, at: datetime) -> None:
    """The code has done its work."""
    query = update(activation_codes).where(activation_codes.c.code_hash == code_hash)
    db.execute(query, {"used_at": at, "device": device})
