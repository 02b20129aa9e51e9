"""Who is logged in at the staff view: server-side sessions, and the account of the moment."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

from shared.roles import Role


@dataclass(frozen=True)
class Account:
    """Who works at the kecamatan, as the door at the staff view knows them."""

    username: str
    role: Role
    nama: str


current_account: ContextVar[Account | None] = ContextVar("current_account", default=None)
"""The account behind the request or the websocket; set by the door, read inside Flet's main()."""
