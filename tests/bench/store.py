"""What a keystroke and a list cost on the phone, with few and with many stored reports."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from mobile.domain.record import Record, edited
from mobile.domain.record_answers import text_received
from mobile.store.damage import DamageList
from mobile.store.disk import Disk
from mobile.store.filing import TABLE, document, rest_name
from mobile.store.reports import FileLaporan
from mobile.store.slots import Slots
from mobile.usecases import read
from mobile.usecases.phone import Phone
from tests import cast
from tests.doubles.phone import memory_phone

FEW, MANY = 10, 5_000
MONTHS = 60
ROUNDS, SAVES = 12, 25
AT = "2026-11-24T20:50:00+08:00"


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that `make bench` prints."""
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        _fill(Path(few), FEW)
        _fill(Path(many), MANY)
        return [*_saves(Path(few), Path(many)), *_lists(Path(many))]


def _saves(few: Path, many: Path) -> list[tuple[str, str]]:
    """In turns, so that a slow moment of the machine meets both."""
    draft = cast.draft_of(cast.patrol())
    stores = (FileLaporan(few), FileLaporan(many))
    for store in stores:
        store.put(draft)
        store.received()  # as after the first contact of the day
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS):
        order = (0, 1) if turn % 2 else (1, 0)
        for which in order:
            times[which].append(_typing(stores[which], draft))
    at_few, at_many = (statistics.median(found) for found in times)
    return [
        (f"save of a draft with {FEW} stored reports", f"{at_few * 1000:.2f} ms"),
        (f"save of a draft with {MANY} stored reports", f"{at_many * 1000:.2f} ms"),
        ("ratio (goal: at most 1.3)", f"{at_many / at_few:.2f}"),
    ]


def _typing(store: FileLaporan, draft: Record) -> float:
    """Seconds for one save, the median of some."""
    seconds = []
    for number in range(SAVES):
        words = replace(draft.current, uraian=f"Ronda {number}")
        start = time.perf_counter()
        store.update(draft.id, lambda r, w=words: edited(r, w, AT, "uraian"), settle=False)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def _lists(root: Path) -> list[tuple[str, str]]:
    phone = memory_phone()
    start = time.perf_counter()
    phone.laporan = FileLaporan(root)
    asyncio.run(_open_list(phone))
    cold = time.perf_counter() - start
    start = time.perf_counter()
    asyncio.run(_open_list(phone))
    warm = time.perf_counter() - start
    start = time.perf_counter()
    counted = len(phone.laporan.received())
    inventory = time.perf_counter() - start
    return [
        (f"list opened at {MANY} reports, first time after the start", f"{cold * 1000:.0f} ms"),
        (f"list opened at {MANY} reports, again", f"{warm * 1000:.1f} ms"),
        (f"inventory of {counted} reports, once a start, in the background", f"{inventory:.2f} s"),
    ]


async def _open_list(phone: Phone) -> None:
    await read.home(phone)
    found = await read.groups(phone)
    await read.page(phone, found.months[0])


def _fill(root: Path, count: int) -> None:
    """Reports at rest, written month by month as the store itself would."""
    months: dict[str, dict[str, object]] = {}
    for number in range(count):
        year, month = divmod(number % MONTHS, 12)
        name = f"{2026 - year}-{12 - month:02}"
        mulai = f"{name}-{number % 28 + 1:02}T20:00:00+08:00"
        laporan = cast.patrol(mulai=mulai, selesai=None, foto=(cast.foto(f"{number:064x}"),))
        record = text_received(cast.queued(laporan), 1, f"JUAI-{name}-{number:04}", (), AT)
        rows = months.setdefault(name, {})
        rows[str(len(rows) + 1)] = document(record)
    for name, rows in months.items():
        slots = Slots(Disk(), root, rest_name(name), DamageList())
        slots.write({TABLE: rows})
        slots.settle()


if __name__ == "__main__":
    for what, figure in figures():
        print(f"{what:70} {figure}")
