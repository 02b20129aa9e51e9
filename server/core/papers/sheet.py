"""Tables written as XLSX and CSV: numbers as numbers, days as days, and no cell that is ever run.

`Book` writes an XLSX of one or more sheets row by row, so that a long one costs no memory;
`csv_lines` gives a CSV piece by piece. Both take the same columns and rows.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import zip_longest
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from shared.clock import WITA

Cell = str | int | float | bool | date | datetime | None

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins so is taken for a formula, or for more than one cell, by Excel and its kin."""

MOST_LETTERS = 32_767
"""What one cell of an XLSX can hold; the writer would drop a longer text whole."""
CUT = " …"
YES, NO = "Ya", "Tidak"
BOM = b"\xef\xbb\xbf"

_DAY, _MOMENT = "dd-mm-yyyy", "dd-mm-yyyy hh.mm"
_COUNT, _PART = "#,##0", "#,##0.0#####"
_HEAD = {"bold": True, "bg_color": "#CDEBDB", "border": 1, "text_wrap": True, "valign": "top"}
_A4 = 9
"""The number of that paper in an XLSX."""
_TURNED = {"rotation": 90, "valign": "bottom", "text_wrap": False}
_LETTER, _HEAD_HEIGHT = 7.8, 32
"""Of the headings, in points: not every program finds their height by itself."""
_SAFE = {
    "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """A heading and how wide it stands."""

    name: str
    width: float = 14
    turned: bool = False
    """The heading written upwards, for many narrow columns of figures."""


def harmless(text: str) -> str:
    """The text so that it stays a text when the file is opened."""
    return f"'{text}" if text.startswith(RUNS) else text


def plain(text: str) -> str:
    """The text that `harmless` was given."""
    return text[1:] if text.startswith("'") and text[1:].startswith(RUNS) else text


Blocks = Sequence[Sequence[str]]
"""Whoever signs: one or two, each line by line."""


class Book:
    """An XLSX file; use it in a ``with`` block, it is whole when that ends.

    Rows go to a file beside ``target`` as they come, so sheets are filled one after the other.
    """

    def __init__(self, target: Path | io.BytesIO, *, lean: bool = True) -> None:
        import xlsxwriter  # loaded by who needs it

        told: Any = target
        options: dict[str, Any] = {**_SAFE, "constant_memory": lean, "in_memory": not lean}
        if isinstance(target, Path):
            told, options["tmpdir"] = str(target), str(target.parent)
        self._book = xlsxwriter.Workbook(told, options)
        self._formats: dict[tuple[str, bool, bool], Any] = {}
        self._open: list[Sheet] = []

    def sheet(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        titles: Sequence[str] = (),
        still: int = 1,
        ruled: bool = False,
    ) -> Sheet:
        """A new sheet: ``titles`` above the headings; ``still`` columns stay in sight.

        ``ruled`` is a table for paper: with lines, and long texts broken.
        """
        bare = self._book.add_worksheet(sheet_name(name))
        made = Sheet(self, bare, columns, titles, still, ruled=ruled)
        self._open.append(made)
        return made

    def shape(self, number_format: str = "", *, bold: bool = False, ruled: bool = False) -> Any:
        """A cell's look; each is made once."""
        key = (number_format, bold, ruled)
        if key not in self._formats:
            look: dict[str, Any] = {"bold": bold, "valign": "top"}
            if ruled:
                look |= {"border": 1, "text_wrap": True}
            if number_format:
                look["num_format"] = number_format
            if number_format in (_DAY, _MOMENT):
                look["align"] = "left"
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]

    def head_shape(self, *, turned: bool) -> Any:
        """The look of the headings."""
        key = ("head", True, turned)
        if key not in self._formats:
            self._formats[key] = self._book.add_format({**_HEAD, **(_TURNED if turned else {})})
        return self._formats[key]

    def close(self) -> None:
        """Write it out."""
        for sheet in self._open:
            sheet.end()
        self._book.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
            return
        for sheet in self._open:
            sheet.abandon()


