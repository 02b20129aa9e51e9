"""The second step of a log-in: a code of an app (TOTP, RFC 6238), or a recovery code.

TwoStepError
├── WrongCodeError    not the code of now, or one that was used already
└── TooManyError      too many wrong codes: wait ``seconds``
"""

from __future__ import annotations

import base64
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import pyotp
from pyotp.totp import TOTP

from server.core import sealing, sessions
from server.core.context import Context
from server.core.db.database import Db
from server.core.devices import secret_hash
from server.core.permit import permit
from server.core.rate_limit import RateLimit
from server.core.rows import account_rows, audit_rows, session_rows
from server.core.rows.account_rows import AccountGoneError as AccountGoneError
from server.core.sessions import Account
from shared.protocol import CODE_ALPHABET
from shared.roles import Permission

ISSUER = "SINAR LINMAS"
STEP_S = 30
AROUND = 1
"""Codes of the step before and after are taken too: no two clocks are the same."""
RECOVERY_CODES, RECOVERY_LETTERS = 10, 16
WRONG = RateLimit("kode-kedua", 5, timedelta(minutes=15), slow=timedelta(minutes=1))
"""Wrong codes of one account; only who knows its password comes so far."""


SEALED_LETTERS = 64
"""Of 20 bytes; an older version wrote them as they are, in 32 letters."""


class TwoStepError(Exception):
    """Nothing was changed, nobody was let in."""


class WrongCodeError(TwoStepError):
    """Ask for the code again."""


class TooManyError(TwoStepError):
    """Ask to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True)
class LogIn:
    """One open log-in of somebody, as they see it themselves."""

    key: str
    address: str
    browser: str
    created_at: datetime
    seen_at: datetime


@dataclass(frozen=True)
class Mine:
    """What somebody sees of their own way in."""

    two_step: bool
    codes_left: int
    log_ins: tuple[LogIn, ...]


def look(ctx: Context, account: Account) -> Mine:
    """One's own open log-ins, newest first, and whether there is a second step."""
    permit(account, Permission.READ_LAPORAN)
    now = ctx.clock.now()
    with ctx.database.read() as db:
        row = account_rows.named(db, account.username)
        rows = session_rows.of_account(db, row.id)
        left = account_rows.count_recovery_codes(db, row.id)
    living = [one for one in rows if not one.step and sessions.lives(one, now)]
    log_ins = tuple(
        LogIn(one.token_hash[:12], one.address, one.browser, one.created_at,
              one.seen_at)
        for one in living
    )  # fmt: skip
    return Mine(row.totp_secret is not None, left, log_ins)


def end_all(ctx: Context, account: Account) -> None:
    """Out everywhere, here too; no browser is known any more."""
    permit(account, Permission.READ_LAPORAN)
    now = ctx.clock.now()
    with ctx.database.write() as db:
        row = account_rows.named(db, account.username)
        account_rows.end_sessions(db, row.id)
        session_rows.forget_browsers(db, row.id)
        audit_rows.add(db, now, account.username, "logged_out_everywhere")
    ctx.bell.ring()


def new_secret() -> str:
    """For an app; it is kept only once a code of it was shown."""
    return pyotp.random_base32()


def address(username: str, secret: str) -> str:
    """What the app reads as a QR code."""
    return TOTP(secret).provisioning_uri(name=username, issuer_name=ISSUER)


def switch_on(ctx: Context, account: Account, secret: str, code: str) -> tuple[str, ...]:
    """From the next log-in on a code is asked for; the recovery codes, shown this once."""
    permit(account, Permission.READ_LAPORAN)
    with ctx.database.write() as db:
        codes = _keep(ctx, db, account.username, secret, code)
    if codes is None:
        raise WrongCodeError
    return codes


def switch_off(ctx: Context, account: Account, code: str) -> None:
    """Only with a code: an open window alone is not enough."""
    permit(account, Permission.READ_LAPORAN)
    _check(ctx, account.username, code)
    _drop(ctx, account.username, account.username)


def reset(ctx: Context, username: str, by: str) -> None:
    """For an admin or the operator, when phone and recovery codes are lost."""
    _drop(ctx, username, by)


def pass_with(ctx: Context, token: str, code: str) -> str:
    """The second step of a log-in: a new token that opens."""
    step, username = sessions.step_of(ctx, token)
    if step != sessions.CODE:
        raise WrongCodeError
    _check(ctx, username, code)
    return _go_on(ctx, token, username)


def pass_by_setting_up(
    ctx: Context, token: str, secret: str, code: str
) -> tuple[str, tuple[str, ...]]:
    """Whoever must have a second step sets it up in the log-in: a token, and the recovery codes."""
    step, username = sessions.step_of(ctx, token)
    if step != sessions.SET_UP:
        raise WrongCodeError
    with ctx.database.write() as db:
        codes = _keep(ctx, db, username, secret, code)
    if codes is None:
        raise WrongCodeError
    return _go_on(ctx, token, username), codes


