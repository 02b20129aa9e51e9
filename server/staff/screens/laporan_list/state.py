"""The list of reports as it stands on one screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import flet as ft

from server.staff.places import ListPlace
from server.store.database import StoreError
from server.usecases.context import Context
from server.usecases.read_laporan import Line
from server.usecases.read_staff import ListPage, list_page

SKELETON_AFTER_S = 0.4
TYPING_PAUSE_S = 0.5


@ft.observable
@dataclass
class ListState:
    """Reads a page of the list, and again whenever something has come in."""

    ctx: Context
    place: ListPlace
    page: ListPage | None = None
    failed: bool = False
    slow: bool = False
    seen: datetime | None = None
    """The newest receipt that the person has been shown; what is later is marked as new."""
    typed: str = ""
    field_number: int = 0
    """Grows when the search field must show other words than were typed into it."""

    async def show(self, place: ListPlace) -> None:
        """Another filter or page: what was new is old now."""
        if place != self.place:
            self.seen = self.page.newest if self.page else None
        self.place = place
        if place.which.words != self.typed:
            self.typed = place.which.words
            self.field_number += 1
        await self.load()

    async def load(self) -> None:
        """Read; an answer for a place that was left meanwhile is dropped."""
        asked = self.place
        patience = asyncio.create_task(self._grow_impatient())
        try:
            page = await asyncio.to_thread(
                list_page, self.ctx, asked.which, asked.number, self.seen
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
        self.typed = words
        await asyncio.sleep(TYPING_PAUSE_S)
        if words == self.typed and words != self.place.which.words:
            search(words)

    async def _grow_impatient(self) -> None:
        if self.page is None:
            await asyncio.sleep(SKELETON_AFTER_S)
            self.slow = True
