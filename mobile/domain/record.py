"""One report as the phone keeps it: what is being written, what was finished, what came back.

Every change is a pure function from one `Record` to the next, so that after a crash each step
can simply be taken again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from shared.clock import parse_time
from shared.laporan import Foto, Laporan
from shared.protocol import Gap
from shared.status import PhoneState, Status

HAVE_IT = (PhoneState.TEXT_RECEIVED, PhoneState.RECEIVED)

HOLD_S = 8
"""How long "Batalkan kiriman" is offered."""


@dataclass(frozen=True)
class Note:
    """A note of the kecamatan, pinned to a field (path as in `Gap`), a photo, or the report."""

    id: str
    text: str
    waktu: str
    oleh: str
    versi: int
    field: str | None = None
    foto: str | None = None
    read: bool = False


@dataclass(frozen=True)
class Act:
    """One step of the report's way, for the list "Perjalanan laporan"."""

    status: str
    waktu: str
    oleh: str = ""
    versi: int = 1


@dataclass(frozen=True)
class Arrived:
    """The version that the kecamatan has, while the correction of it has no receipt yet."""

    laporan: Laporan
    missing: tuple[str, ...] = ()
    finished_at: str = ""
    text_at: str | None = None
    received_at: str | None = None


@dataclass(frozen=True)
class Record:
    """A report on this phone.

    ``draft`` is the version being written, ``sent`` the last one finished (frozen; `sent_state`
    tells how far it got). Both exist while somebody mends a report that was sent. ``delivered``
    is the last version that *this* phone got a receipt for: what the inventory counts. ``before``
    is what the kecamatan has while `sent` has no receipt yet: what a correction falls back to.
    ``problems`` of a report whose text has arrived tell which photo was set aside.
    """

    id: str
    draft: Laporan | None = None
    sent: Laporan | None = None
    sent_state: PhoneState = PhoneState.QUEUED
    saved_at: str = ""
    place: str = ""
    copied_from: str | None = None
    finished_at: str = ""
    hold_until: str | None = None
    tries: int = 0
    resi: tuple[str, ...] = ()
    text_at: str | None = None
    received_at: str | None = None
    delivered: int | None = None
    missing: tuple[str, ...] = ()
    problems: tuple[Gap, ...] = ()
    status: str | None = None
    acts: tuple[Act, ...] = ()
    notes: tuple[Note, ...] = ()
    newer: Laporan | None = None
    before: Arrived | None = None
    seen: bool = True
    photos_cleared: bool = False
    from_other_phone: bool = False

    @property
    def state(self) -> PhoneState:
        """Where the report stands: the finished version speaks before a draft over it."""
        return self.sent_state if self.sent else PhoneState.DRAFT

    @property
    def current(self) -> Laporan:
        """What to show: the draft if one is being written, else the finished version."""
        shown = self.draft or self.sent or self.newer
        if shown is None:
            raise ValueError(f"record {self.id} holds no report")
        return shown

    @property
    def versions(self) -> tuple[Laporan, ...]:
        """Every version that it holds, each with its photos."""
        held_back = self.before.laporan if self.before else None
        known = (self.draft, self.sent, self.newer, held_back)
        return tuple(laporan for laporan in known if laporan)

    @property
    def has_unsent_changes(self) -> bool:
        """Whether the kecamatan has it in words that are no longer the person's last."""
        return self.draft is not None and self.sent is not None

    @property
    def at_rest(self) -> bool:
        """Whether nothing is left to do: it may move from the open reports to the history."""
        return (
            self.draft is None
            and self.sent_state is PhoneState.RECEIVED
            and self.status not in (Status.PERLU_PERBAIKAN,)
            and self.newer is None
        )

    @property
    def last_resi(self) -> str | None:
        """The newest receipt number, if the kecamatan has given one."""
        return self.resi[-1] if self.resi else None

    @property
    def photos(self) -> tuple[Foto, ...]:
        """The photos of what is shown."""
        return self.current.foto

    @property
    def photos_done(self) -> tuple[int, int]:
        """How many of the finished version's photos are at the kecamatan, of how many."""
        total = len(self.sent.foto) if self.sent else 0
        if self.sent_state is PhoneState.RECEIVED:
            return total, total
        if self.sent_state is not PhoneState.TEXT_RECEIVED:
            return 0, total
        return total - len(self.missing), total


