"""What a picture's file says of itself, read in plain Python: the same as Pillow reads of it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mobile.ports import PhotoFacts
from shared.photos import exif
from shared.photos.errors import BrokenPhoto, HeicPhoto, NotAPhoto, PhotoError
from shared.photos.picture_file import JPEG, PNG, WEBP, look
from tests.mobile.device import pictures

SMALL = pictures.noise(60, 40)


def saved(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    SMALL.save(out, kind, **options)
    return out.getvalue()


def facts(data: bytes) -> PhotoFacts:
    told = look(data).exif
    return PhotoFacts(exif.taken(told.camera), exif.position(told.gps))


def as_pillow_reads_it(data: bytes) -> PhotoFacts:
    told = Image.open(io.BytesIO(data)).getexif()
    return PhotoFacts(exif.taken(told.get_ifd(0x8769)), exif.position(told.get_ifd(0x8825)))


EXIFS = [
    pictures.camera_exif(),
    pictures.camera_exif(orientation=6, offset="+07:00", at=(4.5, -70.25)),
    pictures.camera_exif(taken=None),
    pictures.camera_exif(at=None),
    Image.Exif(),
]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("number", range(len(EXIFS)))
def test_time_and_place_are_those_that_pillow_reads(kind: str, number: int) -> None:
    data = saved(kind, exif=EXIFS[number])
    assert facts(data) == as_pillow_reads_it(data)
    assert look(data).exif.orientation == EXIFS[number].get(0x0112, 1)


@pytest.mark.parametrize(
    ("kind", "options", "name"),
    [
        ("JPEG", {}, JPEG),
        ("JPEG", {"progressive": True}, JPEG),
        ("PNG", {}, PNG),
        ("WEBP", {}, WEBP),
        ("WEBP", {"lossless": True}, WEBP),
        ("WEBP", {"exif": EXIFS[0]}, WEBP),
    ],
)
def test_sides_and_kind(kind: str, options: dict[str, object], name: str) -> None:
    file = look(saved(kind, **options))
    assert (file.kind, file.size, file.whole) == (name, (60, 40), True)
    assert file.progressive is (name != JPEG or bool(options))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_file_that_ends_too_early_is_never_called_whole(kind: str) -> None:
    data = saved(kind, exif=EXIFS[0])
    for size in range(16, len(data) - 1, 7):
        try:
            assert not look(data[:size]).whole
        except BrokenPhoto:
            continue


def test_a_small_picture_within_the_exif_does_not_make_a_cut_one_whole() -> None:
    """Cameras put a whole JPEG, with its end, into the head."""
    data = saved("JPEG", exif=EXIFS[0])
    inside = b"Exif\0\0" + saved("JPEG")
    head = b"\xff\xe1" + (len(inside) + 2).to_bytes(2, "big") + inside
    whole = data[:2] + head + data[2:]
    assert look(whole).whole
    assert not look(whole[:-2]).whole


@pytest.mark.parametrize("data", [b"", b"\0" * 400, b"<html>", b"%PDF-1.7", b"GIF89a" + b"\0" * 9])
def test_what_is_no_picture_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(NotAPhoto):
        look(data)


def test_heic_has_an_answer_of_its_own() -> None:
    with pytest.raises(HeicPhoto):
        look(b"\0\0\0\x18ftypheic" + b"\0" * 99)


@given(at=st.integers(0, 700), junk=st.binary(min_size=1, max_size=12), cut=st.integers(0, 900))
def test_any_damage_ends_in_facts_or_in_a_reason(at: int, junk: bytes, cut: int) -> None:
    data = bytearray(saved("JPEG", exif=EXIFS[0]))
    data[at : at + len(junk)] = junk
    for one in (bytes(data), bytes(data[:cut])):
        try:
            look(one)
        except PhotoError:
            continue
        facts(one)
