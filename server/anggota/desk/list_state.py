"""The roster as it stands at one window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.anggota.desk.addresses import RosterPlace
from server.anggota.roster import RosterPage, page
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account

TYPING_PAUSE_S = 0.5


@ft.observable
@dataclass
class RosterState:
    """Reads a page, and again whenever something has come in."""

    ctx: Context
    account: Account
    place: RosterPlace
    page: RosterPage | None = None
    failed: bool = False
    typed: str = ""

    async def show(self, place: RosterPlace) -> None:
        self.place = place
        self.typed = place.which.words
        await self.load()

    async def load(self) -> None:
        asked = self.place
        try:
            found = await asyncio.to_thread(page, self.ctx, self.account, asked.which, asked.number)
        except StoreError:
            self.failed = True
            return
        if asked == self.place:
            self.failed, self.page = False, found

    async def type(self, words: str, search: Callable[[str], None]) -> None:
        """Search once the typing rests."""
        words = " ".join(words.split())
        self.typed = words
        await asyncio.sleep(TYPING_PAUSE_S)
        if words == self.typed and words != self.place.which.words:
            search(words)
