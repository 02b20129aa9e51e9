"""What the pages of the evidence share: one year read at once, entries and files written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, ClassVar

from server.core.context import Context
from server.core.sessions import Account
from server.desk import teks as teks_desk
from server.desk.reading import A, Reading, Refusals, Told
from server.inovasi import evidence, innovation, innovation_pack, teks
from server.inovasi.innovation import BadEntryError, Innovation, NoYearError
from shared.photos.picture_file import is_cut

PAUSE_S = 0.6

_TROUBLES: dict[type[evidence.EvidenceError], str] = {
    evidence.WrongTypeError: teks.IN_SALAH_JENIS,
    evidence.TooLargeError: teks.IN_TERLALU_BESAR,
    evidence.BadLinkError: teks.IN_SALAH_TAUTAN,
}


class Entering(Reading["int | None", A]):
    """A page of a year, into which entries and files are written, and whose pack is made."""

    refusals: ClassVar[Refusals] = {
        BadEntryError: lambda error: teks.IN_SALAH_ISI.format(
            isian=teks.PJ_ISIAN.get(error.key, error.key)
        ),
        evidence.EvidenceError: lambda error: _TROUBLES[type(error)],
    }
    saved_at: datetime | None = None
    job = ""
    """The pack that is being made, or lies ready."""

    def __init__(self, ctx: Context, account: Account, asked: int | None = None) -> None:
        super().__init__(ctx, account, asked)
        self._writing: dict[str, Any] = {}

    @property
    def lacks_set(self) -> bool:
        return self.missing

    async def type(self, key: str, value: Any) -> None:
        """Store it once the typing rests."""
        self._writing[key] = value
        await asyncio.sleep(PAUSE_S)
        if key in self._writing and self._writing[key] == value:
            await self.flush()

    async def flush(self) -> None:
        """Store what has been typed; what could not be stored stays to be tried again."""
        for key, value in list(self._writing.items()):
            if await self.put(key, value) and self._writing.get(key) == value:
                del self._writing[key]

    async def put(self, key: str, value: Any) -> bool:
        """Enter one thing now; whether it was taken."""
        return await self._enter(innovation.put, key, value)

    async def choose(self, key: str, value: str, into: bool) -> None:
        """One of several, or none of them."""
        await self.put(key, value if into else "")

    async def put_item(self, key: str, item: str, into: bool) -> None:
        """One item of a list, in or out."""
        await self._enter(partial(innovation.put_item, into=into), key, item)

    async def _enter(self, deed: Callable[..., object], *given: Any) -> bool:
        done, _ = await self.attempt(deed, *given)
        if done:
            self.told, self.saved_at = None, self.ctx.clock.now()
            await self.load()
        return done

    async def put_number(self, key: str, text: str) -> None:
        """A number as people write it, or nothing."""
        plain = text.strip().replace(",", ".")
        try:
            value = float(plain) if plain else None
        except ValueError:
            self.tell(teks.PJ_ANGKA_SALAH, well=False)
            return
        await self.type(key, value)

    async def add_file(self, tempat: str, jenis: str, name: str, data: bytes) -> None:
        done = await self._do(evidence.add, self._year(), tempat, jenis, name, data)
        if done and is_cut(data):
            self.told = Told(teks_desk.FOTO_TERPOTONG, "wait")

    async def add_link(self, tempat: str, tautan: str) -> None:
        if tautan.strip():
            await self._do(evidence.add_link, self._year(), tempat, "", tautan)

    async def remove_file(self, ident: str) -> None:
        await self._do(evidence.remove, ident)

    async def pack(self) -> None:
        """Everything as one file, made in the background."""
        await self.act(innovation_pack.start, self._year(), then=self._packing)

    def _packing(self, job: str) -> None:
        self.job = job

    def put_away(self) -> None:
        """The pack's card goes."""
        self.ctx.jobs.forget(self.account.username, self.job)
        self.job = ""

    async def _do(self, deed: Callable[..., object], *given: Any) -> bool:
        return await self.act(deed, *given, well=teks.IN_TERSIMPAN, then=self._done)

    def _done(self, _: object) -> None:
        self.round += 1

    def _year(self) -> int:
        """The year that is shown: each page says which."""
        raise NotImplementedError


class EvidenceState(Entering[Innovation]):
    """A year of the evidence."""

    def _year(self) -> int:
        return self.found.tahun if self.found is not None else self.ctx.clock.now().year

    def read(self, asked: int | None) -> Innovation | None:
        """None: no set of indicators is there for that year."""
        try:
            return innovation.page(self.ctx, self.account, asked)
        except NoYearError:
            return None

    @property
    def page(self) -> Innovation | None:
        return self.found
