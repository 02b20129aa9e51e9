"""Deletes a draft with its photos, and clears away photo files that nothing refers to."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace

from mobile.domain.record import Record, fallen_back
from mobile.ports import StoreError
from mobile.usecases.phone import Phone, off_loop
from shared.status import PhoneState

log = logging.getLogger("sinar.phone")

DAY_S = 24 * 3600


class NotADraft(Exception):
    """It has reached the kecamatan: withdraw it instead."""


def can_delete(record: Record) -> bool:
    """Whether there is something of this phone alone that can go."""
    return record.draft is not None or never_arrived(record) or _refused_correction(record)


def _refused_correction(record: Record) -> bool:
    return record.sent_state is PhoneState.REFUSED and record.before is not None


def never_arrived(record: Record) -> bool:
    """Refused, and no version of it was ever taken in."""
    return record.sent_state is PhoneState.REFUSED and record.sent is not None and not record.resi


async def delete(phone: Phone, ident: str) -> None:
    """Delete the draft (the screen has asked, sentence 30); what was sent before it stays.

    Raises NotADraft or StoreError.
    """
    await off_loop(_delete, phone, ident)
    phone.feed.tell()


async def sweep(phone: Phone) -> int:
    """At the start: photo files older than a day that no report names; returns how many went.

    With any store damaged nothing is thrown away: a report that cannot be read may name them.
    """
    return await off_loop(_sweep, phone, time.time)


def _delete(phone: Phone, ident: str) -> None:
    record = phone.laporan.get(ident)
    if record is None:
        return
    if not can_delete(record):
        raise NotADraft(ident)
    if record.sent is None or never_arrived(record):
        phone.laporan.delete(ident)
    else:
        phone.laporan.update(ident, _without_draft)
    _forget(phone, photos_of(record))


def _without_draft(record: Record) -> Record:
    """As the kecamatan has it: a correction that it refused goes with the draft over it."""
    known = fallen_back(record) if _refused_correction(record) else record
    return replace(known, draft=None, newer=None, seen=True)


def photos_of(record: Record) -> set[str]:
    """Every photo that any version of the record names."""
    return {foto.sha256 for laporan in record.versions for foto in laporan.foto}


def _forget(phone: Phone, shas: set[str]) -> None:
    for sha in shas - in_use(phone):
        phone.photos.forget(sha)


def in_use(phone: Phone) -> set[str]:
    """The photos that a report names, or a deed that is still on its way."""
    deeds = {foto.sha256 for deed in phone.deeds.all() for foto in deed.foto}
    return phone.laporan.photos_in_use() | deeds


def _sweep(phone: Phone, clock: Callable[[], float]) -> int:
    try:
        used = in_use(phone)
    except StoreError:
        return 0
    if phone.laporan.damages() or phone.state.damages():
        return 0
    old = [sha for sha in phone.photos.all() - used if phone.photos.age(sha, clock()) > DAY_S]
    return sum(_forgotten(phone, sha) for sha in old)


def _forgotten(phone: Phone, sha256: str) -> bool:
    try:
        phone.photos.forget(sha256)
    except Exception as error:  # noqa: BLE001 - one that stays costs nothing but its space
        log.warning("photo %s stays: %r", sha256[:12], error)
        return False
    return True
