"""Fills a fresh data folder with the sample, through the server's own doors.

The reports come in one by one by the same use-case as from a phone, while a clock that we set
runs through the three months.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

from server.sample.data import DAYS, SEED, SamplePhoto, SampleReport, sample_reports
from server.sample.decisions import BY, decide
from server.sample.pictures import render
from server.sample.villages import Village, villages
from server.settings import Settings
from server.store import photo_rows
from server.store.photo_files import PhotoKey
from server.usecases import activation, devices
from server.usecases.context import Context, open_context
from server.usecases.devices import Device
from server.usecases.sync import sync
from server.usecases.sync_call import PhoneSays, Sent, SyncCall
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
    reports = sample_reports(now, seed, days)
    clock = FixedClock(now - timedelta(days=days + 2))
    with open_context(Settings(data), clock) as ctx:
        phones = {v.desa.kode: _activate(ctx, v) for v in villages(seed) if v.has_phone}
        waiting: list[SampleReport] = []
        for number, (report, drawn) in enumerate(_with_pictures(reports), start=1):
            waiting = _decide_until(ctx, clock, waiting, report.received)
            _send(ctx, clock, phones[report.laporan.desa], report, drawn)
            if report.decision:
                waiting.append(report)
            told(number, len(reports))
        _decide_until(ctx, clock, waiting, now)
    return len(reports)


def _activate(ctx: Context, village: Village) -> Device:
    """The way of every phone: a code from the kecamatan, then a token for the code."""
    who = village.pelapor
    code = activation.new_code(ctx, village.desa.kode, who.nama, who.jabatan, BY)
    door = activation.Activation(ctx)
    given = door.activate(code, "HP desa (contoh)", APP_VERSION, "127.0.0.1")
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


def _send(
    ctx: Context, clock: FixedClock, device: Device, report: SampleReport, drawn: Drawn
) -> None:
    clock.at = report.received
    message = report.message([foto for _, foto in drawn])
    says = PhoneSays(time=report.received, app_version=APP_VERSION, queued=0, free_mb=2048)
    sent = Sent(message, json.dumps(message, ensure_ascii=False))
    sync(ctx, device, SyncCall(laporan=(sent,), device=says))
    for jpeg, foto in drawn:
        _store_photo(ctx, PhotoKey(device.desa, foto.sha256), jpeg, report.received)


def _store_photo(ctx: Context, key: PhotoKey, jpeg: bytes, at: datetime) -> None:
    ctx.photos.append(key, 0, jpeg)
    ctx.photos.finish(key)
    with ctx.database.write(durable=False) as db:
        photo_rows.mark_whole(db, *key, len(jpeg), at)


def _decide_until(
    ctx: Context, clock: FixedClock, waiting: list[SampleReport], until: datetime
) -> list[SampleReport]:
    """Let the kecamatan decide what it decided before `until`; returns what still waits."""
    due = [r for r in waiting if r.decision and r.decision.at <= until]
    for report in sorted(due, key=lambda r: r.decision.at if r.decision else until):
        if report.decision:
            clock.at = report.decision.at
            decide(ctx, report.laporan, report.decision)
    return [report for report in waiting if report not in due]
