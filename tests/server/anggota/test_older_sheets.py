"""Sheets of an old Excel and of LibreOffice are read like the others, their faults named too."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from server.anggota import roster_check, roster_faults
from server.core.papers.workbook import LOCKED, WRONG_CELLS, SheetError, Workbook
from tests.server.anggota.kit import KASI
from tests.server.anggota.office_files import HEADS, NAMES, PEOPLE, Page, book, with_cell
from tests.server.kit import Office

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here"),
]
BROKEN = Page([HEADS, *PEOPLE], formulas={(2, 10): ("=NA()", "#N/A")})
GOOD = Page(
    [HEADS, *with_cell("NIK", 6311011208780001)], "Data", merged=[(1, 2, 3, 2)], hidden=False
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same sheets as .xls and .ods."""
    folder = tmp_path_factory.mktemp("lama")
    (folder / "baik.xlsx").write_bytes(book(GOOD, Page([("x",)], "Lama", hidden=True)))
    (folder / "galat.xlsx").write_bytes(book(BROKEN))
    assert OFFICE is not None
    for kind in ("xls", "ods"):
        subprocess.run(
            [OFFICE, "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", kind, "--outdir", str(folder),
             str(folder / "baik.xlsx"), str(folder / "galat.xlsx")],
            check=True, capture_output=True, timeout=240,
        )  # fmt: skip
    return folder


@pytest.mark.parametrize("kind", ["xls", "ods"])
async def test_an_older_sheet_is_read_with_its_merged_cells_and_hidden_sheets(
    juai: Office, files: Path, kind: str
) -> None:
    data = (files / f"baik.{kind}").read_bytes()
    found = roster_check.check(juai.ctx, KASI, data)
    assert [(one["cell"], one["code"]) for one in found["faults"]] == [
        ("L2", roster_faults.NIK_NUMBER)
    ]
    assert [row["nama"] for row in found["rows"]] == NAMES[1:]
    assert found["rows"][1]["desa"] == found["rows"][0]["desa"]
    assert found["unused_sheets"] == ["Lama"]
    assert Workbook(data).hidden["Lama"]


async def test_an_error_in_an_old_sheet_is_named_by_its_cell(juai: Office, files: Path) -> None:
    found = roster_check.check(juai.ctx, KASI, (files / "galat.xls").read_bytes())
    assert found["faults"] == [{"cell": "K3", "code": roster_faults.CELL_ERROR, "value": "#N/A"}]


async def test_an_error_in_a_sheet_of_libreoffice_is_said_before_anything_is_read(
    files: Path,
) -> None:
    with pytest.raises(SheetError) as caught:
        Workbook((files / "galat.ods").read_bytes())
    assert caught.value.code == WRONG_CELLS


async def test_a_locked_sheet_is_said_to_be_locked(juai: Office) -> None:
    locked = b"\xd0\xcf\x11\xe0" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(SheetError) as caught:
        Workbook(locked)
    assert caught.value.code == LOCKED
