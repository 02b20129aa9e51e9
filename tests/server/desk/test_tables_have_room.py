"""The column of a table that takes what is left has something left, at every width of a window."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from server.anggota.desk import file_rows
from server.anggota.desk import lines as members
from server.anggota.desk.desa import view as desa
from server.desk.widgets.theme import NARROW_BELOW, ROOMY_FROM
from server.hp.desk import code_view
from server.hp.desk import lines as phones
from server.inovasi.desk.bukti import overview_view
from server.laporan.desk.laporan_list import lines as laporan
from server.pribadi.desk.catatan import view as catatan
from tests.house.rooms import ROOT

AROUND = 216 + 2 * 24 + 2 * 16
"""The side bar, the page's margins and the line's."""
GAP = 12
"""The largest that a table has between its columns."""
ENOUGH = 120
"""A name, or what a report is about."""
BESIDE = 300 + 14
CLOSER = 7 * (GAP - 8) + 12
"""Gaps and margins of the phones' table are smaller."""

TABLES = {
    "anggota/desk/lines.py": (members.WIDTHS, 0, ROOMY_FROM),
    "anggota/desk/file_rows.py, galat": (file_rows.FAULT, 0, ROOMY_FROM),
    "anggota/desk/file_rows.py, orang": (file_rows.PERSON, 0, ROOMY_FROM),
    "anggota/desk/desa/view.py": (desa.WIDTHS, 0, ROOMY_FROM),
    "pribadi/desk/catatan/view.py": (catatan.WIDTHS, 0, ROOMY_FROM),
    "hp/desk/lines.py": (phones.WIDTHS, code_view.WIDTH + 14 - CLOSER, ROOMY_FROM),
    "inovasi/desk/bukti/overview_view.py": (overview_view.WIDTHS, BESIDE, ROOMY_FROM),
    "laporan/desk/laporan_list/lines.py, lapang": (laporan.ROOMY, 0, ROOMY_FROM),
    "laporan/desk/laporan_list/lines.py, sempit": (laporan.TIGHT, 0, NARROW_BELOW),
}
"""Columns, what stands beside the table, and the narrowest window that it is drawn in."""


@pytest.mark.parametrize("name", TABLES)
def test_what_is_left_for_the_open_column_is_enough_to_read(name: str) -> None:
    widths, beside, window = TABLES[name]
    assert _left(widths, window - AROUND - beside) >= ENOUGH


def test_every_table_of_the_desk_is_looked_at() -> None:
    drawn = {
        str(path.relative_to(ROOT / "server"))
        for path in (ROOT / "server").rglob("*.py")
        if "= table_line(" in (text := path.read_text()) or "return table_line(" in text
    }
    assert drawn == {name.partition(",")[0] for name in TABLES}


def _left(widths: Sequence[float | None], room: float) -> float:
    """What each open column gets."""
    fixed = sum(width for width in widths if width is not None)
    return (room - fixed - GAP * (len(widths) - 1)) / list(widths).count(None)
