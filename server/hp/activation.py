"""Gives a phone its identity for a code: once, within 72 hours, and not to those who guess.

ActivationError
├── CodeInvalidError   wrong, used or expired: ask the kecamatan for a new one
└── BlockedError       too many wrong tries: wait, even with the right code
"""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from server.core import settings
from server.core.commands import OPERATOR
from server.core.context import Context
from server.core.db.database import Db
from server.core.devices import secret_hash
from server.core.rate_limit import RateLimit, counting
from server.core.rows import audit_rows, device_rows
from server.sinkron import titipan_key
from shared.protocol import CODE_ALPHABET, CODE_HOURS, CODE_LENGTH, normal_code
from shared.wilayah import Desa

WRONG = RateLimit("aktivasi", 5, timedelta(minutes=15), slow=timedelta(minutes=1))
"""Wrong codes of one address; behind it one try goes through each minute."""


class ActivationError(Exception):
    """No identity was given."""


class CodeInvalidError(ActivationError):
    """Wrong, used or expired; which of them is not said."""


class BlockedError(ActivationError):
    """Try again after ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True)
class Activated:
    """A phone's identity; the token is shown this once and kept only as a hash."""

    token: str
    device_id: str
    nama: str
    jabatan: str
    desa: Desa
    settings: dict[str, Any]
    at: datetime


def activate(
    ctx: Context, code: str, device_name: str, app_version: str, address: str, token: str = ""
) -> Activated:
    """Use the code up; raises an `ActivationError`. ``token``: what the phone had before, if any.

    All in one transaction, so that nobody guesses faster by asking in parallel.
    """
    now = ctx.clock.now()
    who = _sender(ctx, address, token)
    with ctx.database.write() as db, counting(ctx, db) as doors:
        wait = WRONG.wait_in(doors, who, now)
        given = None if wait else _activate(ctx, db, code, device_name, app_version)
        if given is None and not wait:
            WRONG.count(doors, who, now)
    if wait:
        raise BlockedError(wait)
    if given is None:
        raise CodeInvalidError
    ctx.bell.ring()
    return given


def _sender(ctx: Context, address: str, token: str) -> str:
    """A phone that was here is counted by itself: strangers beside it cannot shut it out."""
    phone = device_rows.by_token(ctx.database, secret_hash(token)) if token else None
    return f"hp {phone['id']}" if phone else address


def knows(ctx: Context, code: str) -> bool:
    """Whether this code was made here, used or not: at several kecamatan each is asked."""
    with ctx.database.read() as db:
        return device_rows.code(db, secret_hash(normal_code(code))) is not None


def new_code(ctx: Context, desa: str, nama: str, jabatan: str, by: str = OPERATOR) -> str:
    """A fresh code for a phone of this desa; KeyError when there is no such desa."""
    code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
    now = ctx.clock.now()
    row = {
        "code_hash": secret_hash(code), "desa": ctx.wilayah.by_kode[desa].kode, "nama": nama,
        "jabatan": jabatan,
        "created_at": now, "created_by": by, "expires_at": now + timedelta(hours=CODE_HOURS),
    }  # fmt: skip
    with ctx.database.write() as db:
        device_rows.add_code(db, row)
        audit_rows.add(db, now, by, "code_made", desa, nama)
    return code


def _activate(
    ctx: Context, db: Db, code: str, device_name: str, app_version: str
) -> Activated | None:
    now = ctx.clock.now()
    code_hash = secret_hash(normal_code(code))
    row = device_rows.code(db, code_hash)
    if row is None or row["used_at"] is not None or not _holds(row, now):
        return None
    token, ident = ctx.settings.fresh_secret(), str(uuid.uuid4())
    who = {name: row[name] for name in ("desa", "nama", "jabatan")}
    phone = {
        "id": ident, "token_hash": secret_hash(token), "activated_at": now, "cursor": 0,
        "sign_key": titipan_key.sign_key_of(token),
    }  # fmt: skip
    told = {"device_name": device_name, "app_version": app_version}
    device_rows.add(db, {**phone, **who, **told})
    device_rows.use_code(db, code_hash, ident, now)
    audit_rows.add(db, now, who["nama"], "device_activated", ident, who["desa"])
    values = settings.read_for(db, row["desa"])
    return Activated(
        token, ident, who["nama"], who["jabatan"], ctx.wilayah.by_kode[who["desa"]], values, now
    )


def _holds(row: dict[str, Any], now: datetime) -> bool:
    """Not longer than its hours, also when it was made while the clock ran ahead."""
    return now < row["expires_at"] <= now + timedelta(hours=CODE_HOURS)
