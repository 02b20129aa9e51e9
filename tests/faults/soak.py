"""Twenty-one phones and a kecamatan for a simulated quarter, with every fault at random.

Phones die, lose power and run full; answers are lost, cut and doubled; the server starts again and
is put back to yesterday; clocks jump by three days on both sides. All of it follows from the seed.
"""

from __future__ import annotations

import contextlib
import hashlib
import random
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from mobile.ports import StoreError
from server.core.config import Settings
from server.core.files.photo_files import PhotoKey
from server.hp.activation import new_code
from server.laporan import read_laporan
from server.rawat.backup import backup
from server.rawat.doctor import Weight, examine
from server.rawat.restore import restore
from shared.clock import FixedClock
from shared.codec import encode
from tests.cast import JUAI
from tests.doubles.disk import Killed
from tests.faults.at_once import use_no_threads
from tests.faults.harness import Doubled, Job, Row, need
from tests.faults.soak_phone import BEGINS, SoakPhone
from tests.faults.weather import Weather
from tests.server.kit import Office, office

PHONES, FEW_PHONES = 21, 5
WHOLE_QUARTER = 60
"""From so many days on it is all the phones."""

JUMP = timedelta(days=3)


@dataclass
class Quarter:
    """The whole of it."""

    folder: Path
    dice: random.Random
    row: Row
    told: Counter[str] = field(default_factory=Counter[str])
    now: datetime = BEGINS
    skew: timedelta = timedelta()
    phones: list[SoakPhone] = field(default_factory=list[SoakPhone])
    _server: Office | None = None
    _running: contextlib.AsyncExitStack = field(default_factory=contextlib.AsyncExitStack)

    @property
    def server(self) -> Office:
        assert self._server
        return self._server

    async def start(self) -> None:
        """The server, on what its folder holds."""
        self._server = await self._running.enter_async_context(office(self.folder / "data"))
        self._server.clock.at = self.now + self.skew
        await self._server.app.state.photos.sweep()

    async def stop(self) -> None:
        await self._running.aclose()

    async def hand_out(self, count: int) -> None:
        """Phones to the villages; the last one is a second phone of the first village."""
        for number in range(count):
            desa = JUAI.desa[number % max(1, count - 1)].kode
            dice = random.Random(self.dice.getrandbits(64))
            weather = Weather(lambda: self.server.app, dice, self.told)
            phone = SoakPhone(number, desa, dice, weather)
            code = new_code(self.server.ctx, desa, f"Pelapor {number} (contoh)", "Kaur Umum")
            await phone.activate(code)
            self.phones.append(phone)

    # A day -----------------------------------------------------------------------------------

    async def day(self, number: int) -> None:
        """In the order that the dice give."""
        self.now = BEGINS + timedelta(days=number)
        await self._at_the_kecamatan()
        for phone in self.dice.sample(self.phones, len(self.phones)):
            await self._with(phone)

    async def _at_the_kecamatan(self) -> None:
        if self.dice.random() < 0.03:
            self.skew = self.dice.choice((-JUMP, JUMP, timedelta()))
            self.told["clock of the server"] += 1
        self.server.clock.at = self.now + self.skew
        if self.dice.random() < 0.06:
            await self.stop()
            await self.start()
            self.told["start of the server"] += 1

    async def _with(self, phone: SoakPhone) -> None:
        if self.dice.random() < 0.01:
            phone.skew = self.dice.choice((-JUMP, JUMP, timedelta()))
            self.told["clock of a phone"] += 1
        phone.at(self.now)
        phone.weather.bad = self.dice.choice((0.0, 0.1, 0.5))
        if self.dice.random() < 0.35:
            await self._under_fault(phone, "write")
        for _ in range(self.dice.choice((0, 1, 1, 2))):
            await self._under_fault(phone, "visit")

    async def _under_fault(self, phone: SoakPhone, what: str) -> None:
        """One time in eight the phone dies, loses power, or has no room for a while."""
        how = self.dice.choice(("kill", "power", "full")) if self.dice.random() < 0.125 else ""
        if how:
            call = self.dice.randint(1, 30)
            phone.disk.arm(call, "kill" if how == "power" else how)
            self.told["full disk of a phone"] += how == "full"
        try:
            await self._do(phone, what)
            died = phone.disk.dead
        except Killed:
            died = True
        except StoreError:
            died = False
        phone.hear()
        if died:
            await self._revive(phone, how)
        phone.disk.disarm()

    async def _do(self, phone: SoakPhone, what: str) -> None:
        if what == "write":
            await phone.write()
        else:
            await phone.real.engine.visit()

    async def _revive(self, phone: SoakPhone, how: str) -> None:
        self.told[f"{how} of a phone"] += 1
        disk = phone.disk
        phone.disk = disk.crash(self.dice) if how == "power" else disk.killed()
        await phone.start_again()
        with self.row.case(f"phone {phone.number} after a {how} on {self.now:%d.%m.}"):
            phone.look()

    async def day_of_writing(self) -> None:
        """Every phone writes and sends, and nothing goes wrong."""
        self.now += timedelta(days=1)
        self.server.clock.at = self.now
        for phone in self.phones:
            phone.at(self.now)
            await phone.write()
            await phone.real.visit_until_done()
            phone.hear()

    def back_up(self, copy: Path) -> None:
        """As `sinar backup` does."""
        backup(self.server.ctx, copy)

    async def put_back(self, copy: Path) -> None:
        """The server as it was when the copy was made."""
        await self.stop()
        settings = Settings(self.folder / "data")
        restore(settings, FixedClock(self.now), copy, force=True)
        for aside in settings.data.glob("lama-*"):
            shutil.rmtree(aside)
        await self.start()
        self.told["put back to yesterday"] += 1

    # The end ---------------------------------------------------------------------------------

    async def settle(self) -> None:
        """Good weather: every phone comes until it has nothing left, and both sides agree."""
        for phone in self.phones:
            phone.weather.bad = 0.0
        for _ in range(2):  # what a restore took from one phone may be news for another
            for phone in self.phones:
                await phone.real.visit_until_done()
        for phone in self.phones:
            with self.row.case(f"phone {phone.number} at the end"):
                phone.look()
                self._compare(phone)
        with self.row.case("the kecamatan at the end"):
            self._count()

    def _compare(self, phone: SoakPhone) -> None:
        for sent in phone.finished():
            need(self._stored(sent.id) == encode(sent), f"{sent.id}: another text")
            for foto in sent.foto:
                path = self.server.ctx.photos.path(PhotoKey(sent.desa, foto.sha256))
                there = path.read_bytes() if path.exists() else b""
                need(hashlib.sha256(there).hexdigest() == foto.sha256, f"{sent.id}: a photo")

    def _stored(self, ident: str) -> dict[str, Any]:
        detail = read_laporan.detail(self.server.ctx, ident)
        need(detail is not None, f"{ident} is not at the kecamatan")
        assert detail
        return detail.message

    def _count(self) -> None:
        with self.server.ctx.database.read() as db:
            total, distinct = db.exec_driver_sql(
                "SELECT count(*), count(DISTINCT resi) FROM laporan"
            ).one()
        sent = sum(len(phone.finished()) for phone in self.phones)
        need(total >= sent, f"{total} of {sent}")
        need(total == sent, f"{total} stored, {sent} finished", Doubled)
        need(total == distinct, "one resi for two reports", Doubled)
        damages = [one for one in examine(self.server.ctx) if one.weight is Weight.DAMAGE]
        need(not [one for one in damages if one.code not in ("little_room",)], f"{damages}")

    @property
    def digest(self) -> str:
        """The same for the same seed: what happened, and what every phone has in the end."""
        facts: list[object] = [sorted(self.told.items())]
        for phone in self.phones:
            ends = [(one.id, one.versi) for one in phone.finished()]
            facts += [(ident, versi, phone.real.record_of(ident).resi) for ident, versi in ends]
        return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


@contextlib.asynccontextmanager
async def quarter(folder: Path, seed: int, row: Row) -> AsyncIterator[Quarter]:
    """A kecamatan that runs until the block ends."""
    use_no_threads()
    folder.mkdir(parents=True, exist_ok=True)
    made = Quarter(folder, random.Random(seed), row)
    await made.start()
    try:
        yield made
    finally:
        await made.stop()


async def live(folder: Path, days: int, seed: int, row: Row) -> Quarter:
    """``count`` days; twice on the way the server is put back to the day before."""
    async with quarter(folder, seed, row) as world:
        await world.hand_out(PHONES if days >= WHOLE_QUARTER else FEW_PHONES)
        back = set(world.dice.sample(range(1, days), 2))
        for number in range(days):
            if number in back:
                await world.put_back(folder / "cadangan.tar")
            if number + 1 in back:
                world.back_up(folder / "cadangan.tar")
            await world.day(number)
        await world.settle()
        row.told = ", ".join(f"{count:,} {what}" for what, count in sorted(world.told.items()))
        row.told += f"; digest {world.digest}"
    return world


async def run(job: Job) -> None:
    """The soak of ``count`` days."""
    await live(job.folder, job.count, job.seed, job.row)
