"""A file of the phone is damaged between two starts: the kecamatan still has each report once."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from mobile.domain.record import edited, reopened
from shared.clock import format_time
from shared.codec import encode
from shared.laporan import Foto, Laporan
from tests import cast
from tests.both.kit import RealPhone, RealServer
from tests.faults.harness import Doubled, Job, need

HARMS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "cut short": lambda data, dice: data[: dice.randrange(1, len(data))],
    "full of NUL": lambda data, dice: b"\0" * len(data),
    "noise": lambda data, dice: dice.randbytes(len(data)),
    "empty": lambda data, dice: b"",
    "one bit changed": lambda data, dice: _flipped(data, dice.randrange(len(data))),
}
MENDING = "Sedang diperbaiki"


def _flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@dataclass
class Whole:
    """A phone with a draft, a queued report, two received ones and a photo."""

    phone: RealPhone
    every: list[Laporan]
    photo: Foto

    @classmethod
    async def made(cls, server: RealServer, data: Path) -> Whole:
        ida = RealPhone(data)
        await ida.activate(server)
        photo = ida.photo(1, 5_000)
        sent = [ida.finish(cast.patrol(foto=(photo,))), ida.finish(cast.nihil())]
        await ida.visit_until_done()
        now = format_time(ida.clock.now())
        ida.laporan.update(sent[0].id, lambda r: reopened(r, now))
        words = replace(sent[0], versi=2, uraian=MENDING)
        ida.laporan.update(sent[0].id, lambda r: edited(r, words, now, "uraian"))
        return cls(ida, [*sent, ida.finish(cast.flood())], photo)

    async def check(self, server: RealServer) -> None:
        """It starts, tells what was damaged, sends, and nothing is missing or twice."""
        ida = self.phone
        need(await ida.engine.visit() is None, f"{ida.engine.trouble}")
        need(ida.record(self.every[0]).current.uraian == MENDING, "the draft is gone")
        need(ida.photos.whole(self.photo.sha256), "the photo is gone")
        receipts = [len(ida.record(one).resi) for one in self.every]
        need(receipts == [1] * len(self.every), f"receipts: {receipts}", Doubled)
        need(bool(ida.laporan.damages() + ida.state.damages()), "nobody is told of the damage")
        there = server.reports(self.every)
        need(there == {one.id: encode(one) for one in self.every}, "another text")
        need(server.versions(self.every) == len(self.every), "a version twice", Doubled)


async def run(job: Job) -> None:
    """In turn every file that the phone has, each ``count`` times in a copy of the same phone."""
    server, dice = RealServer(job.folder / "server"), random.Random(job.seed)
    server.start()
    try:
        whole = await Whole.made(server, job.folder / "ida")
        ida, copy = whole.phone, job.folder / "whole"
        shutil.copytree(ida.data, copy)
        files = sorted(path.relative_to(ida.data) for path in ida.data.rglob("*.json"))
        for name in files * job.count:
            await ida.close()
            shutil.rmtree(ida.data)
            shutil.copytree(copy, ida.data)
            harm = dice.choice(list(HARMS))
            path = ida.data / name
            path.write_bytes(HARMS[harm](path.read_bytes(), dice))
            with job.row.case(f"{name} {harm}"):
                ida.open()
                await whole.check(server)
        await ida.close()
    finally:
        server.stop()
