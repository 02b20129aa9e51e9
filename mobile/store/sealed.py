"""A stored file that can check itself: whose it is, which generation, and that no byte changed.

First line: SHA-256 of all that follows. Second line: the header. The rest: the data as JSON.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

Data = dict[str, Any]


class Broken(Exception):
    """The bytes are not what was written, or belong to another store: set the file aside."""


@dataclass(frozen=True)
class Sealed:
    """What a slot holds."""

    store: str
    version: int
    generation: int
    payload: bytes

    def data(self) -> Data:
        """The data, a fresh copy each time; raises Broken when it is none."""
        try:
            data = json.loads(self.payload)
        except ValueError as error:
            raise Broken("payload") from error
        if not isinstance(data, dict):
            raise Broken("payload")
        return data


def payload_of(data: Data) -> bytes:
    """Data as bytes; ASCII, so that any text a person can enter survives."""
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def seal(sealed: Sealed) -> bytes:
    """The bytes of a slot file."""
    header = {
        "store": sealed.store,
        "version": sealed.version,
        "generation": sealed.generation,
        "size": len(sealed.payload),
    }
    body = json.dumps(header).encode("ascii") + b"\n" + sealed.payload
    return hashlib.sha256(body).hexdigest().encode("ascii") + b"\n" + body


def unseal(raw: bytes, store: str) -> Sealed:
    """Read a slot file of `store`; raises Broken."""
    digest, _, body = raw.partition(b"\n")
    if hashlib.sha256(body).hexdigest().encode("ascii") != digest:
        raise Broken("hash")
    head, _, payload = body.partition(b"\n")
    try:
        header = json.loads(head)
        sealed = Sealed(header["store"], header["version"], header["generation"], payload)
        whole = header["size"] == len(payload)
    except (ValueError, KeyError, TypeError) as error:
        raise Broken("shape") from error
    if sealed.store != store:
        raise Broken(f"belongs to {sealed.store}")
    if not whole or not _is_count(sealed.version) or not _is_count(sealed.generation):
        raise Broken("shape")
    return sealed


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
