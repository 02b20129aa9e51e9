"""Carries what is being written to the server while it is being written, one write at a time."""

from __future__ import annotations

import asyncio
from typing import Any

from server.desk.reading import Reading
from server.laporan import review_drafts, teks
from server.laporan.review_drafts import ReviewDraft

AGAIN_S = 3.0


class Keeper:
    """The newest state counts: what was typed while another write ran is written after it."""

    def __init__(self, page: Reading[Any, Any]) -> None:
        self._page = page
        self._next: dict[str, tuple[int, ReviewDraft]] = {}
        self._failing = False
        self._work: asyncio.Task[None] | None = None

    def keep(self, laporan: str, versi: int, draft: ReviewDraft) -> None:
        """Write it down; the call returns at once."""
        self._next[laporan] = versi, draft
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._write())

    async def rest(self) -> None:
        """Wait until everything is written."""
        if self._work is not None:
            await self._work

    async def _write(self) -> None:
        while self._next:
            laporan, (versi, draft) = self._next.popitem()
            done, _ = await self._page.attempt(review_drafts.keep, laporan, versi, draft)
            if not done:
                self._next.setdefault(laporan, (versi, draft))
                self._page.tell(teks.PK_BELUM_TERSIMPAN, well=False)
                self._failing = True
                await asyncio.sleep(AGAIN_S)
            elif self._failing:
                self._failing = False
                self._page.tell("")
