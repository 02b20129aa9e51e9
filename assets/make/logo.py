"""Draws the mark of SINAR LINMAS: a rising sun over a chevron, on the green of the uniform.

The pictures are kept in git; run ``python assets/make/logo.py`` after changing the drawing.
"""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw

ASSETS = Path(__file__).resolve().parent.parent

GREEN = "#0A5C3E"
GOLD = "#F7BE48"
WHITE = "#FFFFFF"

_FINE = 4  # drawn larger and reduced, so that edges are smooth
_SUN = (0.5, 0.56, 0.165)  # centre and radius, in parts of the side
_RAYS = (-72, -36, 0, 36, 72)  # degrees from upright


def main() -> None:
    """Write every size that the phone, the package and the browser ask for."""
    mark(512, ground=GREEN).save(ASSETS / "icon.png", optimize=True)
    mark(192, ground=GREEN).save(ASSETS / "logo.png", optimize=True)
    mark(192).save(ASSETS / "logo-polos.png", optimize=True)
    mark(64, ground=GREEN).save(ASSETS / "favicon.png", optimize=True)
    splash(768).save(ASSETS / "splash.png", optimize=True)
    # An adaptive icon is masked by the phone: full ground, the mark within the safe two thirds.
    inset(512, GREEN, 0.68).save(ASSETS / "icon_android.png", optimize=True)


def mark(side: int, *, ground: str | None = None) -> Image.Image:
    """The mark, on a rounded square or on nothing."""
    n = side * _FINE
    picture = Image.new("RGBA", (n, n), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    if ground:
        pen.rounded_rectangle((0, 0, n - 1, n - 1), radius=n * 0.24, fill=ground)
    _draw_sun(pen, n)
    _draw_chevron(pen, n)
    return picture.resize((side, side), Image.Resampling.LANCZOS)


def splash(side: int) -> Image.Image:
    """The mark alone, small in the middle: the phone paints the ground itself."""
    picture = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    return _centred(picture, mark(side // 2, ground=GREEN))


def inset(side: int, ground: str, part: float) -> Image.Image:
    """The bare mark on a full square of the ground's colour."""
    return _centred(Image.new("RGBA", (side, side), ground), mark(int(side * part)))


def _centred(ground: Image.Image, picture: Image.Image) -> Image.Image:
    gap = (ground.width - picture.width) // 2
    ground.alpha_composite(picture, (gap, gap))
    return ground


def _draw_sun(pen: ImageDraw.ImageDraw, n: int) -> None:
    x, y, r = (part * n for part in _SUN)
    pen.pieslice((x - r, y - r, x + r, y + r), 180, 360, fill=GOLD)
    for degrees in _RAYS:
        angle = math.radians(degrees - 90)
        ends = [
            (x + length * math.cos(angle), y + length * math.sin(angle))
            for length in (r + n * 0.075, r + n * 0.19)
        ]
        _stroke(pen, ends, n * 0.064, GOLD)


def _draw_chevron(pen: ImageDraw.ImageDraw, n: int) -> None:
    points = [(n * 0.2, n * 0.64), (n * 0.5, n * 0.755), (n * 0.8, n * 0.64)]
    _stroke(pen, points, n * 0.062, WHITE)


def _stroke(
    pen: ImageDraw.ImageDraw, points: list[tuple[float, float]], width: float, colour: str
) -> None:
    """A line with round ends and joints."""
    pen.line(points, fill=colour, width=round(width))
    for x, y in points:
        r = width / 2
        pen.ellipse((x - r, y - r, x + r, y + r), fill=colour)


if __name__ == "__main__":
    main()
