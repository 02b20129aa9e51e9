"""The measures of a period, and which phones are for practice."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.inovasi import innovation
from server.inovasi.innovation import Measured, PracticePhone


@ft.observable
@dataclass
class MeasuresState:
    """Reads the measures of its period, again whenever something has changed."""

    ctx: Context
    account: Account
    period: str
    found: Measured | None = None
    phones: tuple[PracticePhone, ...] = ()
    failed: bool = False

    async def show(self, period: str) -> None:
        self.period = period
        await self.load()

    async def load(self) -> None:
        asked = self.period
        try:
            found = await asyncio.to_thread(innovation.measured, self.ctx, self.account, asked)
            phones = await asyncio.to_thread(innovation.phones, self.ctx, self.account)
        except StoreError:
            self.failed = True
            return
        if asked == self.period:
            self.failed, self.found, self.phones = False, found, phones

    async def turn(self, phone: PracticePhone) -> None:
        """For practice, or in earnest again."""
        mark = partial(innovation.mark_training, on=not phone.practice)
        await asyncio.to_thread(mark, self.ctx, self.account, phone.id)
        await self.load()
