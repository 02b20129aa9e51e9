"""The headings of a roster in a sheet: which row they stand in, and what each column is for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.anggota import roster_cells as cells
from server.anggota.roster_columns import BORN, FEMALE, MALE, field_of
from server.core.papers.workbook import Sheet

HEAD_WITHIN = 30
"""The headings stand in one of the first rows: a letter's head may be above."""

ALIKE = 3
"""So many headings that come again make a second table; fewer are columns that say the same."""


@dataclass(frozen=True)
class Source:
    """A column that is used, and for what."""

    index: int
    field: str
    heading: str


@dataclass(frozen=True)
class Head:
    """The headings: the last of their rows, and what each column is called."""

    bottom: int
    top: int
    names: tuple[tuple[int, str, str | None], ...]

    def divides(self, other: Head) -> bool:
        """Whether these are the same headings with the row that parts them."""
        same = self.known == other.known > 0 and self.top == other.top
        return same and self.bottom > other.bottom

    @property
    def known(self) -> int:
        found = {field for _, _, field in self.names if field}
        return len(found) if "nama" in found else 0

    @property
    def beside(self) -> int:
        """Where the names of a second table, to the right of this one, stand; -1 without one."""
        said = [what for _, _, what in self.names]
        again = [(i, what) for i, what in enumerate(said) if what and what in said[:i]]
        if len(again) < ALIKE:
            return -1
        return next((self.names[i][0] for i, what in again if what == "nama"), -1)


def head_of(sheet: Sheet) -> Head:
    best = Head(-1, 0, ())
    for height in (1, 2):
        for top in range(min(len(sheet.rows), HEAD_WITHIN)):
            found = _named(sheet, top, height)
            if found is not None and (found.known > best.known or found.divides(best)):
                best = found
    return best


def _named(sheet: Sheet, top: int, height: int) -> Head | None:
    """What the columns are called by one row, or by two of which the lower one divides."""
    width = max((len(row) for row in sheet.rows[top : top + height]), default=0)
    upper = [cells.words(sheet.cell(top, index)) for index in range(width)]
    if height == 1:
        named = [(i, text, field_of(text) if text else None) for i, text in enumerate(upper)]
        return Head(top, top, tuple(named))
    lower = [cells.words(sheet.cell(top + 1, index)) for index in range(width)]
    if not any(lower):
        return None
    found: list[tuple[int, str, str | None]] = []
    over = ""
    for index, (above, below) in enumerate(zip(upper, lower, strict=True)):
        over = above or (over if below else "")
        name = f"{over} {below}".strip() if below and below != over else over
        what = _divided(over, below) if below else (field_of(above) if above else None)
        if below and what is None and not re.search(r"lahir|nama|sk\b", over, re.I):
            return None
        found.append((index, name, what))
    return Head(top + 1, top, tuple(found))


def _divided(over: str, below: str) -> str | None:
    """``Jenis kelamin`` over ``L``, ``Lahir`` over ``Tempat`` and ``Tanggal``."""
    if re.search("lahir", over, re.I):
        if re.match(r"(?:tanggal|tgl)", below, re.I):
            return "tanggal_lahir"
        return None
    return field_of(f"{over} {below}") or field_of(below)


def sources_of(head: Head) -> tuple[list[Source], list[tuple[int, str]]]:
    """The columns that are used; of two that say the same the second is not."""
    named = {field for _, _, field in head.names if field}
    halves = {MALE, FEMALE} <= named
    seen: set[str] = set()
    found: list[Source] = []
    twice: list[tuple[int, str]] = []
    for index, heading, what in head.names:
        if not what or (what in (MALE, FEMALE) and not halves):
            continue
        same = "tanggal_lahir" if what == BORN else what
        if same in seen:
            twice.append((index, heading))
        else:
            found.append(Source(index, what, heading))
        seen.add(same)
    return found, twice


def plain_field(field: str) -> str:
    """The member's field that a column, or a part of one, belongs to."""
    return (
        "tanggal_lahir" if field == BORN else re.sub(r"\A(alamat|jenis_kelamin)\..*", r"\1", field)
    )
