"""Tables as files: XLSX and CSV written so that no cell is ever run, and both read again.

SheetError: the file is no table that can be read; nothing of it is used.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast

import python_calamine
import xlsxwriter

Cell = str | int | float | date | None

_RUNS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is taken for a formula by Excel and its kin."""

XLSX_HEAD = b"PK\x03\x04"
MAX_ROWS = 20_000


class SheetError(Exception):
    """The file cannot be read as a table: save it anew as XLSX or CSV."""


def harmless(text: str) -> str:
    """The text so that it stays a text when the file is opened."""
    return f"'{text}" if text.startswith(_RUNS) else text


def plain(text: str) -> str:
    """The text that `harmless` was given."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_RUNS) else text


def xlsx(
    title: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[float]
) -> bytes:
    """One sheet with a head that stays in sight; every text is written as a text."""
    buffer = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(buffer, {**safe, "strings_to_numbers": False})
    bold = book.add_format({"bold": True, "bg_color": "#CDEBDB", "border": 1, "text_wrap": True})
    day = book.add_format({"num_format": "dd-mm-yyyy", "align": "left"})
    sheet = book.add_worksheet(title[:31])
    sheet.freeze_panes(1, 2)
    for column, (name, width) in enumerate(zip(head, widths, strict=True)):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, width)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, _moment(value), day)
            elif isinstance(value, int | float):
                sheet.write_number(number, column, value)
            elif value:
                sheet.write_string(number, column, harmless(value))
    if rows:
        sheet.autofilter(0, 0, len(rows), len(head) - 1)
    book.close()
    return buffer.getvalue()


def csv_file(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Semicolons and a byte order mark: an Indonesian Excel opens it by a double click."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_csv_cell(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def read(data: bytes) -> list[list[Cell]]:
    """The first sheet's rows as they stand, blank ones too; raises SheetError."""
    rows = _read_xlsx(data) if data.startswith(XLSX_HEAD) else _read_csv(data)
    while rows and not any(_filled(cell) for cell in rows[-1]):
        rows.pop()
    if len(rows) > MAX_ROWS:
        raise SheetError("rows")
    return rows


def letter(column: int) -> str:
    """The name of a column, counted from 0: A, B, …, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _read_xlsx(data: bytes) -> list[list[Cell]]:
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        found = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, IndexError, OSError, ValueError) as error:
        raise SheetError("xlsx") from error
    return [[_cell(value) for value in row] for row in found]


def _read_csv(data: bytes) -> list[list[Cell]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\x00" in text:
        raise SheetError("binary")
    head = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=head.count)
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise SheetError("csv") from error
    return [[plain(value) for value in row] for row in found]


def _cell(value: Any) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float | date):
        return cast("Cell", value)
    return None if value is None else str(value)


def _csv_cell(value: Cell) -> str:
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, str):
        return harmless(value)
    return "" if value is None else str(value)


def _filled(value: Cell) -> bool:
    return value is not None and value != "" and (not isinstance(value, str) or bool(value.strip()))


def _moment(value: date) -> datetime:
    return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a sheet knows no zone
