"""LibreOffice itself opens the tables: numbers are numbers, days are days, nothing is run."""

from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from server.core.papers.sheet import Book, Column
from server.rekap import rekap
from server.rekap.papers import rekap_xlsx
from server.rekap.rekap import Which
from tests.cast import JUAI
from tests.server.data.kit import KASI, Stock, made, stocked

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")

T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"  # noqa: E741
Seen = tuple[str, str]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[Seen]]]:
    """(type, value) of each filled cell of each file, as LibreOffice understood them."""
    folder = tmp_path_factory.mktemp("office")
    with stocked(folder / "data") as stock:
        files = _files(folder, stock)
    assert OFFICE is not None
    subprocess.run(
        [OFFICE, "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", "fods", "--outdir", str(folder), *map(str, files)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    yield {one.stem: _cells(one.with_suffix(".fods")) for one in files}


def _files(folder: Path, stock: Stock) -> list[Path]:
    plain = folder / "biasa.xlsx"
    with Book(plain) as book:
        sheet = book.sheet("Data", [Column("Apa", 20), Column("Nilai")])
        sheet.add(["jumlah", 1234])
        sheet.add(["pecahan", 2.5])
        sheet.add(["hari", date(2026, 11, 24)])
        sheet.add(["saat", datetime(2026, 11, 24, 12, 0, tzinfo=UTC)])
        for text in ("=1+1", "+62811", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'):
            sheet.add([text, text])
    reports, recap = folder / "laporan.xlsx", folder / "rekap.xlsx"
    reports.write_bytes(made(stock.ctx, "laporan", "xlsx")[1])
    found = rekap.read(stock.ctx, KASI, Which("2026-11"))
    rekap_xlsx.write(JUAI, recap, found.rekap, "BULAN NOVEMBER TAHUN 2026")
    return [plain, reports, recap]


def _cells(path: Path) -> list[Seen]:
    found: list[Seen] = []
    for cell in ET.parse(path).iter(f"{T}table-cell"):
        assert cell.get(f"{T}formula") is None, "a cell is run"
        kind = cell.get(f"{O}value-type")
        if kind == "string":
            found.append((kind, "".join(cell.itertext()).strip()))
        elif kind:
            found.append((kind, cell.get(f"{O}date-value") or cell.get(f"{O}value") or ""))
    return found


def test_numbers_are_numbers_and_days_are_days(opened: dict[str, list[Seen]]):
    seen = opened["biasa"]
    for wanted in (("float", "1234"), ("float", "2.5"), ("date", "2026-11-24")):
        assert wanted in seen
    assert ("date", "2026-11-24T20:00:00") in seen


def test_what_looks_like_a_formula_stays_text(opened: dict[str, list[Seen]]):
    texts = [value for kind, value in opened["biasa"] if kind == "string"]
    for part in ("=1+1", "+62811", "-1", "@SUM(A1)", "=1", "=HYPERLINK"):
        assert any(part in text for text in texts)
    assert any("=SUM(A1) banjir" in value for _, value in opened["laporan"])


def test_the_reports_and_the_recap_open_with_their_figures(opened: dict[str, list[Seen]]):
    kinds = {kind for kind, _ in opened["laporan"]}
    assert {"string", "float", "date"} <= kinds
    assert any(kind == "float" for kind, _ in opened["rekap"])
    assert any("Lalayau" in value for _, value in opened["rekap"])
