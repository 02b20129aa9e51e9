"""A small table as a file in one go, XLSX or CSV, and both read again; `sheet` does the writing.

SheetError: the file is no table that can be read; nothing of it is used.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast

import python_calamine

from server.core.papers.sheet import Book, Cell, Column, csv_lines, plain

XLSX_HEAD = b"PK\x03\x04"
MAX_ROWS = 20_000
MAX_BYTES = 10_000_000
MAX_UNPACKED = 100_000_000
"""A file that grows to more is no roster but a bomb."""


class SheetError(Exception):
    """The file cannot be read as a table: save it anew as XLSX or CSV."""


def xlsx(
    title: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[float]
) -> bytes:
    """One sheet with a head that stays in sight; every text is written as a text."""
    buffer = io.BytesIO()
    columns = [Column(name, width) for name, width in zip(head, widths, strict=True)]
    with Book(buffer, lean=False) as book:
        sheet = book.sheet(title, columns, still=2)
        for row in rows:
            sheet.add(row)
    return buffer.getvalue()


def csv_file(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """The same as a CSV."""
    return b"".join(csv_lines(head, rows))


def read(data: bytes) -> list[list[Cell]]:
    """The first sheet's rows as they stand, blank ones too; raises SheetError."""
    if len(data) > MAX_BYTES:
        raise SheetError("bytes")
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
    _refuse_a_bomb(data)
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        found = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, IndexError, OSError, ValueError) as error:
        raise SheetError("xlsx") from error
    return [[_cell(value) for value in row] for row in found]


def _refuse_a_bomb(data: bytes) -> None:
    """By what the archive says of itself, before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise SheetError("xlsx") from error
    if size > MAX_UNPACKED:
        raise SheetError("bytes")


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


def _filled(value: Cell) -> bool:
    return value is not None and value != "" and (not isinstance(value, str) or bool(value.strip()))
