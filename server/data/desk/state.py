"""What there is to take along, and the files that are being made."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.jobs import TooManyError
from server.core.sessions import Account
from server.data import data_out, teks
from server.data.data_out import Page
from server.data.desk.addresses import DataPlace


@ft.observable
@dataclass
class DataState:
    """Reads the counts of what is chosen; files that were begun earlier are found again."""

    ctx: Context
    account: Account
    place: DataPlace
    page: Page | None = None
    failed: bool = False
    told: str = ""
    sensitif: bool = False
    files: tuple[str, ...] = ()

    async def show(self, place: DataPlace) -> None:
        self.place = place
        self.files = self.ctx.jobs.mine(self.account.username)
        await self.load()

    async def load(self) -> None:
        asked = self.place
        try:
            page = await asyncio.to_thread(data_out.page, self.ctx, self.account, asked.which)
        except StoreError:
            self.failed = True
            return
        if asked == self.place:
            self.failed, self.page = False, page

    def with_sensitif(self, on: bool) -> None:
        self.sensitif = on

    def start(self, what: str, form: str) -> None:
        """Begin a file."""
        try:
            data_out.start(self.ctx, self.account, what, form, self.place.which)
        except TooManyError:
            self.told = teks.KERJA_BANYAK
            return
        self.told = ""
        self.files = self.ctx.jobs.mine(self.account.username)

    def close(self, ident: str) -> None:
        self.ctx.jobs.forget(self.account.username, ident)
        self.files = self.ctx.jobs.mine(self.account.username)
