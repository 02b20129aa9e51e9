"""A "titipan": finished reports with their photos that somebody else carries to the kecamatan.

Sealed with X25519 to the server's key, so that whoever carries it reads nothing; signed with a key
that the phone's token gives (Ed25519), so that nobody makes one up. The server keeps only the
public half of that key, made when the phone was activated.

The frames: A (who sealed it), for each report L (its JSON text), then F (photos), at last T (the
signature over all before it).
"""

from __future__ import annotations

import hashlib

from shared.protocol import BASE

KIND = "SINAR-TITIPAN"
TITIPAN = f"{BASE}/titipan"
SUFFIX = ".titip"
SETTING = "titip_key"
"""Among the phone's settings: the server's public key, in hex."""

MAX_BYTES = 64 * 1024 * 1024
MAX_LAPORAN = 400

ABOUT, LAPORAN, FOTO, SIGNATURE = "A", "L", "F", "T"
KEY_INFO = b"sinar linmas titipan 1"


def signing_seed(token: str) -> bytes:
    """The private half of a phone's signing key: who has the token has it, and nobody else."""
    return hashlib.sha256(b"sinar linmas tanda 1\n" + token.encode()).digest()


def key_name(public: str) -> str:
    """A short name of a server's key, to say which one a file was sealed for."""
    return hashlib.sha256(public.encode()).hexdigest()[:16]


class Signed:
    """What a signature is made over: the head of the file and every frame so far."""

    def __init__(self, bound: bytes) -> None:
        self._hash = hashlib.sha256(b"sinar linmas titipan\n" + bound)

    def add(self, frame: bytes) -> bytes:
        """One more frame; it is handed back."""
        self._hash.update(frame)
        return frame

    @property
    def digest(self) -> bytes:
        """What is signed."""
        return self._hash.digest()
