"""What the kecamatan does with a report: verifies it, gives it back with notes, opens it again.

ReviewError
├── NotThereError   there is no such report
├── ChangedError    a newer version has come in meanwhile: read it first
└── NotNowError     in this state it cannot be done
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from server.store import audit_rows, change_rows, feedback_rows
from server.store import laporan_writing as writing
from server.usecases.context import Context
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


@dataclass(frozen=True)
class Note:
    """What should be mended, at a field or a photo, or of the whole report."""

    text: str
    field: str | None = None
    foto: str | None = None


_ALLOWED: dict[Status, tuple[str, ...]] = {
    Status.DIVERIFIKASI: (Status.DITERIMA, Status.PERLU_PERBAIKAN),
    Status.PERLU_PERBAIKAN: (Status.DITERIMA, Status.PERLU_PERBAIKAN),
    Status.DITERIMA: (Status.DIVERIFIKASI,),
}


def verify(ctx: Context, laporan: str, versi: int, by: str) -> None:
    """The report is right; nothing of it changes from now on."""
    _decide(ctx, laporan, versi, Status.DIVERIFIKASI, by)


def give_back(ctx: Context, laporan: str, versi: int, notes: Sequence[Note], by: str) -> None:
    """The village should mend it; the notes lead its reporter to the fields."""
    _decide(ctx, laporan, versi, Status.PERLU_PERBAIKAN, by, notes)


def reopen(ctx: Context, laporan: str, versi: int, by: str) -> None:
    """A verified report can be mended again."""
    _decide(ctx, laporan, versi, Status.DITERIMA, by)


def _decide(
    ctx: Context, laporan: str, versi: int, status: Status, by: str, notes: Sequence[Note] = ()
) -> None:
    at = ctx.clock.now()
    with ctx.database.write() as db:
        head = writing.head(db, laporan)
        if head is None:
            raise NotThereError
        if head.versi != versi:
            raise ChangedError
        if head.status not in _ALLOWED[status]:
            raise NotNowError
        writing.change(db, laporan, {"status": status, "status_at": at, "status_by": by})
        about: dict[str, Any] = {"laporan": laporan, "versi": versi}
        who = {"waktu": format_time(at), "oleh": by}
        told = {**about, "status": status, **who, "resi": head.resi}
        change_rows.add(db, head.desa, "status", at, data=json.dumps(told), ref=laporan)
        for note in notes:
            said = {"field": note.field, "foto": note.foto, "text": note.text}
            ident = str(uuid.uuid4())
            row = {"id": ident, **about, "desa": head.desa, **said, "at": at, "by": by}
            feedback_rows.add(db, row)
            data = json.dumps({"id": ident, **about, **said, **who})
            change_rows.add(db, head.desa, "feedback", at, data=data, ref=laporan)
        audit_rows.add(db, at, by, f"laporan_{status}", laporan, f"versi {versi}")
    ctx.bell.ring()
