"""What the kecamatan's answers make of a record: received, refused, photos taken or set aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from mobile.domain.record import HAVE_IT, HOLD_S, Arrived, Record
from shared.clock import parse_time
from shared.laporan import Laporan
from shared.protocol import Gap
from shared.status import PhoneState, Status


def text_received(
    record: Record, versi: int, resi: str | None, missing: tuple[str, ...], at: str
) -> Record:
    """The server has the text; with no photo missing the report is received as a whole."""
    if record.sent is None or record.sent.versi != versi:
        return record
    known = record.resi if resi is None or resi in record.resi else (*record.resi, resi)
    done = not missing
    there = {f"foto.{i}" for i, foto in enumerate(record.sent.foto) if foto.sha256 not in missing}
    return replace(
        record,
        # A photo that was set aside here may have come by another way.
        problems=tuple(gap for gap in record.problems if gap.field not in there),
        resi=known,
        sent_state=PhoneState.RECEIVED if done else PhoneState.TEXT_RECEIVED,
        text_at=record.text_at or at,
        received_at=(record.received_at or at) if done else None,
        delivered=versi,
        missing=missing,
        status=record.status or Status.DITERIMA,
        hold_until=None,
        tries=0,
        before=None,
    )


def late_receipt(
    record: Record, laporan: Laporan, resi: str | None, missing: tuple[str, ...], at: str
) -> Record:
    """The server took a version that was recalled or mended while it was on its way."""
    known = record.resi if resi is None or resi in record.resi else (*record.resi, resi)
    delivered = max(record.delivered or 0, laporan.versi)
    noted = replace(record, resi=known, delivered=delivered)
    if record.sent is not None and record.sent.versi >= laporan.versi:
        return _with_arrived_below(noted, laporan, missing, at)
    draft = record.draft and replace(record.draft, versi=max(record.draft.versi, delivered + 1))
    arrived = replace(noted, sent=laporan, sent_state=PhoneState.QUEUED, draft=draft, before=None)
    return text_received(arrived, laporan.versi, None, missing, at)


def _with_arrived_below(
    record: Record, laporan: Laporan, missing: tuple[str, ...], at: str
) -> Record:
    """An earlier version has arrived while its correction waits: that falls back to it now."""
    if record.sent is None or record.sent_state in HAVE_IT or record.sent.versi == laporan.versi:
        return record
    if record.before is not None and record.before.laporan.versi >= laporan.versi:
        return record
    known = Arrived(laporan, missing, laporan.ditulis, at, None if missing else at)
    return replace(record, before=known)


def photo_received(record: Record, sha256: str, at: str) -> Record:
    """The server has one more photo whole."""
    if record.sent is None or sha256 not in record.missing:
        return record
    left = tuple(sha for sha in record.missing if sha != sha256)
    mended = photo_mended(record, sha256)
    return text_received(mended, record.sent.versi, None, left, at)


PHOTO_LOST = "photo_lost"
"""The code at a photo whose file is gone from this phone or no longer has its hash."""


def photo_set_aside(record: Record, sha256: str, code: str) -> Record:
    """A photo cannot be sent: the record says which and why, everything else goes on."""
    field = _photo_field(record, sha256)
    if field is None or Gap(field, code) in record.problems:
        return record
    rest = tuple(gap for gap in record.problems if gap.field != field)
    return replace(record, problems=(*rest, Gap(field, code)), seen=False)


def photo_mended(record: Record, sha256: str) -> Record:
    """A photo that was set aside can be sent after all."""
    field = _photo_field(record, sha256)
    left = tuple(gap for gap in record.problems if gap.field != field)
    return record if left == record.problems else replace(record, problems=left)


def _photo_field(record: Record, sha256: str) -> str | None:
    photos = record.sent.foto if record.sent else ()
    return next((f"foto.{i}" for i, foto in enumerate(photos) if foto.sha256 == sha256), None)


def refused(record: Record, versi: int, problems: tuple[Gap, ...]) -> Record:
    """The server refused this version; the reason stands at the field."""
    if record.sent is None or record.sent.versi != versi:
        return record
    return replace(record, sent_state=PhoneState.REFUSED, problems=problems, hold_until=None)


def overtaken(record: Record, newer: Laporan | None) -> Record:
    """Another phone was quicker: our text stays as a draft beside the newer version."""
    if record.sent is None:
        return replace(record, newer=newer or record.newer)
    base = max(record.sent.versi, newer.versi if newer else 0)
    kept = record.draft or replace(record.sent, versi=base + 1)
    return replace(
        record,
        draft=replace(kept, versi=base + 1),
        sent=newer or record.sent,
        sent_state=PhoneState.RECEIVED,
        newer=newer,
        before=None,
        seen=False,
    )


def requeued(record: Record) -> Record:
    """The server lost it (restored from an older copy): it goes again, as it was."""
    if record.sent is None or record.sent_state is PhoneState.QUEUED:
        return record
    return replace(
        record, sent_state=PhoneState.QUEUED, missing=(), received_at=None, delivered=None
    )


def held(record: Record, now: datetime) -> bool:
    """Whether the finished report still waits for a change of mind.

    A hold further away than it can be was set by a clock that has been put back since: void; so is
    one that cannot be read.
    """
    if record.hold_until is None or record.sent_state is not PhoneState.QUEUED:
        return False
    try:
        left = (parse_time(record.hold_until) - now).total_seconds()
    except ValueError:
        return False
    return 0 < left <= HOLD_S
