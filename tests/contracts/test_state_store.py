"""What every `StateStore` promises: the one on disk and the one in memory alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mobile.ports import DiskFull, Memory, Preferences, StateStore, SyncState
from mobile.store.state import FileState
from tests import cast
from tests.doubles.disk import MemoryDisk
from tests.doubles.log_disk import VaultDisk
from tests.doubles.phone import MemoryState

FillUp = Callable[[], object]


@pytest.fixture(params=["on disk", "in a log", "in memory"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[StateStore, FillUp]:
    if request.param == "in memory":
        memory = MemoryState()
        return memory, lambda: setattr(memory, "full", True)
    disk = MemoryDisk() if request.param == "on disk" else VaultDisk(tmp_path)
    return FileState(tmp_path, disk), lambda: disk.arm(1, "full")


@pytest.fixture
def state(both: tuple[StateStore, FillUp]) -> StateStore:
    return both[0]


def test_a_new_phone_knows_nothing(state: StateStore) -> None:
    assert state.identity() is None
    assert state.sync_state() == SyncState()
    assert state.preferences() == Preferences()
    assert state.memory() == Memory()
    assert state.damages() == []


def test_each_thing_is_kept_for_itself(state: StateStore) -> None:
    memory = Memory(jenis_count={"PATROLI": 3}, tempat=("Pos",), jam={"": ("20.00", "23.00")})
    state.set_identity(cast.IDA_PHONE)
    state.set_preferences(Preferences(look="sinar", hints_shown=("ucapkan",)))
    state.set_memory(memory)
    state.update_sync(lambda s: replace(s, cursor=417, settings={"due_day": 5}))
    assert state.identity() == cast.IDA_PHONE
    assert state.preferences().look == "sinar"
    assert state.memory() == memory
    assert state.sync_state().cursor == 417


def test_sync_changes_build_on_each_other(state: StateStore) -> None:
    state.update_sync(lambda s: replace(s, cursor=1))
    after = state.update_sync(lambda s: replace(s, read_marks=(*s.read_marks, "n1")))
    assert (after.cursor, after.read_marks) == (1, ("n1",))


def test_a_full_disk_leaves_what_was_there(both: tuple[StateStore, FillUp]) -> None:
    state, fill_up = both
    state.set_identity(cast.IDA_PHONE)
    fill_up()
    with pytest.raises(DiskFull):
        state.set_identity(cast.RUDI_PHONE)
    with pytest.raises(DiskFull):
        state.update_sync(lambda s: replace(s, cursor=1))
    assert state.identity() == cast.IDA_PHONE
    assert state.sync_state() == SyncState()
