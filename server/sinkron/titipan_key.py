"""The server's key for sealed packages, and the keys that phones sign them with.

The server's private half lies in the database, so that it rides with every backup: a server that
was restored opens what was sealed before. It opens reports on their way, nothing else.
"""

from __future__ import annotations

import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from server.core import settings
from server.core.context import Context
from server.core.db.database import Db
from server.core.rows import audit_rows, change_rows, device_rows, settings_rows
from shared.titipan import SETTING, signing_seed

PRIVATE = "titip_private"


def ensure(ctx: Context) -> None:
    """Make the key where there is none; phones that are there already are told of it."""
    with ctx.database.read() as db:
        if PRIVATE in settings_rows.all_values(db):
            return
    now = ctx.clock.now()
    with ctx.database.write() as db:
        if PRIVATE in settings_rows.all_values(db):
            return
        made = X25519PrivateKey.generate()
        settings_rows.put(db, PRIVATE, json.dumps(made.private_bytes_raw().hex()))
        public = made.public_key().public_bytes_raw().hex()
        settings_rows.put(db, SETTING, json.dumps(public))
        audit_rows.add(db, now, "operator", "titip_key_made", None, public)
        for desa in ctx.wilayah.desa if device_rows.everyone(db) else ():
            whole = json.dumps(settings.read_for(db, desa.kode))
            change_rows.add(db, desa.kode, "settings", now, data=whole)


def private(db: Db) -> X25519PrivateKey | None:
    """The server's key."""
    stored = settings_rows.all_values(db).get(PRIVATE)
    if not stored:
        return None
    return X25519PrivateKey.from_private_bytes(bytes.fromhex(settings_rows.value_of(stored)))


def sign_key_of(token: str) -> str:
    """The public half of the key that a phone with this token signs with."""
    key = Ed25519PrivateKey.from_private_bytes(signing_seed(token))
    return key.public_key().public_bytes_raw().hex()


def is_signed_by(sign_key: str, signature: bytes, digest: bytes) -> bool:
    """Whether the phone with this key has signed."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(sign_key)).verify(signature, digest)
    except InvalidSignature:
        return False
    return True


def learn_sign_key(ctx: Context, device: str, token: str) -> None:
    """Of a phone that was activated before there were packages; it has just shown its token."""
    with ctx.database.write() as db:
        device_rows.touch(db, device, {"sign_key": sign_key_of(token)})
