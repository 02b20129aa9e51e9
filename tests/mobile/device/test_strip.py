"""The strip stands below the picture and hides nothing of it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from mobile.device.images import PillowImages, strip_font
from tests.mobile.device import pictures

PICTURE = Image.linear_gradient("L").rotate(90).resize((960, 720)).convert("RGB")
STRIP_HEIGHT = {1: 38, 2: 64}


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("lines", [1, 2])
def test_a_line_adds_its_height_below_and_no_more(lines: int, images: PillowImages) -> None:
    photo = images.made(pictures.jpeg(PICTURE), ("Desa Lalayau",) * lines)
    assert (photo.lebar, photo.tinggi) == (960, 720 + STRIP_HEIGHT[lines])


def test_the_picture_above_the_strip_is_whole(images: PillowImages, strip: tuple[str, str]) -> None:
    image = opened(images.made(pictures.jpeg(PICTURE), strip).jpeg)
    # The row next to the strip may take a little of it: JPEG works in blocks of 8 or 16.
    for y in (0, 360, 700):
        for x in (1, 300, 600, 958):
            found, wanted = image.getpixel((x, y)), PICTURE.getpixel((x, y))
            assert isinstance(found, tuple) and isinstance(wanted, tuple)
            assert abs(found[0] - wanted[0]) <= 8


def test_the_strip_is_light_words_on_dark(images: PillowImages, strip: tuple[str, str]) -> None:
    image = opened(images.made(pictures.jpeg(PICTURE), strip).jpeg)
    below = image.crop((0, 728, 960, 784)).convert("L")
    dark, light = below.getextrema()
    assert isinstance(dark, int | float) and isinstance(light, int | float)
    assert dark < 60 and light > 170
    histogram = below.histogram()
    assert sum(histogram[:80]) > 0.75 * sum(histogram)  # paper
    assert sum(histogram[150:]) > 0.02 * sum(histogram)  # ink


def test_the_small_picture_has_no_strip(images: PillowImages, strip: tuple[str, str]) -> None:
    photo = images.made(pictures.jpeg(PICTURE), strip)
    assert opened(photo.small).size == (320, 240)


def test_without_words_there_is_no_strip(images: PillowImages) -> None:
    photo = images.made(pictures.jpeg(PICTURE))
    assert (photo.lebar, photo.tinggi) == (960, 720)


def test_three_lines_are_a_mistake_of_the_caller(images: PillowImages) -> None:
    with pytest.raises(ValueError, match="two lines"):
        images.made(pictures.jpeg(PICTURE), ("a", "b", "c"))


@pytest.mark.parametrize("size", [(16, 16), (40, 600), (200, 150)])
def test_a_tiny_picture_gets_margins_so_that_the_words_can_be_read(
    size: tuple[int, int], images: PillowImages, strip: tuple[str, str]
) -> None:
    photo = images.made(pictures.jpeg(Image.new("RGB", size, "white")), strip)
    assert (photo.lebar, photo.tinggi) == (480, size[1] + STRIP_HEIGHT[2])
    middle = opened(photo.jpeg).getpixel((240, size[1] // 2))
    assert isinstance(middle, tuple) and min(middle) > 150


def test_a_line_too_long_is_cut_inside_the_picture(images: PillowImages) -> None:
    photo = images.made(pictures.jpeg(PICTURE), ("Penjagaan pos " * 40,))
    edge = opened(photo.jpeg).crop((952, 728, 960, photo.tinggi)).convert("L")
    lightest = edge.getextrema()[1]
    assert isinstance(lightest, int | float) and lightest < 90


def test_a_damaged_font_does_not_cost_the_photo(tmp_path: Path, strip: tuple[str, str]) -> None:
    font = tmp_path / "Jakarta-Medium.ttf"
    font.write_bytes(b"bukan huruf")
    photo = PillowImages(font).made(pictures.jpeg(PICTURE), strip)
    assert photo.tinggi == 720 + STRIP_HEIGHT[2]


def test_the_strip_takes_the_medium_cut_of_the_apps_own_face(tmp_path: Path) -> None:
    assert strip_font(tmp_path) is None
    (tmp_path / "fonts").mkdir()
    for cut in ("Bold", "Medium"):
        (tmp_path / "fonts" / f"Jakarta-{cut}.ttf").touch()
    assert strip_font(tmp_path) == tmp_path / "fonts" / "Jakarta-Medium.ttf"
