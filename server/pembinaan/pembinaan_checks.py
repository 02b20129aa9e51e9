"""What a coaching's fields can hold, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from shared.pembinaan import BENTUK, StatusPembinaan

SHORT, LONG, MOST_JP = 200, 4000, 1000


SHORT_FIELDS = ("judul", "tempat", "penyelenggara", "narasumber")


LONG_FIELDS = ("materi", "hasil")


_MOMENTS = ("mulai", "selesai")


Row = dict[str, Any]


class PembinaanError(Exception):
    """Nothing was changed."""


class NoPembinaanError(PembinaanError):
    """There is no such record: back to the list."""


class NotReadyError(PembinaanError):
    """It cannot be sent yet: fill in what ``lacks`` names."""

    def __init__(self, lacks: Sequence[str]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


class MoreThereError(PembinaanError):
    """More has come meanwhile than the person saw: show it, and ask again."""


class BadValueError(PembinaanError):
    """Ask for another value of ``field``."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def checked_fields(fields: Mapping[str, Any]) -> Row:
    for name, value in fields.items():
        if not _fits(name, value):
            raise BadValueError(name)
    return dict(fields)


def _fits(name: str, value: Any) -> bool:
    if name in SHORT_FIELDS or name in LONG_FIELDS:
        return isinstance(value, str) and len(value) <= (SHORT if name in SHORT_FIELDS else LONG)
    if name in _MOMENTS:
        return value is None or (isinstance(value, datetime) and value.tzinfo is not None)
    if name == "jp":
        return isinstance(value, int | float) and 0 <= value <= MOST_JP
    if name == "bentuk":
        return value in BENTUK
    return name == "status" and value in set(StatusPembinaan)
