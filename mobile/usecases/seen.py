"""The person has opened a report: its notes are read, and "dibaca" goes back to the kecamatan."""

from __future__ import annotations

from dataclasses import replace

from mobile.domain.record import Record
from mobile.ports import SyncReason
from mobile.usecases.phone import Phone, off_loop


async def mark_seen(phone: Phone, ident: str) -> None:
    """Remember that it was opened; quiet when there is nothing new. Raises StoreError."""
    if await off_loop(_mark, phone, ident):
        phone.feed.tell()
        phone.sync.request_sync(SyncReason.TIMER)


def _mark(phone: Phone, ident: str) -> bool:
    record = phone.laporan.get(ident)
    if record is None:
        return False
    fresh = tuple(note.id for note in record.notes if not note.read)
    if record.seen and not fresh:
        return False
    if fresh:  # first what must travel: after a crash between the two it is simply asked again
        phone.state.update_sync(
            lambda s: replace(s, read_marks=tuple(dict.fromkeys((*s.read_marks, *fresh))))
        )
    phone.laporan.update(ident, _seen)
    return True


def _seen(record: Record) -> Record:
    return replace(record, seen=True, notes=tuple(replace(n, read=True) for n in record.notes))
