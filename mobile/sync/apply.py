"""Turns the server's words into stored reports; each step may be taken twice without harm."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from mobile.domain import record_answers
from mobile.domain.record import Act, Note, Record
from mobile.ports import LaporanStore, StoreError
from shared.codec import canonical, decode, decode_laporan, encode
from shared.laporan import Laporan
from shared.protocol import ACCEPTED, ALREADY_HAVE, REFUSED, STALE, Change, Gap, Result
from shared.status import PhoneState, Status

log = logging.getLogger(__name__)


class Apply:
    """Writes what one answer says, report by report, durably."""

    def __init__(self, store: LaporanStore, at: str) -> None:
        self._store = store
        self._at = at

    def result(
        self, sent: Laporan, result: Result, lacking: Collection[str], newer: Laporan | None
    ) -> None:
        """The server's word on one version that was sent."""
        missing = tuple(foto.sha256 for foto in sent.foto if foto.sha256 in lacking)
        if result.state in (ACCEPTED, ALREADY_HAVE):
            self._receipt(sent, result.resi, missing)
        elif result.state == STALE:
            self._store.update(sent.id, lambda r: overtaken(r, sent, newer))
        elif result.state == REFUSED:
            self.set_aside(sent, result.problems or (Gap("", REFUSED),))

    def set_aside(self, sent: Laporan, problems: tuple[Gap, ...]) -> None:
        """This version will never be taken in; the reason stands at the field."""
        self._store.update(sent.id, lambda r: record_answers.refused(r, sent.versi, problems))

    def _receipt(self, sent: Laporan, resi: str | None, missing: tuple[str, ...]) -> None:
        def noted(record: Record) -> Record:
            if record.sent is not None and record.sent.versi == sent.versi:
                return record_answers.text_received(record, sent.versi, resi, missing, self._at)
            return record_answers.late_receipt(record, sent, resi, missing, self._at)

        if self._store.update(sent.id, noted) is None:
            # Deleted while it was on its way: the kecamatan has it now, so it is shown again.
            gone = Record(id=sent.id, finished_at=sent.ditulis, saved_at=self._at)
            self._store.put(record_answers.late_receipt(gone, sent, resi, missing, self._at))

    def change(self, change: Change) -> None:
        """Something happened at the kecamatan or on another phone; unknown kinds are skipped."""
        try:
            self._change(change.kind, change.data)
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001
            # One that cannot be read must not hold up those behind it, for ever.
            log.warning("change %s (%s) skipped: %r", change.seq, change.kind, error)

    def _change(self, kind: str, data: Mapping[str, Any]) -> None:
        if kind == "laporan":
            self._laporan(data)
        elif kind == "status":
            self._update(data.get("laporan"), lambda r: status_changed(r, data))
        elif kind == "feedback":
            self._update(data.get("laporan"), lambda r: noted_down(r, data))

    def _laporan(self, data: Mapping[str, Any]) -> None:
        incoming = decode_laporan(data)
        found = self._update(incoming.id, lambda r: version_came(r, incoming, data))
        if not found:
            self._store.put(foreign(incoming, data, self._at))

    def _update(self, ident: object, step: Callable[[Record], Record]) -> bool:
        if not isinstance(ident, str):
            return False
        return self._store.update(ident, step) is not None

    def still_missing(self, record: Record, lacking: Collection[str]) -> None:
        """What the server lacks of a report that it has the text of, also after it lost photos."""
        if record.sent is None or not _text_is_there(record):
            return
        versi = record.sent.versi
        missing = tuple(foto.sha256 for foto in record.sent.foto if foto.sha256 in lacking)
        if missing == record.missing:
            return

        def corrected(found: Record) -> Record:
            if found.sent is None or found.sent.versi != versi or not _text_is_there(found):
                return found
            return record_answers.text_received(found, versi, None, missing, self._at)

        self._store.update(record.id, corrected)


def _text_is_there(record: Record) -> bool:
    """Its own text, that is: another phone's photos are not this one's to send."""
    own = record.sent is not None and record.delivered == record.sent.versi
    return own and record.sent_state in (PhoneState.TEXT_RECEIVED, PhoneState.RECEIVED)


def overtaken(record: Record, sent: Laporan, newer: Laporan | None) -> Record:
    """What was sent came too late; it stays as a draft, whatever the reporter did meanwhile."""
    if record.sent is not None and record.sent.versi != sent.versi:
        return record
    return record_answers.overtaken(record, newer)


def version_came(record: Record, incoming: Laporan, data: Mapping[str, Any]) -> Record:
    """A version from another phone or the desk meets what this phone has."""
    mine = record.sent
    if mine is not None and _same(incoming, mine):
        return _stamped(record, data)
    if mine is not None and incoming.versi < mine.versi:
        return record
    if _own_words_would_go(record, incoming):
        return _stamped(record_answers.overtaken(record, incoming), data)
    taken = replace(record, sent=incoming, sent_state=PhoneState.RECEIVED, missing=(), seen=False)
    return _stamped(taken, data)


def _own_words_would_go(record: Record, incoming: Laporan) -> bool:
    """Whether taking the incoming version would drop what was written here and is nowhere else."""
    if record.draft is not None or record.sent is None:
        return True
    never_arrived = record.sent_state in (PhoneState.QUEUED, PhoneState.REFUSED)
    return never_arrived or record.sent.versi == incoming.versi


def foreign(incoming: Laporan, data: Mapping[str, Any], at: str) -> Record:
    """A report of another phone of the village, as this phone keeps it."""
    record = Record(
        id=incoming.id,
        sent=incoming,
        sent_state=PhoneState.RECEIVED,
        saved_at=at,
        finished_at=incoming.ditulis,
        received_at=at,
        seen=False,
        from_other_phone=True,
    )
    return _stamped(record, data)


def _stamped(record: Record, data: Mapping[str, Any]) -> Record:
    """With the resi and the status that stand beside the message."""
    resi, status = data.get("resi"), data.get("status")
    if isinstance(resi, str) and resi not in record.resi:
        record = replace(record, resi=(*record.resi, resi))
    if isinstance(status, str):
        record = replace(record, status=status)
    return record


def _same(one: Laporan, other: Laporan) -> bool:
    return one.versi == other.versi and canonical(encode(one)) == canonical(encode(other))


def status_changed(record: Record, data: Mapping[str, Any]) -> Record:
    """An officer acted, or a new version arrived."""
    status = data.get("status")
    if not isinstance(status, str):
        return record
    act = decode(Act, data)
    if act in record.acts:
        return record
    acts = (*record.acts, act)
    asks = status == Status.PERLU_PERBAIKAN
    changed = replace(record, acts=acts, status=status, seen=record.seen and not asks)
    return _stamped(changed, {"resi": data.get("resi")})


def noted_down(record: Record, data: Mapping[str, Any]) -> Record:
    """A note of the kecamatan, once, whether read already or not."""
    note = decode(Note, data)
    if any(known.id == note.id for known in record.notes):
        return record
    return replace(record, notes=(*record.notes, note), seen=False)