def _go_on(ctx: Context, token: str, username: str) -> str:
    now = ctx.clock.now()
    with ctx.database.write() as db:
        fresh = sessions.go_on(db, token, ctx.settings.fresh_secret(), now)
        audit_rows.add(db, now, username, "logged_in", detail="dua langkah")
    return fresh


def seal_clear(ctx: Context) -> int:
    """Secrets that an older version wrote down as they are; how many were sealed."""
    with ctx.database.read() as db:
        clear = [row for row in account_rows.with_totp(db) if not _is_sealed(row.totp_secret)]
    if clear:
        with ctx.database.write() as db:
            for row in clear:
                sealed = _sealed(ctx, row.id, row.totp_secret)
                account_rows.seal_totp(db, row.id, row.totp_secret, sealed)
    return len(clear)


def opens(ctx: Context) -> bool | None:
    """Whether the key opens the secrets; None while nobody has a second step."""
    with ctx.database.read() as db:
        rows = account_rows.with_totp(db)
    return all(_secret(ctx, *row) is not None for row in rows) if rows else None


def _sealed(ctx: Context, ident: int, secret: str) -> str:
    return sealing.seal(ctx.settings.data, f"totp {ident}", base64.b32decode(secret))


def _is_sealed(stored: str) -> bool:
    return len(stored) == SEALED_LETTERS


def _secret(ctx: Context, ident: int, stored: str) -> str | None:
    """None where the key is gone: then only a recovery code opens."""
    if not _is_sealed(stored):
        return stored
    try:
        secret = sealing.unseal(ctx.settings.data, f"totp {ident}", stored)
    except sealing.NoKeyError:
        return None
    return base64.b32encode(secret).decode()


def _keep(ctx: Context, db: Db, username: str, secret: str, code: str) -> tuple[str, ...] | None:
    """None when the code is not one of this secret."""
    now = ctx.clock.now()
    row = account_rows.named(db, username)
    step = _step_of(secret, code, now) if _is_secret(secret) else None
    if step is None:
        return None
    account_rows.set_totp(db, row.id, _sealed(ctx, row.id, secret), step)
    codes = tuple(_recovery_code() for _ in range(RECOVERY_CODES))
    account_rows.put_recovery_codes(db, row.id, [secret_hash(_plain(one)) for one in codes])
    audit_rows.add(db, now, username, "two_step_on")
    return codes


def _drop(ctx: Context, username: str, by: str) -> None:
    now = ctx.clock.now()
    with ctx.database.write() as db:
        row = account_rows.named(db, username)
        account_rows.set_totp(db, row.id, None, 0)
        account_rows.put_recovery_codes(db, row.id, [])
        audit_rows.add(db, now, by, "two_step_off", username)
    ctx.bell.ring()


def _check(ctx: Context, username: str, code: str) -> None:
    """Counted before it is looked at; a code opens once."""
    now = ctx.clock.now()
    with ctx.database.write() as db:
        wait = WRONG.hit_in(db, username, now)
        good = not wait and _use_up(ctx, db, username, code, now)
        if good:
            WRONG.forgive(db, username)
        elif not wait:
            audit_rows.add(db, now, username, "two_step_failed")
    if wait:
        raise TooManyError(wait)
    if not good:
        raise WrongCodeError


def _use_up(ctx: Context, db: Db, username: str, code: str, now: datetime) -> bool:
    row = account_rows.named(db, username)
    if row.totp_secret is None:
        return False
    secret = _secret(ctx, row.id, row.totp_secret)
    step = _step_of(secret, code, now) if secret else None
    if step is None:
        return account_rows.use_recovery_code(db, row.id, secret_hash(_plain(code)))
    # A step that was used lies ahead only where the clock has gone back.
    if abs(row.totp_step - step) <= 2 * AROUND and step <= row.totp_step:
        return False
    account_rows.set_totp(db, row.id, row.totp_secret, step)
    return True


def _step_of(secret: str, code: str, now: datetime) -> int | None:
    """Of which step this is the code; None: of none around now."""
    totp, shown = TOTP(secret, interval=STEP_S), "".join(code.split())
    here = int(now.timestamp()) // STEP_S
    for step in range(here - AROUND, here + AROUND + 1):
        if hmac.compare_digest(totp.generate_otp(step).encode(), shown.encode("utf-8", "replace")):
            return step
    return None


def _is_secret(text: str) -> bool:
    return len(text) == len(new_secret()) and set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def _recovery_code() -> str:
    letters = "".join(secrets.choice(CODE_ALPHABET) for _ in range(RECOVERY_LETTERS))
    return "-".join(letters[n : n + 4] for n in range(0, RECOVERY_LETTERS, 4))


def _plain(code: str) -> str:
    return "".join(one for one in code.upper() if one.isalnum())
