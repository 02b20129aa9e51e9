"""What happened to a member's record: who changed what, and where two changed the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.anggota.roster_merge import NOT_EDITED, differ
from shared.checks_anggota import FIELDS

Row = dict[str, Any]


@dataclass(frozen=True)
class FieldChange:
    """A field, as its editor saw it and as the editor left it.

    ``other`` is set where somebody else had changed the same field meanwhile: what was
    overwritten by this later receipt. `None` means empty, so ``conflict`` tells whether.
    """

    field: str
    before: Any
    after: Any
    conflict: bool = False
    other: Any = None


@dataclass(frozen=True)
class Step:
    """One edit that was taken in."""

    versi: int
    at: datetime
    by: str
    from_phone: bool
    changes: tuple[FieldChange, ...]

    @property
    def has_conflict(self) -> bool:
        return any(change.conflict for change in self.changes)


def steps(rows: Sequence[Row]) -> list[Step]:
    """The history from its rows, oldest first."""
    found: list[Step] = []
    records: list[tuple[int, Row]] = [(row["versi"], json.loads(row["message"])) for row in rows]
    for number, row in enumerate(rows):
        sent: Row = json.loads(row["sent"])
        older, nothing = records[:number], Row()
        base = next((r for v, r in reversed(older) if v <= row["sent_versi"] - 1), nothing)
        before = older[-1][1] if older else nothing
        found.append(
            Step(
                versi=row["versi"],
                at=row["at"],
                by=(row["nama"] or "") if row["device"] else str(sent.get("oleh") or ""),
                from_phone=row["device"] is not None,
                changes=tuple(_changes(base, before, sent)),
            )
        )
    return found


def _changes(base: Row, before: Row, sent: Row) -> list[FieldChange]:
    found: list[FieldChange] = []
    for name in FIELDS:
        if name in NOT_EDITED or not differ(sent.get(name), base.get(name)):
            continue
        met = differ(before.get(name), base.get(name)) and differ(before.get(name), sent.get(name))
        other = before.get(name) if met else None
        found.append(FieldChange(name, base.get(name), sent.get(name), met, other))
    return found
