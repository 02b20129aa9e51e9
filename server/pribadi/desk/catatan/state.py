"""The audit log as it stands at one window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.pribadi import audit_log
from server.pribadi.audit_log import AuditPage
from server.pribadi.desk.addresses import AuditPlace

TYPING_PAUSE_S = 0.5


@ft.observable
@dataclass
class AuditState:
    """Reads a page when its place changes: a log that moves while one reads helps nobody."""

    ctx: Context
    account: Account
    place: AuditPlace
    page: AuditPage | None = None
    failed: bool = False
    typed: str = ""

    async def show(self, place: AuditPlace) -> None:
        self.place = place
        self.typed = place.which.words
        await self.load()

    async def load(self) -> None:
        asked = self.place
        try:
            found = await asyncio.to_thread(
                audit_log.page, self.ctx, self.account, asked.which, asked.number
            )
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
