"""The accounts as they stand, and the one that is being made or changed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import flet as ft

from server.core import teks as umum
from server.core.accounts import AccountError, AccountFacts
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.kantor import staff_accounts, teks
from server.kantor.staff_accounts import StaffAccountError
from shared.roles import Role

NEW, PASSWORD, REMOVE = "new", "password", "remove"


class Typed:
    """What stands in the fields; a password is forgotten when the form closes."""

    def __init__(self) -> None:
        self.username = ""
        self.nama = ""
        self.password = ""


@ft.observable
@dataclass
class AccountsState:
    """Reads the accounts, and again after each change."""

    ctx: Context
    account: Account
    accounts: list[AccountFacts] | None = None
    failed: bool = False
    doing: str = ""
    whom: AccountFacts | None = None
    role: str = Role.PEMBACA
    told: str = ""
    wrong: bool = False
    round: int = 0
    typed: Typed = field(default_factory=Typed)

    async def load(self) -> None:
        try:
            self.accounts = await asyncio.to_thread(staff_accounts.everyone, self.ctx, self.account)
            self.failed = False
        except StoreError:
            self.failed = True

    def begin(self, doing: str, whom: AccountFacts | None = None) -> None:
        """Open the form of a new account, a new password, or the question before removing."""
        self.typed = Typed()
        self.round += 1
        self.doing, self.whom, self.told = doing, whom, ""

    def stop(self) -> None:
        self.typed = Typed()
        self.doing, self.whom = "", None

    def choose(self, role: str | None) -> None:
        self.role = role or Role.PEMBACA

    async def finish(self) -> None:
        """Do what the form is for."""
        typed, whom = self.typed, self.whom
        if self.doing == NEW:
            given = (typed.username, Role(self.role), typed.password, typed.nama)
            await self._try(staff_accounts.add, *given)
        elif self.doing == PASSWORD and whom:
            await self._try(staff_accounts.set_password, whom.username, typed.password)
        elif self.doing == REMOVE and whom:
            await self._try(staff_accounts.remove, whom.username)

    async def set_role(self, whom: AccountFacts, role: str | None) -> None:
        if role and role != whom.role:
            await self._try(staff_accounts.set_role, whom.username, Role(role))

    async def _try(self, deed: Callable[..., None], *given: object) -> None:
        try:
            await asyncio.to_thread(deed, self.ctx, self.account, *given)
        except (AccountError, StaffAccountError) as error:
            self.wrong, self.told = True, teks.AK_SALAH[type(error).__name__]
            return
        except StoreError:
            self.wrong, self.told = True, umum.GAGAL_BACA
            return
        self.stop()
        self.wrong, self.told = False, teks.AK_SELESAI
        await self.load()
