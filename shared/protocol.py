"""The sync protocol's fixed words: version, paths, limits, problem codes, and a few messages.

The page that both sides are built from is summed up in `shared/README.md`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

VERSION = 1
BASE = "/api/v1"
HEALTH = f"{BASE}/health"
ACTIVATE = f"{BASE}/activate"
SYNC = f"{BASE}/sync"
PHOTOS = f"{BASE}/photos"
PROBE = f"{BASE}/probe"
"""Tells how long a body took to come: a proxy that holds uploads back gives it away."""

TUS = "1.0.0"
OFFSET_TYPE = "application/offset+octet-stream"
PROBLEM_TYPE = "application/problem+json"

CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 8
CODE_HOURS = 72

MAX_SYNC_BYTES = 1024 * 1024
MAX_LAPORAN_PER_CALL = 20
MAX_CHANGES_PER_CALL = 200
MAX_PHOTO_BYTES = 2 * 1024 * 1024
MAX_PHOTO_SIDE = 4096
MAX_PHOTOS = 5
MAX_PROBE_BYTES = 64 * 1024
PROBE_HALF = 24 * 1024
"""More than a proxy that passes uploads on waits for before it does."""
CLOCK_WARNING_S = 5 * 60

ACCEPTED = "accepted"
ALREADY_HAVE = "already_have"
STALE = "stale"
REFUSED = "refused"


@dataclass(frozen=True)
class Gap:
    """One fault of one item: where (``foto.0.sha256``) and which of the codes below."""

    field: str
    code: str


REQUIRED = "required"
TOO_LONG = "too_long"
NOT_A_NUMBER = "not_a_number"
OUT_OF_RANGE = "out_of_range"
BAD_TIME = "bad_time"
END_BEFORE_START = "end_before_start"
UNKNOWN_VALUE = "unknown_value"
BAD_TEXT = "bad_text"
TOO_MANY = "too_many"
TOO_SHORT = "too_short"
DUPLICATE = "duplicate"
OTHER_DESA = "other_desa"
FINAL = "final"
BAD_TYPE = "bad_type"


@dataclass(frozen=True)
class Result:
    """The server's word on one item that was sent."""

    id: str
    versi: int | None
    state: str
    resi: str | None = None
    problems: tuple[Gap, ...] = ()


@dataclass(frozen=True)
class MissingPhoto:
    """A photo that the server lacks, and from which byte."""

    sha256: str
    size: int
    offset: int


@dataclass(frozen=True)
class Change:
    """Something that happened at the kecamatan or on another phone of the village."""

    seq: int
    kind: str
    data: dict[str, Any]


@dataclass(frozen=True)
class SyncAnswer:
    """The answer to POST sync."""

    server_time: str
    results: tuple[Result, ...] = ()
    missing_photos: tuple[MissingPhoto, ...] = ()
    changes: tuple[Change, ...] = ()
    cursor: int = 0
    more: bool = False
    inventory: str = "match"
    resend: tuple[str, ...] = ()


def inventory_digest(pairs: Iterable[tuple[str, int]]) -> str:
    """SHA-256 over the sorted lines ``id versi`` of all reports believed received."""
    lines = sorted(f"{ident} {versi}\n" for ident, versi in pairs)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def normal_code(text: str) -> str:
    """An activation code as it is compared: capitals, no blanks or dashes."""
    return "".join(text.split()).replace("-", "").upper()
