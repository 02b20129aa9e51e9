"""What the kecamatan does with a report: verifies it, gives it back with notes, opens it again.

These are the deeds themselves; who may do them, and for how long they can be undone, is asked
in `deciding`.

ReviewError
├── NotThereError   there is no such report
├── ChangedError    a newer version has come in meanwhile: read it first
├── NotNowError     in this state it cannot be done
└── NoNoteError     a report goes back only with a note: write one
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.core.context import Context
from server.core.db.database import Db
from server.core.rows import audit_rows, change_rows
from server.laporan.rows import feedback_rows, review_draft_rows
from server.laporan.rows import laporan_writing as writing
from shared.clock import format_time
from shared.status import Status


class ReviewError(Exception):
    """Nothing was changed."""


class NotThereError(ReviewError):
    """There is no such report."""


class ChangedError(ReviewError):
    """The version that was read is not in force any more: read the new one first."""


class NotNowError(ReviewError):
    """In this state it cannot be done."""


class NoNoteError(ReviewError):
    """Say what should be mended."""


@dataclass(frozen=True)
class Note:
    """What should be mended, at a field or a photo, or of the whole report."""

    text: str
    field: str | None = None
    foto: str | None = None


@dataclass(frozen=True)
class Deed:
    """What becomes of a version of a report, by whom and when."""

    laporan: str
    versi: int
    status: Status
    by: str
    at: datetime
    notes: tuple[Note, ...] = ()


_ALLOWED: dict[Status, tuple[str, ...]] = {
    Status.DIVERIFIKASI: (Status.DITERIMA, Status.PERLU_PERBAIKAN),
    Status.PERLU_PERBAIKAN: (Status.DITERIMA, Status.PERLU_PERBAIKAN),
    Status.DITERIMA: (Status.DIVERIFIKASI,),
}


def verify(ctx: Context, laporan: str, versi: int, by: str, notes: Sequence[Note] = ()) -> None:
    """The report is right; nothing of it changes from now on."""
    _do(ctx, laporan, versi, Status.DIVERIFIKASI, by, notes)


def give_back(ctx: Context, laporan: str, versi: int, notes: Sequence[Note], by: str) -> None:
    """The village should mend it; the notes lead its reporter to the fields."""
    if not notes:
        raise NoNoteError
    _do(ctx, laporan, versi, Status.PERLU_PERBAIKAN, by, notes)


def reopen(ctx: Context, laporan: str, versi: int, by: str) -> None:
    """A verified report can be mended again."""
    _do(ctx, laporan, versi, Status.DITERIMA, by)


def _do(
    ctx: Context, laporan: str, versi: int, status: Status, by: str, notes: Sequence[Note] = ()
) -> None:
    with ctx.database.write() as db:
        carry_out(db, Deed(laporan, versi, status, by, ctx.clock.now(), tuple(notes)))
    ctx.bell.ring()


def check(db: Db, deed: Deed) -> writing.Head:
    """The report as it stands, if the deed can be done now; raises a `ReviewError`."""
    head = writing.head(db, deed.laporan)
    if head is None:
        raise NotThereError
    if head.versi != deed.versi:
        raise ChangedError
    if head.status not in _ALLOWED[deed.status]:
        raise NotNowError
    if deed.status == Status.PERLU_PERBAIKAN and not deed.notes:
        raise NoNoteError
    return head


def carry_out(db: Db, deed: Deed) -> None:
    """Write it down and tell the village, within the caller's transaction."""
    head = check(db, deed)
    laporan, at, by = deed.laporan, deed.at, deed.by
    writing.change(db, laporan, {"status": deed.status, "status_at": at, "status_by": by})
    about: dict[str, Any] = {"laporan": laporan, "versi": deed.versi}
    who = {"waktu": format_time(at), "oleh": by}
    told = {**about, "status": deed.status, **who, "resi": head.resi}
    change_rows.add(db, head.desa, "status", at, data=json.dumps(told), ref=laporan)
    for note in deed.notes:
        said = {"field": note.field, "foto": note.foto, "text": note.text}
        ident = str(uuid.uuid4())
        row = {"id": ident, **about, "desa": head.desa, **said, "at": at, "by": by}
        feedback_rows.add(db, row)
        data = json.dumps({"id": ident, **about, **said, **who})
        change_rows.add(db, head.desa, "feedback", at, data=data, ref=laporan)
    review_draft_rows.drop(db, laporan)
    audit_rows.add(db, at, by, f"laporan_{deed.status}", laporan, f"versi {deed.versi}")
