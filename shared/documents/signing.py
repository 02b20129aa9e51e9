"""The head and the foot of a letter: kop with its double line, blocks of those who sign."""

from __future__ import annotations

import io
from collections.abc import Sequence

from shared.documents import words
from shared.documents.letterhead import Kop, Signatory, grouped_nip
from shared.documents.page import Page, Style

LOGO = 18.0
NAME_GAP = 22.0
"""Room for the hand, in mm."""
COLUMN = 0.46
"""The share of the width that a block takes."""

Line = tuple[str, Style, bool]
"""Words, style, underlined."""


def kop(paper: Page, kop: Kop) -> None:
    """At the head of the first page."""
    pdf = paper.pdf
    top = pdf.y
    x, width = paper.left + LOGO + 2, paper.width - 2 * (LOGO + 2)
    has_logo = kop.logo is not None and _logo(paper, kop.logo, top)
    y = top
    for number, text in enumerate(kop.lines):
        y = _kop_line(paper, text, x, y, width, "B", 14 if number == 0 else 16)
    y = _kop_line(paper, kop.address or words.BARIS_KOSONG, x, y + 0.5, width, "", 9)
    y = max(y, top + (LOGO * 1.2 if has_logo else 0)) + 1.5
    right = paper.left + paper.width
    pdf.set_line_width(0.8)
    pdf.line(paper.left, y, right, y)
    pdf.set_line_width(0.25)
    pdf.line(paper.left, y + 1, right, y + 1)
    pdf.set_xy(paper.left, y + 6)


def _logo(paper: Page, logo: bytes, top: float) -> bool:
    """Whether it could be drawn: a damaged one costs no paper."""
    try:
        paper.pdf.image(io.BytesIO(logo), paper.left, top, LOGO, LOGO * 1.2, keep_aspect_ratio=True)
    except Exception:  # noqa: BLE001 - decoders raise more than they tell
        return False
    return True


def _kop_line(
    paper: Page, text: str, x: float, y: float, width: float, style: Style, size: float
) -> float:
    for line in paper.lines(text, width, style, size):
        paper.put(line, x, y, width, "C", style=style, size=size)
        y += size * 0.44
    return y


def signatures(paper: Page, people: Sequence[Signatory], place_and_day: str) -> None:
    """Rows of two; a lone one stands at the right."""
    for start in range(0, len(people), 2):
        _row(paper, people[start : start + 2], "" if start else place_and_day)


def _row(paper: Page, people: Sequence[Signatory], place_and_day: str) -> None:
    width = paper.width * COLUMN
    right = paper.left + paper.width - width
    places = [right] if len(people) == 1 else [paper.left, right]
    tops = [[person.head, *person.jabatan.split("\n")] for person in people]
    if place_and_day:
        tops[-1] = [place_and_day, *(line for line in tops[-1] if line)]
    heads = [_wrapped(paper, [(text, "", False) for text in top], width) for top in tops]
    feet = [_wrapped(paper, _below(person), width) for person in people]
    step = 5.2
    above, below = max(map(len, heads)) * step, max(map(len, feet)) * step
    paper.space(4)
    paper.need(above + NAME_GAP + below)
    y = paper.pdf.y
    for x, head, foot in zip(places, heads, feet, strict=True):
        _write(paper, head, x, y, width, step)
        _write(paper, foot, x, y + above + NAME_GAP, width, step)
    paper.pdf.set_xy(paper.left, y + above + NAME_GAP + below)


def _below(person: Signatory) -> list[Line]:
    name: Line = (person.nama, "B", True) if person.nama else (words.BARIS_KOSONG, "", False)
    rows: list[Line] = [name]
    if person.pangkat is not None:
        rows.append((person.pangkat or words.BARIS_KOSONG, "", False))
    if person.nip is not None:
        nip = grouped_nip(person.nip) or words.BARIS_KOSONG
        rows.append((words.NIP.format(nip=nip), "", False))
    return rows


def _wrapped(paper: Page, rows: Sequence[Line], width: float) -> list[Line]:
    return [
        (line, style, under)
        for text, style, under in rows
        for line in paper.lines(text, width, style)
    ]


def _write(
    paper: Page, rows: Sequence[Line], x: float, y: float, width: float, step: float
) -> None:
    for number, (text, style, under) in enumerate(rows):
        paper.put(text, x, y + number * step, width, "C", style=style)
        if under:
            underline(paper, text, x, y + number * step, width, 11)


def underline(paper: Page, text: str, x: float, y: float, width: float, size: float) -> None:
    """Below a centred line of bold."""
    paper.font("B", size)
    wide = paper.pdf.get_string_width(text)
    start = x + (width - wide) / 2
    at = y + size * 0.41
    paper.pdf.set_line_width(0.3)
    paper.pdf.line(start, at, start + wide, at)