def edited(record: Record, draft: Laporan, at: str, place: str) -> Record:
    """The reporter changed something."""
    return replace(record, draft=draft, saved_at=at, place=place)


def finished(record: Record, at: str, hold_until: str | None) -> Record:
    """The reporter finished the draft: it is frozen and waits for a signal.

    Raises ValueError when there is no draft.
    """
    if record.draft is None:
        raise ValueError(f"record {record.id} has no draft")
    versi = max(record.draft.versi, _last_versi(record) + 1)
    return replace(
        record,
        draft=None,
        sent=replace(record.draft, versi=versi, ditulis=at),
        sent_state=PhoneState.QUEUED,
        finished_at=at,
        hold_until=hold_until,
        tries=0,
        missing=(),
        problems=(),
        text_at=None,
        received_at=None,
        newer=None,
        before=_arrived(record),
        photos_cleared=False,
    )


def _arrived(record: Record) -> Arrived | None:
    """What the kecamatan has of it now; None when it has nothing."""
    if record.sent is None or record.sent_state not in HAVE_IT:
        return record.before
    return Arrived(
        record.sent, record.missing, record.finished_at, record.text_at, record.received_at
    )


def _last_versi(record: Record) -> int:
    """The highest version that was frozen and may be at the server; a refused one never was."""
    known = [laporan.versi for laporan in (record.sent, record.newer) if laporan]
    return max(*known, record.delivered or 0, 0) if known else record.delivered or 0


def tried(record: Record, versi: int) -> Record:
    """This version is about to leave: from here on the server may have it, whatever comes back."""
    if record.sent is None or record.sent.versi != versi or record.tries:
        return record
    return replace(record, tries=1)


def can_recall(record: Record) -> bool:
    """Whether nothing that the kecamatan has would be forgotten by taking it back."""
    waits = record.sent is not None and record.sent_state is PhoneState.QUEUED
    return waits and (record.before is not None or not record.resi)


def recalled(record: Record) -> Record:
    """ "Batalkan kiriman": a finished version that has no receipt yet is a draft again.

    What the kecamatan has stays what was sent: below a correction lies the version before. Once
    this one has left, the draft becomes the next version: the server may have it already.
    """
    if record.sent is None or not can_recall(record):
        return record
    versi = record.sent.versi + (1 if record.tries else 0)
    draft = replace(record.sent, versi=versi)
    if record.before is not None:
        return replace(fallen_back(record), draft=draft)
    return replace(record, draft=draft, sent=None, hold_until=None)


def fallen_back(record: Record) -> Record:
    """The correction goes; what the kecamatan has is what was sent."""
    known = record.before
    if known is None:
        return record
    return replace(
        record,
        sent=known.laporan,
        sent_state=PhoneState.TEXT_RECEIVED if known.missing else PhoneState.RECEIVED,
        missing=known.missing,
        finished_at=known.finished_at,
        text_at=known.text_at,
        received_at=known.received_at,
        hold_until=None,
        tries=0,
        problems=(),
        before=None,
    )


def reopened(record: Record, at: str) -> Record:
    """Editing what was finished makes the next version; a refused one is mended in place."""
    if record.draft is not None or record.sent is None:
        return record
    never_arrived = record.sent_state is PhoneState.REFUSED and not record.resi
    if never_arrived:
        return replace(record, draft=record.sent, sent=None, saved_at=at, problems=())
    base = max(record.sent.versi, record.newer.versi if record.newer else 0)
    return replace(record, draft=replace(record.sent, versi=base + 1), saved_at=at)


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
