"""The coachings as a list or a month, with what is suggested."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.pembinaan import pembinaan, pembinaan_suggest, teks
from server.pembinaan.desk.addresses import PembinaanPlace
from server.pembinaan.pembinaan_reading import Line, Page, month, page
from server.pembinaan.pembinaan_suggest import Suggestion
from shared.clock import nama_bulan


@ft.observable
@dataclass
class PembinaanState:
    """Reads what its place asks for, and again whenever something has changed."""

    ctx: Context
    account: Account
    place: PembinaanPlace
    page: Page | None = None
    lines: tuple[Line, ...] = ()
    """Of the month, where a month is shown."""
    suggested: tuple[Suggestion, ...] = ()
    failed: bool = False

    async def show(self, place: PembinaanPlace) -> None:
        self.place = place
        await self.load()

    async def load(self) -> None:
        asked = self.place
        try:
            found = await asyncio.to_thread(self._read, asked)
        except StoreError:
            self.failed = True
            return
        if asked == self.place:
            self.failed = False
            self.page, self.lines, self.suggested = found

    def _read(self, asked: PembinaanPlace) -> tuple[Page, tuple[Line, ...], tuple[Suggestion, ...]]:
        lines = month(self.ctx, self.account, asked.bulan) if asked.bulan else ()
        found = page(self.ctx, self.account, asked.number)
        return found, lines, pembinaan_suggest.suggestions(self.ctx, self.account)

    async def begin(self, opened: Callable[[str], None]) -> None:
        """An empty record."""
        opened(await asyncio.to_thread(pembinaan.begin, self.ctx, self.account))

    async def use(self, one: Suggestion, opened: Callable[[str], None]) -> None:
        """A record that answers a suggestion."""
        judul = teks.PB_SARAN_JUDUL[one.kind].format(bulan=nama_bulan(one.bulan))
        opened(await asyncio.to_thread(pembinaan_suggest.begin, self.ctx, self.account, one, judul))
