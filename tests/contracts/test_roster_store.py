"""What every `RosterStore` promises: the one on disk and the one in memory alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mobile.domain.member import Member, came, edited
from mobile.ports import DiskFull, RosterStore
from mobile.store.roster import FileRoster
from shared.satlinmas import Anggota, SuratKeputusan
from tests.cast import LALAYAU
from tests.doubles.disk import MemoryDisk
from tests.doubles.log_disk import VaultDisk
from tests.doubles.phone import MemoryRoster

FillUp = Callable[[], object]
UDIN = Anggota(
    id="u", versi=1, desa=LALAYAU, nama="Udin (contoh)", perlengkapan=("HT",),
    sk=SuratKeputusan("1", "2024-01-02", "Kades"),
)  # fmt: skip
AMAT = Anggota(id="a", versi=3, desa=LALAYAU, nama="amat (contoh)")


@pytest.fixture(params=["on disk", "in a log", "in memory"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[RosterStore, FillUp]:
    if request.param == "in memory":
        memory = MemoryRoster()
        return memory, lambda: setattr(memory, "full", True)
    disk = MemoryDisk() if request.param == "on disk" else VaultDisk(tmp_path)
    return FileRoster(tmp_path, disk), lambda: disk.arm(1, "full")


@pytest.fixture
def roster(both: tuple[RosterStore, FillUp]) -> RosterStore:
    return both[0]


def test_a_new_phone_has_no_members(roster: RosterStore) -> None:
    assert roster.members() == [] and roster.get("u") is None and roster.drafts() == {}


def test_members_come_by_name(roster: RosterStore) -> None:
    for one in (UDIN, AMAT):
        roster.update(one.id, lambda m, one=one: came(m, one))
    assert [member.id for member in roster.members()] == ["a", "u"]
    assert roster.get("u") == Member("u", base=UDIN)


def test_drafts_are_kept_beside(roster: RosterStore) -> None:
    roster.put_draft(UDIN)
    assert roster.drafts() == {"u": UDIN} and roster.members() == []
    roster.drop_draft("u")
    assert roster.drafts() == {}


def test_on_a_full_disk_nothing_changes_and_it_is_said(both: tuple[RosterStore, FillUp]) -> None:
    roster, fill_up = both
    roster.update("u", lambda m: came(m, UDIN))
    fill_up()
    with pytest.raises(DiskFull):
        roster.update("u", lambda m: edited(m, AMAT))
    assert roster.get("u") == Member("u", base=UDIN)


def test_what_lies_on_disk_is_there_after_a_start(tmp_path: Path) -> None:
    roster = FileRoster(tmp_path)
    roster.update("u", lambda m: edited(m, UDIN))
    roster.put_draft(AMAT)
    again = FileRoster(tmp_path)
    assert again.get("u") == Member("u", mine=UDIN)
    assert again.drafts() == {"a": AMAT}
