"""The server loses power, dies or runs full at every file-system call of taking photos in."""

from __future__ import annotations

import contextlib
import random
from dataclasses import dataclass, field
from pathlib import Path

from mobile.sync.photo_sender import CHECKSUM
from server.core.files.photo_files import PhotoFiles, PhotoKey, StorageFullError
from shared.protocol import PHOTOS
from tests.doubles.disk import Killed
from tests.faults.harness import Job, every_fault, need
from tests.faults.power import Power
from tests.server.photo_kit import LALAYAU, World, at, jpeg, sha, url, with_bytes, world

IN_PIECES, AT_ONCE, AWAITED = jpeg(1), jpeg(2), jpeg(3)
PHOTOS_OF_ALL_WAYS = (IN_PIECES, AT_ONCE, AWAITED)
FIRST_PIECE = 400
MOST_ROUNDS = 8


@dataclass
class Phone:
    """Sends its photos, and remembers which bytes the server said it has."""

    acknowledged: dict[bytes, int] = field(default_factory=dict[bytes, int])

    async def send_all(self, w: World, power: Power | None = None) -> None:
        """One in two pieces, two at once, one of them awaited; until the server has all."""
        await self._until(w, IN_PIECES, FIRST_PIECE, power)
        for photo in PHOTOS_OF_ALL_WAYS:
            await self._until(w, photo, len(photo), power)

    async def _until(self, w: World, photo: bytes, end: int, power: Power | None) -> None:
        for _ in range(MOST_ROUNDS):
            if self.acknowledged.get(photo, 0) >= end:
                return
            if not await self._send(w, photo, end) and power:
                power.disarm()
        raise AssertionError(f"not taken in {MOST_ROUNDS} rounds")

    async def _send(self, w: World, photo: bytes, end: int) -> bool:
        """From where the server stands; False when it says that its disk is full."""
        async with w.client() as phone:
            stands = await phone.head(url(photo))
            here = int(stands.headers["upload-offset"]) if stands.status_code == 200 else 0
            if here:
                answer = await phone.patch(url(photo), headers=at(here), content=photo[here:end])
            else:
                answer = await phone.post(PHOTOS, headers=with_bytes(photo), content=photo[:end])
        if answer.status_code == 503:
            need(answer.json()["code"] == "storage_full", answer.text)
            need(int(answer.headers["retry-after"]) > 0, "it does not say when to come again")
            return False
        if answer.status_code == CHECKSUM:  # torn by the cut: thrown away, from the beginning
            self.acknowledged[photo] = 0
            return True
        need(answer.is_success, f"{answer.status_code} {answer.text}")
        self.acknowledged[photo] = int(answer.headers["upload-offset"])
        return True


async def take_in(folder: Path, call: int, how: str, dice: random.Random) -> int:
    """Up to the fault, a new start, the look, and on to the end; how many calls there were."""
    data, phone = folder / "data", Phone()
    folder.mkdir()
    with world(data, folder / "sinar.db") as w:
        keys = {photo: w.name(photo) for photo in PHOTOS_OF_ALL_WAYS}
        power = Power(data)
        with power.watching():
            power.arm(call, "kill" if how == "power" else how)
            try:
                with contextlib.suppress(StorageFullError):  # then it comes without being awaited
                    w.ctx.photos.make_ready([keys[AWAITED]])
                await phone.send_all(w, power)
            except Killed:
                need(how != "full", "it died of a full disk")
    if how == "power":
        power.cut(dice)
    look(PhotoFiles(data / "foto", data / "foto-kecil"), phone)
    with world(data, folder / "sinar.db") as w:
        await w.photos.sweep()
        for photo, end in phone.acknowledged.items():
            need(end < len(photo) or w.stored(w.name(photo)) == photo, "a whole photo is gone")
        await phone_again(w)
    return power.calls


def look(files: PhotoFiles, phone: Phone) -> None:
    """What was acknowledged is on the disk; a part may have torn bytes behind it."""
    for photo, end in phone.acknowledged.items():
        path = files.path(PhotoKey(LALAYAU, sha(photo)))
        found = [one.read_bytes() for one in (path, path.with_suffix(".part")) if one.exists()]
        here = any(data[:end] == photo[:end] for data in found)
        need(here, f"{end} acknowledged bytes, {[len(data) for data in found]} found")


async def phone_again(w: World) -> None:
    """The phone goes on; in the end all photos are there, whole, noted, and nothing else."""
    await Phone().send_all(w)
    for photo in PHOTOS_OF_ALL_WAYS:
        key = w.name(photo)
        need(w.stored(key) == photo, "another photo")
        need(w.noted_whole(key), "not noted")
    need(len(w.files()) == 3, f"left over: {w.files()}")


async def run(job: Job) -> None:
    """Each call: killed, full, and ``count`` times without power; then, after the last one."""
    calls = await take_in(job.folder / "rehearsal", 1_000_000, "kill", random.Random())
    for call, how in every_fault(calls, ("kill", "full"), job.count):
        chance = job.seed * 1_000_003 + job.row.cases
        with job.row.case(f"{how} at call {call}, chance {chance}"):
            await take_in(job.folder / str(chance), call, how, random.Random(chance))
