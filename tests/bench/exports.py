"""The ZIP of a period with its photos, and the same reports as XLSX, from the server as it serves.

420 reports (21 villages, 20 each) with 1,260 photos of 150 kB, as the recap's month would have.
Memory is what the system says of the server's process: at rest, and at its highest while it sends.
"""

from __future__ import annotations

import hashlib
import json
import random
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import httpx

from server.core import accounts, sessions
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.files.photo_files import PhotoKey
from server.core.jobs import State
from server.core.sessions import Account
from server.data import data_out
from server.data.data_out import Which
from server.http import visitor
from server.laporan import receive_laporan
from server.laporan.rows import laporan_writing, photo_rows
from shared.clock import WITA, FixedClock, format_time
from shared.codec import encode
from shared.laporan import Foto, Laporan
from shared.roles import Role
from tests.cast import JUAI, KASI_TRANTIB, patrol
from tests.server.live import live

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
EACH, PHOTOS, PHOTO_BYTES = 20, 3, 150_000
NOW = datetime(2026, 12, 1, 9, 0, tzinfo=WITA)
CLEAR = "5"
"""What `clear_refs` takes to forget the highest mark so far."""


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that `make bench` prints."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        token = _fill(data)
        with live(data) as server:
            pid = server.process.pid
            with httpx.Client(base_url=server.url, timeout=120) as client:
                client.cookies.set(visitor.COOKIE, token)
                with _memory(pid) as memory:
                    took = _fetch(client, Path(folder) / "laporan.zip")
        rows = [
            (
                f"ZIP of {EACH * len(JUAI.desa)} reports, {_photos()} photos",
                f"{took.seconds:.1f} s",
            ),
            ("its first byte (goal: within a second)", f"{took.first * 1000:.0f} ms"),
            ("its size", f"{took.size / 1e6:.0f} MB"),
            ("server memory above rest (goal: at most 80 MB)", f"{memory.more:.1f} MB"),
        ]
        return [*rows, *_table(data)]


@dataclass
class _Took:
    seconds: float
    first: float
    size: int


@dataclass
class _Memory:
    rest: float = 0
    highest: float = 0

    @property
    def more(self) -> float:
        return self.highest - self.rest


def _photos() -> int:
    return EACH * len(JUAI.desa) * PHOTOS


def _fetch(client: httpx.Client, target: Path) -> _Took:
    """To a file, as a browser does; what came is opened and counted."""
    begun, first = time.monotonic(), 0.0
    with client.stream("GET", "/unduh/laporan.zip") as answer, target.open("wb") as file:
        answer.raise_for_status()
        for piece in answer.iter_bytes():
            first = first or time.monotonic() - begun
            file.write(piece)
    seconds = time.monotonic() - begun
    with zipfile.ZipFile(target) as found:
        names = [name for name in found.namelist() if name.startswith("foto/")]
    assert len(names) == _photos(), len(names)
    return _Took(seconds, first, target.stat().st_size)


def _table(data: Path) -> list[tuple[str, str]]:
    """The same reports as XLSX, in this process."""
    with open_context(Settings(data), FixedClock(NOW)) as ctx:
        begun = time.monotonic()
        ident = data_out.start(ctx, KASI, "laporan", "xlsx", Which())
        while (seen := ctx.jobs.look(KASI.username, ident)) is None or not seen.over:
            time.sleep(0.01)
        assert seen.state == State.DONE
        took = time.monotonic() - begun
    return [
        (f"XLSX of {EACH * len(JUAI.desa)} reports", f"{took:.2f} s, {seen.size / 1000:.0f} kB")
    ]


@contextmanager
def _memory(pid: int) -> Iterator[_Memory]:
    found = _Memory(rest=_status(pid, "VmRSS"))
    Path(f"/proc/{pid}/clear_refs").write_text(CLEAR)
    yield found
    found.highest = _status(pid, "VmHWM")


def _status(pid: int, name: str) -> float:
    """A line of the process's status, in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1000
    raise AssertionError(name)


def _fill(data: Path) -> str:
    """The reports and their photos as the store holds them; the token of a log-in."""
    rng = random.Random(7)
    with open_context(Settings(data), FixedClock(NOW)) as ctx:
        for desa in JUAI.desa:
            _village(ctx, desa.kode, rng)
        accounts.add(ctx, KASI.username, KASI.role, "sandi-contoh-2026", KASI.nama)
    with open_context(Settings(data)) as ctx:
        return sessions.log_in(ctx, KASI.username, "sandi-contoh-2026", "127.0.0.1")


def _village(ctx: Context, desa: str, rng: random.Random) -> None:
    reports: list[Laporan] = []
    for number in range(EACH):
        start = NOW - timedelta(days=1 + number, hours=13)
        foto = tuple(_photo(ctx, desa, rng) for _ in range(PHOTOS))
        plain = patrol(desa=desa, mulai=format_time(start), selesai=None, personel=())
        reports.append(replace(plain, foto=foto))
    with ctx.database.write() as db:
        for one in reports:
            text = json.dumps(encode(one))
            receive_laporan.from_desk(JUAI, db, one, text, "bench", NOW)
            for shot in one.foto:
                photo_rows.mark_whole(db, desa, shot.sha256, shot.size, NOW)
        assert laporan_writing.head(db, reports[-1].id) is not None


def _photo(ctx: Context, desa: str, rng: random.Random) -> Foto:
    """Bytes that cannot be packed smaller, like a JPEG's; the ZIP never looks into them."""
    data = rng.randbytes(PHOTO_BYTES)
    sha256 = hashlib.sha256(data).hexdigest()
    path = ctx.photos.path(PhotoKey(desa, sha256))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return Foto(sha256, len(data), 1280, 960, "2026-11-24T21:04:00+08:00")
