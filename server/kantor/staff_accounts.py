"""The accounts of the staff as their admin sees and changes them at the desk.

StaffAccountError
├── OwnAccountError   nobody removes or demotes the account that one works with
└── LastAdminError    somebody must remain who manages accounts
"""

from __future__ import annotations

from server.core import accounts, two_step
from server.core.accounts import AccountFacts, NoSuchAccountError
from server.core.context import Context
from server.core.permit import NotAllowedError, permit
from server.core.rows import account_rows, audit_rows
from server.core.sessions import Account
from shared.roles import TABLE, WITHOUT_DESK, Permission, Role

_P = Permission.MANAGE_ACCOUNTS


class StaffAccountError(Exception):
    """Nothing was changed."""


class OwnAccountError(StaffAccountError):
    """Another admin must do that."""


class LastAdminError(StaffAccountError):
    """Make another admin first."""


def everyone(ctx: Context, account: Account) -> list[AccountFacts]:
    """All accounts of the kecamatan, by name."""
    permit(account, _P)
    return [one for one in accounts.all_accounts(ctx) if one.role not in WITHOUT_DESK]


def add(
    ctx: Context, account: Account, username: str, role: Role, password: str, nama: str
) -> None:
    """A new account; raises an `AccountError`."""
    permit(account, _P)
    _require_kecamatans(role)
    accounts.add(ctx, username.strip().lower(), role, password, nama.strip(), account.nama)
    ctx.bell.ring()


def set_password(ctx: Context, account: Account, username: str, password: str) -> None:
    """A new password ends every log-in with the old one."""
    permit(account, _P)
    _require_ours(ctx, username)
    accounts.set_password(ctx, username, password, account.nama)
    ctx.bell.ring()


def reset_two_step(ctx: Context, account: Account, username: str) -> None:
    """For somebody whose phone and recovery codes are lost; one's own goes with a code."""
    permit(account, _P)
    if username == account.username:
        raise OwnAccountError
    _require_ours(ctx, username)
    two_step.reset(ctx, username, account.nama)


def set_role(ctx: Context, account: Account, username: str, role: Role) -> None:
    """Another role; it holds from the next log-in on, so the present ones end."""
    permit(account, _P)
    _require_kecamatans(role)
    if username == account.username:
        raise OwnAccountError
    _require_ours(ctx, username)
    _keep_an_admin(ctx, username, role)
    now = ctx.clock.now()
    with ctx.database.write() as db:
        row = account_rows.find(db, username)
        if row is None:
            raise NoSuchAccountError
        account_rows.set_role(db, row.id, role)
        audit_rows.add(db, now, account.nama, "role_changed", username, role)
    ctx.bell.ring()


def remove(ctx: Context, account: Account, username: str) -> None:
    """The account ends, and every log-in with it."""
    permit(account, _P)
    if username == account.username:
        raise OwnAccountError
    _require_ours(ctx, username)
    _keep_an_admin(ctx, username, None)
    accounts.remove(ctx, username, account.nama)
    ctx.bell.ring()


def _require_kecamatans(role: Role) -> None:
    """Accounts that reach beyond the kecamatan are given by who runs the server."""
    if role in WITHOUT_DESK:
        raise NotAllowedError(*TABLE[role])


def _require_ours(ctx: Context, username: str) -> None:
    """The same of an account that is there, whatever is to be done with it."""
    for one in accounts.all_accounts(ctx):
        if one.username == username:
            _require_kecamatans(one.role)


def _keep_an_admin(ctx: Context, username: str, role: Role | None) -> None:
    """One admin at least must remain who can log in."""
    others = [a for a in accounts.all_accounts(ctx) if a.username != username]
    if role is not Role.ADMIN and not any(a.role is Role.ADMIN for a in others):
        raise LastAdminError
