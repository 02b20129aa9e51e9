"""Whether a QR stands on a screen as it should: each module is looked at."""

from __future__ import annotations

import io

import segno
from PIL import Image

BORDER = 2
MOST_WRONG = 0.01


def shows(picture: bytes, words: str) -> bool:
    """Whether a picture, cut to the QR with its border, is that of these words."""
    code = segno.make(words, micro=False, error="m")
    rows = [list(row) for row in code.matrix_iter(scale=1, border=BORDER)]
    seen = Image.open(io.BytesIO(picture)).convert("L")
    step = seen.width / len(rows), seen.height / len(rows)
    wrong = sum(
        bool(dark) != (_grey(seen, (x + 0.5) * step[0], (y + 0.5) * step[1]) < 128)
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
    )
    return wrong <= MOST_WRONG * len(rows) ** 2


def _grey(seen: Image.Image, x: float, y: float) -> int:
    value = seen.getpixel((int(x), int(y)))
    assert isinstance(value, int)
    return value
