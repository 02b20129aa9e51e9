"""One report as the phone keeps it: what is being written, what was finished, what came back.

Every change is a pure function from one `Record` to the next, so that after a crash each step
can simply be taken again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

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
