"""Tables on paper: rows that grow with their text, heads on every page, widths by weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from shared.documents.page import Page

Align = Literal["L", "C", "R"]
PAD, TIGHT = 1.2, 0.7
"""Room around the text of a cell, in mm."""
SMALLEST = 7.0
"""Letters that can still be read on paper, in points."""
HEAD_GREY = 232


@dataclass(frozen=True)
class Column:
    """``turned`` writes the head upwards, for many narrow columns of figures."""

    head: str
    weight: float = 1.0
    align: Align = "L"
    turned: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell that differs from its column."""

    text: str
    align: Align | None = None
    bold: bool = False


Cells = Sequence["str | Cell"]


@dataclass(frozen=True)
class _Box:
    """A cell, wrapped."""

    lines: list[str]
    width: float
    align: Align
    bold: bool


def draw(
    paper: Page, columns: Sequence[Column], rows: Sequence[Cells], total: Cells | None, *,
    size: float, row_height: float, empty: str, pad: float = PAD,
) -> None:  # fmt: skip
    """The whole table from where the paper stands."""
    drawing = _Drawing(paper, columns, size, row_height, pad)
    drawing.begin()
    if not rows:
        drawing.spanned(empty)
    for row in _every(rows, total):
        drawing.row(row)


def fitting(
    paper: Page, columns: Sequence[Column], rows: Sequence[Cells], total: Cells | None, *,
    size: float, room: float,
) -> tuple[float, float] | None:  # fmt: skip
    """The size of its letters, and the height, with which it takes no more than ``room``; or None.

    Heights in mm, with `TIGHT` rows; letters get smaller down to `SMALLEST`.
    """
    while size >= SMALLEST:
        drawing = _Drawing(paper, columns, size, 0.0, TIGHT)
        height = drawing.height(_every(rows, total))
        if height <= room:
            return size, height
        size -= 0.5
    return None


def _every(rows: Sequence[Cells], total: Cells | None) -> list[Cells]:
    return [*rows, *([[_bold(cell) for cell in total]] if total is not None else [])]


def _bold(cell: str | Cell) -> Cell:
    cell = Cell(cell) if isinstance(cell, str) else cell
    return replace(cell, bold=True)


class _Drawing:
    def __init__(
        self, paper: Page, columns: Sequence[Column], size: float, row_height: float, pad: float
    ) -> None:
        self.paper, self.columns, self.size, self.least = paper, columns, size, row_height
        self.pad = pad
        self.line = size * 0.45
        whole = sum(column.weight for column in columns)
        self.widths = [paper.width * column.weight / whole for column in columns]
        self.heads = [self._box(Cell(c.head, "C", bold=True), i) for i, c in enumerate(columns)]
        self.head_height = max(self._head_height(i) for i in range(len(columns)))

    def height(self, rows: Sequence[Cells]) -> float:
        """Of the heads and these rows, in mm."""
        boxes = ([self._box(cell, i) for i, cell in enumerate(row)] for row in rows)
        return self.head_height + sum(map(self._height, boxes))

    def begin(self) -> None:
        """The heads, with room for a line or two below them."""
        self.paper.need(self.head_height + 3 * self.line)
        self._head()

    def row(self, cells: Cells) -> None:
        boxes = [self._box(cell, i) for i, cell in enumerate(cells)]
        height = self._height(boxes)
        if height > self.paper.room and height <= self.paper.page_room - self.head_height:
            self._next_page()
        while self._height(boxes) > self.paper.room:
            boxes = self._part(boxes)
            self._next_page()
        self._draw(boxes)

    def spanned(self, text: str) -> None:
        """One cell over all columns."""
        self.paper.need(self.line + 2 * self.pad)
        self._draw([_Box([self.paper.faces.fit(text)], self.paper.width, "C", bold=False)])

    # --- Inside -----------------------------------------------------------------------------

    def _box(self, cell: str | Cell, number: int) -> _Box:
        if isinstance(cell, str):
            cell = Cell(cell)
        column, width = self.columns[number], self.widths[number]
        style = "B" if cell.bold else ""
        room = width - 2 * self.pad
        lines = self.paper.lines(cell.text, room, style, self.size)
        return _Box(lines, width, cell.align or column.align, cell.bold)

    def _height(self, boxes: Sequence[_Box]) -> float:
        return max(self.least, max(len(box.lines) for box in boxes) * self.line + 2 * self.pad)

    def _part(self, boxes: Sequence[_Box]) -> list[_Box]:
        """Draw as many lines as this page takes; what is left is given back."""
        fits = max(int((self.paper.room - 2 * self.pad) / self.line), 0)
        if fits:
            self._draw([_Box(b.lines[:fits], b.width, b.align, b.bold) for b in boxes])
        return [_Box(b.lines[fits:], b.width, b.align, b.bold) for b in boxes]

    def _next_page(self) -> None:
        self.paper.new_page()
        self._head()

    def _draw(self, boxes: Sequence[_Box]) -> None:
        pdf = self.paper.pdf
        height = min(self._height(boxes), self.paper.room)
        x, y = self.paper.left, pdf.y
        pdf.set_line_width(0.2)
        for box in boxes:
            pdf.rect(x, y, box.width, height)
            self._write(box, x, y + self.pad)
            x += box.width
        pdf.set_xy(self.paper.left, y + height)

    def _write(self, box: _Box, x: float, y: float) -> None:
        style = "B" if box.bold else ""
        for i, line in enumerate(box.lines):
            self.paper.put(
                line, x + self.pad, y + i * self.line, box.width - 2 * self.pad, box.align,
                style=style, size=self.size,
            )  # fmt: skip

    def _head_height(self, number: int) -> float:
        if self.columns[number].turned:
            return self._turned_width(number) + 2 * self.pad
        return len(self.heads[number].lines) * self.line + 2 * self.pad

    def _turned_width(self, number: int) -> float:
        self.paper.font("B", self.size)
        lines = self.paper.faces.fit(self.columns[number].head).split("\n")
        return max(self.paper.pdf.get_string_width(line) for line in lines)

    def _head(self) -> None:
        pdf = self.paper.pdf
        x, y, height = self.paper.left, pdf.y, self.head_height
        pdf.set_line_width(0.2)
        pdf.set_fill_color(HEAD_GREY)
        for number, box in enumerate(self.heads):
            pdf.rect(x, y, box.width, height, style="DF")
            if self.columns[number].turned:
                self._write_turned(number, x, y + height)
            else:
                self._write(box, x, y + (height - len(box.lines) * self.line) / 2)
            x += box.width
        pdf.set_xy(self.paper.left, y + height)

    def _write_turned(self, number: int, x: float, bottom: float) -> None:
        """Upwards from the foot of the head, its lines side by side in the middle."""
        pdf = self.paper.pdf
        lines = self.paper.faces.fit(self.columns[number].head).split("\n")
        left = x + (self.widths[number] - len(lines) * self.line) / 2
        for i, line in enumerate(lines):
            at = left + i * self.line
            with pdf.rotation(90, at, bottom - self.pad):
                self.paper.put(
                    line, at, bottom - self.pad, self.head_height, style="B", size=self.size
                )
