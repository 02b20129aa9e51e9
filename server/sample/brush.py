"""A canvas in parts of its own width and height, drawn larger and reduced for smooth edges."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
Point = tuple[float, float]

_FINE = 2


class Canvas:
    """Coordinates run from 0 to 1, the origin in the upper left corner."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self.w, self.h = size[0] * _FINE, size[1] * _FINE
        self.image = Image.new("RGB", (self.w, self.h))
        self.pen = ImageDraw.Draw(self.image)

    def finished(self) -> Image.Image:
        """The picture at its own size."""
        return self.image.resize(self.size, Image.Resampling.BOX)

    def _at(self, x: float, y: float) -> Point:
        return x * self.w, y * self.h

    def sky(self, *stops: tuple[float, Colour]) -> None:
        """Fill everything from top to bottom, from one colour to the next."""
        column = Image.new("RGB", (1, 256))
        for row in range(256):
            column.putpixel((0, row), _between(stops, row / 255))
        self.image.paste(column.resize((self.w, self.h), Image.Resampling.BILINEAR))

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: Colour) -> None:
        """An upright rectangle."""
        self.pen.rectangle((*self._at(x0, y0), *self._at(x1, y1)), fill=colour)

    def soft_box(
        self, x0: float, y0: float, x1: float, y1: float, radius: float, colour: Colour
    ) -> None:
        """A rectangle with round corners, the radius in parts of the height."""
        corners = (*self._at(x0, y0), *self._at(x1, y1))
        self.pen.rounded_rectangle(corners, radius=radius * self.h, fill=colour)

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A polygon."""
        self.pen.polygon([self._at(*point) for point in points], fill=colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """A line, its width in parts of the height."""
        places = [self._at(*point) for point in points]
        self.pen.line(places, fill=colour, width=max(1, round(width * self.h)), joint="curve")

    def disc(self, x: float, y: float, r: float, colour: Colour, squash: float = 1.0) -> None:
        """A circle of radius r in parts of the height, or an ellipse when squashed."""
        cx, cy = self._at(x, y)
        rx, ry = r * self.h, r * self.h * squash
        self.pen.ellipse((cx - rx, cy - ry, cx + rx, cy + ry), fill=colour)

    def dome(self, x: float, y: float, r: float, colour: Colour) -> None:
        """The upper half of a circle."""
        cx, cy = self._at(x, y)
        rr = r * self.h
        self.pen.pieslice((cx - rr, cy - rr, cx + rr, cy + rr), 180, 360, fill=colour)

    def glow(self, x: float, y: float, r: float, colour: Colour, strength: float) -> None:
        """Light that fades outwards; strength 0 to 1."""
        cx, cy = self._at(x, y)
        side = max(2, round(2 * r * self.h))
        mask = _halo().resize((side, side), Image.Resampling.BILINEAR)
        mask = mask.point([round(value * strength) for value in range(256)])
        corner = (round(cx - side / 2), round(cy - side / 2))
        self.image.paste(Image.new("RGB", (side, side), colour), corner, mask)

    def veil(self, points: Sequence[Point], colour: Colour, strength: float) -> None:
        """A see-through polygon: a beam, smoke, haze."""
        mask = Image.new("L", (self.w // 4, self.h // 4))
        places = [(x * mask.width, y * mask.height) for x, y in points]
        ImageDraw.Draw(mask).polygon(places, fill=round(255 * strength))
        self.image.paste(colour, (0, 0), mask.resize((self.w, self.h), Image.Resampling.BILINEAR))


@cache
def _halo() -> Image.Image:
    """A white disc that fades to black at its rim."""
    halo = Image.new("L", (64, 64))
    for row in range(64):
        for column in range(64):
            far = min(1.0, ((column - 31.5) ** 2 + (row - 31.5) ** 2) ** 0.5 / 31.5)
            halo.putpixel((column, row), round(255 * (1 - far) ** 1.6))
    return halo


def _between(stops: Sequence[tuple[float, Colour]], at: float) -> Colour:
    for (low, first), (high, last) in pairwise(stops):
        if low <= at <= high:
            return mixed(first, last, (at - low) / (high - low))
    return stops[-1][1]


def mixed(first: Colour, last: Colour, part: float) -> Colour:
    """A colour between two."""
    return tuple(round(a + (b - a) * part) for a, b in zip(first, last, strict=True))  # type: ignore[return-value]  # three in, three out
