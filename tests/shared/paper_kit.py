"""What a PDF says and where: its words and boxes by page, its fonts; and pictures to look at."""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
from PIL import Image

from shared.documents import paper

MM = 72 / 25.4
PICTURES = Path(os.environ.get("PAPERS", "output/papers"))
"""Where every paper is drawn, to be looked at."""


@dataclass(frozen=True)
class Read:
    """A PDF as a reader sees it."""

    pages: list[Any]
    text: str

    @property
    def words(self) -> list[dict[str, Any]]:
        return [{**word, "page": n} for n, page in enumerate(self.pages) for word in _words(page)]

    def said(self) -> str:
        """All of it on one line, however it was broken."""
        return " ".join(self.text.split())


def read(data: bytes) -> Read:
    """Opened by a reader that is not ours."""
    pages = pdfplumber.open(io.BytesIO(data)).pages
    return Read(pages, "\n".join(page.extract_text() or "" for page in pages))


def is_sound(data: bytes) -> Read:
    """Fonts embedded, nothing outside the margins, no two letters on one another."""
    seen = read(data)
    for number, page in enumerate(seen.pages):
        _within_margins(number, page)
        _nothing_overlaps(number, page)
    assert _embedded(data)
    return seen


def draw(data: bytes, name: str) -> None:
    """Every page as a picture under the tests' output."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with pdfplumber.open(io.BytesIO(data)) as document:
        for number, page in enumerate(document.pages, 1):
            page.to_image(resolution=90).save(PICTURES / f"{name}-{number}.png")


def jpeg(colour: str = "seagreen", size: tuple[int, int] = (640, 480)) -> bytes:
    """A photo."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()


def _words(page: Any) -> list[dict[str, Any]]:
    return page.extract_words(keep_blank_chars=False)


def _within_margins(number: int, page: Any) -> None:
    left, right = paper.LEFT * MM, float(page.width) - paper.RIGHT * MM
    top, bottom = paper.TOP * MM, float(page.height) - paper.BOTTOM * MM
    for thing in (*page.chars, *page.rects, *page.lines, *page.images):
        assert thing["x0"] >= left - 1 and thing["x1"] <= right + 1, (number, thing)
        assert thing["top"] >= top - 1.5 and thing["bottom"] <= bottom + 1.5, (number, thing)


def _nothing_overlaps(number: int, page: Any) -> None:
    """Letters of one line stand beside one another, lines below one another."""
    boxes = sorted((word["top"], word["bottom"], word["x0"], word["x1"], word["text"])
                   for word in _words(page))  # fmt: skip
    for index, (top, bottom, x0, x1, text) in enumerate(boxes):
        for top_2, bottom_2, x0_2, x1_2, text_2 in boxes[index + 1 :]:
            if top_2 >= bottom:
                break
            high = min(bottom, bottom_2) - max(top, top_2)
            wide = min(x1, x1_2) - max(x0, x0_2)
            assert high < 3 or wide < 1, (number, text, text_2)


def _embedded(data: bytes) -> bool:
    """Each face comes along as a subset of its own, with the map that makes its text selectable."""
    faces = set(re.findall(rb"/BaseFont /(\S+)", data))
    assert any(name.endswith(b"+Naskah") for name in faces), faces
    assert all(b"+" in name for name in faces), faces
    return data.count(b"/FontFile2 ") == data.count(b"/ToUnicode ") == len(faces)
