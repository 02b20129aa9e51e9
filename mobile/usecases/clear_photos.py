"""Makes room: big photos that the kecamatan has may go from the phone, the small ones stay."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from mobile.domain.record import Record
from mobile.ports import StoreError
from mobile.usecases.phone import Phone, off_loop
from shared.laporan import Foto
from shared.status import PhoneState

log = logging.getLogger("sinar.phone")


@dataclass(frozen=True)
class Clearable:
    """What would become free."""

    laporan: int
    photos: int
    bytes: int


async def clearable(phone: Phone) -> Clearable:
    """What could go, for the button's words."""
    return await off_loop(_count, phone)


async def clear(phone: Phone) -> int:
    """Let the big photos of received reports go; returns the bytes that became free."""
    freed = await off_loop(_clear, phone)
    phone.feed.tell()
    return freed


def _count(phone: Phone) -> Clearable:
    filed = [r for month in phone.laporan.months() for r in phone.laporan.history(month)]
    rows = [record for record in filed if _clearable(record)]
    shas = {foto.sha256: foto.size for record in rows for foto in _clearable(record)}
    here = {sha: size for sha, size in shas.items() if phone.photos.has(sha)}
    return Clearable(len(rows), len(here), sum(here.values()))


def _clear(phone: Phone) -> int:
    freed = 0
    kept = {
        foto.sha256
        for record in phone.laporan.open_records()
        for laporan in record.versions
        for foto in laporan.foto
    }
    for month in phone.laporan.months():
        shas = {foto.sha256 for r in phone.laporan.history(month) for foto in _clearable(r)}
        phone.laporan.update_month(month, _cleared)
        freed += sum(_freed(phone, sha) for sha in shas - kept)
    return freed


def _freed(phone: Phone, sha256: str) -> int:
    try:
        return phone.photos.clear_big(sha256)
    except StoreError as error:  # it stays; the others go
        log.warning("photo %s stays: %s", sha256[:12], error)
        return 0


def _clearable(record: Record) -> tuple[Foto, ...]:
    """The photos of a report that the kecamatan has whole, unless they have been cleared."""
    if record.sent_state is not PhoneState.RECEIVED or record.photos_cleared:
        return ()
    return record.sent.foto if record.sent else ()


def _cleared(record: Record) -> Record:
    return replace(record, photos_cleared=True) if _clearable(record) else record
