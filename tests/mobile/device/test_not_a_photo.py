"""Files that do not become a photo, each told apart, because each asks for something else."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mobile.device.images import PillowImages
from shared.photos.errors import BrokenPhoto, HeicPhoto, NotAPhoto, PhotoError, PhotoTooLarge
from tests.mobile.device import pictures


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 4096,
        b"<!DOCTYPE html><html><body>Silakan masuk ke Wi-Fi</body></html>",
        b"%PDF-1.7 surat tugas",
        b"GIF89a" + b"\0" * 40,
    ],
    ids=["empty", "zeros", "html", "pdf", "gif"],
)
def test_what_is_no_picture_is_said_to_be_none(data: bytes, images: PillowImages) -> None:
    with pytest.raises(NotAPhoto):
        images.made(data)


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
def test_heic_has_an_answer_of_its_own(brand: bytes, images: PillowImages) -> None:
    with pytest.raises(HeicPhoto):
        images.made(b"\0\0\0\x18ftyp" + brand + b"\0" * 200)


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.95])
def test_a_photo_cut_short_is_broken(
    share: float, camera_file: bytes, images: PillowImages
) -> None:
    with pytest.raises(BrokenPhoto):
        images.made(camera_file[: int(len(camera_file) * share)])


def test_a_png_cut_short_is_broken(images: PillowImages) -> None:
    out = io.BytesIO()
    pictures.noise(200, 200).save(out, "PNG")
    with pytest.raises(BrokenPhoto):
        images.made(out.getvalue()[:20_000])


@pytest.mark.parametrize("side", [15_000, 20_000, 60_000])
def test_more_pixels_than_any_phone_has_are_too_many(side: int, images: PillowImages) -> None:
    with pytest.raises(PhotoTooLarge):
        images.made(pictures.png_header(side, side))


def test_all_of_them_are_one_family(images: PillowImages) -> None:
    for error in (NotAPhoto, HeicPhoto, BrokenPhoto, PhotoTooLarge):
        assert issubclass(error, PhotoError)


@pytest.mark.filterwarnings("ignore")  # Pillow warns of damaged parts, we go on or say so
@given(at=st.integers(0, 700), junk=st.binary(min_size=1, max_size=12))
def test_any_damage_ends_in_a_photo_or_in_a_reason(at: int, junk: bytes) -> None:
    data = bytearray(pictures.jpeg(pictures.noise(24, 16), exif=pictures.camera_exif()))
    data[at : at + len(junk)] = junk
    try:
        photo = PillowImages().made(bytes(data))
    except PhotoError:
        return
    assert Image.open(io.BytesIO(photo.jpeg)).size == (photo.lebar, photo.tinggi)


def test_only_what_cannot_be_reduced_while_decoding_is_heavy(
    camera_file: bytes, images: PillowImages
) -> None:
    assert not images.heavy(camera_file)
    assert images.heavy(pictures.png_header(8000, 6500))
    assert not images.heavy(pictures.png_header(4000, 3000))


def test_a_progressive_photo_above_50_megapixels_is_heavy(images: PillowImages) -> None:
    data = bytearray(pictures.jpeg(Image.new("RGB", (64, 64)), progressive=True))
    frame = data.index(b"\xff\xc2")
    assert not images.heavy(bytes(data))
    data[frame + 5 : frame + 9] = struct.pack(">HH", 6500, 8000)
    assert images.heavy(bytes(data))
