"""What the reader of .xlsx does not tell: errors in cells, and how far a sheet reaches."""

from __future__ import annotations

import io
import re
import zipfile

Place = tuple[int, int]
"""Row and column, counted from 0."""

_ENTRY = re.compile(r"<(?:\w+:)?sheet\b[^>]*?\b\w+:id=\"([^\"]+)\"", re.S)
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>", re.S)
_FAULTY = re.compile(
    r"<(?:\w+:)?c\b(?P<head>[^>]*)>(?:<(?:\w+:)?f\b[^>]*?(?:/>|>(?P<formula>[^<]*)</(?:\w+:)?f>))?"
    r"(?:<(?:\w+:)?v>(?P<value>[^<]*)</(?:\w+:)?v>|<(?:\w+:)?v/>)?</(?:\w+:)?c>"
)
_PLACE = re.compile(r"\br=\"([A-Z]{1,3})(\d{1,7})\"")
_CELL = re.compile(r"<(?:\w+:)?c\b[^>]*?\br=\"([A-Z]{1,3})(\d{1,7})\"[^>]*(?<!/)>")


def text_of(data: bytes, number: int) -> str:
    """The XML of the sheet with this number; empty in any other archive than an .xlsx."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        path = _path_of(archive, number)
        return archive.read(path).decode("utf-8", "replace") if path else ""


def cells_up_to(text: str) -> int:
    """How many cells there are up to the last row and the last column that hold something."""
    columns, rows = set[str](), 0
    for column, row in _CELL.findall(text):
        columns.add(column)
        rows = max(rows, int(row))
    return rows * (1 + max(map(column_of, columns), default=0))


def broken_of(text: str) -> dict[Place, str]:
    """The reader gives errors as empty cells: the sheet itself tells them apart."""
    found: dict[Place, str] = {}
    for cell in _FAULTY.finditer(text):
        place = _PLACE.search(cell["head"])
        if place is None:
            continue
        wrong = 't="e"' in cell["head"]
        if wrong or (cell["formula"] is not None and not cell["value"]):
            at = (int(place[2]) - 1, column_of(place[1]))
            found[at] = cell["value"] or f"={cell['formula']}"
    return found


def letter(column: int) -> str:
    """The name of a column, counted from 0: A, B, …, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_of(letters: str) -> int:
    """The other way round."""
    number = 0
    for sign in letters:
        number = number * 26 + ord(sign) - 64
    return number - 1


def _path_of(archive: zipfile.ZipFile, number: int) -> str | None:
    """Where the sheet with this number lies in an .xlsx; None in any other archive."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return None
    idents = _ENTRY.findall(archive.read("xl/workbook.xml").decode("utf-8", "replace"))
    relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    for relation in _RELATION.findall(relations) if number < len(idents) else ():
        said = dict(re.findall(r"\b(\w+)=\"([^\"]*)\"", relation))
        if said.get("Id") == idents[number]:
            target = said.get("Target", "")
            path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            return path if path in names else None
    return None
