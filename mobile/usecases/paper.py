"""A report as PDF, made on this phone without any signal: the same document as the kecamatan's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from mobile.usecases.kecamatan import kecamatan
from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.village import village
from shared.codec import encode
from shared.documents.laporan_pdf import file_name, laporan_pdf
from shared.sensitif import may_leave

Tell = Callable[[int, int], None]
"""Hears which photo is being put in, of how many."""


class NoReport(Exception):
    """It is not on this phone any more: back to the list."""


@dataclass(frozen=True)
class PaperFile:
    """A finished PDF and what to call it."""

    name: str
    data: bytes


async def paper(phone: Phone, ident: str, tell: Tell) -> PaperFile:
    """Made in a thread; ``tell`` is called on the loop. Raises NoReport, OSError, StoreError."""
    known = await village(phone)
    loop = asyncio.get_running_loop()

    def told(number: int, total: int) -> None:
        loop.call_soon_threadsafe(tell, number, total)

    return await off_loop(_made, phone, ident, encode(known.data), told)


def _made(phone: Phone, ident: str, desa_data: object, tell: Tell) -> PaperFile:
    record = phone.laporan.get(ident)
    if record is None:
        raise NoReport
    laporan, resi = record.current, record.last_resi
    order = [foto.sha256 for foto in may_leave(laporan.foto)]

    def photo(sha256: str) -> bytes | None:
        tell(order.index(sha256) + 1, len(order))
        return phone.photos.read(sha256) if phone.photos.whole(sha256) else None

    settings = {**phone.state.sync_state().settings, "desa_data": desa_data}
    wilayah = kecamatan(phone.state)
    made = laporan_pdf(wilayah, laporan, resi, settings, photo)
    return PaperFile(file_name(wilayah, laporan, resi), made)
