"""The month board as it stands on one screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from server.desk.reading import Reading
from server.laporan import board
from server.laporan.desk.addresses import BoardPlace
from server.laporan.month_board import Board


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


class BoardState(Reading[BoardPlace, Board]):
    """The board, and the reminder that is being read."""

    reminding: Reminding | None = None
    all_phones = False

    def read(self, asked: BoardPlace) -> Board:
        return board.board(self.ctx, self.account, asked.bulan)

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
        if self.found is not None and self.reminding is not None:
            await self.act(board.remind, self.reminding.desa, self.found.bulan)

    def toggle_phones(self) -> None:
        self.all_phones = not self.all_phones
