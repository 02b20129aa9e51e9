"""What every reader of pictures promises: the phone's Pillow, the phone's browser, and the desk.

A promise is asked of a function that takes a camera's file and gives the JPEG that is kept.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image, ImageOps

from shared.photos.errors import BrokenPhoto, HeicPhoto, NotAPhoto, PhotoTooLarge
from tests.mobile.device import pictures

Keep = Callable[[bytes], bytes]
ReadingPromise = Callable[[Keep], None]
READING_PROMISES: list[ReadingPromise] = []

RED, LIME, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
_LYING = {
    1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
}  # fmt: skip


def promise(check: ReadingPromise) -> ReadingPromise:
    READING_PROMISES.append(check)
    return check


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def near(one: Any, other: tuple[int, ...], by: int = 24) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def lying(picture: Image.Image, orientation: int) -> Image.Image:
    """As it stands in the file of a camera that was held so."""
    turn = _LYING[orientation]
    return picture if turn is None else picture.transpose(turn)


def corners() -> Image.Image:
    """Red top left, lime top right, blue bottom left, white bottom right."""
    picture = Image.new("RGB", (160, 120))
    for at, colour in ((0, 0), RED), ((80, 0), LIME), ((0, 60), BLUE), ((80, 60), WHITE):
        picture.paste(colour, (*at, at[0] + 80, at[1] + 60))
    return picture


def stands_upright(data: bytes) -> bool:
    image = opened(data).convert("RGB")
    found = [image.getpixel(at) for at in ((40, 30), (120, 30), (40, 90), (120, 90))]
    wanted = [RED, LIME, BLUE, WHITE]
    return image.size == (160, 120) and all(map(near, found, wanted))


def from_black_to_white(data: bytes) -> bool:
    image = opened(data).convert("RGB")
    middle, last = image.width // 2, image.height - 1
    found = [image.getpixel((middle, y)) for y in (1, last // 2, last - 1)]
    return all(map(near, found, [(0, 0, 0), (127, 127, 127), WHITE]))


@promise
def it_stands_upright_however_the_camera_was_held(keep: Keep) -> None:
    for orientation in range(1, 9):
        camera = pictures.camera_exif(orientation=orientation)
        stored = lying(corners(), orientation)
        assert stands_upright(keep(pictures.jpeg(stored, exif=camera))), orientation


@promise
def exif_that_no_library_can_write_again_costs_nothing(keep: Keep) -> None:
    for orientation in (1, 6):
        odd = pictures.odd_exif(orientation)
        data = pictures.jpeg(lying(corners(), orientation), exif=odd)
        assert stands_upright(keep(data)), orientation
    with opened(data) as image, pytest.raises(struct.error):
        ImageOps.exif_transpose(image)


@promise
def sixteen_bits_are_scaled(keep: Keep) -> None:
    for grey in (True, False):
        assert from_black_to_white(keep(pictures.deep_png((64, 48), grey=grey))), grey


@promise
def grey_and_four_colour_pictures_are_pictures(keep: Keep) -> None:
    gradient = Image.linear_gradient("L")
    for mode in ("L", "CMYK"):
        picture = gradient.convert("RGB").convert(mode)
        assert from_black_to_white(keep(pictures.jpeg(picture))), mode


@promise
def what_is_transparent_becomes_white(keep: Keep) -> None:
    clear = Image.new("RGBA", (100, 80), (0, 0, 0, 0))
    palette = Image.new("P", (100, 80), 0)
    palette.putpalette([0, 0, 0, 255, 0, 0])
    for data in (
        saved(clear, "PNG"), saved(clear, "WEBP", lossless=True),
        saved(palette, "PNG", transparency=0), saved(palette, "GIF", transparency=0),
    ):  # fmt: skip
        assert near(opened(keep(data)).convert("RGB").getpixel((50, 40)), WHITE)


@promise
def png_webp_and_gif_are_pictures_too(keep: Keep) -> None:
    for kind in ("PNG", "WEBP", "GIF"):
        assert opened(keep(saved(pictures.scene(300, 200), kind))).size == (300, 200)


@promise
def of_several_pictures_the_first_one_counts(keep: Keep) -> None:
    first, second = Image.new("RGB", (160, 120), RED), Image.new("RGB", (160, 120), BLUE)
    for kind in ("MPO", "GIF", "WEBP", "PNG"):
        data = saved(first, kind, save_all=True, append_images=[second])
        assert near(opened(keep(data)).convert("RGB").getpixel((80, 60)), RED), kind


@promise
def a_side_of_a_few_pixels_is_no_trouble(keep: Keep) -> None:
    for size in ((3, 4000), (4000, 3), (7, 7), (1, 1)):
        image = opened(keep(pictures.jpeg(Image.new("RGB", size, "white"))))
        assert min(image.size) >= 1, size


@promise
def a_jpeg_that_lacks_only_its_last_bytes_is_kept(keep: Keep) -> None:
    for options in ({}, {"progressive": True}):
        whole = pictures.jpeg(pictures.scene(400, 300), **options)
        for lacking in (1, 2, 3, 60):
            assert opened(keep(whole[:-lacking])).size == (400, 300), (options, lacking)


@promise
def a_jpeg_that_lacks_more_is_broken_however_the_camera_was_held(keep: Keep) -> None:
    for orientation in range(1, 9):
        camera = pictures.camera_exif(orientation=orientation)
        whole = pictures.jpeg(lying(pictures.scene(640, 480), orientation), exif=camera)
        assert opened(keep(whole[:-40])).size == (640, 480)
        for share in (0.5, 0.9):
            with pytest.raises(BrokenPhoto):
                keep(whole[: int(len(whole) * share)])


@promise
def a_png_or_webp_that_ends_too_early_is_broken(keep: Keep) -> None:
    for kind in ("PNG", "WEBP"):
        whole = saved(pictures.scene(300, 200), kind)
        with pytest.raises(BrokenPhoto):
            keep(whole[: len(whole) * 2 // 3])


@promise
def what_is_no_photo_is_told_apart(keep: Keep) -> None:
    camera = pictures.jpeg(pictures.scene(400, 300), exif=pictures.camera_exif())
    for data, error in (
        (b"", NotAPhoto), (b"<!DOCTYPE html><html>", NotAPhoto), (b"%PDF-1.7", NotAPhoto),
        (b"\0\0\0\x18ftypheic" + b"\0" * 200, HeicPhoto),
        (camera[: len(camera) // 2], BrokenPhoto), (camera[:30], BrokenPhoto),
        (pictures.png_header(20_000, 20_000), PhotoTooLarge),
    ):  # fmt: skip
        with pytest.raises(error):
            keep(data)


@promise
def bytes_that_only_look_like_a_picture_are_a_broken_one(keep: Keep) -> None:
    camera = bytearray(pictures.jpeg(pictures.scene(400, 300)))
    at = camera.index(b"\xff\xda")
    camera[at + 14 : -2] = b""
    with pytest.raises(BrokenPhoto):
        keep(bytes(camera[: at - 300] + camera[at:]))
