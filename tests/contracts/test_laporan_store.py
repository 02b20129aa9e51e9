"""What every `LaporanStore` promises: the one on disk and the one in memory alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mobile.domain.record import Record, edited, finished, recalled, reopened
from mobile.domain.record_answers import text_received
from mobile.ports import DiskFull, LaporanStore
from mobile.store.reports import FileLaporan
from tests import cast
from tests.doubles.disk import MemoryDisk
from tests.doubles.log_disk import VaultDisk
from tests.doubles.phone import MemoryLaporan

AT = "2026-11-24T20:50:00+08:00"


class Full:
    """A store and the switch that fills its disk."""

    def __init__(self, store: LaporanStore, fill: Callable[[], Any]) -> None:
        self.store = store
        self.fill = fill


@pytest.fixture(params=["on disk", "in a log", "in memory"])
def full(request: pytest.FixtureRequest, tmp_path: Path) -> Full:
    if request.param == "in memory":
        memory = MemoryLaporan()
        return Full(memory, lambda: setattr(memory, "full", True))
    disk = MemoryDisk() if request.param == "on disk" else VaultDisk(tmp_path)
    return Full(FileLaporan(tmp_path, disk), lambda: disk.arm(1, "full"))


@pytest.fixture
def store(full: Full) -> LaporanStore:
    return full.store


def arrived(ident: str | None = None, **changes: object) -> Any:
    """A patrol that is at rest."""
    return text_received(cast.queued(cast.patrol(ident, **changes)), 1, "JUAI-2026-11-0042", (), AT)


def test_what_is_put_is_found_again(store: LaporanStore) -> None:
    record = cast.draft_of(cast.patrol())
    store.put(record)
    assert store.get(record.id) == record
    assert store.open_records() == [record]


def test_a_report_that_nobody_put_is_not_there(store: LaporanStore) -> None:
    assert store.get(cast.new_id()) is None
    assert store.update(cast.new_id(), lambda r: r) is None
    store.settle(cast.new_id())
    store.delete(cast.new_id())
    assert store.open_records() == []


def test_an_update_is_one_step_and_gives_back_what_is_stored(store: LaporanStore) -> None:
    record = cast.draft_of(cast.patrol())
    store.put(record)
    changed = store.update(record.id, lambda r: replace(r, place="tempat"), settle=False)
    assert changed == replace(record, place="tempat")
    store.settle(record.id)
    assert store.get(record.id) == changed


def test_a_received_report_moves_to_its_month(store: LaporanStore) -> None:
    record = arrived()
    store.put(cast.queued(record.current))
    store.update(record.id, lambda r: text_received(r, 1, "JUAI-2026-11-0042", (), AT))
    assert store.open_records() == []
    assert store.months() == ["2026-11"]
    assert [r.id for r in store.history("2026-11")] == [record.id]
    assert store.get(record.id) is not None


def test_the_month_is_the_one_of_the_report_in_wita(store: LaporanStore) -> None:
    store.put(arrived(mulai="2026-10-31T15:00:00Z", selesai=None))
    nihil = text_received(
        cast.queued(cast.nihil(periode="2026-09")), 1, "JUAI-2026-11-0043", (), AT
    )
    store.put(nihil)
    store.put(arrived(mulai="2026-11-01T00:00:00+08:00", selesai=None))
    assert store.months() == ["2026-11", "2026-10", "2026-09"]


def test_months_and_their_reports_come_newest_first(store: LaporanStore) -> None:
    times = ["2026-11-03T20:00:00+08:00", "2026-11-24T20:00:00+08:00", "2026-11-10T20:00:00+08:00"]
    for time in times:
        store.put(arrived(mulai=time, selesai=None))
    found = [r.current.mulai for r in store.history("2026-11")]
    assert found == sorted(times, reverse=True)


def test_a_report_that_is_reopened_leaves_its_month(store: LaporanStore) -> None:
    record = arrived()
    store.put(record)
    store.update(record.id, lambda r: reopened(r, AT))
    assert [r.id for r in store.open_records()] == [record.id]
    assert store.history("2026-11") == []


def test_a_report_sent_back_is_open_until_it_is_mended(store: LaporanStore) -> None:
    record = arrived()
    store.put(record)
    store.update(record.id, lambda r: replace(r, status="perlu_perbaikan"))
    assert [r.id for r in store.open_records()] == [record.id]
    store.update(record.id, lambda r: replace(r, status="diverifikasi"))
    assert store.open_records() == []
    assert [r.status for r in store.history("2026-11")] == ["diverifikasi"]


def test_a_report_whose_month_changes_lies_in_one_month_only(store: LaporanStore) -> None:
    record = arrived()
    store.put(record)
    moved = replace(record.current, mulai="2026-10-03T20:00:00+08:00", selesai=None)
    store.put(replace(record, sent=moved))
    assert store.history("2026-11") == []
    assert [r.id for r in store.history("2026-10")] == [record.id]


def test_open_reports_come_newest_change_first(store: LaporanStore) -> None:
    old = cast.draft_of(cast.patrol())
    new = edited(cast.draft_of(cast.patrol()), cast.patrol(), AT, "uraian")
    store.put(new)
    store.put(old)
    assert store.open_records() == [new, old]


def test_the_inventory_counts_what_this_phone_has_a_receipt_for(store: LaporanStore) -> None:
    first, second = arrived(), arrived()
    store.put(first)
    store.put(second)
    store.put(cast.draft_of(cast.patrol()))
    store.put(cast.queued(cast.flood()))
    store.update(second.id, lambda r: finished(reopened(r, AT), AT, None))
    assert sorted(store.received()) == sorted([(first.id, 1), (second.id, 1)])
    store.update(second.id, lambda r: text_received(r, 2, None, ("a" * 64,), AT))
    assert sorted(store.received()) == sorted([(first.id, 1), (second.id, 2)])


def test_every_photo_of_every_version_is_in_use(store: LaporanStore) -> None:
    filed = arrived(foto=(cast.foto("a" * 64),))
    store.put(filed)
    store.put(cast.draft_of(cast.patrol(foto=(cast.foto("b" * 64), cast.foto("c" * 64)))))
    mending = arrived(foto=(cast.foto("d" * 64),))
    without = replace(mending.current, versi=2, foto=())
    store.put(replace(mending, draft=without))
    assert store.photos_in_use() == {"a" * 64, "b" * 64, "c" * 64, "d" * 64}


def test_a_month_is_changed_in_one_step_and_only_where_it_changes(store: LaporanStore) -> None:
    first, second = arrived(), arrived(tempat="Balai desa")
    other = arrived(mulai="2026-10-03T20:00:00+08:00", selesai=None)
    for record in (first, second, other):
        store.put(record)

    def clear(record: Record) -> Record:
        return replace(record, photos_cleared=record.current.tempat == "Balai desa")

    assert store.update_month("2026-11", clear) == 1
    assert store.update_month("2026-11", clear) == 0
    assert store.update_month("2026-12", clear) == 0
    assert [r.photos_cleared for r in map(store.get, (first.id, second.id, other.id)) if r] == [
        False, True, False,
    ]  # fmt: skip
    assert len(store.received()) == 3


def test_a_deleted_report_is_gone_wherever_it_lay(store: LaporanStore) -> None:
    draft, filed = cast.draft_of(cast.patrol()), arrived()
    store.put(draft)
    store.put(filed)
    store.delete(draft.id)
    store.delete(filed.id)
    assert store.open_records() == []
    assert store.history("2026-11") == []
    assert store.received() == []


def test_an_open_report_is_looked_at_and_deleted_in_one_step(store: LaporanStore) -> None:
    draft, filed = cast.draft_of(cast.patrol()), arrived()
    store.put(draft)
    store.put(filed)
    assert not store.drop_if(draft.id, lambda record: record.draft is None)
    assert not store.drop_if(filed.id, lambda _: True)
    assert [record.id for record in store.open_records()] == [draft.id]
    assert store.drop_if(draft.id, lambda record: record == draft)
    assert not store.drop_if(draft.id, lambda _: True)
    assert store.open_records() == []


def test_a_full_disk_changes_nothing_and_says_so(full: Full) -> None:
    store, record = full.store, cast.queued(cast.patrol())
    store.put(record)
    full.fill()
    with pytest.raises(DiskFull):
        store.put(cast.draft_of(cast.flood()))
    with pytest.raises(DiskFull):
        store.update(record.id, recalled)
    assert store.open_records() == [record]


def test_an_update_that_changes_nothing_needs_no_room(full: Full) -> None:
    record = cast.queued(cast.patrol())
    full.store.put(record)
    full.fill()
    assert full.store.update(record.id, lambda r: r) == record


def test_an_id_that_is_no_uuid_is_kept_like_any_other(store: LaporanStore) -> None:
    record = cast.draft_of(cast.patrol("../../etc/passwd"))
    store.put(record)
    assert store.get("../../etc/passwd") == record
