"""The real server in a thread, real phones with real stores, and a link between them."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import io
import json
import random
import socket
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from PIL import Image

from mobile.domain.record import Record, finished
from mobile.ports import Identity, PreparedPhoto, SyncState
from mobile.store.deeds import FileDeeds
from mobile.store.disk import Disk
from mobile.store.photos import FilePhotos
from mobile.store.reports import FileLaporan
from mobile.store.roster import FileRoster
from mobile.store.state import FileState
from mobile.sync.carry import RosterCarry
from mobile.sync.deeds import DeedCarry
from mobile.sync.engine import Rooms, SyncEngine
from mobile.sync.forgetting import Forgetting
from mobile.sync.http_api import HttpApi
from mobile.usecases.phone import Phone
from server.core.config import Settings
from server.core.db.database import Database
from server.core.files.photo_files import PhotoFiles, PhotoKey
from server.hp.activation import new_code
from server.shell.app import create_app
from shared.clock import Clock, SystemClock, format_time
from shared.codec import encode
from shared.laporan import Foto, Laporan
from shared.status import PhoneState
from tests import cast
from tests.doubles.phone import (
    FixedLocation,
    FixedSpace,
    MemorySecrets,
    PlainImages,
    Switch,
)
from tests.ports import free_port


@dataclass
class RealServer:
    """`sinar serve` without the command: the same app on a real port, its files in ``data``."""

    data: Path
    port: int = 0
    host: str = "127.0.0.1"
    _server: uvicorn.Server | None = None
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Serve until `stop`; the port stays the same after a restart."""
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.port = self.port or free_port()
        listening.bind((self.host, self.port))
        self.app = create_app(Settings(self.data, with_staff=False))
        config = uvicorn.Config(self.app, log_level="warning", timeout_graceful_shutdown=2)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listening]}, daemon=True
        )
        self._thread.start()
        while not self._server.started:
            self._thread.join(0.01)
            assert self._thread.is_alive(), "the server did not start"

    def stop(self) -> None:
        """Stop as after a SIGTERM."""
        if self._server and self._thread:
            self._server.should_exit = True
            self._thread.join()
            self._server = self._thread = None

    @contextlib.contextmanager
    def away(self) -> Iterator[None]:
        """Stopped for as long as the block lasts."""
        self.stop()
        yield
        self.start()

    async def settled(self, _seconds: float) -> None:
        """Instead of a sleep: until it has written down what came before a link broke."""
        await asyncio.sleep(0.005)
        while self._server and self._server.server_state.tasks:
            await asyncio.sleep(0.005)

    def code(self, desa: str = cast.LALAYAU, nama: str = cast.BU_IDA.nama) -> str:
        """A fresh activation code."""
        return new_code(self.app.state.context, desa, nama, "Kasi Pemerintahan")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What stands in the database."""
        database = Database(Settings(self.data).database_url)
        with contextlib.closing(database), database.read() as db:
            return [tuple(row) for row in db.exec_driver_sql(query)]

    def reports(self, of: Iterable[Laporan]) -> dict[str, dict[str, Any]]:
        """The versions in force of these, as they were sent, by id."""
        rows = self.rows(
            "SELECT v.message FROM laporan l JOIN laporan_versi v"
            " ON v.laporan = l.id AND v.versi = l.versi AND v.in_force"
        )
        messages = [json.loads(row[0]) for row in rows]
        asked = {laporan.id for laporan in of}
        return {message["id"]: message for message in messages if message["id"] in asked}

    def versions(self, of: Iterable[Laporan]) -> int:
        """How many versions of these were stored, doubles included."""
        asked = {laporan.id for laporan in of}
        return sum(row[0] in asked for row in self.rows("SELECT laporan FROM laporan_versi"))

    def photo(self, sha256: str, desa: str = cast.LALAYAU) -> bytes | None:
        """The bytes of a photo that is here whole."""
        path = PhotoFiles(self.data / "foto", self.data / "foto-kecil").path(PhotoKey(desa, sha256))
        return path.read_bytes() if path.exists() else None


def jpeg(seed: str, size: int = 150_000) -> bytes:
    """A real JPEG of just that many bytes: a drawn picture, with a comment to fill it up."""
    rng = random.Random(seed)
    image = Image.frombytes("RGB", (16, 16), rng.randbytes(16 * 16 * 3)).resize((96, 96))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=30)
    head, rest = buffer.getvalue()[:2], buffer.getvalue()[2:]
    filler, missing = b"", size - len(head) - len(rest)
    while missing:
        count = missing if missing <= 60_000 else min(60_000, missing - 4)
        filler += b"\xff\xfe" + (count - 2).to_bytes(2, "big") + rng.randbytes(count - 4)
        missing -= count
    assert len(head) + len(filler) + len(rest) == size
    return head + filler + rest


@dataclass
class RealPhone:
    """A phone with files on disk and the real engine."""

    data: Path
    clock: Clock = field(default_factory=SystemClock)
    disk: Disk = field(default_factory=Disk)
    transport: httpx.AsyncBaseTransport | None = None

    def __post_init__(self) -> None:
        self.secrets = MemorySecrets()
        self.server: RealServer | None = None
        self.open()

    async def start_again(self) -> None:
        """The app ends and starts."""
        await self.close()
        self.open()

    def open(self) -> None:
        """Read everything from the disk, as a start of the app does."""
        self.laporan = FileLaporan(self.data, self.disk)
        self.state = FileState(self.data, self.disk)
        self.photos = FilePhotos(self.data, self.disk)
        self.roster = FileRoster(self.data, self.disk)
        self.deeds = FileDeeds(self.data, self.disk)
        rooms = Rooms(
            self.laporan, self.state, self.photos, self.secrets, self.clock, FixedSpace(),
            carries=(
                Forgetting(self.roster, self.laporan, self.state),
                RosterCarry(self.roster), DeedCarry(self.deeds),
            ),
        )  # fmt: skip
        self.api = HttpApi(self.transport)
        self.engine = SyncEngine(rooms, self.api, sleep=self._wait)

    def hand(self) -> Phone:
        """What the use-cases are given."""
        return Phone(
            laporan=self.laporan, state=self.state, photos=self.photos, images=PlainImages(),
            secrets=self.secrets, space=FixedSpace(), activation=self.api,
            location=FixedLocation(), connectivity=Switch(), roster=self.roster,
            deeds=self.deeds, clock=self.clock,
        )  # fmt: skip

    async def _wait(self, seconds: float) -> None:
        if self.server:
            await self.server.settled(seconds)

    async def activate(self, server: RealServer, port: int | None = None, **who: str) -> Identity:
        """Become the phone of a village; ``port`` of a proxy, if it stands between."""
        self.server = server
        address = f"http://127.0.0.1:{port or server.port}"
        activation = await self.api.activate(address, server.code(**who), "HP contoh", "1.0.0")
        self.state.set_identity(activation.identity)
        self.state.update_sync(lambda _state: SyncState(settings=activation.settings))
        await self.secrets.keep_token(activation.token)
        return activation.identity

    def reach(self, port: int) -> None:
        """From now on through this port."""
        identity = self.state.identity()
        assert identity is not None
        self.state.set_identity(replace(identity, server=f"http://127.0.0.1:{port}"))

    def photo(self, seed: int, size: int = 150_000) -> Foto:
        """A photo in the phone's store."""
        # No two tests share a photo: one server has both.
        return self.keep_photo(jpeg(f"{self.data} {seed}", size))

    def keep_photo(self, data: bytes) -> Foto:
        """These bytes, in the phone's store."""
        sha = hashlib.sha256(data).hexdigest()
        self.photos.keep(PreparedPhoto(data, data, sha, 96, 96))
        return Foto(sha256=sha, size=len(data), lebar=96, tinggi=96)

    def finish(self, laporan: Laporan) -> Laporan:
        """Write and finish a report."""
        record = self.laporan.get(laporan.id) or Record(id=laporan.id)
        done = finished(replace(record, draft=laporan), format_time(self.clock.now()), None)
        self.laporan.put(done)
        assert done.sent is not None
        return done.sent

    def record(self, laporan: Laporan) -> Record:
        """What the phone holds of it now."""
        return self.record_of(laporan.id)

    def record_of(self, ident: str) -> Record:
        """The same by its id."""
        record = self.laporan.get(ident)
        assert record is not None
        return record

    async def visit_until_done(self, most: int = 60) -> int:
        """Visit without waiting in between until nothing is unsent; how many visits it took."""
        for count in range(1, most + 1):
            trouble = await self.engine.visit()
            if trouble is None and not any(r.sent and not r.at_rest for r in self._open()):
                return count
        raise AssertionError(f"not done after {most} visits: {self.engine.trouble}")

    def _open(self) -> list[Record]:
        return [r for r in self.laporan.open_records() if r.draft is None]

    async def close(self) -> None:
        """Let go of the connections."""
        await self.api.close()


def assert_all_arrived(server: RealServer, phone: RealPhone, sent: list[Laporan]) -> None:
    """Each once, byte for byte, and known as received on the phone."""
    assert server.reports(sent) == {laporan.id: encode(laporan) for laporan in sent}
    assert server.versions(sent) == len(sent)
    for laporan in sent:
        record = phone.record(laporan)
        assert record.state is PhoneState.RECEIVED
        assert len(record.resi) == 1
        for foto in laporan.foto:
            assert server.photo(foto.sha256) == phone.photos.read(foto.sha256)
