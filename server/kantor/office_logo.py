"""The logo of the kop: put, or taken away; kept in the database, so it is in every backup."""

from __future__ import annotations

import base64

from server.core import office
from server.core.context import Context
from server.core.permit import permit
from server.core.sessions import Account
from shared.documents.logo import LogoError, small_logo
from shared.roles import Permission

__all__ = ["LogoError", "put", "remove"]


def put(ctx: Context, account: Account, data: bytes) -> None:
    """Raises `LogoError` for what is no PNG or JPEG; the desk and every phone print it then."""
    permit(account, Permission.MANAGE_SETTINGS)
    small = base64.b64encode(small_logo(data)).decode()
    office.change(ctx, account, {"logo": small})


def remove(ctx: Context, account: Account) -> None:
    """Letters have no logo then."""
    office.change(ctx, account, {"logo": ""})
