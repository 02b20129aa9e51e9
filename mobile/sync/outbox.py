"""What goes next, read anew from the stored reports each time: no step is remembered elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mobile.domain.record import Record
from mobile.domain.record_answers import held
from shared.clock import parse_time
from shared.codec import encode
from shared.laporan import Foto, Kind
from shared.protocol import MAX_LAPORAN_PER_CALL, MAX_SYNC_BYTES, MissingPhoto
from shared.status import PhoneState

ROOM_FOR_HEADERS = 16 * 1024
"""Kept free of a body's limit: somebody on the way may count otherwise than we do."""


@dataclass(frozen=True)
class NextPhoto:
    """The photo to send now: of which report, and from which byte."""

    record: Record
    foto: Foto
    number: int
    offset: int


def to_json(value: Any) -> bytes:
    """JSON without blanks, in ASCII: even a broken character arrives and can be refused."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def in_order(records: Iterable[Record]) -> list[Record]:
    """A kejadian before all else, then the one that was finished first."""
    return sorted(records, key=_rank)


def _rank(record: Record) -> tuple[bool, str, str]:
    kejadian = record.sent is not None and record.sent.kind == Kind.KEJADIAN
    return not kejadian, record.finished_at, record.id


def texts_due(records: Iterable[Record], now: datetime) -> list[Record]:
    """Finished reports whose text may leave now, in order."""
    return in_order(r for r in records if _queued(r) and not held(r, now))


def next_release(records: Iterable[Record], now: datetime) -> float | None:
    """Seconds until the first report that is still held may leave."""
    holds = [parse_time(r.hold_until) for r in records if held(r, now) and r.hold_until]
    return (min(holds) - now).total_seconds() if holds else None


def fill(records: Sequence[Record], envelope_bytes: int) -> list[Record]:
    """As many as one call can carry; a single one goes even if it is too large (and is refused)."""
    room = MAX_SYNC_BYTES - ROOM_FOR_HEADERS - envelope_bytes
    taken: list[Record] = []
    for record in records[:MAX_LAPORAN_PER_CALL]:
        room -= len(to_json(encode(record.sent))) + 1
        if room < 0 and taken:
            break
        taken.append(record)
    return taken


def next_photo(
    records: Iterable[Record], missing: dict[str, MissingPhoto], skipped: set[str]
) -> NextPhoto | None:
    """The first photo that the server lacks, report by report, in the order of the report."""
    for record in in_order(r for r in records if r.sent_state is PhoneState.TEXT_RECEIVED):
        for number, foto in enumerate(record.sent.foto if record.sent else (), start=1):
            lacking = missing.get(foto.sha256)
            if lacking and foto.sha256 in record.missing and foto.sha256 not in skipped:
                return NextPhoto(record, foto, number, lacking.offset)
    return None


def _queued(record: Record) -> bool:
    return record.sent is not None and record.sent_state is PhoneState.QUEUED
