"""One phone of the soak: on a disk that fails, in changing weather, with a memory that does not."""

from __future__ import annotations

import random
import uuid
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from mobile.domain.record import Record, reopened
from mobile.ports import SyncState
from mobile.usecases.finish import can_edit
from shared.clock import WITA, FixedClock, format_time
from shared.laporan import Foto, Laporan
from tests import cast
from tests.both.kit import RealPhone
from tests.doubles.disk import MemoryDisk
from tests.faults.harness import need
from tests.faults.weather import Weather
from tests.server.photo_kit import jpeg

BEGINS = datetime(2026, 10, 1, 19, 0, tzinfo=WITA)
PICTURE = jpeg(63, (48, 48))


@dataclass
class SoakPhone:
    """A phone on a disk that fails, and all that it has ever confirmed."""

    number: int
    desa: str
    dice: random.Random
    weather: Weather
    disk: MemoryDisk = field(default_factory=MemoryDisk)
    skew: timedelta = timedelta()
    token: str = ""
    confirmed: dict[str, int] = field(default_factory=dict[str, int])
    resi: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def __post_init__(self) -> None:
        self.clock = FixedClock(BEGINS)
        self.real = self._opened()

    def _opened(self) -> RealPhone:
        root = Path(f"/phone-{self.number}")
        return RealPhone(root, self.clock, self.disk, self.weather)

    async def activate(self, code: str) -> None:
        given = await self.real.api.activate("http://127.0.0.1", code, "HP contoh", "1.0.0")
        self.token = given.token
        self.real.state.set_identity(given.identity)
        self.real.state.update_sync(lambda _state: SyncState(settings=given.settings))
        await self.real.secrets.keep_token(self.token)

    async def start_again(self) -> None:
        """On what the disk holds now."""
        await self.real.close()
        self.real = self._opened()
        await self.real.secrets.keep_token(self.token)

    def at(self, now: datetime) -> None:
        self.clock.at = now + self.skew

    # What a day brings -----------------------------------------------------------------------

    async def write(self) -> None:
        """A new report with up to two photos, or one that is mended."""
        old = self._mendable()
        if old is not None and self.dice.random() < 0.25:
            words = f"Diperbaiki {self.dice.getrandbits(20)}"
            again = reopened(old, format_time(self.clock.now()))
            assert again.draft
            self.real.laporan.update(old.id, lambda _r: again)
            done = self.real.finish(replace(again.draft, uraian=words))
        else:
            done = self.real.finish(self._report())
        self.confirmed[done.id] = done.versi

    def _report(self) -> Laporan:
        ident = str(uuid.UUID(int=self.dice.getrandbits(128), version=4))
        at = format_time(self.clock.now())
        foto = tuple(self._photo() for _ in range(self.dice.choice((0, 0, 1, 2))))
        form = self.dice.choice((cast.patrol, cast.patrol, cast.patrol, cast.flood))
        return form(ident, desa=self.desa, mulai=at, selesai=None, ditulis=at, foto=foto)

    def _photo(self) -> Foto:
        mark = self.dice.randbytes(16)
        data = PICTURE[:2] + b"\xff\xfe\x00\x12" + mark + PICTURE[2:]
        return self.real.keep_photo(data)

    def _mendable(self) -> Record | None:
        mine = [ident for ident, _ in self.real.laporan.received() if ident in self.confirmed]
        if not mine:
            return None
        record = self.real.laporan.get(self.dice.choice(sorted(mine)))
        fit = record and record.sent and not record.draft and can_edit(record)
        return record if fit else None

    def finished(self) -> list[Laporan]:
        """All that was finished here, also when the phone died before it could say so."""
        store = self.real.laporan
        filed = [record for month in store.months() for record in store.history(month)]
        mine = [one for one in (*store.open_records(), *filed) if not one.from_other_phone]
        return sorted((one.sent for one in mine if one.sent), key=lambda one: one.id)

    def hear(self) -> None:
        """Receipts that a reader of the store can see are confirmed."""
        for ident in self.confirmed:
            record = self.real.laporan.get(ident)
            if record and record.resi:
                self.resi.setdefault(ident, set()).update(record.resi)

    def look(self) -> None:
        """Nothing that was confirmed is missing."""
        need(self.real.state.identity() is not None, "the identity is gone")
        damages = [one for one in self.real.laporan.damages() if not one.recovered]
        need(not damages, f"damaged: {damages}")
        for ident, versi in self.confirmed.items():
            record = self.real.laporan.get(ident)
            need(record is not None and record.sent is not None, f"{ident} is gone")
            assert record
            assert record.sent
            need(record.sent.versi >= versi, f"version {versi} of {ident} is gone")
            need(self.resi.get(ident, set()) <= set(record.resi), f"a receipt of {ident} is gone")
