"""One's own way in: the open log-ins, and the second step while it is set up."""

from __future__ import annotations

from typing import ClassVar

from server.core import two_step
from server.core.two_step import Mine
from server.desk.reading import Reading, Refusals
from server.kantor import teks


class MyLogInsState(Reading[None, Mine]):
    """Nobody sees here what belongs to somebody else."""

    refusals: ClassVar[Refusals] = {
        two_step.WrongCodeError: teks.LS_KODE_SALAH,
        two_step.AccountGoneError: teks.LS_AKUN_HILANG,
        two_step.TooManyError: lambda error: teks.LS_TUNGGU.format(menit=-(-error.seconds // 60)),
    }
    secret = ""
    """For the app; empty while nothing is being set up."""
    codes: tuple[str, ...] = ()
    """Recovery codes, shown this once."""

    def read(self, _: None) -> Mine:
        return two_step.look(self.ctx, self.account)

    def begin(self) -> None:
        """Show a fresh secret and ask for its first code."""
        self.secret, self.codes, self.told = two_step.new_secret(), (), None
        self.round += 1

    def stop(self) -> None:
        self.secret, self.codes = "", ()

    async def switch_on(self) -> None:
        await self.act(
            two_step.switch_on,
            self.secret,
            self.typed.kode,
            well=teks.LS_TERPASANG,
            then=self._show,
        )

    async def switch_off(self) -> None:
        await self.act(
            two_step.switch_off, self.typed.kode, well=teks.LS_TERLEPAS, then=lambda _: self.stop()
        )

    async def end_all(self) -> None:
        """This window closes with the others."""
        await self.act(two_step.end_all, again=False)

    def _show(self, codes: tuple[str, ...]) -> None:
        self.secret, self.codes = "", codes
        self.round += 1
