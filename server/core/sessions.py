"""Who is logged in at the staff view: server-side sessions, and the account of the moment.

LoginError
├── WrongPasswordError  no such name, or another password: nobody is told which
└── LockedOutError      too many wrong tries: wait ``seconds``
"""

from __future__ import annotations

import secrets
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.core import failed_log_ins, log_in_limits, rate_limit
from server.core.accounts import AccountFacts, check_password
from server.core.context import Context
from server.core.db.database import Db
from server.core.devices import secret_hash
from server.core.rows import audit_rows, session_rows, settings_rows
from server.core.rows.session_rows import LogInRow, Visitor
from shared.roles import Permission, Role, can

IDLE = timedelta(hours=12)
"""Nobody at the window for so long: the log-in ends."""
LONGEST = timedelta(days=7)
TOUCH_EVERY = timedelta(minutes=1)
STEP_LASTS = timedelta(minutes=10)
"""Whoever has shown the password has so long for the second step."""
CLOCK_MAY_JUMP = timedelta(minutes=5)
"""A log-in from further ahead was made while the clock was wrong: it would last too long."""
MOST_BROWSERS = 20
"""Known browsers of one account."""

DEMANDED = "dua_langkah_wajib"
"""The setting by which whoever signs needs a second step."""
CODE, SET_UP = "kode", "pasang"
"""What a log-in lacks still: the second step's code, or a second step at all."""


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


@dataclass(frozen=True)
class Visit:
    """Who knocks: the name, the address, and the browser as its cookie and itself name it."""

    username: str
    address: str
    known: str = ""
    """The hash of the cookie of a browser that this account was used in before; else empty."""
    browser: str = ""


def visit(
    ctx: Context, username: str, address: str, cookie: str | None = None, browser: str = ""
) -> Visit:
    """A knock at the door."""
    username = username.strip().lower()[:60]
    known = secret_hash(cookie) if cookie else ""
    if known:
        with ctx.database.read() as db:
            known = known if session_rows.is_known(db, known, username) else ""
    return Visit(username, address, known, browser)


def log_in(ctx: Context, username: str, password: str, address: str) -> str:
    """A fresh token for the cookie; blocks for as long as argon2 takes."""
    knocking = visit(ctx, username, address)
    knock(ctx, knocking)
    return enter(ctx, knocking, password)


def knock(ctx: Context, visit: Visit) -> None:
    """Write the try down before it is looked at, so that many at once cannot slip past the count.

    LockedOutError when it is one too many.
    """
    now = ctx.clock.now()
    with ctx.doors.write(durable=False) as db:
        wait = log_in_limits.hit(db, visit.username, visit.address, visit.known, now)
    if wait:
        raise LockedOutError(wait)


def enter(ctx: Context, visit: Visit, password: str) -> str:
    """A fresh token for the right password; what it lacks still tells `step_of`."""
    facts = check_password(ctx, visit.username, password)
    if facts is None:
        failed_log_ins.note(ctx, visit.username, visit.address)
        raise WrongPasswordError
    step = _lacks(ctx, facts)
    token, now = ctx.settings.fresh_secret(), ctx.clock.now()
    with ctx.database.write() as db:
        with rate_limit.counting(ctx, db) as doors:
            log_in_limits.forgive(doors, visit.username, visit.address, visit.known, now)
        session_rows.end_old(db, now, now - IDLE, now + CLOCK_MAY_JUMP)
        lasts = STEP_LASTS if step else LONGEST
        session_rows.add(db, {
            "token_hash": secret_hash(token), "account": facts.id, "created_at": now,
            "seen_at": now, "expires_at": now + lasts, "step": step,
            "address": visit.address[:64], "browser": visit.browser[:200],
        })  # fmt: skip
        if not step:
            audit_rows.add(db, now, visit.username, "logged_in", detail=visit.address)
    return token


def go_on(db: Db, token: str, fresh: str, now: datetime) -> str:
    """The second step is done: a new token, the old one opens nothing any more."""
    session_rows.renew(db, secret_hash(token), {
        "token_hash": secret_hash(fresh), "created_at": now, "seen_at": now,
        "expires_at": now + LONGEST, "step": "",
    })  # fmt: skip
    return fresh


def step_of(ctx: Context, token: str | None) -> tuple[str, str]:
    """What a log-in lacks still ("" when it is whole or none), and whose it is."""
    row = _living(ctx, token)
    return (row.step, row.username) if row else ("", "")


def remember_browser(ctx: Context, token: str, cookie: str | None) -> str:
    """The browser of this log-in is known from now on; what its cookie holds."""
    now = ctx.clock.now()
    with ctx.database.write(durable=False) as db:
        row = session_rows.find(db, secret_hash(token))
        cookie = cookie if cookie and len(cookie) < 100 else secrets.token_urlsafe(32)
        if row is not None:
            session_rows.remember(db, secret_hash(cookie), row.id, now, MOST_BROWSERS)
    return cookie


def log_out(ctx: Context, token: str) -> None:
    """The token opens nothing any more."""
    with ctx.database.write() as db:
        row = session_rows.find(db, secret_hash(token))
        session_rows.end(db, secret_hash(token))
        if row is not None:
            audit_rows.add(db, ctx.clock.now(), row.username, "logged_out")


def account_of(ctx: Context, token: str | None, *, touch: bool = True) -> Account | None:
    """The account behind a cookie's token, while its log-in lasts; ``touch`` makes it last."""
    row = _living(ctx, token)
    if row is None or row.step or not token:
        return None
    now = ctx.clock.now()
    if touch and abs(now - row.seen_at) > TOUCH_EVERY:
        with ctx.database.write(durable=False) as db:
            session_rows.touch(db, secret_hash(token), now)
    return Account(row.username, Role(row.role), row.nama)


def form_token(token: str) -> str:
    """What a form of this log-in carries, so that no other site can send it."""
    return secret_hash(f"form {token}")[:32]


def _living(ctx: Context, token: str | None) -> Visitor | None:
    if not token:
        return None
    now = ctx.clock.now()
    with ctx.database.read() as db:
        row = session_rows.find(db, secret_hash(token))
    return row if row is not None and lives(row, now) else None


def lives(row: Visitor | LogInRow, now: datetime) -> bool:
    """Whether a log-in still lasts."""
    if row.expires_at <= now or row.created_at > now + CLOCK_MAY_JUMP:
        return False
    return row.seen_at + IDLE > now


def _lacks(ctx: Context, facts: AccountFacts) -> str:
    """Whoever has a second step shows it; whoever signs must have one where that is demanded."""
    if facts.two_step:
        return CODE
    with ctx.database.read() as db:
        demanded = settings_rows.some(db, (DEMANDED,)).get(DEMANDED) == "true"
    return SET_UP if demanded and can(facts.role, Permission.SIGN_REKAP) else ""
