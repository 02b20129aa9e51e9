"""Starts a report: an empty one, one like the last, or the one that was left lying."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from mobile.domain.record import Record
from mobile.ports import Memory
from mobile.usecases.chips import counted
from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.times import again, guess
from shared.clock import format_time, month_of
from shared.laporan import Kind, Laporan, RincianKejadian
from shared.status import PhoneState


async def begin(phone: Phone, kind: Kind) -> Record:
    """A new draft, on disk, with the times that the clock suggests. Raises StoreError."""
    return await off_loop(_begin, phone, kind)


async def resumable(phone: Phone) -> Record | None:
    """The draft to ask about ("Lanjutkan laporan tadi (14.05 WITA)?"), if there is one."""
    return await off_loop(latest_draft, phone)


async def last_activity(phone: Phone) -> Record | None:
    """The last finished kegiatan of the village: what "Salin laporan terakhir" copies."""
    return await off_loop(find_last_activity, phone)


async def copy_last(phone: Phone) -> Record | None:
    """A new draft like the last activity, with new dates and no photos; None without one."""
    return await off_loop(_copy_last, phone)


async def wake(phone: Phone, among: Iterable[str]) -> int:
    """At the start of the app: let untouched drafts of earlier starts go; how many went."""
    return await off_loop(_drop_untouched, phone, set(among))


log = logging.getLogger("sinar.phone")


def is_untouched(record: Record) -> bool:
    """A draft that was opened and left before anything was entered."""
    return record.state is PhoneState.DRAFT and not record.saved_at and not record.copied_from


def latest_draft(phone: Phone) -> Record | None:
    """The draft that was written last; one that another phone overtook is not asked about."""
    drafts = [
        record
        for record in phone.laporan.open_records()
        if record.draft and not record.newer and not is_untouched(record)
    ]
    return max(drafts, key=lambda record: record.saved_at, default=None)


MONTHS_BACK = 12


def find_last_activity(phone: Phone) -> Record | None:
    """Among the open reports and the newest months; an old habit is no habit."""
    best = _newest(phone.laporan.open_records())
    for month in phone.laporan.months()[:MONTHS_BACK]:
        found = _newest(phone.laporan.history(month))
        if found:
            return max(filter(None, (best, found)), key=_finished)
    return best


def with_history(phone: Phone, memory: Memory) -> Memory:
    """Jenis counted over all that the village reported, from its other phones too."""
    records = [*phone.laporan.open_records()]
    for month in phone.laporan.months()[:MONTHS_BACK]:
        records += phone.laporan.history(month)
    known = counted(record.sent for record in records if record.sent)
    return replace(memory, jenis_count=known) if known else memory


def new_draft(phone: Phone, kind: Kind, **fields: object) -> Laporan:
    """An empty first version of this village's reporter."""
    who = phone.identity()
    blank = Laporan(
        id=str(uuid.uuid4()), versi=1, kind=kind, desa=who.desa_kode, pelapor=who.pelapor
    )
    return replace(blank, **fields)  # pyright: ignore[reportArgumentType]


def _begin(phone: Phone, kind: Kind) -> Record:
    now = phone.clock.now()
    if kind is Kind.KEJADIAN:
        at = format_time(now)
        draft = new_draft(phone, kind, mulai=at, kejadian=RincianKejadian(waktu=at))
    else:
        span = guess(now, phone.state.memory())
        draft = new_draft(phone, kind, mulai=span.mulai, selesai=span.selesai)
    return _stored(phone, Record(id=draft.id, draft=draft))


def _copy_last(phone: Phone) -> Record | None:
    last = find_last_activity(phone)
    if last is None or last.sent is None or last.sent.mulai is None:
        return None
    source = last.sent
    now = phone.right_now()
    mulai, selesai = again(now, last.sent.mulai, source.selesai, _told(phone, source.jenis, now))
    draft = new_draft(
        phone,
        Kind.KEGIATAN,
        jenis=source.jenis,
        mulai=mulai,
        selesai=selesai,
        tempat=source.tempat,
        personel=source.personel,
        jumlah_personel=source.jumlah_personel,
        pihak_lain=source.pihak_lain,
        dasar=source.dasar,
        uraian=source.uraian,
        hasil=source.hasil,
    )
    record = Record(id=draft.id, draft=draft, copied_from=source.mulai, saved_at=phone.now())
    return _stored(phone, record)


def _told(phone: Phone, jenis: str | None, now: datetime) -> list[Laporan]:
    """What was reported of this jenis lately: a copy never proposes the same night again."""
    months = {month_of(now), month_of(now - timedelta(days=3))}
    records = [*phone.laporan.open_records()]
    for month in months:
        records += phone.laporan.history(month)
    return [
        record.sent
        for record in records
        if record.sent and record.sent.jenis == jenis and not record.sent.ditarik
    ]


def _stored(phone: Phone, record: Record) -> Record:
    phone.laporan.put(record)
    phone.feed.tell()
    return record


def _drop_untouched(phone: Phone, among: set[str]) -> int:
    gone = 0
    for ident in among:
        try:
            # In one step: the person may begin to write in it at this very moment.
            gone += phone.laporan.drop_if(ident, is_untouched)
        except Exception as error:  # noqa: BLE001 - it does no harm where it lies
            log.warning("draft %s stays: %r", ident, error)
    return gone


def _newest(records: list[Record]) -> Record | None:
    fit = [
        record
        for record in records
        if record.sent and record.sent.kind == Kind.KEGIATAN and not record.sent.ditarik
    ]
    return max(fit, key=_finished, default=None)


def _finished(record: Record) -> str:
    return record.finished_at or (record.sent.ditulis if record.sent else "")
