"""A small table as a file in one go, XLSX or CSV, and both read again.

`sheet` does the writing, `workbook` the reading: SheetError is raised for what is no table.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from server.core.papers.sheet import Book, Cell, Column, csv_lines
from server.core.papers.sheet_xml import letter
from server.core.papers.workbook import MAX_BYTES, ZIP_HEAD, SheetError, Workbook

__all__ = ["MAX_BYTES", "Cell", "SheetError", "csv_file", "letter", "read", "xlsx"]

XLSX_HEAD = ZIP_HEAD


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
    book = Workbook(data)
    return book.sheet(next(iter(book.hidden))).rows
