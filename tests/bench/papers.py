"""The recap of 21 villages with 20 reports each, with its photo sheet, and who waits meanwhile.

One process serves the API and has the recap made, as `sinar serve` does; its health is asked for
twenty times a second. Memory is that process and the one that writes the PDF, together.
"""

from __future__ import annotations

import asyncio
import io
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import httpx
from PIL import Image

from server.core.config import Settings
from server.core.context import Context
from server.core.files.photo_files import PhotoKey
from server.core.jobs import State
from server.laporan.rows import photo_rows
from server.rekap import rekap, rekap_paper
from server.rekap.rekap import Which
from server.rekap.rekap_photos import PhotoChoice
from server.shell.app import create_app
from shared.clock import WITA, FixedClock
from shared.jenis import SEMUA
from shared.protocol import HEALTH
from tests.cast import JUAI
from tests.mobile.device import pictures
from tests.server.kit import fresh_database
from tests.server.rekap.kit import DECEMBER, KASI, report

REPORTS = 20
EVERY_S = 0.05
CALM_S = 3.0
AIM_MB = 80


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that `make bench` prints."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measured(Path(folder)))


async def _measured(folder: Path) -> list[tuple[str, str]]:
    data = folder / "data"
    data.mkdir(mode=0o700)
    (data / "sinar.db").write_bytes(fresh_database())
    app = create_app(Settings(data=data, with_staff=False), FixedClock(DECEMBER))
    async with app.router.lifespan_context(app):
        ctx: Context = app.state.context
        _fill(ctx)
        transport = httpx.ASGITransport(app, client=("10.0.0.9", 5555))
        async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
            watch = _Watch(client)
            calm = await watch.during(asyncio.sleep(CALM_S))
            rows = [("health of the server at rest, median / worst", calm.waited)]
            rows.append(("recap read from the database", _ms(lambda: _read(ctx, PhotoChoice()))))
            for name, choice in (
                ("4 photos a village", PhotoChoice()),
                ("a photo of each report", PhotoChoice(4, None)),
            ):
                rows += await _made(ctx, watch, name, choice)
            return rows


async def _made(
    ctx: Context, watch: _Watch, name: str, choice: PhotoChoice
) -> list[tuple[str, str]]:
    which = Which("2026-11", None, choice)
    photos = len(_read(ctx, choice).rekap.photos)
    started = time.perf_counter()
    ident = rekap_paper.start(ctx, KASI, which, "pdf")
    seen = await watch.during(_over(ctx, ident))
    seconds = time.perf_counter() - started
    made = ctx.jobs.look(KASI.username, ident)
    assert made is not None and made.state == State.DONE, made
    what = f"recap of {len(JUAI.desa)} x {REPORTS} reports, {name} ({photos})"
    return [
        (f"{what}: PDF", f"{seconds:.1f} s, {made.size / 1e6:.1f} MB"),
        (f"  peak memory above rest (aim: {AIM_MB} MB)", f"{seen.more:.0f} MB"),
        ("  health meanwhile, median / worst", seen.waited),
    ]


async def _over(ctx: Context, ident: str) -> None:
    while True:
        seen = ctx.jobs.look(KASI.username, ident)
        if seen is None or seen.over:
            return
        await asyncio.sleep(0.05)


@dataclass
class _Seen:
    """What was measured while something ran."""

    rest: float
    own: float = 0.0
    children: float = 0.0
    waits: list[float] = field(default_factory=list[float])

    @property
    def more(self) -> float:
        """Above rest: what this process has grown by, and the other one as a whole."""
        return max(0.0, self.own - self.rest) + self.children

    @property
    def waited(self) -> str:
        worst, middle = max(self.waits), statistics.median(self.waits)
        return f"{middle * 1000:.1f} / {worst * 1000:.0f} ms"


class _Watch:
    """Asks for the health again and again, and looks how much memory is held."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def during(self, work: object) -> _Seen:
        seen = _Seen(_own_mb())
        task = asyncio.ensure_future(work)  # pyright: ignore[reportArgumentType, reportUnknownVariableType, reportCallIssue]
        while not task.done():
            # From when it should have been asked: a loop that is late counts, too.
            due = time.perf_counter() + EVERY_S
            await asyncio.sleep(EVERY_S)
            answer = await self._client.get(HEALTH)
            answer.raise_for_status()
            seen.waits.append(time.perf_counter() - due)
            seen.own = max(seen.own, _own_mb())
            seen.children = max(seen.children, _children_mb())
        await task
        return seen


def _own_mb() -> float:
    return _held_mb("self", "VmRSS:")


def _children_mb() -> float:
    """The most that each process that writes a PDF has held so far."""
    pids: list[str] = []
    for children in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):
            pids += children.read_text().split()
    return sum(_held_mb(pid, "VmHWM:") for pid in pids)


def _held_mb(pid: str, what: str) -> float:
    with suppress(OSError, IndexError):
        status = Path(f"/proc/{pid}/status").read_text()
        return int(status.partition(what)[2].split()[0]) / 1000
    return 0.0


def _read(ctx: Context, choice: PhotoChoice) -> rekap.Reading:
    return rekap.read(ctx, KASI, Which("2026-11", None, choice))


def _ms(deed: Callable[[], object]) -> str:
    deed()
    times: list[float] = []
    for _ in range(5):
        start = time.perf_counter()
        deed()
        times.append(time.perf_counter() - start)
    return f"{statistics.median(times) * 1000:.0f} ms"


def _fill(ctx: Context) -> None:
    """Three photos a report, each another picture."""
    dice = random.Random(7)
    with ctx.database.write() as db:
        for number in range(len(JUAI.desa) * REPORTS):
            desa = JUAI.desa[number % len(JUAI.desa)].kode
            at = datetime(2026, 11, 1, 20, 0, tzinfo=WITA) + timedelta(hours=number)
            photos = [_photo(dice) for _ in range(3)]
            jenis = dice.choice(SEMUA).kode
            kind = "kejadian" if number % 40 == 0 else "kegiatan"
            report(
                db, number, desa=desa, mulai=at, jenis=jenis, kind=kind,
                photos=[(one, False) for one in photos],
            )  # fmt: skip
            for one in photos:
                key = PhotoKey(desa, sha256(one).hexdigest())
                path = ctx.photos.path(key)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(one)
                photo_rows.name_photos(db, desa, [(key.sha256, len(one))])
                photo_rows.mark_whole(db, *key, len(one), at)


_SCENE = pictures.scene(1280, 960)


def _photo(dice: random.Random) -> bytes:
    """As a phone stores it, about 150 kB; a patch of it is like no other's."""
    shown = _SCENE.copy()
    patch = Image.frombytes("RGB", (160, 120), dice.randbytes(160 * 120 * 3))
    shown.paste(patch.resize((640, 480)), (dice.randrange(640), dice.randrange(480)))
    out = io.BytesIO()
    shown.save(out, "JPEG", quality=60, progressive=True)
    return out.getvalue()


if __name__ == "__main__":
    for what, figure in figures():
        print(f"{what:70} {figure}")
