"""Fills a fresh data folder with the sample, through the server's own doors.

The reports come in one by one by the same use-case as from a phone, while a clock that we set
runs through the three months.
"""

from __future__ import annotations

import heapq
import itertools
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from server.core import devices
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.devices import Device
from server.core.files.photo_files import PhotoKey
from server.core.sync_call import PhoneSays, Sent, SyncCall
from server.hp import activation
from server.laporan.rows import photo_rows
from server.sample.data import DAYS, SEED, sample_reports
from server.sample.decisions import BY, decide
from server.sample.innovation import tell
from server.sample.office import set_up
from server.sample.pembinaan import coach
from server.sample.pictures import render
from server.sample.reports import SamplePhoto, SampleReport
from server.sample.roster import Ids, announce, fill_rosters, named
from server.sample.villages import Village, villages
from server.sample.voice import speak
from server.sinkron.sync import sync
from shared.clock import FixedClock, SystemClock
from shared.laporan import Foto

Told = Callable[[int, int], None]
Drawn = list[tuple[bytes, Foto]]

APP_VERSION = "1.0.0"


def fill(
    data: Path, *, seed: int = SEED, days: int = DAYS, told: Told = lambda _n, _of: None
) -> int:
    """Make the sample in `data`; returns the number of reports, `told` hears of the progress."""
    now = SystemClock().now()
    clock = FixedClock(now - timedelta(days=days + 2))
    with open_context(Settings(data), clock) as ctx:
        reports = sample_reports(ctx.wilayah, now, seed, days)
        phones = {
            v.desa.kode: _activate(ctx, v) for v in villages(ctx.wilayah, seed) if v.has_phone
        }
        story = _Story(ctx, clock, phones, fill_rosters(ctx, seed))
        for number, (report, drawn) in enumerate(_with_pictures(reports), start=1):
            story.run_until(report.received)
            story.arrive(report, drawn)
            told(number, len(reports))
        story.run_until(now)
        announce(ctx, seed)
        coach(ctx, clock, phones, now)
        set_up(ctx, set(phones))
        tell(ctx, now)
        speak(ctx, phones, now, seed)
    return len(reports)


class _Story:
    """What happens after a report has arrived, each thing at its time."""

    def __init__(
        self, ctx: Context, clock: FixedClock, phones: dict[str, Device], ids: Ids
    ) -> None:
        self.ctx = ctx
        self.ids = ids
        self.clock = clock
        self.phones = phones
        self.numbers = itertools.count()
        self.coming: list[tuple[datetime, int, Callable[[], None]]] = []

    def arrive(self, report: SampleReport, drawn: Drawn) -> None:
        """The report is received, and what becomes of it is noted for later."""
        self.clock.at = report.received
        _send(self.ctx, self.phones[report.laporan.desa], report, drawn, self.ids)
        if report.decision:
            self._later(
                report.decision.at, partial(decide, self.ctx, report.laporan, report.decision)
            )
        if mended := report.mended():
            self._later(mended.received, partial(self.arrive, mended, drawn))

    def run_until(self, moment: datetime) -> None:
        """Let happen what is due."""
        while self.coming and self.coming[0][0] <= moment:
            at, _, happen = heapq.heappop(self.coming)
            self.clock.at = at
            happen()

    def _later(self, at: datetime, happen: Callable[[], None]) -> None:
        heapq.heappush(self.coming, (at, next(self.numbers), happen))


def _activate(ctx: Context, village: Village) -> Device:
    """The way of every phone: a code from the kecamatan, then a token for the code."""
    who = village.pelapor
    code = activation.new_code(ctx, village.desa.kode, who.nama, who.jabatan, BY)
    given = activation.activate(ctx, code, "HP desa (contoh)", APP_VERSION, "127.0.0.1")
    phone = devices.by_token(ctx, given.token)
    assert phone  # noqa: S101  # it was made a moment ago
    return phone


def _with_pictures(reports: list[SampleReport]) -> Iterator[tuple[SampleReport, Drawn]]:
    """Each report with its drawn photos; other processes draw while we store."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from zip(
            reports, pool.map(_draw, [r.photos for r in reports], chunksize=8), strict=True
        )


def _draw(photos: tuple[SamplePhoto, ...]) -> Drawn:
    return [render(photo) for photo in photos]


def _send(ctx: Context, device: Device, report: SampleReport, drawn: Drawn, ids: Ids) -> None:
    message = named(report.message([foto for _, foto in drawn]), ids)
    says = PhoneSays(time=report.received, app_version=APP_VERSION, queued=0, free_mb=2048)
    sent = Sent(message, json.dumps(message, ensure_ascii=False))
    sync(ctx, device, SyncCall(laporan=(sent,), device=says))
    for jpeg, foto in drawn:
        key = PhotoKey(device.desa, foto.sha256)
        if ctx.photos.whole_size(key) is None:
            _store_photo(ctx, key, jpeg, report.received)


def _store_photo(ctx: Context, key: PhotoKey, jpeg: bytes, at: datetime) -> None:
    ctx.photos.append(key, 0, jpeg)
    ctx.photos.finish(key)
    with ctx.database.write(durable=False) as db:
        photo_rows.mark_whole(db, *key, len(jpeg), at)
