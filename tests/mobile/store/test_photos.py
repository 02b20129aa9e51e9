"""A photo is on disk whole, under the name of its bytes, or not at all."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from mobile.ports import PreparedPhoto, StoreError
from mobile.store.photos import FilePhotos
from tests.doubles.disk import MemoryDisk
from tests.doubles.log_disk import VaultDisk

DATA = bytes(range(256)) * 100
SHA = hashlib.sha256(DATA).hexdigest()
PHOTO = PreparedPhoto(jpeg=DATA, small=DATA[:50], sha256=SHA, lebar=1280, tinggi=1014)
ROOT = Path("/phone")


DISKS: dict[str, type[MemoryDisk | VaultDisk]] = {"files": MemoryDisk, "log": VaultDisk}


def calls_of_keeping(name: str) -> int:
    disk = DISKS[name]()
    photos = FilePhotos(ROOT, disk)
    disk.calls = 0
    photos.keep(PHOTO)
    return disk.calls


EVERY_CALL = [(name, call) for name in DISKS for call in range(1, calls_of_keeping(name) + 1)]


@pytest.mark.parametrize("how", ["fail", "full"])
@pytest.mark.parametrize(("name", "call"), EVERY_CALL)
def test_a_failing_call_is_told_and_the_next_try_succeeds(name: str, call: int, how: str) -> None:
    disk = DISKS[name]()
    photos = FilePhotos(ROOT, disk)
    disk.arm(call, how)
    if how == "full" and name == "log" and call == calls_of_keeping(name):
        photos.keep(PHOTO)  # that was a flush, which needs no room
    else:
        with pytest.raises(StoreError):
            photos.keep(PHOTO)
    assert not [name for name in disk.names(ROOT / "foto") if name.endswith(".baru")]
    disk.disarm()
    photos.keep(PHOTO)
    assert photos.whole(SHA)


@pytest.mark.parametrize("harm", [DATA[:-1], b"", DATA[:-1] + b"\0", b"\0" * len(DATA)])
def test_an_altered_file_is_not_whole(tmp_path: Path, harm: bytes) -> None:
    photos = FilePhotos(tmp_path)
    photos.keep(PHOTO)
    assert photos.whole(SHA)
    path = photos.path(SHA)
    path.write_bytes(harm)
    os.utime(path, ns=(1, 1))
    assert not photos.whole(SHA)
    assert not FilePhotos(tmp_path).whole(SHA)


def test_a_missing_file_is_not_whole_although_it_was_seen_before(tmp_path: Path) -> None:
    photos = FilePhotos(tmp_path)
    photos.keep(PHOTO)
    assert photos.whole(SHA)
    photos.path(SHA).unlink()
    assert not photos.whole(SHA)


@pytest.mark.parametrize("name", ["../../token", "a" * 63, "A" * 64, ""])
def test_a_name_that_is_no_hash_names_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError):
        FilePhotos(tmp_path).path(name)


def test_waste_of_an_interrupted_photo_is_cleared_away(tmp_path: Path) -> None:
    FilePhotos(tmp_path)
    (tmp_path / "foto" / f"{SHA}.jpg.baru").write_bytes(b"half")
    photos = FilePhotos(tmp_path)
    assert photos.all() == set()
    assert not list((tmp_path / "foto").iterdir())
