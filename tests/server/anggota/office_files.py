"""Files in the shapes in which offices hand rosters in, made by code; everybody is made up."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import xlsxwriter

HEADS = ("No", "Nama lengkap", "Desa", "Jenis kelamin", "Tanggal lahir", "RT/dusun", "Jabatan",
         "Regu", "Status", "Tanggal mulai", "No. HP/WA", "NIK")  # fmt: skip
HP = [f"0812{n:08}" for n in (1, 2, 3)]
"""Nobody's telephones."""

PEOPLE: tuple[tuple[Any, ...], ...] = (
    (1, "H. Jahrani (contoh)", "Lalayau", "L", "12-08-1978", "RT 02", "Danru", "Pengamanan",
     "Aktif", "01-02-2020", HP[0], "6311011208780001"),
    (2, "Hj. Mariatul (contoh)", "Lalayau", "P", "05-01-1980", "RT 02", "Anggota", "Pengamanan",
     "Aktif", "01-02-2020", HP[1], "6311014501800002"),
    (3, "Ahmad Basuki, S.Sos., M.AP (contoh)", "Lalayau", "L", "17-03-1990", "RT 03", "Anggota",
     "Dapur Umum", "Aktif", "01-02-2020", HP[2], "6311011703900003"),
)  # fmt: skip
NAMES = [str(person[1]) for person in PEOPLE]
Rows = Sequence[Sequence[Any]]


@dataclass
class Page:
    """One sheet; ``merged`` as (first row, first column, last row, last column)."""

    rows: Rows
    name: str = "Anggota"
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden: bool = False
    formulas: Mapping[tuple[int, int], tuple[str, Any]] = field(
        default_factory=dict[tuple[int, int], tuple[str, Any]]
    )


def book(*pages: Page) -> bytes:
    """An .xlsx as Excel writes it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        day = made.add_format({"num_format": "dd/mm/yyyy"})
        plain = made.add_format()
        for page in pages:
            sheet = made.add_worksheet(page.name)
            if page.hidden:
                sheet.hide()
            for place in page.merged:
                sheet.merge_range(*place, "", plain)
            for row, cells in enumerate(page.rows):
                for column, value in enumerate(cells):
                    if isinstance(value, date):
                        sheet.write_datetime(row, column, value, day)  # pyright: ignore[reportArgumentType]
                    elif isinstance(value, str) and value:
                        sheet.write_string(row, column, value)
                    elif value not in (None, ""):
                        sheet.write(row, column, value)
            for (row, column), (formula, value) in page.formulas.items():
                sheet.write_formula(row, column, formula, plain, value)
    return out.getvalue()


def table(
    rows: Rows = PEOPLE, heads: Sequence[str] = HEADS, above: Rows = (), below: Rows = ()
) -> bytes:
    """One sheet with headings, and what stands above and below."""
    return book(Page([*above, heads, *rows, *below]))


def csv(rows: Rows, mark: str = ";", coding: str = "utf-8", end: str = "\r\n") -> bytes:
    """A CSV with quotation marks where they are needed."""

    def cell(value: Any) -> str:
        text = "" if value is None else str(value)
        return f'"{text}"' if mark in text or "\n" in text else text

    return end.join(mark.join(cell(v) for v in row) for row in rows).encode(coding)


def without(*names: str) -> tuple[list[str], list[list[Any]]]:
    """Headings and rows without these columns."""
    kept = [n for n, head in enumerate(HEADS) if head not in names]
    return [HEADS[n] for n in kept], [[person[n] for n in kept] for person in PEOPLE]


def with_cell(heading: str, value: Any, row: int = 0) -> list[list[Any]]:
    """The people, one cell of whom is another."""
    found = [list(person) for person in PEOPLE]
    found[row][HEADS.index(heading)] = value
    return found
