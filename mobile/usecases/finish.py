"""Finishes a report, takes it back within eight seconds, mends or withdraws it later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from mobile.domain.record import HOLD_S, Record, can_recall, finished, recalled, reopened
from mobile.domain.record_answers import PHOTO_LOST, held
from mobile.ports import StoreError, SyncReason
from mobile.usecases.chips import learned
from mobile.usecases.edit import Editing, open_draft
from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.photo import find_lost
from shared.checks import gaps
from shared.clock import WITA
from shared.codec import encode
from shared.laporan import Ditarik, Kind, Laporan
from shared.protocol import Gap
from shared.status import PhoneState, Status


@dataclass(frozen=True)
class Finished:
    """Either what is still missing, and nothing was sent; or the record that now waits."""

    record: Record | None = None
    gaps: tuple[Gap, ...] = ()


class Settled(Exception):
    """The kecamatan has verified this report: it can be read, not changed."""


class Gone(Exception):
    """There is no such report on this phone any more: go back to the list."""


def missing(phone: Phone, draft: Laporan) -> list[Gap]:
    """What the draft lacks, for the bar at the bottom ("Tinggal: tempat"); quick, no disk."""
    return gaps(encode(_stamped(phone, draft)))


async def finish(phone: Phone, editing: Editing) -> Finished:
    """The person taps Kirim. Raises StoreError when the disk refuses: the draft stays."""
    draft = editing.draft
    lost = await off_loop(find_lost, phone, editing.record)
    found = (*missing(phone, draft), *(Gap(f"foto.{i}", PHOTO_LOST) for i in lost))
    if found:
        return Finished(gaps=found)
    record = await editing.last(lambda: _finish(phone, editing.id))
    _send(phone)
    return Finished(record=record)


async def finish_now(phone: Phone, draft: Laporan) -> Record:
    """A report without a form (nihil): stored and finished in one step."""
    record = await off_loop(_put_finished, phone, draft)
    _send(phone)
    return record


async def recall(phone: Phone, ident: str) -> Record | None:
    """Batalkan kiriman: a draft again; None when it has left already."""

    def work() -> Record | None:
        now = phone.clock.now()
        taken = [False]

        def change(record: Record) -> Record:
            taken[0] = held(record, now) and can_recall(record)
            return recalled(record) if taken[0] else record

        changed = phone.laporan.update(ident, change)
        return changed if taken[0] else None

    record = await off_loop(work)
    phone.feed.tell()
    return record


async def reopen(phone: Phone, ident: str) -> Editing:
    """Mend, or complete, what was finished: the form opens at the field of the first note.

    Raises Settled or Gone.
    """

    def change(record: Record) -> Record:
        if not can_edit(record):
            return record
        again = reopened(record, phone.now())
        return replace(again, place=first_place(record) or again.place)

    record = await off_loop(phone.laporan.update, ident, change)
    if record is None:
        raise Gone(ident)
    if record.draft is None:
        raise Settled(ident)
    phone.feed.tell()
    return await open_draft(phone, ident)


async def withdraw(phone: Phone, ident: str, alasan: str) -> Record:
    """Tarik laporan: a version that says so; kept everywhere, counted nowhere.

    Raises Settled or Gone.
    """

    def change(record: Record) -> Record:
        if not can_withdraw(record):
            raise Settled(ident)
        again = reopened(record, phone.now())
        text = again.draft if again.draft and not missing(phone, again.draft) else None
        base = text or again.sent
        if base is None:
            raise Settled(ident)
        versi = max(base.versi, (again.draft or base).versi)
        said = Ditarik(alasan=alasan.strip(), waktu=phone.now())
        gone = _stamped(phone, replace(base, versi=versi, ditarik=said))
        return finished(replace(again, draft=gone), phone.now(), None)

    record = await off_loop(phone.laporan.update, ident, change)
    if record is None:
        raise Gone(ident)
    _send(phone)
    return record


def can_edit(record: Record) -> bool:
    """Whether the reporter may still change it."""
    if record.sent and record.sent.ditarik:
        return False
    return record.status not in (Status.DIVERIFIKASI, Status.DITARIK)


def can_withdraw(record: Record) -> bool:
    """Only what has been sent and is still open can be withdrawn."""
    if record.sent is None or not can_edit(record):
        return False
    never_arrived = record.sent_state is PhoneState.REFUSED and not record.resi
    return not never_arrived


def first_place(record: Record) -> str:
    """The field or the photos that the first note, or the first fault, points at."""
    for note in record.notes:
        if (note.field or note.foto) and record.sent and note.versi == record.sent.versi:
            return note.field or "foto"
    if record.sent_state is PhoneState.REFUSED and record.problems:
        return record.problems[0].field
    return ""


def _finish(phone: Phone, ident: str) -> Record:
    def change(record: Record) -> Record:
        if record.draft is None:
            return record
        draft = _stamped(phone, record.draft)
        return finished(replace(record, draft=draft), phone.now(), _hold(phone, draft))

    record = phone.laporan.update(ident, change)
    if record is None or record.sent is None:
        raise Gone(ident)
    _remember(phone, record.sent)
    return record


def _put_finished(phone: Phone, draft: Laporan) -> Record:
    stamped = _stamped(phone, draft)
    record = finished(Record(id=draft.id, draft=stamped), phone.now(), _hold(phone, draft))
    phone.laporan.put(record)
    return record


def _stamped(phone: Phone, draft: Laporan) -> Laporan:
    offset = phone.state.sync_state().clock_offset_s
    return replace(draft, ditulis=phone.now(), clock_offset_s=offset)


def _hold(phone: Phone, draft: Laporan) -> str | None:
    """A kejadian is not held: there, every second counts."""
    if draft.kind == Kind.KEJADIAN:
        return None
    until = phone.clock.now().astimezone(WITA) + timedelta(seconds=HOLD_S)
    return until.isoformat(timespec="milliseconds")


def _remember(phone: Phone, laporan: Laporan) -> None:
    """The chips are a comfort: a full disk must not undo a finished report."""
    try:
        phone.state.set_memory(learned(phone.state.memory(), laporan))
    except StoreError:
        return


def _send(phone: Phone) -> None:
    """Ask for a send; whoever sends knows by itself when a hold is over."""
    phone.feed.tell()
    phone.sync.request_sync(SyncReason.FINISHED)
