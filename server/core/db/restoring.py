"""After an older copy was put back: numbers given since must never be given again.

Whoever restores calls `numbers` on the data that is replaced, if it can still be read, and
`mark_restored` on the copy before it is served.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from server.core.db import counters
from server.core.db.tables import counters as counter_table
from server.core.db.tables import restores
from shared.clock import month_of

JUMP = 1_000


def numbers(db: Connection) -> dict[str, int]:
    """The last number of every counter."""
    return {row.name: row.value for row in db.execute(select(counter_table))}


def mark_restored(db: Connection, at: datetime, replaced: Mapping[str, int] | None = None) -> None:
    """Let every counter jump, beyond what the copy and the data it replaces have given.

    The current month's counter may have begun after the copy was made, so it is begun here.
    A phone whose cursor lies in the jump has heard of things that are lost: it starts over.
    """
    known = numbers(db)
    replaced = replaced or {}
    before = known.get(counters.SEQ, 0)
    for name in {*known, *replaced, counters.SEQ, f"resi {month_of(at)}"}:
        value = max(known.get(name, 0), replaced.get(name, 0)) + JUMP
        if name in known:
            change = update(counter_table).where(counter_table.c.name == name)
            db.execute(change, {"value": value})
        else:
            db.execute(insert(counter_table), {"name": name, "value": value})
    after = numbers(db)[counters.SEQ]
    db.execute(insert(restores), {"at": at, "seq_from": before, "seq_to": after})
