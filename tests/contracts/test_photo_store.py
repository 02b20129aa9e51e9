"""What every `PhotoStore` promises: the one on disk and the one in memory alike."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mobile.ports import DiskFull, PhotoStore, PreparedPhoto, StoreError
from mobile.store.photos import FilePhotos
from shared.laporan import Lokasi
from tests.doubles.disk import MemoryDisk
from tests.doubles.log_disk import VaultDisk
from tests.doubles.phone import MemoryPhotos

FillUp = Callable[[], object]


@pytest.fixture(params=["on disk", "in a log", "in memory"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[PhotoStore, FillUp]:
    if request.param == "in memory":
        memory = MemoryPhotos()
        return memory, lambda: setattr(memory, "full", True)
    disk = MemoryDisk() if request.param == "on disk" else VaultDisk(tmp_path)
    return FilePhotos(tmp_path, disk), lambda: disk.arm(1, "full")


@pytest.fixture
def photos(both: tuple[PhotoStore, FillUp]) -> PhotoStore:
    return both[0]


def picture(data: bytes = b"a patrol at night") -> PreparedPhoto:
    return PreparedPhoto(
        jpeg=data,
        small=data[:4],
        sha256=hashlib.sha256(data).hexdigest(),
        lebar=1280,
        tinggi=1014,
        lokasi=Lokasi(-2.19, 115.6),
    )


def test_a_kept_photo_is_whole_and_reads_back(photos: PhotoStore) -> None:
    made = picture()
    stored = photos.keep(made)
    assert (stored.sha256, stored.size, stored.lokasi) == (made.sha256, 17, made.lokasi)
    assert photos.whole(made.sha256)
    assert photos.read(made.sha256) == made.jpeg
    assert photos.all() == {made.sha256}


def test_keeping_it_twice_is_the_same_as_once(photos: PhotoStore) -> None:
    assert photos.keep(picture()) == photos.keep(picture())
    assert photos.whole(picture().sha256)


def test_a_photo_that_is_not_there_is_not_whole(photos: PhotoStore) -> None:
    assert not photos.whole("a" * 64)
    with pytest.raises(StoreError):
        photos.read("a" * 64)
    photos.forget("a" * 64)
    assert photos.clear_big("a" * 64) == 0


def test_what_is_there_is_told_without_reading_it(photos: PhotoStore) -> None:
    sha = picture().sha256
    assert (photos.has(sha), photos.has_small(sha), photos.age(sha, time.time())) == (
        False, False, 0,
    )  # fmt: skip
    photos.keep(picture())
    assert (photos.has(sha), photos.has_small(sha)) == (True, True)
    assert photos.read_small(sha) == picture().small
    photos.clear_big(sha)
    assert (photos.has(sha), photos.has_small(sha)) == (False, True)
    photos.forget(sha)
    assert (photos.has(sha), photos.has_small(sha)) == (False, False)
    with pytest.raises(StoreError):
        photos.read_small(sha)


def test_a_photo_is_as_old_as_its_writing(photos: PhotoStore) -> None:
    before = time.time()
    sha = photos.keep(picture()).sha256
    later = before + 90_000
    assert 86_400 < photos.age(sha, later) <= 90_001
    photos.clear_big(sha)
    assert 86_400 < photos.age(sha, later) <= 90_001


def test_a_cleared_photo_leaves_its_small_picture(photos: PhotoStore) -> None:
    made = picture()
    photos.keep(made)
    assert photos.clear_big(made.sha256) == 17
    assert not photos.whole(made.sha256)
    assert photos.all() == {made.sha256}


def test_a_small_picture_may_lie_here_alone(photos: PhotoStore) -> None:
    made = picture()
    photos.keep_small(made.sha256, made.small)
    assert photos.read_small(made.sha256) == made.small
    assert (photos.has_small(made.sha256), photos.has(made.sha256)) == (True, False)
    assert not photos.whole(made.sha256)
    photos.forget(made.sha256)
    assert photos.all() == set()


def test_a_forgotten_photo_leaves_nothing(photos: PhotoStore) -> None:
    made = picture()
    photos.keep(made)
    photos.forget(made.sha256)
    assert photos.all() == set()


def test_a_full_disk_keeps_no_half_photo(both: tuple[PhotoStore, FillUp]) -> None:
    photos, fill_up = both
    fill_up()
    with pytest.raises(DiskFull):
        photos.keep(picture())
    assert photos.all() == set()
