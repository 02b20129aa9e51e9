"""Seals short secrets of the database with the key that lies beside it: a copy of the database
alone, a backup too, opens nothing. Each opens only at the place that it was sealed for.
"""

from __future__ import annotations

import base64
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server.core.files import key_file

_NONCE = 12


class NoKeyError(Exception):
    """The key lacks or is another one: put `nik.key` back into the data folder."""


def seal(folder: Path, place: str, secret: bytes) -> str:
    """In base64; the first one makes the key."""
    key = key_file.read(folder) or key_file.make(folder, AESGCM.generate_key(256))
    return seal_with(key, place, secret)


def unseal(folder: Path, place: str, sealed: str) -> bytes:
    """What was sealed for this place; raises NoKeyError."""
    key = key_file.read(folder)
    if key is None:
        raise NoKeyError
    return unseal_with(key, place, sealed)


def seal_with(key: bytes, place: str, secret: bytes) -> str:
    """The same with a key of 32 bytes that somebody else keeps."""
    nonce = os.urandom(_NONCE)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, secret, place.encode())).decode()


def unseal_with(key: bytes, place: str, sealed: str) -> bytes:
    """What was sealed with it for this place; raises NoKeyError."""
    raw = base64.b64decode(sealed)
    try:
        return AESGCM(key).decrypt(raw[:_NONCE], raw[_NONCE:], place.encode())
    except InvalidTag as error:
        raise NoKeyError from error