class Sheet:
    """One sheet of a `Book`; rows are added from the top on."""

    def __init__(
        self, book: Book, sheet: Any, columns: Sequence[Column], titles: Sequence[str],
        still: int, *, ruled: bool,
    ) -> None:  # fmt: skip
        self._book, self._sheet, self._width, self._ruled = book, sheet, len(columns), ruled
        self._first = self._row = len(titles) + (1 if titles else 0)
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width)
        for number, words in enumerate(titles):
            sheet.write_string(number, 0, harmless(words), book.shape(bold=True))
        turned = [len(column.name) * _LETTER for column in columns if column.turned]
        sheet.set_row(self._row, max(_HEAD_HEIGHT, *turned, 0))
        for number, column in enumerate(columns):
            shape = book.head_shape(turned=column.turned)
            sheet.write_string(self._row, number, column.name, shape)
        sheet.freeze_panes(self._row + 1, still)
        _for_printing(sheet, self._row)

    def add(self, row: Sequence[Cell], *, bold: bool = False) -> None:
        """The next row; bold for totals."""
        self._row += 1
        for number, value in enumerate(row):
            self._write(number, value, bold)

    def sign(self, blocks: Blocks) -> None:
        """The last rows: whoever signs, line by line, the first at the left, the last at the right.

        An empty line is room for the hand.
        """
        right = max(self._width * 2 // 3, 2)
        for number, line in enumerate(zip_longest(*blocks, fillvalue=""), self._row + 2):
            for column, words in zip((1, right)[-len(blocks) :], line, strict=True):
                self._sheet.write_string(number, column, harmless(words))

    def end(self) -> None:
        """Nothing more comes: the filter arrows over what is there."""
        if self._row > self._first:
            self._sheet.autofilter(self._first, 0, self._row, self._width - 1)

    def abandon(self) -> None:
        """The file will not be made."""
        rows = getattr(self._sheet, "row_data_fh", None)
        if rows is not None:
            rows.close()

    def _write(self, column: int, value: Cell, bold: bool) -> None:
        sheet, row = self._sheet, self._row
        shape = partial(self._book.shape, bold=bold, ruled=self._ruled)
        if isinstance(value, bool):
            sheet.write_string(row, column, YES if value else NO, shape())
        elif isinstance(value, datetime):
            sheet.write_datetime(row, column, _wall(value), shape(_MOMENT))
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, shape(_DAY))
        elif isinstance(value, int | float):
            form = _COUNT if isinstance(value, int) else _PART
            sheet.write_number(row, column, value, shape(form))
        elif value:
            sheet.write_string(row, column, _fitting(harmless(value)), shape())
        elif self._ruled:
            sheet.write_blank(row, column, None, shape())


def _for_printing(sheet: Any, heads: int) -> None:
    """On the long side of A4, as wide as one page, the headings again on each of them."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(heads)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer("&L&A&R&P / &N")


def csv_lines(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Semicolons and a byte order mark: an Indonesian Excel opens it by a double click."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    yield BOM + _taken(buffer)
    for row in rows:
        writer.writerow([csv_cell(value) for value in row])
        yield _taken(buffer)


def csv_cell(value: Cell) -> str:
    """A cell as a CSV says it."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, datetime):
        return f"{_wall(value):%d-%m-%Y %H.%M}"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    if isinstance(value, str):
        return harmless(value)
    return "" if value is None else str(value)


def sheet_name(name: str) -> str:
    """A name that Excel takes: at most 31 letters, and none of ``[]:*?/\\``."""
    return "".join(" " if letter in r"[]:*?/\'" else letter for letter in name)[:31]


def _taken(buffer: io.StringIO) -> bytes:
    written = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return written


def _fitting(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - len(CUT)] + CUT


def _wall(moment: datetime) -> datetime:
    """A sheet knows no zone: the time on the wall in Juai."""
    here = moment.astimezone(WITA) if moment.tzinfo else moment
    return here.replace(tzinfo=None, microsecond=0)
