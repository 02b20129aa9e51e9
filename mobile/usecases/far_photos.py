"""Photos that only the kecamatan has: their small pictures are fetched for who looks at them."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mobile.domain.record import Record
from mobile.ports import StoreError
from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.photo import at_kecamatan

log = logging.getLogger("sinar.phone")


async def far(phone: Phone, record: Record) -> tuple[str, ...]:
    """The photos of what is shown that lie at the kecamatan, and of which nothing is here."""
    return await off_loop(_far, phone, record)


def _far(phone: Phone, record: Record) -> tuple[str, ...]:
    there = at_kecamatan(record)
    return tuple(
        foto.sha256
        for foto in record.photos
        if foto.sha256 in there
        and not phone.photos.has(foto.sha256)
        and not phone.photos.has_small(foto.sha256)
    )


async def fetch(phone: Phone, shas: Iterable[str]) -> int:
    """Their small pictures, as far as there is a signal and room; how many came."""
    came = 0
    for sha256 in shas:
        data = await phone.sync.small_picture(sha256)
        if data is None:
            continue
        try:
            await off_loop(phone.photos.keep_small, sha256, data)
        except StoreError as error:
            log.info("small picture %s not kept: %s", sha256[:12], error)
            continue
        came += 1
        phone.feed.tell()
    return came
