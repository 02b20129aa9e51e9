"""Nothing of what a camera writes beside its picture stays in it; time and place become data."""

from __future__ import annotations

import io
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mobile.device.images import PillowImages
from mobile.ports import PreparedPhoto
from shared.clock import parse_time
from shared.laporan import Lokasi, Sumber
from shared.photos import exif
from tests.mobile.device import pictures


def _segments(data: bytes) -> set[int]:
    """The markers of a JPEG up to its picture."""
    found, at = set(), 2
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        found.add(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return found


@pytest.mark.parametrize("which", ["jpeg", "small"])
def test_no_exif_no_comment_no_profile_is_left(kept: PreparedPhoto, which: str) -> None:
    data: bytes = getattr(kept, which)
    app_1_to_15_and_comment = {*range(0xE1, 0xF0), 0xFE}
    assert not _segments(data) & app_1_to_15_and_comment
    for word in (b"Exif", b"Kamera contoh", b"catatan kamera", b"profil"):
        assert word not in data


def test_without_a_strip_the_metadata_is_gone_too(camera_file: bytes, images: PillowImages) -> None:
    assert b"catatan kamera" in camera_file
    image = Image.open(io.BytesIO(images.made(camera_file).jpeg))
    assert not image.getexif()
    assert not {"comment", "icc_profile", "exif", "xmp"} & image.info.keys()


def test_place_and_time_of_the_shot_are_kept_as_data(kept: PreparedPhoto) -> None:
    assert kept.diambil == "2026-11-24T20:41:07+08:00"
    assert kept.lokasi == Lokasi(-2.189226, 115.611233, 12.0, Sumber.FOTO)


def test_a_photo_without_exif_has_neither(images: PillowImages) -> None:
    photo = images.made(pictures.jpeg(Image.new("RGB", (80, 60))))
    assert (photo.diambil, photo.lokasi) == (None, None)


def test_a_time_with_its_offset_is_told_in_wita() -> None:
    assert exif.taken({0x9003: "2026:11:24 13:41:07", 0x9011: "+01:00"}) == (
        "2026-11-24T20:41:07+08:00"
    )


def test_a_nonsense_offset_counts_as_none() -> None:
    assert exif.taken({0x9003: "2026:11:24 20:41:07", 0x9011: "WITA"}) == (
        "2026-11-24T20:41:07+08:00"
    )


def test_the_digitized_time_stands_in() -> None:
    assert exif.taken({0x9003: "", 0x9004: "2026:11:24 20:41:07\0"}) == "2026-11-24T20:41:07+08:00"


@pytest.mark.parametrize(
    "text", ["0000:00:00 00:00:00", "1970:01:01 08:00:00", "24 November", 7, b""]
)
def test_a_clock_that_was_never_set_tells_no_time(text: object) -> None:
    assert exif.taken({0x9003: text}) is None


def _gps(lat: object, lon: object, refs: tuple[object, object] = ("S", "E")) -> dict[int, object]:
    return {1: refs[0], 2: lat, 3: refs[1], 4: lon}


@pytest.mark.parametrize(
    "gps",
    [
        {},
        _gps((0, 0, 0), (0, 0, 0)),
        _gps((91, 0, 0), (115, 0, 0)),
        _gps((2, 0, 0), (181, 0, 0)),
        _gps((math.nan, 0, 0), (115, 0, 0)),
        _gps((2, 11), (115, 36, 40)),
        _gps("2", "115"),
        _gps((2, 11, 21), (115, 36, 40), ("", "E")),
        _gps((2, 11, 21), (115, 36, 40), (None, b"E")),
    ],
)
def test_a_position_that_cannot_be_is_none(gps: dict[int, object]) -> None:
    assert exif.position(gps) is None


@given(lintang=st.floats(-89.9, 89.9), bujur=st.floats(-179.9, 179.9))
def test_every_position_on_earth_survives_exif(lintang: float, bujur: float) -> None:
    data = pictures.jpeg(Image.new("RGB", (8, 8)), exif=pictures.camera_exif(at=(lintang, bujur)))
    lokasi = PillowImages().made(data).lokasi
    if lokasi is None:  # the spot off Africa that cameras write without a fix
        assert abs(lintang) < 1e-5 and abs(bujur) < 1e-5
        return
    assert abs(lokasi.lintang - lintang) < 1e-5
    assert abs(lokasi.bujur - bujur) < 1e-5


@given(
    tags=st.dictionaries(
        st.sampled_from([1, 2, 3, 4, 31, 0x9003, 0x9004, 0x9011, 0x9012]),
        st.one_of(
            st.text(), st.binary(), st.floats(), st.tuples(st.floats(), st.floats(), st.floats())
        ),
    )
)
def test_no_tag_however_odd_costs_the_photo(tags: dict[int, object]) -> None:
    taken, lokasi = exif.taken(tags), exif.position(tags)
    assert taken is None or parse_time(taken)
    assert lokasi is None or abs(lokasi.lintang) <= 90


@pytest.mark.filterwarnings("ignore")  # Pillow warns of damaged EXIF, we go on
@given(junk=st.binary(max_size=200), kept=st.integers(0, 120))
def test_damaged_exif_does_not_cost_the_photo(junk: bytes, kept: int) -> None:
    whole = pictures.camera_exif(orientation=6).tobytes()
    data = pictures.jpeg(Image.new("RGB", (16, 8)), exif=b"Exif\0\0" + whole[6 : 6 + kept] + junk)
    photo = PillowImages().made(data)
    assert {photo.lebar, photo.tinggi} == {16, 8}
