"""The coachings as a list or a month, with what is suggested."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from server.desk.reading import Reading
from server.pembinaan import pembinaan, pembinaan_suggest, teks
from server.pembinaan.desk.addresses import PembinaanPlace
from server.pembinaan.pembinaan_reading import Line, Page, month, page
from server.pembinaan.pembinaan_suggest import Suggestion
from shared.clock import nama_bulan


class Found(NamedTuple):
    """A page of the list; ``lines`` are of the month, where a month is shown."""

    page: Page
    lines: tuple[Line, ...]
    suggested: tuple[Suggestion, ...]


class PembinaanState(Reading[PembinaanPlace, Found]):
    """What its place asks for; a coaching can be begun."""

    def read(self, asked: PembinaanPlace) -> Found:
        lines = month(self.ctx, self.account, asked.bulan) if asked.bulan else ()
        found = page(self.ctx, self.account, asked.number)
        return Found(found, lines, pembinaan_suggest.suggestions(self.ctx, self.account))

    async def begin(self, opened: Callable[[str], None]) -> None:
        """An empty record."""
        await self.act(pembinaan.begin, then=opened)

    async def use(self, opened: Callable[[str], None], one: Suggestion) -> None:
        """A record that answers a suggestion."""
        judul = teks.PB_SARAN_JUDUL[one.kind].format(bulan=nama_bulan(one.bulan))
        await self.act(pembinaan_suggest.begin, one, judul, then=opened)
