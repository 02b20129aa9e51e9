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

from mobile.record import Record
from mobile.store.photos import FilePhotos
from mobile.store.reports import FileLaporan
from mobile.store.state import FileState
from shared.codec import encode
from shared.laporan import Laporan
from tests import cast
from tests.both.kit import RealPhone, RealServer, jpeg
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
        assert laporan.damages() == []
        assert FileState(self._folder).identity() is not None
        for ident, words in self.confirmed.words.items():
            record = laporan.get(ident)
            assert record is not None, f"report {ident} is gone"
            assert any(one.uraian.startswith(words) for one in _versions(record)), words
        for ident, shas in self.confirmed.photos.items():
            record = laporan.get(ident)
            assert record is not None
            assert shas <= {foto.sha256 for one in _versions(record) for foto in one.foto}
            assert all(photos.whole(sha) for sha in shas)
        for ident, versi in self.confirmed.versions.items():
            record = laporan.get(ident)
            assert record is not None
            assert record.sent is not None
            assert record.sent.versi >= versi
        for ident, resi in self.confirmed.receipts.items():
            record = laporan.get(ident)
            assert record is not None
            assert resi <= set(record.resi)

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
        rows = self._server.rows("SELECT count(*) FROM laporan")
        assert rows == [(len(sent),)]
        assert self._server.reports(sent) == {one.id: encode(one) for one in sent}
        assert self._server.rows("SELECT count(*) FROM laporan_versi WHERE NOT in_force") == [(0,)]
        doubled = "SELECT laporan FROM laporan_versi GROUP BY laporan, versi HAVING count(*) > 1"
        assert self._server.rows(doubled) == []
        assert self._server.rows("SELECT resi FROM laporan GROUP BY resi HAVING count(*) > 1") == []
        photos = FilePhotos(self._folder)
        for foto in {foto for one in sent for foto in one.foto}:
            assert self._server.photo(foto.sha256, cast.LALAYAU) == photos.read(foto.sha256)


def _versions(record: Record) -> list[Laporan]:
    return [one for one in (record.draft, record.sent, record.newer) if one is not None]


def _all(laporan: FileLaporan) -> list[Record]:
    filed = [record for month in laporan.months() for record in laporan.history(month)]
    return [*laporan.open_records(), *filed]


async def run(folder: Path, deaths: int, seed: int) -> Campaign:
    """A whole campaign; raises AssertionError at the first thing that is lost or doubled."""
    server = RealServer(folder / "server")
    server.start()
    try:
        campaign = Campaign(server, folder / "ida", seed)
        await campaign.activate()
        with campaign.graveyard():
            for _ in range(deaths):
                campaign.kill()
        campaign.compare(await campaign.settle())
    finally:
        server.stop()
    return campaign
