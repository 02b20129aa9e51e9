"""Bu Ida's phone with the real engine, before a kecamatan that exists only in memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from mobile.domain.record import Record, finished
from mobile.ports import Identity, PreparedPhoto
from mobile.sync.backoff import Backoff
from mobile.sync.carry import RosterCarry
from mobile.sync.engine import Rooms, SyncEngine
from mobile.sync.http_api import HttpApi
from shared.clock import FixedClock, format_time
from shared.laporan import Foto, Laporan
from tests import cast
from tests.doubles.fake_server import FakeServer
from tests.doubles.phone import (
    FixedSpace,
    MemoryLaporan,
    MemoryPhotos,
    MemoryRoster,
    MemorySecrets,
    MemoryState,
)


def picture(seed: str, size: int = 150_000) -> bytes:
    """Bytes that look like a photo to whoever does not open it."""
    blocks = (hashlib.sha256(f"{seed} {i}".encode()).digest() for i in range(size // 32 + 1))
    return (b"\xff\xd8\xff" + b"".join(blocks))[:size]


async def no_sleep(_seconds: float) -> None:
    """Time does not pass in these tests."""


@dataclass
class Bench:
    """A phone, its engine, a server, and hands to write and finish reports."""

    identity: Identity = cast.IDA_PHONE
    clock: FixedClock = field(default_factory=lambda: FixedClock(cast.EVENING))

    def __post_init__(self) -> None:
        self.laporan = MemoryLaporan()
        self.state = MemoryState(self.identity)
        self.photos = MemoryPhotos()
        self.roster = MemoryRoster()
        self.secrets = MemorySecrets("token-of-ida")
        self.server = FakeServer(clock=FixedClock(cast.EVENING))
        self.ticks = 1000.0
        self.told = 0
        self.engine = self.start()

    def start(self) -> SyncEngine:
        """A fresh engine over what is stored, as after a new start of the app."""
        rooms = Rooms(
            self.laporan, self.state, self.photos, self.secrets, self.clock, FixedSpace(),
            carries=(RosterCarry(self.roster),),
        )  # fmt: skip
        self.engine = SyncEngine(
            rooms,
            HttpApi(self.server),
            self._tell,
            backoff=Backoff(lambda: self.ticks, lambda _low, high: high),
            sleep=no_sleep,
        )
        return self.engine

    def _tell(self) -> None:
        self.told += 1

    def photo(self, seed: str = "one", size: int = 150_000) -> Foto:
        """A photo in the phone's store."""
        data = picture(seed, size)
        sha = hashlib.sha256(data).hexdigest()
        self.photos.keep(PreparedPhoto(data, data[:100], sha, 1280, 960))
        return Foto(sha256=sha, size=len(data), lebar=1280, tinggi=960)

    def finish(self, laporan: Laporan, *, hold_until: str | None = None) -> Laporan:
        """Write and finish a report; each a minute after the other."""
        self.clock.move(minutes=1)
        at = format_time(self.clock.now())
        record = self.laporan.get(laporan.id) or Record(id=laporan.id)
        done = finished(replace(record, draft=laporan), at, hold_until)
        self.laporan.put(done)
        assert done.sent is not None
        return done.sent

    def record(self, laporan: Laporan) -> Record:
        """What the phone holds of it now."""
        record = self.laporan.get(laporan.id)
        assert record is not None
        return record
