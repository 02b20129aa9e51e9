"""Bu Ida's phone on a disk that can be made to fail at any call, in memory or on real files."""

from __future__ import annotations

import contextlib
import random
from dataclasses import dataclass, field
from pathlib import Path

from mobile.store.disk import Disk
from shared.clock import FixedClock
from tests import cast
from tests.both.kit import RealPhone
from tests.doubles.disk import MemoryDisk
from tests.doubles.fake_server import FakeServer
from tests.doubles.log_disk import VaultDisk
from tests.faults.power import Power

IDENT = "0b6d1a52-0000-4000-8000-000000000001"


@dataclass
class World:
    """Bu Ida's phone on a disk that fails, the kecamatan, and what the phone has confirmed."""

    disk: Disk = field(default_factory=MemoryDisk)
    root: Path = Path("/phone")
    server: FakeServer = field(default_factory=FakeServer)
    words: str = ""
    photos: set[str] = field(default_factory=set[str])
    resi: set[str] = field(default_factory=set[str])

    async def start(self) -> RealPhone:
        """The app starts on what the disk holds."""
        self.phone = RealPhone(self.root, FixedClock(cast.EVENING), self.disk, self.server)
        await self.phone.secrets.keep_token(self.server.token)
        if self.phone.state.identity() is None:
            self.phone.state.set_identity(cast.IDA_PHONE)
        return self.phone

    @property
    def faults(self) -> MemoryDisk | VaultDisk | Power:
        """What can be armed."""
        assert isinstance(self.disk, MemoryDisk)
        return self.disk

    def watching(self) -> contextlib.AbstractContextManager[None]:
        """While the faults may happen."""
        return contextlib.nullcontext()

    def fall(self, how: str, dice: random.Random) -> None:
        """What the death leaves."""
        assert isinstance(self.disk, MemoryDisk)
        self.disk = self.disk.crash(dice) if how == "power" else self.disk.killed()

    def hear_receipts(self) -> None:
        """Whatever a reader of the store can see is confirmed."""
        record = self.phone.laporan.get(IDENT)
        self.resi |= set(record.resi) if record else set()


class LogWorld(World):
    """The same in the phone's browser: files that only grow, over handles that fail."""

    def __init__(self) -> None:
        super().__init__(VaultDisk())

    @property
    def faults(self) -> VaultDisk:
        assert isinstance(self.disk, VaultDisk)
        return self.disk

    def fall(self, how: str, dice: random.Random) -> None:
        self.disk = self.faults.crash(dice) if how == "power" else self.faults.killed()


class FileWorld(World):
    """The same on real files, watched by `Power`."""

    def __init__(self, root: Path) -> None:
        super().__init__(Disk(), root)

    @property
    def faults(self) -> Power:
        return self._power

    def watching(self) -> contextlib.AbstractContextManager[None]:
        self._power = Power(self.root)
        return self._power.watching()

    def fall(self, how: str, dice: random.Random) -> None:
        if how == "power":
            self._power.cut(dice)
