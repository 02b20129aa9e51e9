"""The one question before every deed and every sight: may this person?"""

from __future__ import annotations

from server.core.sessions import Account
from shared.roles import Permission, can


class NotAllowedError(Exception):
    """A role may not do that: nothing was done and nothing is shown."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(permission)
        self.permission = permission


def permit(account: Account, permission: Permission) -> None:
    """Raise `NotAllowedError` unless the account's role holds ``permission``."""
    if not can(account.role, permission):
        raise NotAllowedError(permission)
