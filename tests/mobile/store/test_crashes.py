"""Whatever was said to be saved is there after the process dies, or the disk fails, at any call."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mobile.domain.record import Record, edited, finished, reopened
from mobile.domain.record_answers import refused, text_received
from mobile.ports import StoreError
from mobile.store.reports import FileLaporan
from shared.protocol import Gap
from shared.status import PhoneState
from tests import cast
from tests.doubles.disk import Killed, MemoryDisk
from tests.doubles.log_disk import VaultDisk

ROOT = Path("/phone")
AT = "2026-11-24T20:50:00+08:00"
IDENT = "0b6d1a52-0000-4000-8000-000000000001"
OTHER = "0b6d1a52-0000-4000-8000-000000000002"

Step = Callable[[FileLaporan], None]
Truth = dict[str, Record | None]


def received_elsewhere() -> Record:
    """A report as it comes from another phone of the village: at rest at once."""
    return text_received(cast.queued(cast.flood(OTHER)), 1, "JUAI-2026-11-0044", (), AT)


def write_words(words: str, *, settle: bool, ident: str = IDENT) -> Step:
    def step(store: FileLaporan) -> None:
        def change(record: Record) -> Record:
            assert record.draft is not None
            return edited(record, replace(record.draft, uraian=words), AT, "uraian")

        store.update(ident, change, settle=settle)

    return step


def changed(change: Callable[[Record], Record]) -> Step:
    return lambda store: void(store.update(IDENT, change))


def void(_: object) -> None:
    return


def life() -> Iterator[Step]:
    """All that can happen to a report, from the first keystroke to its withdrawal."""
    yield lambda store: store.put(cast.draft_of(cast.patrol(IDENT)))
    yield write_words("Ron", settle=False)
    yield write_words("Ronda", settle=False)
    yield lambda store: store.settle(IDENT)
    yield write_words("Ronda malam", settle=False)
    yield lambda store: store.put(cast.queued(cast.flood(OTHER)))
    yield changed(lambda r: finished(r, AT, None))
    yield changed(lambda r: refused(r, 1, (Gap("selesai", "end_before_start"),)))
    yield changed(lambda r: reopened(r, AT))
    yield changed(lambda r: finished(r, AT, None))
    yield changed(lambda r: text_received(r, 1, "JUAI-2026-11-0042", ("a" * 64,), AT))
    yield changed(lambda r: text_received(r, 1, "JUAI-2026-11-0042", (), AT))
    yield lambda store: void(
        store.update(OTHER, lambda r: text_received(r, 1, "JUAI-2026-11-0043", (), AT))
    )
    yield changed(lambda r: replace(r, seen=False))
    yield changed(lambda r: reopened(r, AT))
    yield write_words("Ronda malam, aman.", settle=True)
    yield changed(lambda r: finished(r, AT, None))
    yield changed(lambda r: text_received(r, 2, None, (), AT))
    yield lambda store: store.delete(OTHER)
    yield lambda store: store.put(cast.draft_of(cast.patrol(OTHER)))
    yield write_words("Jaga", settle=False, ident=OTHER)
    yield write_words("Jaga pos", settle=False, ident=OTHER)
    yield lambda store: store.delete(OTHER)
    yield lambda store: store.put(cast.draft_of(cast.patrol(OTHER)))
    yield lambda store: store.put(received_elsewhere())
    yield lambda store: store.put(
        cast.draft_of(cast.patrol(OTHER, mulai="2026-10-01T08:00:00+08:00"))
    )
    yield lambda store: store.put(received_elsewhere())


def everything(store: FileLaporan) -> Truth:
    return {ident: store.get(ident) for ident in (IDENT, OTHER)}


AnyDisk = MemoryDisk | VaultDisk
DISKS: dict[str, type[AnyDisk]] = {"files": MemoryDisk, "log": VaultDisk}


def calls_of_a_life(disk: AnyDisk) -> int:
    store = FileLaporan(ROOT, disk)
    disk.calls = 0
    for step in life():
        step(store)
    return disk.calls


CALLS = {name: calls_of_a_life(made()) for name, made in DISKS.items()}


def rehearsal() -> list[Truth]:
    """The state after each step when nothing goes wrong."""
    store = FileLaporan(ROOT, MemoryDisk())
    states = []
    for step in life():
        step(store)
        states.append(everything(store))
    return states


WANTED = rehearsal()


def live(store: FileLaporan) -> tuple[Truth, Truth]:
    confirmed: Truth = {IDENT: None, OTHER: None}
    for step, aim in zip(life(), WANTED, strict=True):
        try:
            step(store)
        except Killed:
            return confirmed, aim
        confirmed = aim
    return confirmed, confirmed


EVERY_CALL = [(name, call) for name in DISKS for call in range(1, CALLS[name] + 1)]


@pytest.mark.parametrize(("name", "call"), EVERY_CALL)
def test_a_process_killed_at_any_call_has_lost_nothing_it_confirmed(name: str, call: int) -> None:
    disk = DISKS[name]()
    store = FileLaporan(ROOT, disk)
    disk.arm(call, "kill")
    confirmed, aim = live(store)
    after = FileLaporan(ROOT, disk.crash(random.Random(call)))
    for ident in (IDENT, OTHER):
        assert same(after.get(ident), confirmed[ident], aim[ident])
    assert not [damage for damage in after.damages() if not damage.recovered]
    assert_one_place_each(after)


def same(found: Record | None, confirmed: Record | None, aim: Record | None) -> bool:
    """What was confirmed, or what was being written when the end came.

    A report that was on its way to rest may be found one step earlier: that step is taken again.
    """
    return found in (confirmed, aim)


def assert_one_place_each(store: FileLaporan) -> None:
    received = [ident for ident, _ in store.received()]
    assert len(received) == len(set(received))
    opened = {record.id for record in store.open_records()}
    filed = [record.id for month in store.months() for record in store.history(month)]
    assert len(filed) == len(set(filed))
    assert not opened & set(filed)


FAULTS = [(name, call, "full" if call % 2 == 0 else "fail") for name, call in EVERY_CALL]


@pytest.mark.parametrize(("name", "call", "how"), FAULTS)
def test_a_call_that_fails_changes_nothing_and_the_next_try_succeeds(
    name: str, call: int, how: str
) -> None:
    disk = DISKS[name]()
    store = FileLaporan(ROOT, disk)
    disk.arm(call, how)
    confirmed: Truth = {IDENT: None, OTHER: None}
    for step, aim in zip(life(), WANTED, strict=True):
        try:
            step(store)
        except StoreError:
            assert everything(store) == confirmed
            disk.disarm()
            step(store)
        assert everything(store) == aim
        confirmed = aim
    disk.disarm()
    again = FileLaporan(ROOT, disk.killed())
    assert everything(again) == confirmed
    assert not again.damages()
    assert_one_place_each(again)


def test_the_whole_life_ends_at_rest() -> None:
    last = WANTED[-1][IDENT]
    assert last is not None
    assert last.at_rest
    assert last.sent_state is PhoneState.RECEIVED
    assert WANTED[-1][OTHER] == received_elsewhere()
