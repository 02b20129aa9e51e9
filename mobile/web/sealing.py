"""Seals files in the browser with noble, byte for byte as `cryptography` does on a phone.

The one file that knows the bundle `static/seal.js`; see `seal/` for how that is made.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from mobile.domain.parcel import SealingKey
from mobile.domain.sealing import KEY_BYTES, SCRYPT_N, SCRYPT_P, SCRYPT_R
from mobile.ports import StoreError
from mobile.web.world import ffi, load
from shared.sealed_file import DamagedFileError
from shared.titipan import KEY_INFO, key_name, signing_seed


async def noble() -> Any:
    """The bundle; read when something is sealed for the first time."""
    return await load("seal.js")


class NobleSealing:
    """The real `Sealing` in a browser."""

    def __init__(self, module: Callable[[], Awaitable[Any]] = noble) -> None:
        self._load = module
        self._noble: Any = None

    async def ready(self) -> None:
        """Raises StoreError when the bundle cannot be read."""
        if self._noble is None:
            try:
                self._noble = await self._load()
            except Exception as error:
                raise StoreError("sealing") from error

    def for_server(self, public: str) -> SealingKey:
        theirs = bytes.fromhex(public)
        own = self._noble.newKey()
        mine = _bytes(self._noble.publicOf(own))
        secret = self._noble.shared(own, _js(theirs))
        key = self._noble.derived(secret, _js(mine + theirs), _js(KEY_INFO), KEY_BYTES)
        return SealingKey(_Aead(self._noble, key), {"key": key_name(public), "pub": mine.hex()})

    def for_phrase(self, phrase: str, salt: bytes) -> SealingKey:
        key = self._noble.scrypt(
            _js(phrase.encode()), _js(salt), SCRYPT_N, SCRYPT_R, SCRYPT_P, KEY_BYTES
        )
        return SealingKey(_Aead(self._noble, key), {"salt": salt.hex()})

    def sign(self, token: str, digest: bytes) -> bytes:
        return _bytes(self._noble.sign(_js(digest), _js(signing_seed(token))))


class _Aead:
    """ChaCha20-Poly1305."""

    def __init__(self, noble: Any, key: Any) -> None:
        self._noble = noble
        self._key = key

    def seal(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
        return _bytes(self._noble.seal(self._key, _js(nonce), _js(data), _js(bound)))

    def open(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
        opened = self._noble.open(self._key, _js(nonce), _js(data), _js(bound))
        if opened is None:
            raise DamagedFileError("seal")
        return _bytes(opened)


def _js(data: bytes) -> Any:
    return ffi.to_js(bytes(data)) if ffi else bytes(data)


def _bytes(data: Any) -> bytes:
    return data.to_bytes() if hasattr(data, "to_bytes") else bytes(data)
