"""Any picture of a camera or gallery as upright pixels, by Pillow; browsers use `images.js`.

Pillow only decodes: how the picture is turned, when and where it was taken and whether it is whole
are read by `picture_file`. Whatever a decoder raises ends as a PhotoError.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from shared.photos.errors import BrokenPhoto, PhotoError, PhotoTooLarge
from shared.photos.picture_file import (
    GIF,
    GREY,
    JPEG,
    MOST_LOST,
    NEAR_GREY,
    PNG,
    WEBP,
    PictureFile,
    look,
)

# Each by its own class: `Image.open` takes the second picture of some cameras' files into account.
_DECODERS: dict[str, type[ImageFile]] = {
    JPEG: JpegImageFile, PNG: PngImageFile, WEBP: WebPImageFile, GIF: GifImageFile,
}  # fmt: skip
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True)
class Picture:
    """``image``: RGB, upright, nothing beside its pixels; ``file``: what its file says."""

    image: Image.Image
    file: PictureFile


def read(data: bytes, side: int, most_pixels: int) -> Picture:
    """The picture within ``side`` pixels, upright, on white paper; raises a PhotoError."""
    file = look(data)
    if file.pixels > most_pixels:
        raise PhotoTooLarge("pixels")
    file.require_end()
    with decoding():
        image = _reduced(file, data, side)
        if file.is_cut_jpeg and _lost(image) > MOST_LOST:
            raise BrokenPhoto("end")
        turn = _TURNS.get(file.exif.orientation)
        image = image if turn is None else image.transpose(turn)
    image.info = {}  # or saving would write the camera's comment again
    return Picture(image, file)


@contextmanager
def decoding(passing: type[Exception] = PhotoError) -> Generator[None]:
    """Whatever goes wrong inside is a PhotoError: decoders raise far more than they tell."""
    try:
        yield
    except (PhotoError, passing):
        raise
    except MemoryError as error:
        raise PhotoTooLarge("memory") from error
    except Exception as error:
        raise BrokenPhoto(type(error).__name__) from error


def _reduced(file: PictureFile, data: bytes, side: int) -> Image.Image:
    """Decoded to a little more than what is needed, then brought down to ``side``."""
    with _DECODERS[file.kind](BytesIO(file.closed(data))) as image:
        scale = side / max(image.size)
        image.draft("RGB", (math.ceil(image.width * scale), math.ceil(image.height * scale)))
        image.load()
        picture = _rgb(image)
    picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    return picture


def _rgb(image: Image.Image) -> Image.Image:
    if image.mode == "RGB" and not image.has_transparency_data:
        return image
    if image.mode.startswith("I"):  # 16 bits of grey, which a plain conversion would clip
        return _mapped(image.convert("I"), _sixteen_to_eight).convert("RGB")
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(paper, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")


def _sixteen_to_eight(value: Any) -> Any:
    return value * (1 / 256)


def _lost(image: Image.Image) -> float:
    """The share of the rows that a decoder painted grey because their bytes are missing."""
    away = [abs(value - GREY) > NEAR_GREY for value in range(256)]
    seen = _mapped(image, [255 if far else 0 for far in away] * 3).getbbox()
    return 1 - (seen[3] if seen else 0) / image.height


def _mapped(image: Any, how: Any) -> Image.Image:
    """Every pixel's value by a table or a factor; `point` is typed only in part."""
    return image.point(how)
