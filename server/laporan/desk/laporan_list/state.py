"""The list of reports as it stands on one screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.laporan.desk.addresses import ListPlace
from server.laporan.read_laporan import Line
from server.laporan.read_staff import ListPage, list_page

SKELETON_AFTER_S = 0.4
TYPING_PAUSE_S = 0.5


@dataclass
class SearchBox:
    """The search field's own memory. Not observed: what is being typed must not be redrawn.

    Each drawing hands the field what it already holds, so that nothing is sent to it; only a new
    ``number`` makes another field, with other words.
    """

    typed: str = ""
    number: int = 0
    drawn: int = -1
    field: ft.Ref[ft.TextField] = field(default_factory=ft.Ref[ft.TextField])

    def words(self, wanted: str) -> str:
        """What to draw the field with."""
        standing = self.field.current
        if standing is None or self.drawn != self.number:
            self.drawn = self.number
            return wanted
        return standing.value or ""

    def show(self, words: str) -> None:
        """The address says other words than were typed: another field is needed."""
        if words != self.typed:
            self.typed = words
            self.number += 1


@ft.observable
@dataclass
class ListState:
    """Reads a page of the list, and again whenever something has come in."""

    ctx: Context
    account: Account
    place: ListPlace
    page: ListPage | None = None
    failed: bool = False
    slow: bool = False
    seen: datetime | None = None
    """The newest receipt that the person has been shown; what is later is marked as new."""
    search: SearchBox = field(default_factory=SearchBox)

    async def show(self, place: ListPlace) -> None:
        """Another filter or page: what was new is old now."""
        if place != self.place:
            self.seen = self.page.newest if self.page else None
        self.place = place
        self.search.show(place.which.words)
        await self.load()

    async def load(self) -> None:
        """Read; an answer for a place that was left meanwhile is dropped."""
        asked = self.place
        patience = asyncio.create_task(self._grow_impatient())
        try:
            page = await asyncio.to_thread(
                list_page, self.ctx, self.account, asked.which, asked.number, self.seen
            )
        except StoreError:
            self.failed, self.slow = True, False
            return
        finally:
            patience.cancel()
        if asked == self.place:
            self.failed, self.slow = False, False
            self.seen = self.seen or page.newest or self.ctx.clock.now()
            self.page = page

    def is_new(self, line: Line) -> bool:
        return self.seen is not None and line.received_at > self.seen

    def acknowledge(self) -> None:
        """The person has seen what is new."""
        if self.page is not None:
            self.seen = self.page.newest

    async def type(self, words: str, search: Callable[[str], None]) -> None:
        """Search once the typing rests."""
        words = " ".join(words.split())
        self.search.typed = words
        await asyncio.sleep(TYPING_PAUSE_S)
        if words == self.search.typed and words != self.place.which.words:
            search(words)

    async def _grow_impatient(self) -> None:
        if self.page is None:
            await asyncio.sleep(SKELETON_AFTER_S)
            self.slow = True
