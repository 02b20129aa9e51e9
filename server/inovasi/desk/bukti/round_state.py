"""The state of a round's page: what `EvidenceState` does, read round by round."""

from __future__ import annotations

import asyncio

from server.core.context import Context
from server.core.sessions import Account
from server.inovasi import innovation_round, teks
from server.inovasi.desk.bukti.state import PAUSE_S, Entering
from server.inovasi.innovation import NoYearError
from server.inovasi.innovation_dates import read_day
from server.inovasi.innovation_fields import MOST_DEVELOPMENTS
from server.inovasi.innovation_round import Round, Suggestion
from shared.clock import tanggal


class RoundState(Entering[Round]):
    """Dates are typed as people write them; what cannot be read stays in its field and is told."""

    shown = 0
    """So many developments are open beside those that were entered."""

    def __init__(self, ctx: Context, account: Account, asked: int | None) -> None:
        super().__init__(ctx, account, asked)
        self._days: dict[str, str] = {}

    @property
    def days(self) -> dict[str, str]:
        """What is being typed into the fields for days."""
        return self._days

    def read(self, asked: int | None) -> Round | None:
        """None: no set of indicators is there for that year."""
        try:
            return innovation_round.read(self.ctx, self.account, asked)
        except NoYearError:
            return None

    async def type_day(self, key: str, text: str) -> None:
        """Kept once the typing rests and it can be read."""
        self.days[key] = text
        await asyncio.sleep(PAUSE_S)
        if self.days.get(key) == text and (not text.strip() or read_day(text)):
            await self.put_days()

    async def put_days(self) -> None:
        """All that was typed; what cannot be read is told."""
        for key, text in list(self.days.items()):
            day = read_day(text)
            if text.strip() and day is None:
                self.tell(teks.KL_TANGGAL_SALAH, well=False)
                continue
            stored = await self.put(key, day.isoformat() if day else None)
            if stored and self.days.get(key) == text:
                del self.days[key]

    async def adopt(self, one: Suggestion) -> None:
        """What the data date becomes a development of its own."""
        number = self.next_number()
        if number is None:
            return
        day = tanggal(one.day, weekday=False)
        await self.put(f"kembang.{number}.mulai", one.day.isoformat())
        await self.put(f"kembang.{number}.apa", f"{teks.KL_SARAN_ISI[one.kode]}, {day}")
        self.round += 1

    def next_number(self) -> int | None:
        """The first development that is free; None when all are taken."""
        have = {one.nomor for one in self.found.dates.developments} if self.found else set[int]()
        free = (n for n in range(1, MOST_DEVELOPMENTS + 1) if n not in have)
        return next(free, None)

    async def more(self) -> None:
        """One more form for a development."""
        self.shown += 1

    async def tick(self, kode: str) -> None:
        """A step of the way is done, or not yet."""
        if self.found is None:
            return
        key = f"jalan.{self.found.tahun}.{kode}"
        await self.put(key, self.found.facts.get(key) is not True)

    def _year(self) -> int:
        return self.found.tahun if self.found is not None else self.ctx.clock.now().year
