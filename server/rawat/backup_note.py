"""When the last backup was made: the doctor and the operator's figures ask for it."""

from __future__ import annotations

import json
from datetime import datetime

from server.core.context import Context
from server.core.rows import audit_rows, settings_rows
from shared.clock import format_time, parse_time

KEY = "backup_at"


def note(ctx: Context, what: str) -> None:
    """A backup is whole; ``what`` it holds goes into the log."""
    now = ctx.clock.now()
    with ctx.database.write() as db:
        settings_rows.put(db, KEY, json.dumps(format_time(now)))
        audit_rows.add(db, now, "operator", "backed_up", None, what)


def last(ctx: Context) -> datetime | None:
    """The moment of the last one, or None."""
    with ctx.database.read() as db:
        stored = settings_rows.all_values(db).get(KEY)
    return parse_time(settings_rows.value_of(stored)) if stored else None
