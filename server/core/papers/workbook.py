"""Tables that others made, as they stand: .xlsx, .xls, .ods, and CSV in whatever letters it has.

SheetError: the file is no table that can be read; ``code`` says what it seems to be.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, cast

import python_calamine

from server.core.papers import sheet_xml
from server.core.papers.sheet import Cell, plain
from server.core.papers.sheet_xml import Place

ZIP_HEAD, OLD_HEAD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MAX_ROWS = 20_000
MAX_BYTES = 10_000_000
MAX_UNPACKED = 100_000_000
"""A file that grows to more is no roster but a bomb."""
MAX_CELLS = 2_000_000
"""From A1 to the last filled cell: the reader makes room for each, also for the empty ones."""

TOO_LARGE, LOCKED, WEB_PAGE, NO_TABLE, BROKEN, WRONG_CELLS, FAR = (
    "large", "locked", "web", "other", "broken", "wrong_cells", "far",
)  # fmt: skip

Span = tuple[Place, Place]

_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype|html|head|table|\?xml|meta|style)", re.I | re.S
)
_WRONG = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)\Z|Err:\d{3}\Z")

_UNREADABLE = (
    python_calamine.CalamineError, zipfile.BadZipFile, zlib.error, KeyError, OSError, ValueError,
)  # fmt: skip


class SheetError(Exception):
    """The file cannot be read as a table: save it anew as XLSX or CSV."""

    def __init__(self, code: str = BROKEN) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Sheet:
    """One sheet; rows and columns count from 0."""

    name: str
    rows: list[list[Cell]]
    hidden: bool = False
    merged: tuple[Span, ...] = ()
    broken: Mapping[Place, str] = field(default_factory=dict[Place, str])
    """Cells that hold an error instead of a value, ``#REF!``."""

    def cell(self, row: int, column: int) -> Cell:
        """What stands there; nothing beyond the edge."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None


class Workbook:
    """A file's sheets, each read when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Raises SheetError."""
        if len(data) > MAX_BYTES:
            raise SheetError(TOO_LARGE)
        self._data = data
        self._text = None if data.startswith((ZIP_HEAD, OLD_HEAD)) else _lines_of(data)
        self._book = None if self._text is not None else _opened(data)

    @cached_property
    def hidden(self) -> dict[str, bool]:
        """The sheets' names in their order, and which are hidden."""
        if self._book is None:
            return {"": False}
        shown = python_calamine.SheetVisibleEnum.Visible
        return {one.name: one.visible != shown for one in self._book.sheets_metadata}

    def sheet(self, name: str) -> Sheet:
        """One of them; raises SheetError."""
        if self._book is None:
            return Sheet(name, _trimmed(self._text or []))
        if name not in self.hidden:
            raise SheetError
        number = list(self.hidden).index(name)
        try:
            reach, broken = self._looked_at(number)
            if reach > MAX_CELLS:
                raise SheetError(FAR)
            found = self._book.get_sheet_by_name(name)
            rows = [
                [_cell(value) for value in row] for row in found.to_python(skip_empty_area=False)
            ]
            merged = tuple(cast("Any", found).merged_cell_ranges or ())
        except _UNREADABLE as error:
            raise SheetError from error
        return Sheet(name, _trimmed(rows), self.hidden[name], merged, broken)

    def _looked_at(self, number: int) -> tuple[int, dict[Place, str]]:
        """How far a sheet reaches, and the errors in its cells: the reader tells neither."""
        if self._data.startswith(OLD_HEAD):
            return _looked_at_old(self._data, number)
        text = sheet_xml.text_of(self._data, number)
        return sheet_xml.cells_up_to(text), sheet_xml.broken_of(text)


def _looked_at_old(data: bytes, number: int) -> tuple[int, dict[Place, str]]:
    """The same of an .xls, which another library tells; it is loaded by who needs it."""
    import xlrd
    from xlrd.biffh import XLRDError
    from xlrd.compdoc import CompDocError

    try:
        with redirect_stdout(io.StringIO()):
            book = xlrd.open_workbook(file_contents=data, ragged_rows=True)
            sheet = book.sheet_by_index(number)
    except (XLRDError, CompDocError, IndexError) as error:
        raise SheetError from error
    wrong = xlrd.XL_CELL_ERROR
    return sheet.nrows * sheet.ncols, {
        (row, column): xlrd.error_text_from_code.get(int(cell.value), "#VALUE!")
        for row in range(sheet.nrows)
        for column, cell in enumerate(sheet.row(row))
        if cell.ctype == wrong
    }


def is_wrong(text: str) -> bool:
    """``#N/A`` and its kin, written out."""
    return bool(_WRONG.match(text))


def _opened(data: bytes) -> Any:
    if data.startswith(ZIP_HEAD):
        _refuse_a_bomb(data)
    try:
        return python_calamine.load_workbook(io.BytesIO(data))
    except python_calamine.PasswordError as error:
        raise SheetError(LOCKED) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        locked = data.startswith(OLD_HEAD) and "EncryptedPackage".encode("utf-16-le") in data
        raise SheetError(LOCKED if locked else BROKEN) from error


def _refuse_a_bomb(data: bytes) -> None:
    """By what the archive says of itself, before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
                raise SheetError(TOO_LARGE)
            content = archive.read("content.xml") if "content.xml" in archive.namelist() else b""
    except (zipfile.BadZipFile, ValueError, OSError, zlib.error) as error:
        raise SheetError from error
    if any(name.startswith(("word/", "ppt/")) for name in (entry.filename for entry in entries)):
        raise SheetError(NO_TABLE)
    if b'value-type="error"' in content:
        raise SheetError(WRONG_CELLS)


def _lines_of(data: bytes) -> list[list[Cell]]:
    text = _decoded(data)
    if _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")) or "<table" in text[:2000].lower():
        raise SheetError(WEB_PAGE)
    if "\x00" in text or data.startswith((b"%PDF", b"{\\rtf", b"\xff\xd8", b"\x89PNG", b"GIF8")):
        raise SheetError(NO_TABLE)
    if not text.strip():
        raise SheetError(NO_TABLE)
    first, _, rest = text.partition("\n")
    said = re.fullmatch(r"\"?sep=(.)\"?\r?", first)
    if said:
        # The row that Excel's own line takes stays, so that rows count as Excel counts them.
        return [[], *_parsed(rest, said[1])]
    return max((_parsed(text, mark) for mark in ";,\t|"), key=_width)


def _decoded(data: bytes) -> str:
    """UTF-8, UTF-16 with or without its mark, else the letters of an old Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").removeprefix("\ufeff")
    for place, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        some = data[:400]
        if len(some) > 3 and some[place::2].count(0) > len(some) // 3 > 3 * some[
            1 - place :: 2
        ].count(0):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _parsed(text: str, mark: str) -> list[list[Cell]]:
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as error:
        raise SheetError from error
    return [[plain(value) for value in row] for row in found]


def _width(rows: list[list[Cell]]) -> int:
    """How much of a table it is: the width that most rows share, and how many they are."""
    widths = [len(row) for row in rows if len(row) > 1]
    return max(((width - 1) * widths.count(width) for width in set(widths)), default=0)


def _trimmed(rows: list[list[Cell]]) -> list[list[Cell]]:
    while rows and not any(_filled(cell) for cell in rows[-1]):
        rows.pop()
    if len(rows) > MAX_ROWS:
        raise SheetError(TOO_LARGE)
    return rows


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
