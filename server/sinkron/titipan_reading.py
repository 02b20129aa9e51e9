"""Opens a sealed package and makes sure who sealed it, before anything of it is used.

SealedFileError            (shared: foreign, newer, damaged, huge)
├── OtherServerError       sealed for another server, or for a key that is gone
├── UnknownPhoneError      sealed by a phone that this server does not know, or not by that phone
└── RevokedPhoneError      the phone was turned away since: its reports come from a new phone
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from server.core.context import Context
from server.core.devices import Device
from server.core.rows import device_rows
from server.sinkron import titipan_key
from shared.frames import Frame, frame, frames
from shared.sealed_file import (
    DamagedFileError,
    ForeignFileError,
    Head,
    HugeFileError,
    NewerFileError,
    SealedFileError,
    read_head,
    unseal,
)
from shared.titipan import (
    ABOUT,
    FOTO,
    KEY_INFO,
    KIND,
    LAPORAN,
    MAX_BYTES,
    MAX_LAPORAN,
    SIGNATURE,
    Signed,
    key_name,
)


class OtherServerError(SealedFileError):
    """Bring it to the server that it was sealed for; the phone keeps its reports."""


class UnknownPhoneError(SealedFileError):
    """Whoever sealed it is not one of our phones."""


class RevokedPhoneError(SealedFileError):
    """Nothing is taken from a phone that was turned away."""


_CODES: dict[type[SealedFileError], str] = {
    ForeignFileError: "titipan_foreign",
    NewerFileError: "titipan_newer",
    DamagedFileError: "titipan_damaged",
    HugeFileError: "titipan_huge",
    OtherServerError: "titipan_other_server",
    UnknownPhoneError: "titipan_unknown_phone",
    RevokedPhoneError: "titipan_revoked",
}


def code_of(error: SealedFileError) -> str:
    """The stable word for why a package was not taken."""
    return _CODES[type(error)]


@dataclass(frozen=True)
class Package:
    """A package whose every byte and whose signature have been found right."""

    file: BinaryIO
    device: Device
    laporan: int
    photos: int
    _key: X25519PrivateKey

    def contents(self) -> Iterator[Frame]:
        """Its reports and photos, in the order in which they were put in."""
        self.file.seek(0)
        head = read_head(self.file, KIND)
        for letter, data in frames(unseal(head, self.file, _cipher(head, self._key))):
            if letter in (LAPORAN, FOTO):
                yield letter, data


def open_package(ctx: Context, file: BinaryIO, size: int) -> Package:
    """Read all of it once, nothing is changed; raises a SealedFileError."""
    if size > MAX_BYTES:
        raise HugeFileError(size)
    file.seek(0)
    head = read_head(file, KIND)
    with ctx.database.read() as db:
        key = titipan_key.private(db)
    if key is None or head.facts.get("key") != key_name(_public(key)):
        raise OtherServerError
    return _checked(ctx, file, head, key)


def _checked(ctx: Context, file: BinaryIO, head: Head, key: X25519PrivateKey) -> Package:
    content = frames(unseal(head, file, _cipher(head, key)))
    letter, about = next(content, ("", b""))
    if letter != ABOUT:
        raise DamagedFileError("about")
    signed = Signed(head.bound)
    signed.add(frame(letter, about))
    counts = {LAPORAN: 0, FOTO: 0}
    signature = b""
    for letter, data in content:
        if signature or letter not in (LAPORAN, FOTO, SIGNATURE):
            raise DamagedFileError("frames")
        if letter == SIGNATURE:
            signature = data
            continue
        signed.add(frame(letter, data))
        counts[letter] += 1
        if counts[LAPORAN] > MAX_LAPORAN:
            raise HugeFileError("laporan")
    device = _sealer(ctx, about, signature, signed.digest)
    return Package(file, device, counts[LAPORAN], counts[FOTO], key)


def _sealer(ctx: Context, about: bytes, signature: bytes, digest: bytes) -> Device:
    """The phone that sealed it, known and not turned away."""
    with ctx.database.read() as db:
        row = device_rows.by_id(db, str(_facts(about).get("device")))
    device = Device(**row) if row else None
    if device is None or not device.sign_key:
        raise UnknownPhoneError
    if not titipan_key.is_signed_by(device.sign_key, signature, digest):
        raise UnknownPhoneError
    if device.revoked_at is not None:
        raise RevokedPhoneError
    return device


def _facts(about: bytes) -> dict[str, Any]:
    try:
        told = json.loads(about)
    except ValueError as error:
        raise DamagedFileError("about") from error
    return cast("dict[str, Any]", told) if isinstance(told, dict) else {}


def _public(key: X25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


def _cipher(head: Head, key: X25519PrivateKey) -> _Opening:
    try:
        theirs = bytes.fromhex(str(head.facts["pub"]))
        shared = key.exchange(X25519PublicKey.from_public_bytes(theirs))
    except (KeyError, ValueError) as error:
        raise DamagedFileError("pub") from error
    salt = theirs + key.public_key().public_bytes_raw()
    return _Opening(HKDF(SHA256(), 32, salt, KEY_INFO).derive(shared))


class _Opening:
    """The cipher of one package."""

    def __init__(self, key: bytes) -> None:
        self._aead = ChaCha20Poly1305(key)

    def seal(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
        return self._aead.encrypt(nonce, data, bound)

    def open(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
        try:
            return self._aead.decrypt(nonce, data, bound)
        except InvalidTag as error:
            raise DamagedFileError("seal") from error
