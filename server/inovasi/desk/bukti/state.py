"""What the pages of the evidence share: one year read at once, entries and files written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.jobs import TooManyError
from server.core.sessions import Account
from server.inovasi import evidence, innovation, innovation_pack, teks
from server.inovasi.innovation import BadEntryError, Innovation, NoYearError

PAUSE_S = 0.6

_TROUBLES: dict[type[evidence.EvidenceError], str] = {
    evidence.WrongTypeError: teks.IN_SALAH_JENIS,
    evidence.TooLargeError: teks.IN_TERLALU_BESAR,
    evidence.BadLinkError: teks.IN_SALAH_TAUTAN,
}


@ft.observable
@dataclass
class EvidenceState:
    """Reads a year, again whenever something has changed, and carries the deeds out."""

    ctx: Context
    account: Account
    tahun: int | None = None
    page: Innovation | None = None
    failed: bool = False
    lacks_set: bool = False
    told: str = ""
    told_well: bool = True
    saved_at: datetime | None = None
    job: str = ""
    """The pack that is being made, or lies ready."""
    form_number: int = 0
    """Grows when a form must be empty again."""
    typed: dict[str, Any] = field(default_factory=dict[str, Any])

    async def show(self, tahun: int | None) -> None:
        self.tahun, self.told = tahun, ""
        await self.load()

    async def load(self) -> None:
        asked = self.tahun
        try:
            found = await asyncio.to_thread(innovation.page, self.ctx, self.account, asked)
        except NoYearError:
            self.lacks_set = True
            return
        except StoreError:
            self.failed = True
            return
        if asked == self.tahun:
            self.failed, self.lacks_set, self.page = False, False, found

    async def type(self, key: str, value: Any) -> None:
        """Store it once the typing rests."""
        self.typed[key] = value
        await asyncio.sleep(PAUSE_S)
        if key in self.typed and self.typed[key] == value:
            await self.flush()

    async def flush(self) -> None:
        """Store what has been typed; what could not be stored stays to be tried again."""
        for key, value in list(self.typed.items()):
            if await self.put(key, value) and self.typed.get(key) == value:
                del self.typed[key]

    async def put(self, key: str, value: Any) -> bool:
        """Enter one thing now; whether it was taken."""
        return await self._enter(lambda: innovation.put(self.ctx, self.account, key, value))

    async def turn(self, key: str, item: str) -> None:
        """One item of a list, in or out."""
        await self._enter(lambda: innovation.turn(self.ctx, self.account, key, item))

    async def _enter(self, deed: Callable[[], object]) -> bool:
        try:
            await asyncio.to_thread(deed)
        except BadEntryError as error:
            name = teks.PJ_ISIAN.get(error.key, error.key)
            self._tell(teks.IN_SALAH_ISI.format(isian=name), well=False)
            return False
        except StoreError:
            self._tell(teks.IN_BELUM_TERSIMPAN, well=False)
            return False
        self.told, self.saved_at = "", self.ctx.clock.now()
        await self.load()
        return True

    async def put_number(self, key: str, text: str) -> None:
        """A number as people write it, or nothing."""
        plain = text.strip().replace(",", ".")
        try:
            value = float(plain) if plain else None
        except ValueError:
            self._tell(teks.PJ_ANGKA_SALAH, well=False)
            return
        await self.type(key, value)

    async def add_file(self, tempat: str, jenis: str, name: str, data: bytes) -> None:
        await self._do(lambda: evidence.add(
            self.ctx, self.account, self._year(), tempat, jenis, name, data
        ))  # fmt: skip

    async def add_link(self, tempat: str, tautan: str) -> None:
        if tautan.strip():
            await self._do(lambda: evidence.add_link(
                self.ctx, self.account, self._year(), tempat, "", tautan
            ))  # fmt: skip

    async def remove_file(self, ident: str) -> None:
        await self._do(lambda: evidence.remove(self.ctx, self.account, ident))

    async def pack(self) -> None:
        """Everything as one file, made in the background."""
        try:
            self.job = await asyncio.to_thread(
                innovation_pack.start, self.ctx, self.account, self._year()
            )
        except TooManyError:
            self._tell(teks.DK_BANYAK, well=False)

    def say(self, sentence: str, *, well: bool) -> None:
        """What a deed came to that needs no store."""
        self._tell(sentence, well=well)

    def put_away(self) -> None:
        """The pack's card goes."""
        self.ctx.jobs.forget(self.account.username, self.job)
        self.job = ""

    async def _do(self, deed: Callable[[], object]) -> None:
        try:
            await asyncio.to_thread(deed)
        except evidence.EvidenceError as error:
            self._tell(_TROUBLES[type(error)], well=False)
            return
        except StoreError:
            self._tell(teks.IN_BELUM_TERSIMPAN, well=False)
            return
        self.form_number += 1
        self._tell(teks.IN_TERSIMPAN, well=True)
        await self.load()

    def _year(self) -> int:
        return self.page.tahun if self.page else self.ctx.clock.now().year

    def _tell(self, sentence: str, *, well: bool) -> None:
        self.told, self.told_well = sentence, well
