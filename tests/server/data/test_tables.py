"""Tables as files: numbers are numbers, days are days, and no cell is ever run."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import python_calamine

from server.core.papers.sheet import (
    MOST_LETTERS,
    Book,
    Cell,
    Column,
    csv_lines,
    harmless,
    plain,
    sheet_name,
)

HEADS = [Column("Apa", 20), Column("Nilai")]
MOMENT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
DANGEROUS = ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("x")']


def written(path: Path, *rows: list[Cell]) -> list[list[object]]:
    with Book(path) as book:
        sheet = book.sheet("Data", HEADS)
        for row in rows:
            sheet.add(row)
    return read(path)


def read(path: Path, sheet: int = 0) -> list[list[object]]:
    book = python_calamine.load_workbook(str(path))
    return [list(row) for row in book.get_sheet_by_index(sheet).to_python()]


def test_numbers_stay_numbers_and_days_stay_days(tmp_path: Path):
    found = written(
        tmp_path / "a.xlsx",
        ["jumlah", 1234], ["pecahan", 2.5], ["hari", date(2026, 11, 24)], ["saat", MOMENT],
        ["ya", True], ["kosong", None], ["teks angka", "0042"],
    )  # fmt: skip
    assert found == [
        ["Apa", "Nilai"], ["jumlah", 1234.0], ["pecahan", 2.5], ["hari", date(2026, 11, 24)],
        ["saat", MOMENT.replace(hour=20, tzinfo=None)], ["ya", "Ya"], ["kosong", ""],
        ["teks angka", "0042"],
    ]  # fmt: skip


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_is_a_formula(text: str, tmp_path: Path):
    path = tmp_path / "a.xlsx"
    found = written(path, [text, text])
    assert found[1] == [f"'{text}".replace("\r", "\n")] * 2 or found[1] == [f"'{text}"] * 2
    line = b"".join(csv_lines(["Apa"], [[text]])).decode("utf-8-sig")
    cell = next(iter(list(csv.reader(io.StringIO(line, newline=""), delimiter=";"))[1]))
    assert cell == f"'{text}"
    assert plain(harmless(text)) == text


def test_an_ordinary_text_is_left_as_it_is():
    for text in ("Lalayau", "'kutip", "a=b", ""):
        assert plain(harmless(text)) == text == harmless(text)


def test_a_csv_opens_by_a_double_click_in_an_indonesian_excel():
    lines = b"".join(csv_lines(["Saat", "Hari", "Angka"], [[MOMENT, date(2026, 11, 24), 2.5]]))
    assert lines == b"\xef\xbb\xbfSaat;Hari;Angka\r\n24-11-2026 20.00;24-11-2026;2,5\r\n"


def test_a_text_too_long_for_a_cell_is_cut_in_sight_and_never_dropped(tmp_path: Path):
    found = written(tmp_path / "a.xlsx", ["x" * (MOST_LETTERS + 5), 1])
    assert len(str(found[1][0])) == MOST_LETTERS
    assert str(found[1][0]).endswith(" …")


def test_a_book_has_titles_totals_and_several_sheets(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    with Book(path) as book:
        first = book.sheet("Tabel A", HEADS, titles=("REKAPITULASI", "BULAN NOVEMBER 2026"))
        first.add(["Lalayau", 3])
        first.add(["Jumlah", 3], bold=True)
        second = book.sheet("Kamus data", HEADS)
        second.add(["Desa", "nama desa"])
    assert read(path) == [
        ["REKAPITULASI", ""], ["BULAN NOVEMBER 2026", ""], ["", ""], ["Apa", "Nilai"],
        ["Lalayau", 3.0], ["Jumlah", 3.0],
    ]  # fmt: skip
    assert read(path, 1)[1] == ["Desa", "nama desa"]


def test_a_sheets_name_is_one_that_excel_takes():
    assert sheet_name("Desa: [Juai]/a?") == "Desa   Juai  a "
    assert len(sheet_name("x" * 50)) == 31
