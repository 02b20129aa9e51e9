"""The disk of the app in a browser, under the real stores: cheap saves, a full quota, a loss."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mobile import bootstrap
from mobile.domain.record import Record
from mobile.ports import DiskFull, PreparedPhoto, StoreError
from mobile.store.parcels import FileParcels
from mobile.store.photos import FilePhotos
from mobile.store.reports import FileLaporan
from mobile.store.state import FileState
from shared.clock import FixedClock
from tests import cast
from tests.doubles.log_disk import SEGMENT_BYTES, SMALL, VaultDisk

ROOT = Path("/phone")


def picture(seed: int = 1, size: int = 3_000) -> PreparedPhoto:
    data = random.Random(seed).randbytes(size)
    return PreparedPhoto(data, data[:300], hashlib.sha256(data).hexdigest(), 1280, 1014)


def draft(words: str) -> Record:
    return cast.draft_of(cast.patrol("0b6d1a52-0000-4000-8000-000000000001", uraian=words))


def test_a_keystroke_costs_one_write_and_one_flush() -> None:
    disk = VaultDisk(segments=SEGMENT_BYTES)
    store = FileLaporan(ROOT, disk)
    store.put(draft("Ronda"))
    disk.calls = 0
    store.put(draft("Ronda malam"), settle=False)
    assert disk.calls == 2


def test_a_photo_costs_one_flush_and_none_of_the_reports() -> None:
    disk = VaultDisk(segments=SEGMENT_BYTES)
    photos, store = FilePhotos(ROOT, disk), FileLaporan(ROOT, disk)
    store.put(draft("Ronda"))
    before = [bytes(one.data) for name in "ab" for one in disk.vault.files[name]]
    disk.calls = 0
    photos.keep(picture())
    assert disk.calls == 3
    assert [bytes(one.data) for name in "ab" for one in disk.vault.files[name]] == before


HARMS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "empty": lambda data, dice: b"",
    "full of NUL": lambda data, dice: b"\0" * len(data),
    "noise": lambda data, dice: dice.randbytes(len(data)),
    "cut short": lambda data, dice: data[: dice.randrange(1, len(data))],
    "a garbled head": lambda data, dice: data[:10] + dice.randbytes(50) + data[60:],
    "a garbled middle": lambda data, dice: data[:200] + dice.randbytes(90) + data[290:],
}


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("log", ["a", "b"])
@pytest.mark.parametrize("seed", range(4))
def test_the_loss_of_any_one_file_costs_nothing_that_was_settled(
    harm: str, log: str, seed: int
) -> None:
    disk = VaultDisk()
    store, state = FileLaporan(ROOT, disk), FileState(ROOT, disk)
    state.set_identity(cast.IDA_PHONE)
    records = [cast.queued(cast.patrol()) for _ in range(5)]
    for record in (*records, draft("Ronda malam, aman.")):
        store.put(record)
    after, dice = disk.killed(), random.Random(seed)
    used = [one for one in after.vault.files[log] if one.data]
    victim = dice.choice(used)
    victim.data[:] = HARMS[harm](bytes(victim.data), dice)
    again = after.killed()
    store = FileLaporan(ROOT, again)
    assert {r.id for r in store.open_records()} >= {record.id for record in records}
    found = store.get(draft("").id)
    assert found is not None and found.draft is not None
    assert found.draft.uraian == "Ronda malam, aman."
    assert FileState(ROOT, again).identity() == cast.IDA_PHONE
    assert not [one for one in store.damages() if not one.recovered]
    assert again.harmed in ((), (log,))
    assert again.harmed or harm not in ("noise", "a garbled head")


def test_what_the_log_lost_is_told() -> None:
    disk = VaultDisk()
    store = FileLaporan(ROOT, disk)
    for _ in range(3):
        store.put(cast.queued(cast.patrol()))
    after = disk.killed()
    victim = next(one for one in after.vault.files["b"] if one.data)
    victim.data[10:60] = b"\xff" * 50
    house = bootstrap._built(ROOT, None, FixedClock(cast.EVENING), after.killed())
    assert [(one.file, one.recovered) for one in house.laporan.damages()] == [("b", True)]


def test_with_the_quota_used_up_photos_can_still_be_cleared_and_then_there_is_room() -> None:
    disk = VaultDisk(segments={**SMALL, "foto": 9_000})
    photos, store = FilePhotos(ROOT, disk), FileLaporan(ROOT, disk)
    store.put(draft("Ronda"))
    kept = [photos.keep(picture(seed)).sha256 for seed in range(8)]
    disk.vault.power.room = sum(one.size() for one in disk.vault.every) + 40
    with pytest.raises(DiskFull):
        photos.keep(picture(99))
    with pytest.raises(DiskFull):
        store.put(draft("Ronda malam " * 500))
    assert store.open_records()[0].draft == draft("Ronda").draft
    for sha in kept[:7]:
        assert photos.clear_big(sha) == 3_000
    assert photos.keep(picture(99))
    again = FilePhotos(ROOT, disk.killed())
    assert again.whole(picture(99).sha256) and again.whole(kept[7])
    assert not any(again.has(sha) for sha in kept[:7])


def test_another_window_that_takes_over_leaves_this_one_without_a_word_written() -> None:
    disk = VaultDisk()
    store = FileLaporan(ROOT, disk)
    store.put(draft("Ronda"))
    disk.close()
    with pytest.raises(StoreError):
        store.put(draft("Ronda malam"), settle=False)
    found = FileLaporan(ROOT, disk.killed()).open_records()
    assert [record.draft for record in found] == [draft("Ronda").draft]


def test_a_file_on_its_way_to_another_app_never_lies_on_disk() -> None:
    disk = VaultDisk()
    parcels = FileParcels(ROOT, disk)
    before = disk.bytes
    out = parcels.write_out("pindah-hp.pindah", [b"drafts", b" and photos"])
    assert disk.bytes == before
    passing = disk.passing(out.path)
    assert passing is not None
    assert passing.read() == b"drafts and photos"
    parcels.write_out("titipan.titip", [b"reports"])
    assert disk.passing(out.path) is None


def test_a_damaged_slot_is_set_aside_and_goes_with_its_report() -> None:
    disk = VaultDisk()
    store = FileLaporan(ROOT, disk)
    store.put(draft("Ronda"))
    name = f"aktif/{draft('').id}.a.json"
    disk._logs["a"].put(name, b"garbled")
    disk.sync_folder(ROOT / "aktif")
    again = FileLaporan(ROOT, disk.killed())
    assert [damage.recovered for damage in again.damages()] == [True]
    assert again.open_records()[0].draft == draft("Ronda").draft
    again.update(draft("").id, lambda record: replace(record, tries=1))
    again.delete(draft("").id)
    assert again._disk.names(ROOT / "aktif") == []
