"""The one question before every deed and every sight: may this person?"""

from __future__ import annotations

from server.core.context import Context
from server.core.rows import settings_rows
from server.core.sessions import Account
from shared.roles import Permission, Role, can

CAMAT_VERIFIES = "camat_verifikasi"
"""The setting by which the camat verifies, too; else that is the Kasi's work."""


class NotAllowedError(Exception):
    """A role may not do that: nothing was done and nothing is shown."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(permission)
        self.permission = permission


def permit(account: Account, permission: Permission) -> None:
    """Raise `NotAllowedError` unless the account's role holds ``permission``."""
    if not can(account.role, permission):
        raise NotAllowedError(permission)


def permit_review(ctx: Context, account: Account) -> None:
    """The same for verifying, which an office may let its camat do."""
    if Permission.REVIEW not in granted(ctx, account):
        permit(account, Permission.REVIEW)


def granted(ctx: Context, account: Account) -> frozenset[Permission]:
    """What the office lets this person do beyond the role."""
    if account.role is not Role.CAMAT:
        return frozenset()
    with ctx.database.read() as db:
        on = settings_rows.some(db, (CAMAT_VERIFIES,)).get(CAMAT_VERIFIES) == "true"
    return frozenset({Permission.REVIEW}) if on else frozenset()
