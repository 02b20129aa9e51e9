"""What every `Images` promises that draws: Pillow on a phone, the codec of a browser.

Each promise is a plain function of the kit and its way to wait, so that both tests run the same.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from mobile.device.photo_rules import BUDGET, LINE, PADDING, PAPER, SMALL_SIDE, STRIP_WIDTH
from mobile.ports import Images, PhotoFacts, PreparedPhoto
from shared.laporan import Sumber
from shared.photos.errors import BrokenPhoto, HeicPhoto, NotAPhoto, PhotoTooLarge
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


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def corners(orientation: int) -> bytes:
    """Four colours that stand at their places once the picture is turned as its EXIF says."""
    upright = Image.new("RGB", (160, 120))
    for at, colour in ((0, 0), "red"), ((80, 0), "lime"), ((0, 60), "blue"), ((80, 60), "white"):
        upright.paste(colour, (*at, at[0] + 80, at[1] + 60))
    back = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    stored = upright if back is None else upright.transpose(back)
    return pictures.jpeg(stored, exif=pictures.camera_exif(orientation=orientation))


def near(one: Any, other: tuple[int, ...], by: int = 24) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


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
def it_stands_upright_however_the_camera_was_held(images: Images, wait: Wait) -> None:
    for orientation in range(1, 9):
        image = opened(wait(images.prepare(corners(orientation), ())).jpeg)
        assert image.size == (160, 120), orientation
        found = [image.getpixel(at) for at in ((40, 30), (120, 30), (40, 90), (120, 90))]
        wanted = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]
        assert all(near(a, b) for a, b in zip(found, wanted, strict=True)), (orientation, found)


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
    plain = wait(images.prepare(pictures.jpeg(pictures.scene(400, 300)), STRIP))
    assert (plain.diambil, plain.lokasi) == (None, None)


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
def what_is_transparent_becomes_white(images: Images, wait: Wait) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (100, 80), (0, 0, 0, 0)).save(out, "PNG")
    image = opened(wait(images.prepare(out.getvalue(), ())).jpeg).convert("RGB")
    assert near(image.getpixel((50, 40)), (255, 255, 255))


@promise
def png_and_webp_are_pictures_too(images: Images, wait: Wait) -> None:
    for kind in ("PNG", "WEBP"):
        out = io.BytesIO()
        pictures.scene(300, 200).save(out, kind)
        assert opened(wait(images.prepare(out.getvalue(), ())).jpeg).size == (300, 200)


@promise
def what_is_no_photo_is_told_apart(images: Images, wait: Wait) -> None:
    camera = pictures.jpeg(pictures.scene(400, 300), exif=pictures.camera_exif())
    for data, error in (
        (b"", NotAPhoto), (b"<!DOCTYPE html><html>", NotAPhoto), (b"%PDF-1.7", NotAPhoto),
        (b"\0\0\0\x18ftypheic" + b"\0" * 200, HeicPhoto),
        (camera[: len(camera) // 2], BrokenPhoto), (camera[:30], BrokenPhoto),
        (pictures.png_header(20_000, 20_000), PhotoTooLarge),
    ):  # fmt: skip
        with pytest.raises(error):
            wait(images.prepare(data, ()))
        assert images.facts(b"<html>") == PhotoFacts()


@promise
def bytes_that_only_look_like_a_picture_are_a_broken_one(images: Images, wait: Wait) -> None:
    camera = bytearray(pictures.jpeg(pictures.scene(400, 300)))
    at = camera.index(b"\xff\xda")
    camera[at + 14 : -2] = b""
    with pytest.raises(BrokenPhoto):
        wait(images.prepare(bytes(camera[: at - 300] + camera[at:]), ()))


@promise
def a_strip_of_three_lines_is_a_mistake_of_ours(images: Images, wait: Wait) -> None:
    with pytest.raises(ValueError, match="two lines"):
        wait(images.prepare(pictures.jpeg(Image.new("RGB", (40, 40))), ("a", "b", "c")))


@promise
def more_than_a_small_phone_can_hold_is_asked_about(images: Images, wait: Wait) -> None:
    assert not images.heavy(pictures.jpeg(pictures.scene(400, 300)))
    assert images.heavy(pictures.png_header(8000, 6500))
    assert not images.heavy(b"<html>")
