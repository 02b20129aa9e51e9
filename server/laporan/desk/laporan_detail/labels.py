"""Where the villages' names stand on the map, so that no two lie on each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from math import cos, radians

from shared.wilayah import Desa

LETTER = 7.0
"""Width of a letter and height of a line, in pixels."""
LINE = 17.0
DOT = 9.0


class Side(Enum):
    """Where a name stands; a village whose name has no room keeps its dot."""

    BELOW = "below"
    ABOVE = "above"
    NONE = "none"


@dataclass(frozen=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def sides(desa: Iterable[Desa], own: str, pixels_a_degree: float) -> dict[str, Side]:
    """For each village by its code; the report's own village is placed first."""
    taken: list[_Box] = []
    found: dict[str, Side] = {}
    for one in sorted(desa, key=lambda d: d.kode != own):
        boxes = {side: _box(one, side, pixels_a_degree) for side in (Side.BELOW, Side.ABOVE)}
        free = [side for side, box in boxes.items() if not any(box.meets(t) for t in taken)]
        found[one.kode] = free[0] if free else Side.NONE
        if free:
            taken.append(boxes[free[0]])
    return found


def _box(desa: Desa, side: Side, scale: float) -> _Box:
    x = desa.bujur * scale * cos(radians(desa.lintang))
    y = -desa.lintang * scale
    half = len(desa.nama) * LETTER / 2
    if side is Side.BELOW:
        return _Box(x - half, y - DOT / 2, x + half, y + DOT / 2 + LINE)
    return _Box(x - half, y - DOT / 2 - LINE, x + half, y + DOT / 2)
