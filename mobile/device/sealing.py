"""Seals files: for the kecamatan's key, or under a phrase that the person writes down.

The one file that knows `cryptography`, whose wheel is in Flet's index for Android (43.0.1 for
Python 3.12 and 3.13, 48.0.0 for 3.14). Only what both have is used here: X25519, HKDF,
ChaCha20-Poly1305, Ed25519 and scrypt. It is imported when a file is sealed, not at the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.domain.parcel import SealingKey
from mobile.domain.sealing import KEY_BYTES, SCRYPT_N, SCRYPT_P, SCRYPT_R
from shared.sealed_file import DamagedFileError
from shared.titipan import KEY_INFO, key_name, signing_seed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305


class CryptoSealing:
    """The real `Sealing`."""

    async def ready(self) -> None:
        """It is imported when it is called."""

    def for_server(self, public: str) -> SealingKey:
        """A key of its own for each file: who seals cannot open it again either."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import (
            X25519PrivateKey,
            X25519PublicKey,
        )
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        theirs = X25519PublicKey.from_public_bytes(bytes.fromhex(public))
        own = X25519PrivateKey.generate()
        mine = own.public_key().public_bytes_raw()
        salt = mine + theirs.public_bytes_raw()
        key = HKDF(SHA256(), KEY_BYTES, salt, KEY_INFO).derive(own.exchange(theirs))
        return SealingKey(_cipher(key), {"key": key_name(public), "pub": mine.hex()})

    def for_phrase(self, phrase: str, salt: bytes) -> SealingKey:
        """The same phrase and salt give the same key, on any phone."""
        from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

        kdf = Scrypt(salt=salt, length=KEY_BYTES, n=SCRYPT_N, r=SCRYPT_R, p=SCRYPT_P)
        return SealingKey(_cipher(kdf.derive(phrase.encode())), {"salt": salt.hex()})

    def sign(self, token: str, digest: bytes) -> bytes:
        """As this phone: the kecamatan knows the other half of the key."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(signing_seed(token)).sign(digest)


class _Aead:
    """ChaCha20-Poly1305: quick on a processor without AES of its own."""

    def __init__(self, aead: ChaCha20Poly1305) -> None:
        self._aead = aead

    def seal(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
        return self._aead.encrypt(nonce, data, bound)

    def open(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
        from cryptography.exceptions import InvalidTag

        try:
            return self._aead.decrypt(nonce, data, bound)
        except InvalidTag as error:
            raise DamagedFileError("seal") from error


def _cipher(key: bytes) -> _Aead:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return _Aead(ChaCha20Poly1305(key))
