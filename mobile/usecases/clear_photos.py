"""Makes room: big photos that the kecamatan has may go from the phone, the small ones stay."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mobile.record import Record
from mobile.usecases.phone import Phone, off_loop
from shared.status import PhoneState


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
    rows = _received(phone)
    shas = {foto.sha256: foto.size for r in rows if r.sent for foto in r.sent.foto}
    here = {sha: size for sha, size in shas.items() if phone.photos.path(sha).exists()}
    return Clearable(len(rows), len(here), sum(here.values()))


def _clear(phone: Phone) -> int:
    freed = 0
    kept = {
        foto.sha256
        for record in phone.laporan.open_records()
        for laporan in (record.draft, record.sent)
        if laporan
        for foto in laporan.foto
    }
    for record in _received(phone):
        if record.sent is None:
            continue
        phone.laporan.update(record.id, lambda r: replace(r, photos_cleared=True))
        for foto in record.sent.foto:
            if foto.sha256 not in kept:
                freed += phone.photos.clear_big(foto.sha256)
    return freed


def _received(phone: Phone) -> list[Record]:
    """At rest and with photos that have not been cleared yet."""
    return [
        record
        for month in phone.laporan.months()
        for record in phone.laporan.history(month)
        if record.sent
        and record.sent.foto
        and record.sent_state is PhoneState.RECEIVED
        and not record.photos_cleared
    ]
