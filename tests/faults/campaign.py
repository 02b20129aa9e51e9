"""Kills one phone many times over and looks after each death what is left of it."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from mobile.domain.record import Record
from mobile.store.photos import FilePhotos
from mobile.store.reports import FileLaporan
from mobile.store.state import FileState
from shared.codec import encode
from shared.laporan import Laporan
from tests import cast
from tests.both.kit import RealPhone, RealServer, jpeg
from tests.faults.harness import Doubled, Job, lift_quota, need
from tests.faults.victim import Fate

ROOT = Path(__file__).parents[2]
PHOTO_BYTES = 20_000
LONGEST_LIFE = 400


@dataclass
class Confirmed:
    """All that a phone has ever said was safe."""

    words: dict[str, str] = field(default_factory=dict)
    photos: dict[str, set[str]] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    receipts: dict[str, set[str]] = field(default_factory=dict)
    heard: int = 0

    def hear(self, kind: str, ident: str, value: Any) -> None:
        """One confirmation."""
        self.heard += kind != "alive"
        if kind == "words":
            self.words[ident] = value
        elif kind == "photo":
            self.photos.setdefault(ident, set()).add(value)
        elif kind == "finished":
            self.versions[ident] = max(value, self.versions.get(ident, 0))
        elif kind == "receipt":
            self.receipts.setdefault(ident, set()).add(value)


class Campaign:
    """One phone of Bu Ida's, one server, and a seed that decides every death."""

    def __init__(self, server: RealServer, folder: Path, seed: int) -> None:
        self._server = server
        self._folder = folder
        self._dice = random.Random(seed)
        self._picture = folder.parent / "picture.jpg"
        self._picture.write_bytes(jpeg("kill", PHOTO_BYTES))
        self._token = ""
        self.confirmed = Confirmed()
        self.deaths = 0

    async def activate(self) -> None:
        """Give the phone its identity, before anything dies."""
        phone = RealPhone(self._folder)
        await phone.activate(self._server)
        self._token = await phone.secrets.token() or ""
        await phone.close()

    @contextlib.contextmanager
    def graveyard(self) -> Iterator[None]:
        """The process that all phones are forked from."""
        with subprocess.Popen(
            [sys.executable, "-m", "tests.faults.victim"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        ) as self._mother:
            yield
            assert self._mother.stdin is not None
            self._mother.stdin.close()

    def kill(self) -> None:
        """One life, from start to SIGKILL, and the look at what it left."""
        fate, delay = self._fate()
        assert self._mother.stdin is not None
        assert self._mother.stdout is not None
        self._mother.stdin.write(json.dumps(asdict(fate)) + "\n")
        self._mother.stdin.flush()
        for line in self._mother.stdout:
            kind, ident, value = json.loads(line)
            if kind == "ended":
                assert value == -signal.SIGKILL, f"it died by itself: {value}"
                break
            if kind == "alive" and delay is not None:
                threading.Timer(delay, os.kill, (value, signal.SIGKILL)).start()
            self.confirmed.hear(kind, ident, value)
        self.deaths += 1
        self.look()

    def _fate(self) -> tuple[Fate, float | None]:
        """At a certain step of disk or network, or at a certain moment."""
        seed, step, delay = self._dice.getrandbits(32), None, None
        if self._dice.random() < 0.7:
            step = self._dice.randint(1, LONGEST_LIFE)
        else:
            delay = self._dice.uniform(0.0, 0.4)
        fate = Fate(str(self._folder), str(self._picture), self._token, seed, step)
        return fate, delay

    def look(self) -> None:
        """Nothing that was confirmed is missing."""
        laporan, photos = FileLaporan(self._folder), FilePhotos(self._folder)
        need(laporan.damages() == [], f"damaged: {laporan.damages()}")
        need(FileState(self._folder).identity() is not None, "the identity is gone")
        said = self.confirmed
        for ident in {*said.words, *said.photos, *said.versions, *said.receipts}:
            record = laporan.get(ident)
            need(record is not None, f"report {ident} is gone")
            if record is not None:
                self._look_at(record, photos)

    def _look_at(self, record: Record, photos: FilePhotos) -> None:
        said, ident = self.confirmed, record.id
        words, shas = said.words.get(ident, ""), said.photos.get(ident, set())
        need(any(one.uraian.startswith(words) for one in _versions(record)), f"words: {words}")
        named = {foto.sha256 for one in _versions(record) for foto in one.foto}
        need(shas <= named and all(photos.whole(sha) for sha in shas), "a photo is gone")
        frozen = record.sent.versi if record.sent else 0
        need(frozen >= said.versions.get(ident, 0), "a finished version is gone")
        need(said.receipts.get(ident, set()) <= set(record.resi), "a receipt is gone")

    async def settle(self) -> list[Laporan]:
        """Let the phone live on in peace until all is sent; what it had finished."""
        phone = RealPhone(self._folder)
        phone.server = self._server
        await phone.secrets.keep_token(self._token)
        await phone.visit_until_done()
        await phone.close()
        self.look()
        return [one.sent for one in _all(phone.laporan) if one.sent is not None]

    def compare(self, sent: list[Laporan]) -> None:
        """The server has each report once, in its last version, with every photo."""
        rows = self._server.rows
        need(rows("SELECT count(*) FROM laporan") == [(len(sent),)], "not as many as were sent")
        there = self._server.reports(sent)
        need(there == {one.id: encode(one) for one in sent}, "the kecamatan has another text")
        for doubled in (
            "SELECT laporan FROM laporan_versi WHERE NOT in_force",
            "SELECT laporan FROM laporan_versi GROUP BY laporan, versi HAVING count(*) > 1",
            "SELECT resi FROM laporan GROUP BY resi HAVING count(*) > 1",
        ):
            need(rows(doubled) == [], doubled, Doubled)
        photos = FilePhotos(self._folder)
        for foto in {foto for one in sent for foto in one.foto}:
            there = self._server.photo(foto.sha256, cast.LALAYAU)
            need(there == photos.read(foto.sha256), f"photo {foto.sha256[:12]}")


def _versions(record: Record) -> list[Laporan]:
    return list(record.versions)


def _all(laporan: FileLaporan) -> list[Record]:
    filed = [record for month in laporan.months() for record in laporan.history(month)]
    return [*laporan.open_records(), *filed]


async def run(job: Job) -> None:
    """So many deaths of one phone, a look after each; in the end both sides are compared."""
    server = RealServer(job.folder / "server")
    server.start()
    lift_quota(server.app.state.context)
    try:
        campaign = Campaign(server, job.folder / "ida", job.seed)
        await campaign.activate()
        with campaign.graveyard():
            for number in range(job.count):
                with job.row.case(f"death {number + 1}"):
                    campaign.kill()
        with job.row.case("the end in peace"):
            campaign.compare(await campaign.settle())
    finally:
        server.stop()
    said = campaign.confirmed
    need(all((said.words, said.photos, said.versions, said.receipts)), "nothing was confirmed")
    job.row.told = (
        f"{said.heard:,} confirmations, {len(said.words):,} reports, "
        f"{sum(map(len, said.photos.values())):,} photos, {len(said.receipts):,} receipts"
    )
