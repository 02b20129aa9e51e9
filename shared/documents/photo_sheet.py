"""Photos on paper: a grid with captions; a JPEG goes in as it is, a broken one is a sentence."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from shared.documents import words
from shared.documents.page import Page

GAP = 5.0
CAPTION = 9.0
JPEG_START, JPEG_END = b"\xff\xd8", b"\xff\xd9"


@dataclass(frozen=True)
class Picture:
    """A photo and what stands below it; None when its bytes are not at hand."""

    data: bytes | None
    caption: str = ""
    missing: str = words.FOTO_BELUM_ADA


def draw(paper: Page, pictures: Sequence[Picture], per_page: int) -> None:
    """As many pages as needed; the first begins where the paper stands if that is near the top."""
    landscape = paper.pdf.w > paper.pdf.h
    across = 2 if per_page == 4 or landscape else 1
    down = per_page // across
    for start in range(0, len(pictures), per_page):
        if start or paper.room < paper.page_room * 0.75:
            paper.new_page()
        _page(paper, pictures[start : start + per_page], across, down)


def _page(paper: Page, pictures: Sequence[Picture], across: int, down: int) -> None:
    top = paper.pdf.y
    width = (paper.width - GAP * (across - 1)) / across
    height = (paper.room - GAP * (down - 1)) / down
    for number, picture in enumerate(pictures):
        x = paper.left + (number % across) * (width + GAP)
        y = top + (number // across) * (height + GAP)
        _box(paper, picture, x, y, width, height)
    rows = (len(pictures) + across - 1) // across
    paper.pdf.set_xy(paper.left, top + rows * height + (rows - 1) * GAP)


def _box(paper: Page, picture: Picture, x: float, y: float, w: float, h: float) -> None:
    lines = paper.lines(picture.caption, w - 4, size=CAPTION) if picture.caption else []
    line = CAPTION * 0.45
    below = len(lines) * line + 3
    paper.pdf.set_line_width(0.2)
    paper.pdf.rect(x, y, w, h)
    if picture.data is None:
        _sentence(paper, picture.missing, x, y, w, h - below)
    elif not _picture(paper, picture.data, x + 2, y + 2, w - 4, h - below - 3):
        _sentence(paper, words.FOTO_RUSAK, x, y, w, h - below)
    for number, words_ in enumerate(lines):
        paper.put(words_, x + 2, y + h - below + 1 + number * line, w - 4, "C", size=CAPTION)


def _picture(paper: Page, data: bytes, x: float, y: float, w: float, h: float) -> bool:
    """Whether it could be drawn."""
    if data.startswith(JPEG_START) and not data.rstrip(b"\0").endswith(JPEG_END):
        return False
    try:
        paper.pdf.image(io.BytesIO(data), x, y, w, h, keep_aspect_ratio=True)
    except Exception:  # noqa: BLE001 - one bad photo never costs the paper
        return False
    return True


def _sentence(paper: Page, text: str, x: float, y: float, w: float, h: float) -> None:
    lines = paper.lines(text, w - 8, "I", CAPTION)
    line = CAPTION * 0.45
    start = y + (h - len(lines) * line) / 2
    for number, words_ in enumerate(lines):
        paper.put(words_, x + 4, start + number * line, w - 8, "C", style="I", size=CAPTION)
