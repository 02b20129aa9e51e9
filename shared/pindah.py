"""A "pindahan": a phone's own store on its way to the person's next phone.

Sealed under a phrase that the old phone shows and the new one asks for. The frames: A (whose it
is), R (a report with all that is known of it), F (a photo with its small picture), M (a member with
changes that are not sent), D (a member's form that is half written), Z (a deed not sent), I (what
the form has learned).
"""

from __future__ import annotations

import secrets

from shared.protocol import CODE_ALPHABET

KIND = "SINAR-PINDAH"
SUFFIX = ".pindah"

ABOUT, RECORD, PHOTO, MEMBER, FORM, DEED, MEMORY = "A", "R", "F", "M", "D", "Z", "I"

PHRASE_LETTERS = 12
SALT_BYTES = 16
SHA_LETTERS = 64


def new_phrase() -> str:
    """Twelve letters that are not mistaken for each other."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(PHRASE_LETTERS))


def parted(phrase: str) -> str:
    """``7KQ4 - M9XD - P2RT``: easier to write down."""
    return " - ".join(phrase[at : at + 4] for at in range(0, len(phrase), 4))


def pack_photo(sha256: str, small: bytes, big: bytes) -> bytes:
    """A photo's two pictures in one frame."""
    return sha256.encode("ascii") + len(small).to_bytes(4, "big") + small + big


def unpack_photo(data: bytes) -> tuple[str, bytes, bytes]:
    """Its hash, the small picture and the big one; ValueError when it is none."""
    sha256, rest = data[:SHA_LETTERS].decode("ascii"), data[SHA_LETTERS:]
    size = int.from_bytes(rest[:4], "big")
    if len(sha256) < SHA_LETTERS or len(rest) < 4 + size:
        raise ValueError(sha256)
    return sha256, rest[4 : 4 + size], rest[4 + size :]
