"""Who is logged in at the staff view: server-side sessions, and the account of the moment.

LoginError
├── WrongPasswordError  no such name, or another password: nobody is told which
└── LockedOutError      too many wrong tries: wait ``seconds``
"""

from __future__ import annotations

import math
import secrets
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.core.accounts import check_password
from server.core.context import Context
from server.core.db.database import Db
from server.core.devices import secret_hash
from server.core.rows import account_rows, audit_rows, session_rows
from shared.roles import Role

IDLE = timedelta(hours=12)
"""Nobody at the window for so long: the log-in ends."""
LONGEST = timedelta(days=7)
TOUCH_EVERY = timedelta(minutes=1)

WINDOW = timedelta(minutes=15)
MOST_PER_NAME_AND_ADDRESS = 5
MOST_PER_NAME = 20
MOST_PER_ADDRESS = 30
NOBODY = "tidak dikenal"
"""A stranger who guesses from elsewhere locks the owner out late."""


@dataclass(frozen=True)
class Account:
    """Who works at the kecamatan, as the door at the staff view knows them."""

    username: str
    role: Role
    nama: str


current_account: ContextVar[Account | None] = ContextVar("current_account", default=None)
"""The account behind the request or the websocket; set by the door, read inside Flet's main()."""


class LoginError(Exception):
    """Nobody was logged in."""


class WrongPasswordError(LoginError):
    """Ask for name and password again."""


class LockedOutError(LoginError):
    """Ask to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def log_in(ctx: Context, username: str, password: str, address: str) -> str:
    """A fresh token for the cookie; blocks for as long as argon2 takes."""
    username = username.strip().lower()[:60]
    # The try is written down first: many at once cannot slip past the count.
    _note_try(ctx, username, address)
    facts = check_password(ctx, username, password)
    if facts is None:
        _note_wrong(ctx, username, address)
        raise WrongPasswordError
    token, now = secrets.token_urlsafe(32), ctx.clock.now()
    with ctx.database.write() as db:
        session_rows.forgive(db, username, address)
        session_rows.end_old(db, now, now - IDLE)
        session_rows.add(db, secret_hash(token), facts.id, now, now + LONGEST)
        audit_rows.add(db, now, username, "logged_in", detail=address)
    return token


def log_out(ctx: Context, token: str) -> None:
    """The token opens nothing any more."""
    with ctx.database.write() as db:
        row = session_rows.find(db, secret_hash(token))
        session_rows.end(db, secret_hash(token))
        if row is not None:
            audit_rows.add(db, ctx.clock.now(), row["username"], "logged_out")


def account_of(ctx: Context, token: str | None, *, touch: bool = True) -> Account | None:
    """The account behind a cookie's token, while its log-in lasts; ``touch`` makes it last."""
    if not token:
        return None
    now, token_hash = ctx.clock.now(), secret_hash(token)
    with ctx.database.read() as db:
        row = session_rows.find(db, token_hash)
    if row is None or row["expires_at"] <= now or row["seen_at"] + IDLE <= now:
        return None
    if touch and now - row["seen_at"] > TOUCH_EVERY:
        with ctx.database.write(durable=False) as db:
            session_rows.touch(db, token_hash, now)
    return Account(row["username"], Role(row["role"]), row["nama"])


def form_token(token: str) -> str:
    """What a form of this log-in carries, so that no other site can send it."""
    return secret_hash(f"form {token}")[:32]


def _note_wrong(ctx: Context, username: str, address: str) -> None:
    """In the log too; a name that nobody has stays out of it, it may be a password."""
    with ctx.database.write(durable=False) as db:
        known = account_rows.find(db, username) is not None
        actor = username if known else NOBODY
        audit_rows.add(db, ctx.clock.now(), actor, "login_failed", detail=address)


def _note_try(ctx: Context, username: str, address: str) -> None:
    now = ctx.clock.now()
    with ctx.database.write(durable=False) as db:
        session_rows.forget_failures(db, now - WINDOW)
        wait = _wait(db, username, address, now)
        if not wait:
            session_rows.add_failure(db, username, address, now)
    if wait:
        raise LockedOutError(wait)


def _wait(db: Db, username: str, address: str, now: datetime) -> int:
    """Seconds until the oldest of too many failures has passed; 0 when one may try."""
    since, waits = now - WINDOW, [0]
    for most, who in (
        (MOST_PER_NAME_AND_ADDRESS, {"username": username, "address": address}),
        (MOST_PER_NAME, {"username": username}),
        (MOST_PER_ADDRESS, {"address": address}),
    ):
        count, first = session_rows.failures(db, since, **who)
        if count >= most and first is not None:
            waits.append(math.ceil((first + WINDOW - now).total_seconds()))
    return max(waits)
