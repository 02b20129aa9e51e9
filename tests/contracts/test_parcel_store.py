"""Both stores of packages keep the same promises."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mobile.domain.parcel import ParcelStore
from mobile.ports import DiskFull, StoreError
from mobile.store.parcels import MOST_LINES, FileParcels
from tests.doubles.log_disk import VaultDisk
from tests.doubles.phone import MemoryParcels

AT = "2026-11-24T20:41:00+08:00"
DATA = b"SINAR-TITIPAN 1\n{}\n"
SHA = hashlib.sha256(DATA).hexdigest()
Make = Callable[[], ParcelStore]


@pytest.fixture(params=["file", "log", "memory"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    if request.param == "file":
        return lambda: FileParcels(tmp_path)
    if request.param == "log":
        disk = VaultDisk(tmp_path)
        return lambda: FileParcels(tmp_path, disk)
    kept = MemoryParcels(tmp_path)
    return lambda: kept


def test_what_is_taken_is_there_after_a_restart_and_once(make: Make) -> None:
    for _ in range(2):
        make().take("a.titip", DATA, AT)
    (parcel,) = make().carried()
    assert (parcel.sha256, parcel.name, parcel.size, parcel.waiting) == (SHA, "a.titip", 19, True)
    assert make().read(SHA) == DATA


@pytest.mark.parametrize("end", ["delivered", "refused"])
def test_what_has_ended_keeps_its_line_and_not_its_file(make: Make, end: str) -> None:
    make().take("a.titip", DATA, AT)
    if end == "delivered":
        make().delivered(SHA, AT, 2, 3)
    else:
        make().refused(SHA, "titipan_damaged")
    (parcel,) = make().carried()
    assert not parcel.waiting
    assert (parcel.laporan, parcel.foto) == ((2, 3) if end == "delivered" else (0, 0))
    with pytest.raises(StoreError):
        make().read(SHA)


def test_what_is_let_go_is_gone(make: Make) -> None:
    make().take("a.titip", DATA, AT)
    make().let_go(SHA)
    assert make().carried() == []
    with pytest.raises(StoreError):
        make().read(SHA)


def test_what_leaves_lies_in_a_file_whole(make: Make) -> None:
    store = make()
    file = store.write_out("b.titip", [b"ab", b"cd"])
    assert (file.path.name, file.size) == ("b.titip", 4)
    assert read_out(store, file.path) == b"abcd"


def read_out(store: ParcelStore, path: Path) -> bytes:
    """As whoever hands it on does."""
    disk = getattr(store, "_disk", None)
    return disk.read(path) if disk else path.read_bytes()


def test_only_the_newest_file_that_leaves_is_kept_and_none_that_failed(tmp_path: Path) -> None:
    store = FileParcels(tmp_path)
    first = store.write_out("a.titip", [b"a"]).path
    second = store.write_out("b.titip", [b"b"]).path
    assert not first.exists() and second.exists()

    def breaking() -> Iterator[bytes]:
        yield b"half"
        raise DiskFull("photo")

    with pytest.raises(DiskFull):
        store.write_out("c.titip", breaking())
    assert [path.name for path in second.parent.iterdir()] == []


def test_a_file_that_was_handed_on_takes_no_room_after_the_next_start(tmp_path: Path) -> None:
    path = FileParcels(tmp_path).write_out("a.pindah", [b"all that this phone keeps"]).path
    FileParcels(tmp_path)
    assert not path.exists()


def test_a_name_from_elsewhere_names_no_other_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        FileParcels(tmp_path).read("../../diri.a.json")


def test_of_what_has_ended_only_the_last_lines_are_kept(tmp_path: Path) -> None:
    store = FileParcels(tmp_path)
    store.take("menunggu.titip", DATA, AT)
    for number in range(MOST_LINES + 3):
        sha = store.take(f"{number}.titip", bytes([number]), AT).sha256
        store.delivered(sha, AT, 1, 0)
    names = [parcel.name for parcel in store.carried()]
    assert len(names) == MOST_LINES + 1
    assert names[0] == "menunggu.titip" and names[-1] == f"{MOST_LINES + 2}.titip"
