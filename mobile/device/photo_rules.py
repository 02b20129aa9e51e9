"""What a stored photo must be, whoever makes it: Pillow on a phone, the codec of a browser."""

from __future__ import annotations

BUDGET = 150_000
"""Bytes of a stored photo, at most."""

SIDES = (1280, 1024, 800, 640, 480, 320, 160)
"""The longest side in pixels; the later ones only where the one before cannot fit the budget."""

SMALL_SIDE, SMALL_QUALITY = 320, 60

BEST, WORST = 75, 45
"""Of JPEG quality: above 75 nobody sees a difference, below 45 small letters dissolve."""

MAX_PIXELS = 220_000_000
"""Phones with 200 megapixels exist."""

STRIP_LINES = 2
LETTER, SMALLEST, LINE, PADDING = 20, 11, 26, 6
STRIP_WIDTH = 480
"""A narrower picture gets margins, so that its strip can still be read."""

INK, PAPER = (208, 214, 210), (38, 44, 41)


def set_for_face(line: str) -> str:
    """Jakarta's space is so narrow that figures run together."""
    return line.replace(" ", "  ")
