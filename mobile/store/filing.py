"""Records as documents, and the names under which they are filed."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from mobile.domain.record import Record
from mobile.ports import StoreError
from shared.clock import month_of, parse_time
from shared.codec import decode, encode

OPEN = "aktif"
REST = "riwayat"
TABLE = "laporan"

_PLAIN_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
_MONTH = re.compile(r"\d{4}-\d\d\Z", re.ASCII)
NO_MONTH = "0000-00"


def document(record: Record) -> dict[str, Any]:
    """A record as TinyDB keeps it."""
    return encode(record)


def record_of(found: dict[str, Any]) -> Record:
    """The record of a document; StoreError when its shape is none of ours."""
    try:
        return decode(Record, found)
    except Exception as error:
        raise StoreError(f"record {found.get('id')}") from error


def open_name(ident: str) -> str:
    """The store of one open report. An id that is no plain UUID could name any file: hashed."""
    plain = ident if _PLAIN_ID.match(ident) else hashlib.sha256(ident.encode()).hexdigest()
    return f"{OPEN}/{plain}"


def rest_name(month: str) -> str:
    """The store of one month's reports at rest."""
    return f"{REST}/{month}"


def month_at(record: Record) -> str:
    """The month that a report is filed under: of its start, in WITA; of the nihil's own."""
    laporan = record.current
    if laporan.periode and _MONTH.match(laporan.periode):
        return laporan.periode
    for text in (laporan.mulai, laporan.ditulis, record.finished_at):
        try:
            return month_of(parse_time(text or ""))
        except (ValueError, OverflowError):
            continue
    return NO_MONTH


def changed_at(record: Record) -> str:
    """What "newest change first" goes by."""
    return max(record.saved_at, record.finished_at, record.received_at or "")


def newest_first(records: list[Record]) -> list[Record]:
    """Reports at rest in the order of their month's list."""
    return sorted(records, key=lambda r: (r.current.mulai or "", changed_at(r)), reverse=True)
