"""The month board as it stands on one screen."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.laporan import board as use
from server.laporan.board import Board
from server.laporan.desk.addresses import BoardPlace

SKELETON_AFTER_S = 0.4


@dataclass(frozen=True)
class Reminding:
    """The villages that are about to be reminded, which one now, and what was typed for it.

    One value: two changes at once would draw the dialog twice.
    """

    villages: tuple[str, ...]
    at: int = 0
    typed: str | None = None
    copied: bool = False

    @property
    def desa(self) -> str:
        return self.villages[self.at]


@ft.observable
@dataclass
class BoardState:
    """Reads the board, and again whenever something has come in."""

    ctx: Context
    account: Account
    place: BoardPlace
    board: Board | None = None
    failed: bool = False
    slow: bool = False
    reminding: Reminding | None = None
    all_phones: bool = False

    async def show(self, place: BoardPlace) -> None:
        """Another month."""
        self.place = place
        await self.load()

    async def load(self) -> None:
        """Read; an answer for a month that was left meanwhile is dropped."""
        asked = self.place
        patience = asyncio.create_task(self._grow_impatient())
        try:
            board = await asyncio.to_thread(use.board, self.ctx, self.account, asked.bulan)
        except StoreError:
            self.failed, self.slow = True, False
            return
        finally:
            patience.cancel()
        if asked == self.place:
            self.failed, self.slow, self.board = False, False, board

    def remind(self, villages: tuple[str, ...]) -> None:
        """Open the ready text for these villages, one after the other."""
        self.reminding = Reminding(villages)

    def type(self, words: str) -> None:
        """The text was changed."""
        if self.reminding is not None:
            self.reminding = replace(self.reminding, typed=words, copied=False)

    def copied(self) -> None:
        """The text lies on the clipboard."""
        if self.reminding is not None:
            self.reminding = replace(self.reminding, copied=True)

    def next_village(self) -> None:
        if self.reminding is not None:
            villages, at = self.reminding.villages, self.reminding.at + 1
            self.reminding = Reminding(villages, at) if at < len(villages) else None

    def stop_reminding(self) -> None:
        self.reminding = None

    async def reminded(self) -> None:
        """WhatsApp was opened, or the text was taken: let the others know."""
        if self.board is not None and self.reminding is not None:
            desa = self.reminding.desa
            await asyncio.to_thread(use.remind, self.ctx, self.account, desa, self.board.bulan)

    def toggle_phones(self) -> None:
        self.all_phones = not self.all_phones

    async def _grow_impatient(self) -> None:
        if self.board is None:
            await asyncio.sleep(SKELETON_AFTER_S)
            self.slow = True
