"""What becomes of a camera's 12 megapixels: small, upright, progressive, named by its bytes."""

from __future__ import annotations

import hashlib
import io
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from mobile.device import stored_photo
from mobile.device.images import PillowImages
from mobile.device.photo_rules import BUDGET, SMALL_SIDE
from mobile.ports import PreparedPhoto
from tests.mobile.device import pictures

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 200, 30), (30, 30, 220), (240, 240, 240)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_a_photo_of_12_megapixels_fits_the_budget(kept: PreparedPhoto) -> None:
    assert 100_000 < len(kept.jpeg) <= BUDGET == 150_000


def test_it_is_1280_pixels_long_and_stands_upright(kept: PreparedPhoto) -> None:
    image = opened(kept.jpeg)
    assert image.size == (kept.lebar, kept.tinggi)
    assert image.width == 960
    assert 1280 < image.height < 1280 + 80  # the strip is below


def test_it_is_a_progressive_jpeg(kept: PreparedPhoto) -> None:
    image = opened(kept.jpeg)
    assert image.format == "JPEG"
    assert image.info.get("progressive") == 1


def test_its_name_is_the_hash_of_its_bytes(kept: PreparedPhoto) -> None:
    assert kept.sha256 == hashlib.sha256(kept.jpeg).hexdigest()


def test_the_same_file_gives_the_same_bytes(
    kept: PreparedPhoto, camera_file: bytes, strip: tuple[str, str], images: PillowImages
) -> None:
    assert images.made(camera_file, strip).jpeg == kept.jpeg


def test_the_small_picture_is_upright_and_small(kept: PreparedPhoto) -> None:
    small = opened(kept.small)
    assert small.size == (240, SMALL_SIDE)
    assert len(kept.small) < 20_000


def _corners(orientation: int) -> bytes:
    """A picture that is right when red is top left, green top right, blue bottom left."""
    upright = Image.new("RGB", (640, 480), WHITE)
    for colour, place in ((RED, (0, 0)), (GREEN, (480, 0)), (BLUE, (0, 320))):
        upright.paste(colour, (*place, place[0] + 160, place[1] + 160))
    lying = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    picture = upright if lying is None else upright.transpose(lying)
    return pictures.jpeg(picture, exif=pictures.camera_exif(orientation=orientation))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_to_hold_the_phone_gives_an_upright_photo(
    orientation: int, images: PillowImages
) -> None:
    image = opened(images.made(_corners(orientation)).jpeg)
    assert image.size == (640, 480)
    assert near(image.getpixel((40, 40)), RED)
    assert near(image.getpixel((600, 40)), GREEN)
    assert near(image.getpixel((40, 440)), BLUE)


@pytest.mark.parametrize("orientation", [0, 9, 255])
def test_an_orientation_that_does_not_exist_changes_nothing(
    orientation: int, images: PillowImages
) -> None:
    data = pictures.jpeg(
        Image.new("RGB", (64, 48)), exif=pictures.camera_exif(orientation=orientation)
    )
    assert opened(images.made(data).jpeg).size == (64, 48)


@pytest.mark.parametrize(("width", "height"), [(1280, 1280), (2600, 1900), (900, 900)])
def test_even_pure_noise_fits_the_budget(
    width: int, height: int, images: PillowImages, strip: tuple[str, str]
) -> None:
    photo = images.made(pictures.jpeg(pictures.noise(width, height)), strip)
    assert len(photo.jpeg) <= BUDGET
    assert max(photo.lebar, photo.tinggi) >= 480


def near(found: object, wanted: tuple[int, ...], by: int = 24) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "1", "I;16", "RGB"])
def test_any_png_of_the_gallery_becomes_a_photo(mode: str, images: PillowImages) -> None:
    grey = Image.linear_gradient("L").resize((300, 200))
    out = io.BytesIO()
    if mode == "I;16":
        grey.convert("I").point(lambda value: value * 257).convert("I;16").save(out, "PNG")
    else:
        grey.convert("RGB").convert(mode).save(out, "PNG")
    image = opened(images.made(out.getvalue()).jpeg)
    assert image.mode == "RGB"
    assert near(image.getpixel((150, 4)), (5, 5, 5))
    assert near(image.getpixel((150, 195)), (249, 249, 249))


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_four_colour_jpegs_become_photos(mode: str, images: PillowImages) -> None:
    picture = Image.linear_gradient("L").resize((2000, 1500)).convert("RGB").convert(mode)
    image = opened(images.made(pictures.jpeg(picture)).jpeg)
    assert (image.mode, image.size) == ("RGB", (1280, 960))
    assert near(image.getpixel((640, 10)), (3, 3, 3))


def test_a_file_of_several_pictures_gives_its_first(images: PillowImages) -> None:
    first, second = (Image.new("RGB", (1600, 1200), colour) for colour in (RED, BLUE))
    out = io.BytesIO()
    first.save(out, "MPO", save_all=True, append_images=[second])
    image = opened(images.made(out.getvalue()).jpeg)
    assert image.size == (1280, 960)
    assert near(image.getpixel((640, 480)), RED)


def test_one_photo_is_worked_on_at_a_time(
    images: PillowImages, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = pictures.jpeg(Image.new("RGB", (64, 64)))
    working, most = set[int](), list[int]()
    really = stored_photo.prepared

    def watched(*arguments: Any) -> PreparedPhoto:
        working.add(threading.get_ident())
        most.append(len(working))
        photo = really(*arguments)
        working.discard(threading.get_ident())
        return photo

    monkeypatch.setattr(stored_photo, "prepared", watched)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(images.made, [data] * 12))
    assert len(most) == 12
    assert max(most) == 1


def test_what_is_see_through_becomes_white(images: PillowImages) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(out, "PNG")
    assert near(opened(images.made(out.getvalue()).jpeg).getpixel((50, 50)), (255, 255, 255))


@settings(max_examples=25)
@given(width=st.integers(1, 1500), height=st.integers(1, 1500), orientation=st.integers(1, 8))
def test_any_size_gives_a_photo_in_proportion(width: int, height: int, orientation: int) -> None:
    data = pictures.jpeg(
        Image.new("RGB", (width, height), GREEN),
        exif=pictures.camera_exif(orientation=orientation),
    )
    photo = PillowImages().made(data)
    if orientation >= 5:
        width, height = height, width
    scale = min(1.0, 1280 / max(width, height))
    assert (photo.lebar, photo.tinggi) == opened(photo.jpeg).size
    assert abs(photo.lebar - max(1, width * scale)) <= 1
    assert abs(photo.tinggi - max(1, height * scale)) <= 1
    assert max(opened(photo.small).size) == min(SMALL_SIDE, max(width, height))
