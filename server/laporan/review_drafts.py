"""What an officer has begun to write on a report: it outlives a closed window and a restart.

It is kept until the decision holds, so that an undone decision finds its notes again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from server.core.context import Context
from server.core.permit import permit_review
from server.core.sessions import Account
from server.laporan.deciding import MOST_LETTERS, MOST_NOTES
from server.laporan.rows import review_draft_rows as rows


@dataclass(frozen=True)
class ReviewDraft:
    """Notes by the key of their part, and the word to the village."""

    notes: Mapping[str, str] = field(default_factory=dict[str, str])
    pesan: str = ""


def read(ctx: Context, account: Account, laporan: str) -> ReviewDraft:
    """What this officer has begun; an empty one when there is nothing."""
    permit_review(ctx, account)
    with ctx.database.read() as db:
        found = rows.find(db, account.username, laporan)
    return ReviewDraft(**json.loads(found)) if found else ReviewDraft()


def keep(ctx: Context, account: Account, laporan: str, versi: int, draft: ReviewDraft) -> None:
    """As it stands from now on; an empty one is taken away."""
    permit_review(ctx, account)
    kept = _within_bounds(draft)
    with ctx.database.write() as db:
        if kept == ReviewDraft():
            rows.drop(db, laporan, account.username)
            return
        row = {"username": account.username, "laporan": laporan, "versi": versi}
        rows.put(db, {**row, "draft": json.dumps(asdict(kept))}, ctx.clock.now())


def _within_bounds(draft: ReviewDraft) -> ReviewDraft:
    notes = {
        key: words.strip()[:MOST_LETTERS]
        for key, words in list(draft.notes.items())[:MOST_NOTES]
        if words.strip()
    }
    return ReviewDraft(notes, draft.pesan.strip()[:MOST_LETTERS])
