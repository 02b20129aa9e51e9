"""An officer decides on a report, and may think better of it for eight seconds.

A decision is kept with the moment from which it holds, so that a restart loses none; `settle`
carries out what is due. An undone decision leaves no trace at the village.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from server.core import sweeping
from server.core.context import Context
from server.core.db.database import Db, StoreError
from server.core.permit import permit_review
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.laporan import review
from server.laporan.review import Deed, Note, ReviewError
from server.laporan.rows import decision_rows
from shared.status import Status

SYSTEM = "server"
UNDO = timedelta(seconds=8)

MOST_NOTES = 20
MOST_LETTERS = 4000


@dataclass(frozen=True)
class Pending:
    """A decision that can still be undone."""

    laporan: str
    versi: int
    status: str
    by: str
    username: str
    at: datetime
    due_at: datetime


def verify(ctx: Context, account: Account, laporan: str, versi: int, pesan: str = "") -> None:
    """The report is right; ``pesan`` is a word to the village, if any."""
    notes = (Note(pesan.strip()),) if pesan.strip() else ()
    _decide(ctx, account, laporan, versi, Status.DIVERIFIKASI, notes)


def give_back(
    ctx: Context,
    account: Account,
    laporan: str,
    versi: int,
    notes: Sequence[Note],
    pesan: str = "",
) -> None:
    """The village should mend it: at least one note says what."""
    permit_review(ctx, account)
    said = [note for note in notes if note.text.strip()]
    if not said:
        raise review.NoNoteError
    if pesan.strip():
        said.append(Note(pesan.strip()))
    _decide(ctx, account, laporan, versi, Status.PERLU_PERBAIKAN, said)


def undo(ctx: Context, account: Account, laporan: str) -> bool:
    """Take one's own decision back; False when it holds already."""
    permit_review(ctx, account)
    with ctx.database.write() as db:
        row = decision_rows.find(db, laporan)
        if row is None or pending(row).username != account.username:
            return False
        decision_rows.drop(db, laporan)
    ctx.bell.ring()
    return True


def reopen(ctx: Context, account: Account, laporan: str, versi: int) -> None:
    """A verified report can be mended again."""
    permit_review(ctx, account)
    review.reopen(ctx, laporan, versi, account.nama)


def settle(ctx: Context) -> int:
    """Carry out what can no longer be undone; returns how many there were."""
    now = ctx.clock.now()
    with ctx.database.read() as db:
        due = decision_rows.due(db, now, now + UNDO)
    sweeping.each("keputusan", due, partial(_settle_one, ctx))
    if due:
        ctx.bell.ring()
    return len(due)


def pending(row: dict[str, Any]) -> Pending:
    """A row of the table as the screens show it."""
    what = json.loads(row["decision"])
    return Pending(
        row["laporan"], row["versi"], what["status"], row["by"], what["username"], row["at"],
        row["due_at"],
    )  # fmt: skip


def _decide(
    ctx: Context,
    account: Account,
    laporan: str,
    versi: int,
    status: Status,
    notes: Sequence[Note],
) -> None:
    permit_review(ctx, account)
    at = ctx.clock.now()
    kept = tuple(
        Note(note.text.strip()[:MOST_LETTERS], note.field, note.foto) for note in notes[:MOST_NOTES]
    )
    what = {
        "status": status, "username": account.username, "notes": [asdict(note) for note in kept],
    }  # fmt: skip
    with ctx.database.write() as db:
        before = decision_rows.find(db, laporan)
        if before is not None and before["versi"] == versi:
            raise review.NotNowError  # somebody was quicker
        review.check(db, Deed(laporan, versi, status, account.nama, at, kept))
        row = {"laporan": laporan, "versi": versi, "decision": json.dumps(what)}
        decision_rows.put(db, {**row, "by": account.nama, "at": at, "due_at": at + UNDO})
    ctx.bell.ring()


def _settle_one(ctx: Context, laporan: str) -> None:
    try:
        with ctx.database.write() as db:
            _carry_out(ctx, db, laporan)
    except StoreError:
        raise
    except Exception as error:  # noqa: BLE001 - it can never be carried out: decided afresh
        sweeping.failed("keputusan", error, laporan)
        with ctx.database.write() as db:
            _drop(ctx, db, laporan, SYSTEM, error)


def _carry_out(ctx: Context, db: Db, laporan: str) -> None:
    row = decision_rows.find(db, laporan)
    now = ctx.clock.now()
    # Due later than any decision of now: the clock was ahead when it was made.
    if row is None or now < row["due_at"] <= now + UNDO:
        return
    decision_rows.drop(db, laporan)
    what = json.loads(row["decision"])
    notes = tuple(Note(**note) for note in what["notes"])
    deed = Deed(laporan, row["versi"], Status(what["status"]), row["by"], row["at"], notes)
    try:
        review.carry_out(db, deed)
    except ReviewError as error:
        # A new version came within the eight seconds: it is looked at afresh.
        _drop(ctx, db, laporan, row["by"], error)


def _drop(ctx: Context, db: Db, laporan: str, by: str, error: Exception) -> None:
    decision_rows.drop(db, laporan)
    why = type(error).__name__
    audit_rows.add(db, ctx.clock.now(), by, "decision_dropped", laporan, why)
