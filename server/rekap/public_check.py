"""What the code on a paper leads to: which edition it is, and whether it still counts."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from server.core.context import Context
from server.rekap.editions import Named, State, editions_of
from server.rekap.rows import paper_rows


@dataclass(frozen=True)
class Checked(Named):
    """What the public page says of a paper: nothing of any person."""

    approvals: tuple[tuple[str, datetime], ...]
    """Role and time."""
    changes: int
    state: State
    newest: tuple[int, str, str] | None = None
    """Of a replaced edition: number, day and code of the newest."""


def knows(ctx: Context, code: str) -> bool:
    """Whether a paper of this code was approved here: at several kecamatan each is asked."""
    with ctx.database.read() as db:
        return paper_rows.by_code(db, code) is not None


def check(ctx: Context, code: str) -> Checked | None:
    """The edition behind a code; None: no such paper was ever approved here."""
    with ctx.database.read() as db:
        row = paper_rows.by_code(db, code)
        if row is None:
            return None
        rows = paper_rows.editions(db, row.periode, row.desa)
        one = next(edition for edition in editions_of(db, rows) if edition.id == row.id)
    last = rows[0]
    replaced = (last.edisi, last.tanggal, last.check_code)
    return Checked(
        **{field.name: getattr(one, field.name) for field in fields(Named)},
        approvals=tuple((approval.role, approval.at) for approval in one.approvals),
        changes=len(one.changes),
        state=one.state,
        newest=replaced if one.state == State.DIGANTI else None,
    )
