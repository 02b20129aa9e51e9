"""Turns a planned photo into JPEG bytes: a painted scene, varied, with the strip below it."""

from __future__ import annotations

import hashlib
import io
from functools import cache
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont, ImageOps

from server.sample.reports import SamplePhoto
from shared.assets import FONTS
from shared.clock import format_time
from shared.laporan import Foto

LYING, STANDING = (800, 600), (600, 800)
QUALITY = 72
_FACE = FONTS / "Jakarta-Medium.ttf"
_SCENES = Path(__file__).with_name("scenes")
SCENES = frozenset(path.name.rpartition("-")[0] for path in _SCENES.glob("*.jpg"))
VARIANTS = 4
_INK, _PAPER = (208, 214, 210), (38, 44, 41)
_LETTER, _LINE, _PADDING = 14, 20, 6


def render(photo: SamplePhoto) -> tuple[bytes, Foto]:
    """The stored photo and the words about it that travel in the report."""
    picture = _stamped(_varied(photo), photo.strip)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY)
    jpeg = out.getvalue()
    return jpeg, Foto(
        sha256=hashlib.sha256(jpeg).hexdigest(),
        size=len(jpeg),
        lebar=picture.width,
        tinggi=picture.height,
        diambil=format_time(photo.diambil),
        lokasi=photo.lokasi,
        keterangan=photo.keterangan,
        sensitif=photo.sensitif,
    )


@cache
def scene(name: str, seed: int, size: tuple[int, int]) -> Image.Image:
    """One of the painted scenes, cut to a size in pixels; ``seed`` 0 to 3 is another painting."""
    with Image.open(_SCENES / f"{name}-{seed % VARIANTS}.jpg") as painted:
        return ImageOps.fit(painted, size, centering=(0.5, 0.8))


def _varied(photo: SamplePhoto) -> Image.Image:
    """Another frame for each photo: cheaper than drawing anew."""
    size = STANDING if photo.upright else LYING
    dice = Random(" ".join(photo.strip))
    picture = scene(photo.scene, photo.seed, size)
    left, top = dice.randint(0, 40), dice.randint(0, 30)
    box = (left, top, size[0] - 40 + left, size[1] - 30 + top)
    picture = picture.crop(box)
    mirrored = dice.random() < 0.4
    return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if mirrored else picture


def _stamped(picture: Image.Image, lines: tuple[str, str]) -> Image.Image:
    height = picture.height + 2 * _PADDING + len(lines) * _LINE
    canvas = Image.new("RGB", (picture.width, height), _PAPER)
    canvas.paste(picture)
    pen = ImageDraw.Draw(canvas)
    for number, line in enumerate(lines):
        middle = picture.height + _PADDING + number * _LINE + _LINE // 2
        pen.text((2 * _PADDING, middle), line, fill=_INK, font=_face(), anchor="lm")
    return canvas


@cache
def _face() -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return (
        ImageFont.truetype(_FACE, _LETTER) if _FACE.is_file() else ImageFont.load_default(_LETTER)
    )
