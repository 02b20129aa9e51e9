"""A sealed file: what leaves a phone through other hands and opens for one key only.

Two lines say what it is and how to find the key; then the content follows in sealed pieces. Each
piece is bound to those lines, to its number, and to whether it is the last: a file that was cut
off, altered anywhere, or put together from two does not open. Whoever brings the cipher in knows
the cryptography; this page knows only the shape.

SealedFileError
├── ForeignFileError   not a file of this kind: choose another
├── NewerFileError     made by a newer version: update first
├── DamagedFileError   cut off or altered on its way, or the key is another one: make it again
└── HugeFileError      larger than anything of ours: not even looked at
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Protocol, cast

FORMAT = 1
PIECE = 64 * 1024
TAG = 16
NONCE = 12
MOST_HEAD = 4096


class SealedFileError(Exception):
    """Nothing of the file was used."""


class ForeignFileError(SealedFileError):
    """Choose another file."""


class NewerFileError(SealedFileError):
    """Update the app or the server first."""


class DamagedFileError(SealedFileError):
    """Have it made and sent again."""


class HugeFileError(SealedFileError):
    """Send less at once."""


class Cipher(Protocol):
    """One key, used for one file; 16 bytes of every sealed piece are its seal."""

    def seal(self, nonce: bytes, data: bytes, bound: bytes) -> bytes: ...

    def open(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
        """Raises DamagedFileError."""
        ...


@dataclass(frozen=True)
class Head:
    """The two lines: the kind of file, what its key is found by, and what all pieces bind to."""

    kind: str
    facts: dict[str, Any]
    bound: bytes


def head_of(kind: str, facts: dict[str, Any]) -> tuple[Head, bytes]:
    """A new head and its bytes."""
    lines = f"{kind} {FORMAT}\n{json.dumps(facts, separators=(',', ':'))}\n".encode("ascii")
    return Head(kind, facts, hashlib.sha256(lines).digest()), lines


def read_head(file: BinaryIO, kind: str) -> Head:
    """The head of a file that should be of this kind; the file stands behind it."""
    first, second = file.readline(MOST_HEAD), file.readline(MOST_HEAD)
    word, _, number = first.rstrip(b"\n").partition(b" ")
    if word != kind.encode() or not first.endswith(b"\n") or not number.isdigit():
        raise ForeignFileError(kind)
    if int(number[:9]) > FORMAT:
        raise NewerFileError(number.decode())
    try:
        facts = json.loads(second)
    except ValueError as error:
        raise DamagedFileError("head") from error
    if not second.endswith(b"\n") or not isinstance(facts, dict):
        raise DamagedFileError("head")
    return Head(kind, cast("dict[str, Any]", facts), hashlib.sha256(first + second).digest())


def seal(head: Head, content: Iterable[bytes], cipher: Cipher) -> Iterator[bytes]:
    """The sealed pieces of the content, whatever the sizes in which it comes."""
    held = bytearray()
    number = 0
    for part in content:
        held += part
        while len(held) > PIECE:
            yield cipher.seal(_nonce(number, last=False), bytes(held[:PIECE]), head.bound)
            del held[:PIECE]
            number += 1
    yield cipher.seal(_nonce(number, last=True), bytes(held), head.bound)


def unseal(head: Head, file: BinaryIO, cipher: Cipher) -> Iterator[bytes]:
    """The content behind the head, piece by piece; raises DamagedFileError, at the end too."""
    number = 0
    piece = file.read(PIECE + TAG)
    while True:
        following = file.read(PIECE + TAG)
        if len(piece) < TAG:
            raise DamagedFileError("cut off")
        yield cipher.open(_nonce(number, last=not following), piece, head.bound)
        if not following:
            return
        piece, number = following, number + 1


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(NONCE - 1, "big") + bytes([last])
