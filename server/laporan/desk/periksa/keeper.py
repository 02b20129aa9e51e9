"""Carries what is being written to the server while it is being written, one write at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.laporan import review_drafts, teks
from server.laporan.review_drafts import ReviewDraft

AGAIN_S = 3.0


class Keeper:
    """The newest state counts: what was typed while another write ran is written after it."""

    def __init__(self, ctx: Context, account: Account, say: Callable[[str], None]) -> None:
        self._ctx = ctx
        self._account = account
        self._say = say
        self._next: dict[str, tuple[int, ReviewDraft]] = {}
        self._told = ""
        self._work: asyncio.Task[None] | None = None

    async def read(self, laporan: str) -> ReviewDraft:
        """What was begun on a report, with all that was typed here."""
        await self.rest()
        return await asyncio.to_thread(review_drafts.read, self._ctx, self._account, laporan)

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
            try:
                await asyncio.to_thread(
                    review_drafts.keep, self._ctx, self._account, laporan, versi, draft
                )
            except StoreError:
                self._next.setdefault(laporan, (versi, draft))
                self._tell(teks.PK_BELUM_TERSIMPAN)
                await asyncio.sleep(AGAIN_S)
            else:
                self._tell("")

    def _tell(self, words: str) -> None:
        """That it does not work just now, and no longer than that."""
        if words != self._told:
            self._told = words
            self._say(words)
