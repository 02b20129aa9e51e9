"""Phones that seal packages and carry them, against the real server."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from mobile.device.sealing import CryptoSealing
from mobile.domain.parcel import Post
from mobile.store.parcels import FileParcels
from mobile.usecases.phone import Phone
from mobile.usecases.titip import Package, make
from tests.both.kit import RealPhone
from tests.doubles.phone import FixedLocation, FixedSpace, PlainImages, Switch


@dataclass
class PostPhone(RealPhone):
    """A phone with everything that sealing and carrying needs."""

    def open(self) -> None:
        super().open()
        self.parcels = FileParcels(self.data, self.disk)
        self.engine.rooms = replace(self.engine.rooms, parcels=self.parcels)

    def use(self) -> Phone:
        """What the use-cases are given."""
        return Phone(
            laporan=self.laporan, state=self.state, photos=self.photos, images=PlainImages(),
            secrets=self.secrets, space=FixedSpace(), activation=self.api,
            location=FixedLocation(), connectivity=Switch(), roster=self.roster,
            deeds=self.deeds, post=Post(self.parcels, CryptoSealing()), clock=self.clock,
        )  # fmt: skip

    async def sealed(self) -> tuple[Package, bytes]:
        """All that waits, sealed; the file's bytes."""
        package = await make(self.use())
        return package, await asyncio.to_thread(package.path.read_bytes)
