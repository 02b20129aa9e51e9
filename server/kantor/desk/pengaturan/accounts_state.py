"""The accounts as they stand, and the one that is being made or changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from server.core import accounts
from server.core.accounts import AccountFacts
from server.core.installation import NeighbourError
from server.desk.reading import Reading, Refusals, Typed
from server.kantor import staff_accounts, teks
from shared.roles import Role

NEW, PASSWORD, REMOVE, RESET = "new", "password", "remove", "reset"


def _why(error: Exception) -> str:
    return teks.AK_SALAH[type(error).__name__]


class AccountsState(Reading[None, list[AccountFacts]]):
    """Everybody, again after each change; what is typed is forgotten when the form closes."""

    refusals: ClassVar[Refusals] = {
        accounts.AccountError: _why, staff_accounts.StaffAccountError: _why,
        NeighbourError: lambda error: teks.AK_KECAMATAN_LAIN.format(kode=error),
    }  # fmt: skip
    doing = ""
    whom: AccountFacts | None = None
    role: str = Role.PEMBACA

    def read(self, _: None) -> list[AccountFacts]:
        return staff_accounts.everyone(self.ctx, self.account)

    def begin(self, doing: str, whom: AccountFacts | None = None) -> None:
        """Open the form of a new account, a new password, or the question before removing."""
        self.typed = Typed(username="", nama="", password="")
        self.round += 1
        self.doing, self.whom, self.told = doing, whom, None

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
            await self._do(staff_accounts.add, *given)
        elif self.doing == PASSWORD and whom:
            await self._do(staff_accounts.set_password, whom.username, typed.password)
        elif self.doing == REMOVE and whom:
            await self._do(staff_accounts.remove, whom.username)
        elif self.doing == RESET and whom:
            await self._do(staff_accounts.reset_two_step, whom.username)

    async def set_role(self, whom: AccountFacts, role: str | None) -> None:
        if role and role != whom.role:
            await self._do(staff_accounts.set_role, whom.username, Role(role))

    async def _do(self, deed: Callable[..., None], *given: object) -> None:
        await self.act(deed, *given, well=teks.AK_SELESAI, then=lambda _: self.stop())
