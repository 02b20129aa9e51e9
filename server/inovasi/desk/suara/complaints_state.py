"""The state of the complaints' page: a page of them, and the one that is being written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import flet as ft

from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.inovasi import complaints
from server.inovasi import teks_suara as words
from server.inovasi.complaints import Complaint, ComplaintPage, EmptyError, GoneError
from server.inovasi.desk.addresses_suara import ComplaintsPlace

NEW = "baru"


class Typed:
    """What stands in the form; writing here draws nothing anew."""

    nama = ""
    teks = ""


@ft.observable
@dataclass
class ComplaintsState:
    """What the page shows; ``open`` is the complaint whose answer is being written, or `NEW`."""

    ctx: Context
    account: Account
    place: ComplaintsPlace
    page: ComplaintPage | None = None
    failed: bool = False
    open: str = ""
    fault: str = ""
    typed: Typed = field(default_factory=Typed)

    async def show(self, place: ComplaintsPlace) -> None:
        self.place = place
        await self.load()

    async def load(self) -> None:
        asked = self.place
        try:
            found = await asyncio.to_thread(
                complaints.page, self.ctx, self.account, asked.status, asked.number
            )
        except StoreError:
            self.failed = True
            return
        if asked == self.place:
            self.failed, self.page = False, found

    def begin(self, one: Complaint | None) -> None:
        """Write an answer, or a new complaint."""
        self.typed, self.fault = Typed(), ""
        if one is not None:
            self.typed.teks = one.jawaban
        self.open = one.id if one else NEW

    def leave(self) -> None:
        self.open, self.fault = "", ""

    async def write(self) -> None:
        typed = self.typed
        await self._do(lambda: complaints.write(self.ctx, self.account, typed.nama, "", typed.teks))

    async def answer(self, status: str) -> None:
        ident, jawaban = self.open, self.typed.teks
        await self._do(lambda: complaints.answer(self.ctx, self.account, ident, status, jawaban))

    async def _do(self, deed: Callable[[], Any]) -> None:
        try:
            await asyncio.to_thread(deed)
        except EmptyError:
            self.fault = words.PGD_WAJIB
        except GoneError:
            self.fault = words.PGD_HILANG
        except StoreError:
            self.fault = umum.AG_GAGAL
        else:
            self.leave()
            await self.load()
