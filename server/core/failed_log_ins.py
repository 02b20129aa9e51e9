"""Failed log-ins in the audit log: the first of an hour at once, the others as one sum after it.

So a stranger who tries for a night adds a few lines, not a million. A name that nobody has is not
written down: it may be a password.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from server.core import sweeping
from server.core.context import Context
from server.core.db.database import Db
from server.core.rows import account_rows, audit_rows, failure_rows
from shared.clock import WITA

NOBODY = "tidak dikenal"
FAILED, SUMMED = "login_failed", "login_failed_more"
HOUR = timedelta(hours=1)


def actor(ctx: Context, username: str) -> str:
    """The name that was typed, as it may be written down."""
    with ctx.database.read() as db:
        return actor_of(db, username.strip().lower()[:60])


def actor_of(db: Db, username: str) -> str:
    """The name as it may be written down."""
    return username if account_rows.find(db, username) is not None else NOBODY


def note(ctx: Context, username: str, address: str) -> str:
    """One failure; returns the name as it may be written down."""
    now = ctx.clock.now()
    with ctx.database.write(durable=False) as db:
        actor = actor_of(db, username)
        _tell_past(db, now)
        if failure_rows.add(db, actor, _hour(now)):
            audit_rows.add(db, now, actor, FAILED, detail=address)
    return actor


def tell_past(ctx: Context) -> None:
    """The sums of the hours that are over, whoever has failed since."""
    now = ctx.clock.now()
    with ctx.database.write(durable=False) as db:
        _tell_past(db, now)


def _tell_past(db: Db, now: datetime) -> None:
    past = failure_rows.take_past(db, _hour(now))
    sweeping.each_in(db, "masuk gagal", past, partial(_tell, db, now), lambda one: one.hour)


def _tell(db: Db, now: datetime, one: failure_rows.Hour) -> None:
    if one.times:
        begun = one.hour.astimezone(WITA)
        detail = f"{one.times} kali lagi · {begun:%Y-%m-%d %H:00} - {begun + HOUR:%H:00}"
        audit_rows.add(db, now, one.actor, SUMMED, detail=detail)


def _hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0)
