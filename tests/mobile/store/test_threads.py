"""Typing, sending and reading go on at the same time without losing one change."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from mobile.domain.record_answers import text_received
from mobile.store.reports import FileLaporan
from mobile.store.state import FileState
from tests import cast
from tests.doubles.disk import MemoryDisk

ROOT = Path("/phone")


def test_changes_of_two_threads_both_stay() -> None:
    store = FileLaporan(ROOT, MemoryDisk())
    record = cast.queued(cast.patrol())
    store.put(record)

    def one_more() -> None:
        for _ in range(50):
            store.update(record.id, lambda r: replace(r, tries=r.tries + 1), settle=False)

    with ThreadPoolExecutor(4) as pool:
        for job in [pool.submit(one_more) for _ in range(4)]:
            job.result()
    found = store.get(record.id)
    assert found is not None
    assert found.tries == 200


def test_a_report_is_never_missing_nor_twice_while_it_moves() -> None:
    store = FileLaporan(ROOT, MemoryDisk())
    records = [cast.queued(cast.patrol()) for _ in range(8)]
    for record in records:
        store.put(record)
    ended = threading.Event()
    wrong: list[str] = []

    def look() -> None:
        while not ended.is_set():
            wrong.extend(record.id for record in records if store.get(record.id) is None)

    watcher = threading.Thread(target=look)
    watcher.start()

    def move(ident: str) -> None:
        store.update(ident, lambda r: text_received(r, 1, "JUAI-2026-11-0042", (), "2026-11-24"))
        store.update(ident, lambda r: replace(r, status="perlu_perbaikan"))
        store.update(ident, lambda r: replace(r, status="diverifikasi"))

    with ThreadPoolExecutor(4) as pool:
        for job in [pool.submit(move, record.id) for record in records]:
            job.result()
    ended.set()
    watcher.join()
    assert not wrong
    assert len(store.history("2026-11")) == 8
    assert store.open_records() == []


def test_marks_of_two_threads_both_stay() -> None:
    state = FileState(ROOT, MemoryDisk())

    def mark_one(ident: str) -> None:
        state.update_sync(lambda s: replace(s, read_marks=(*s.read_marks, ident)))

    def mark(name: str) -> None:
        for number in range(25):
            mark_one(f"{name}{number}")

    with ThreadPoolExecutor(4) as pool:
        for job in [pool.submit(mark, name) for name in "abcd"]:
            job.result()
    assert len(set(state.sync_state().read_marks)) == 100


class ManyMonths(MemoryDisk):
    """Tells when the months are being read, and how many have been."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = threading.Event()
        self.reads = 0

    def read(self, path: Path) -> bytes:
        if "riwayat" in path.parts:
            self.reads += 1
            self.begun.set()
            time.sleep(0.1)  # so long that who asks meanwhile is heard before the end
        return super().read(path)


def test_who_wants_a_list_does_not_wait_until_all_months_are_read() -> None:
    disk = ManyMonths()
    store = FileLaporan(ROOT, disk)
    for month in range(1, 13):
        patrol = cast.patrol(mulai=f"2026-{month:02}-10T08:00:00+08:00")
        store.put(text_received(cast.queued(patrol), 1, "JUAI-2026-11-0042", (), "2026-11-24"))
    again = FileLaporan(ROOT, disk)
    disk.reads = 0
    disk.begun.clear()
    reader = threading.Thread(target=again.received)
    reader.start()
    assert disk.begun.wait(60)
    assert len(again.months()) == 12
    read_by_then = disk.reads
    reader.join()
    assert read_by_then < disk.reads
