"""What every `Images` promises that draws: Pillow on a phone, the codec of a browser.

What every reader of pictures promises, the desk too, stands in `reading_contract`.

Each promise is a plain function of the kit and its way to wait, so that both tests run the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from mobile.device.photo_rules import BUDGET, LINE, PADDING, PAPER, SMALL_SIDE, STRIP_WIDTH
from mobile.ports import Images, PhotoFacts, PreparedPhoto
from shared.laporan import Sumber
from tests.contracts.reading_contract import READING_PROMISES, ReadingPromise, near, opened
from tests.mobile.device import pictures

STRIP = (
    "Kecamatan Juai · Desa Lalayau · Patroli",
    "24 November 2026, 20.41 WITA · -2.18923, 115.6",
)
STRIP_HIGH = 2 * PADDING + 2 * LINE

Wait = Callable[[Coroutine[Any, Any, PreparedPhoto]], PreparedPhoto]
Promise = Callable[[Images, Wait], None]
PROMISES: list[Promise] = []


def promise(check: Promise) -> Promise:
    PROMISES.append(check)
    return check


def _of_the_kit(reading: ReadingPromise) -> Promise:
    """What every reader of pictures promises, asked of a kit that draws."""

    def check(images: Images, wait: Wait) -> None:
        reading(lambda data: wait(images.prepare(data, ())).jpeg)

    check.__name__ = reading.__name__
    return check


PROMISES += [_of_the_kit(reading) for reading in READING_PROMISES]


def brightest(image: Image.Image) -> int:
    return max(value for value, count in enumerate(image.convert("L").histogram()) if count)


@promise
def a_photo_is_named_by_the_hash_of_its_bytes(images: Images, wait: Wait) -> None:
    made = wait(images.prepare(pictures.jpeg(pictures.scene(400, 300)), STRIP))
    assert hashlib.sha256(made.jpeg).hexdigest() == made.sha256
    assert opened(made.jpeg).size == (made.lebar, made.tinggi) == (480, 300 + STRIP_HIGH)
    assert max(opened(made.small).size) == SMALL_SIDE


@promise
def the_same_picture_and_strip_make_the_same_photo(images: Images, wait: Wait) -> None:
    data = pictures.jpeg(pictures.scene(400, 300))
    first = wait(images.prepare(data, STRIP))
    assert wait(images.prepare(data, STRIP)).sha256 == first.sha256
    assert wait(images.prepare(data, STRIP[:1])).sha256 != first.sha256


@promise
def it_keeps_to_the_budget_and_to_its_proportions(images: Images, wait: Wait) -> None:
    for picture, size in (
        (pictures.scene(4000, 3000), (1280, 960)),
        (pictures.scene(3000, 4000), (960, 1280)),
    ):
        made = wait(images.prepare(pictures.jpeg(picture), STRIP))
        assert len(made.jpeg) <= BUDGET
        assert (made.lebar, made.tinggi) == (size[0], size[1] + STRIP_HIGH)


@promise
def the_worst_picture_of_all_still_fits(images: Images, wait: Wait) -> None:
    made = wait(images.prepare(pictures.jpeg(pictures.noise(1600, 1200)), STRIP))
    assert len(made.jpeg) <= BUDGET
    assert made.lebar >= STRIP_WIDTH


@promise
def it_shows_what_the_camera_saw(images: Images, wait: Wait) -> None:
    scene = pictures.scene(2000, 1500)
    made = opened(wait(images.prepare(pictures.jpeg(scene), ())).jpeg)
    wanted = scene.resize(made.size, Image.Resampling.LANCZOS)
    error = ImageStat.Stat(ImageChops.difference(made.convert("RGB"), wanted)).mean
    assert max(error) < 6, error


@promise
def no_metadata_is_left(images: Images, wait: Wait) -> None:
    camera = pictures.jpeg(
        pictures.scene(400, 300), exif=pictures.camera_exif(), comment=b"Kamera contoh"
    )
    made = wait(images.prepare(camera, STRIP))
    for data in (made.jpeg, made.small):
        assert b"Exif" not in data
        assert b"Kamera contoh" not in data
        assert not opened(data).getexif()


@promise
def time_and_place_are_kept_as_data(images: Images, wait: Wait) -> None:
    camera = pictures.jpeg(pictures.scene(400, 300), exif=pictures.camera_exif())
    made = wait(images.prepare(camera, STRIP))
    assert made.diambil == "2026-11-24T20:41:07+08:00"
    assert made.lokasi is not None
    assert (made.lokasi.lintang, made.lokasi.bujur) == (-2.189226, 115.611233)
    assert made.lokasi.sumber is Sumber.FOTO
    assert images.facts(camera) == PhotoFacts(made.diambil, made.lokasi)
    assert images.facts(b"<html>") == PhotoFacts()
    plain = wait(images.prepare(pictures.jpeg(pictures.scene(400, 300)), STRIP))
    assert (plain.diambil, plain.lokasi) == (None, None)


@promise
def a_time_is_read_however_phones_write_it(images: Images, wait: Wait) -> None:
    for text, moment in pictures.WRITTEN_TIMES:
        camera = pictures.jpeg(
            Image.new("RGB", (16, 8)), exif=pictures.camera_exif(taken=text, at=None)
        )
        assert images.facts(camera).diambil == moment, text
        assert wait(images.prepare(camera, ())).diambil == moment, text


@promise
def a_file_that_lacks_its_end_is_told(images: Images, wait: Wait) -> None:
    whole = pictures.jpeg(pictures.scene(400, 300))
    assert not images.facts(whole).cut
    assert images.facts(whole[:-20]).cut
    assert wait(images.prepare(whole[:-20], STRIP)).lebar == 480


@promise
def the_strip_lies_below_and_can_be_read(images: Images, wait: Wait) -> None:
    white = pictures.jpeg(Image.new("RGB", (800, 400), "white"))
    image = opened(wait(images.prepare(white, STRIP)).jpeg).convert("RGB")
    assert near(image.getpixel((790, 402)), PAPER)
    assert near(image.getpixel((400, 380)), (255, 255, 255))
    for number in range(2):
        top = 400 + PADDING + number * LINE
        line = image.crop((12, top, 788, top + LINE)).convert("L")
        light = sum(line.histogram()[150:])
        assert 300 < light < 0.4 * line.width * line.height
    assert brightest(image.crop((0, 400, 800, 452))) < 255


@promise
def a_line_that_is_too_long_ends_within_the_picture(images: Images, wait: Wait) -> None:
    white = pictures.jpeg(Image.new("RGB", (600, 300), "white"))
    image = opened(wait(images.prepare(white, ("Penjagaan pos " * 40,))).jpeg).convert("L")
    assert brightest(image.crop((590, 304, 600, 330))) < 80


@promise
def a_strip_of_three_lines_is_a_mistake_of_ours(images: Images, wait: Wait) -> None:
    with pytest.raises(ValueError, match="two lines"):
        wait(images.prepare(pictures.jpeg(Image.new("RGB", (40, 40))), ("a", "b", "c")))


@promise
def more_than_a_small_phone_can_hold_is_asked_about(images: Images, wait: Wait) -> None:
    assert not images.heavy(pictures.jpeg(pictures.scene(400, 300)))
    assert images.heavy(pictures.png_header(8000, 6500))
    assert not images.heavy(b"<html>")
