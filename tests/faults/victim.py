"""A phone that writes, photographs and sends until it is killed, and says what it has confirmed.

``python -m tests.faults.victim`` imports everything once and then forks a phone for each fate that
it reads, so that forty deaths take seconds. There is no screen in it; everything below the
screens is the real thing.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import random
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from mobile import bootstrap
from mobile.domain import record
from mobile.ports import PreparedPhoto
from mobile.store.disk import Disk
from mobile.sync.http_api import HttpApi
from mobile.usecases import edit
from mobile.usecases import finish as finish_module
from mobile.usecases.edit import Editing, open_draft, start_form
from mobile.usecases.finish import can_edit, finish, reopen
from mobile.usecases.phone import Phone
from mobile.usecases.photo import add_photo
from mobile.usecases.start import resumable
from shared.laporan import Kind
from tests.doubles.phone import FixedLocation, FixedSpace, MemorySecrets, PlainImages, Switch

WORDS = ("ronda", "keliling", "pos", "jaga", "aman", "parit", "lampu", "warga", "hujan", "malam")


@dataclass(frozen=True)
class Fate:
    """Which phone, what it does, and when it dies: at its n-th step, or not by itself.

    A step is a call of the disk or of the network.
    """

    data: str
    picture: str
    token: str
    seed: int
    step: int | None


def say(kind: str, ident: str = "", value: object = "") -> None:
    """Confirm something. In one write, so that death leaves no half line."""
    os.write(1, (json.dumps([kind, ident, value]) + "\n").encode())


class Steps:
    """Counts what the phone does to the world; the last one is never finished."""

    def __init__(self, at: int | None) -> None:
        self._left = at

    def step(self) -> None:
        if self._left is None:
            return
        self._left -= 1
        if self._left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


class MortalDisk(Disk):
    """The real file system; any call may be the last."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps

    def create(self, path: Path) -> Any:
        self._steps.step()
        return super().create(path)

    def write(self, file: Any, data: bytes) -> None:
        self._steps.step()
        super().write(file, data[: len(data) // 2])
        self._steps.step()
        super().write(file, data[len(data) // 2 :])

    def sync(self, file: Any) -> None:
        self._steps.step()
        super().sync(file)

    def rename(self, old: Path, new: Path) -> None:
        self._steps.step()
        super().rename(old, new)
        self._steps.step()

    def remove(self, path: Path) -> None:
        self._steps.step()
        super().remove(path)


class MortalLink(httpx.AsyncHTTPTransport):
    """The real network; a request may never leave, an answer never be read."""

    def __init__(self, steps: Steps) -> None:
        super().__init__(trust_env=False)
        self._steps = steps

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._steps.step()
        answer = await super().handle_async_request(request)
        self._steps.step()
        return answer


class ReadyImages(PlainImages):
    """`Images` that take a JPEG as it comes."""

    async def prepare(self, data: bytes, strip: tuple[str, ...]) -> PreparedPhoto:
        sha = hashlib.sha256(data).hexdigest()
        return PreparedPhoto(jpeg=data, small=data, sha256=sha, lebar=96, tinggi=96)


def live(fate: Fate) -> None:
    """The whole life of a phone."""
    record.HOLD_S = finish_module.HOLD_S = 0
    edit.SETTLE_S = 0.01  # nobody types as slowly as a person here
    steps = Steps(fate.step)
    api = HttpApi(MortalLink(steps))
    house = bootstrap.build(Path(fate.data), disk=MortalDisk(steps), api=api)
    house.secrets.window = MemorySecrets(fate.token)
    phone = Phone(
        laporan=house.laporan,
        state=house.state,
        photos=house.photos,
        images=ReadyImages(),
        secrets=house.secrets,
        space=FixedSpace(),
        activation=api,
        location=FixedLocation(),
        connectivity=Switch(),
        roster=house.roster,
        sync=house.engine,
        feed=house.feed,
    )
    picture = Path(fate.picture).read_bytes()
    asyncio.run(_Victim(phone, house, picture, random.Random(fate.seed)).live())


@dataclass
class _Victim:
    phone: Phone
    house: bootstrap.House
    picture: bytes
    dice: random.Random
    finished: set[str] = field(default_factory=set[str])

    async def live(self) -> None:
        """Write, photograph and finish, over and over, while the engine sends."""
        self.finished = {r.id for r in self.phone.laporan.open_records() if r.sent}
        self.phone.feed.watch(self._tell_receipts)
        self.house.wake(self.phone)
        say("alive", value=os.getpid())
        while True:
            await self._one_report(await self._form())

    async def _form(self) -> Editing:
        """What was left lying, or sometimes an old report to mend, or a new one."""
        left = await resumable(self.phone)
        if left is not None:
            return await open_draft(self.phone, left.id)
        arrived = [i for i, _ in self.phone.laporan.received()]
        if arrived and self.dice.random() < 0.3:
            old = self.phone.laporan.get(self.dice.choice(arrived))
            if old is not None and old.sent is not None and can_edit(old):
                return await reopen(self.phone, old.id)
        return await start_form(self.phone, self.dice.choice((Kind.KEGIATAN, Kind.KEJADIAN)))

    async def _one_report(self, editing: Editing) -> None:
        editing.watch(lambda: self._tell_words(editing))
        for _ in range(self.dice.randint(2, 6)):
            words = f"{editing.draft.uraian} {self.dice.choice(WORDS)}".strip()
            editing.change(uraian=words)
            await self._until_safe(editing)
        while len(editing.draft.foto) < self.dice.randint(0, 2):
            foto = await add_photo(self.phone, editing, self._fresh_picture())
            say("photo", editing.id, foto.sha256)
        self._fill(editing)
        done = await finish(self.phone, editing)
        assert done.record is not None, done.gaps
        assert done.record.sent is not None
        self.finished.add(editing.id)
        say("finished", editing.id, done.record.sent.versi)

    def _fill(self, editing: Editing) -> None:
        editing.change(jenis="PATROLI", tempat="Poskamling RT 02")
        if editing.draft.kejadian is not None:
            at = "2026-11-24T20:00:00+08:00"
            editing.change_kejadian(jenis="Banjir", waktu=at)

    async def _until_safe(self, editing: Editing) -> None:
        while not editing.safe:
            await asyncio.sleep(0.001)

    def _fresh_picture(self) -> bytes:
        """The prepared JPEG with a comment that no other has."""
        mark = self.dice.randbytes(16)
        return self.picture[:2] + b"\xff\xfe\x00\x12" + mark + self.picture[2:]

    def _tell_words(self, editing: Editing) -> None:
        if editing.safe and editing.problem is None and not editing.closed:
            say("words", editing.id, editing.draft.uraian)

    def _tell_receipts(self) -> None:
        """Whatever a reader of the store can see is confirmed."""
        for ident in self.finished:
            found = self.phone.laporan.get(ident)
            for resi in found.resi if found else ():
                say("receipt", ident, resi)


def main() -> None:
    """Fork a phone for each line of standard input, and say how it ended."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            live(Fate(**json.loads(line)))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        say("ended", value=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
