"""What the review shows: the queue, one report with its notes and what changed, the figures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit_review
from server.core.sessions import Account
from server.laporan.deciding import Pending, pending
from server.laporan.read_laporan import Detail, Line, detail
from server.laporan.read_staff import LaporanPage, StatusAct
from server.laporan.rows import decision_rows
from server.laporan.rows import laporan_queries as queries
from server.laporan.similar import similar
from shared.codec import decode_laporan
from shared.laporan import Laporan

MOST_SHOWN = 40
FIGURES_OVER = timedelta(days=30)
MOST_MEASURED = 500


@dataclass(frozen=True)
class GivenNote:
    """A note on a report, and when the village read it."""

    versi: int
    field: str | None
    foto: str | None
    text: str
    at: datetime
    by: str
    read_at: datetime | None


@dataclass(frozen=True)
class Queue:
    """What waits, kejadian on top, then the oldest; the figures of the last 30 days."""

    lines: tuple[Line, ...] = ()
    total: int = 0
    answer_s: float | None = None
    """Half of the reports were answered quicker."""
    mending_s: float | None = None
    """Half of those given back came again quicker."""


@dataclass(frozen=True)
class ReviewPage:
    """One report as it is decided on."""

    page: LaporanPage
    notes: tuple[GivenNote, ...]
    previous: Laporan | None
    """The version before, when this one is a mended one."""
    pending: Pending | None

    @property
    def status(self) -> str:
        """How the report stands, with the decision that is about to hold."""
        return self.pending.status if self.pending else self.page.detail.line.status


def queue(ctx: Context, account: Account) -> Queue:
    """The queue as it stands."""
    permit_review(ctx, account)
    since = ctx.clock.now() - FIGURES_OVER
    with ctx.database.read() as db:
        return Queue(
            lines=tuple(Line(**row) for row in decision_rows.waiting(db, MOST_SHOWN)),
            total=decision_rows.count_waiting(db),
            answer_s=_middle(decision_rows.answer_times(db, since, MOST_MEASURED)),
            mending_s=_middle(decision_rows.mending_times(db, since, MOST_MEASURED)),
        )


def review_page(ctx: Context, account: Account, ident: str) -> ReviewPage | None:
    """One report, or None when there is none."""
    permit_review(ctx, account)
    found = detail(ctx, ident)
    if found is None:
        return None
    versi = found.line.versi
    with ctx.database.read() as db:
        page = _page(db, found)
        rows = decision_rows.notes_of(db, ident)
        before = decision_rows.version_before(db, ident, versi)
        waits = decision_rows.find(db, ident)
    names = ("versi", "field", "foto", "text", "at", "by", "read_at")
    return ReviewPage(
        page=page,
        notes=tuple(GivenNote(**{name: row[name] for name in names}) for row in rows),
        previous=decode_laporan(json.loads(before)) if before else None,
        pending=pending(waits) if waits and waits["versi"] == versi else None,
    )


def _page(db: Db, found: Detail) -> LaporanPage:
    """The report with its past; its neighbours are those of the queue."""
    acts = queries.status_acts(db, found.line.id)
    devices = {version.device for version in found.versions if version.device}
    return LaporanPage(
        detail=found,
        laporan=decode_laporan(found.message),
        acts=tuple(StatusAct(a["status"], a["versi"], a.get("oleh") or "", a["at"]) for a in acts),
        device_names=queries.device_names(db, sorted(devices)),
        before=None,
        after=None,
        place=0,
        total=0,
        waiting=0,
        similar=similar(db, decode_laporan(found.message), found.line.mulai),
    )


def _middle(pairs: list[tuple[datetime, datetime]]) -> float | None:
    seconds = [(end - start).total_seconds() for start, end in pairs]
    return median(seconds) if seconds else None
