"""A roster from a file: every faulty cell is named, a fault lets none in, formulas never run."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from server.anggota import roster, roster_export, roster_faults, roster_import, roster_page
from server.anggota.roster_import import ChangedError, FaultyError, NoTableError
from server.anggota.roster_page import RosterFilter
from server.core.db.database import AT_ONCE
from server.core.papers import sheets
from server.core.permit import NotAllowedError
from shared.clock import WITA
from tests.cast import JUAI
from tests.server.anggota.kit import ADMIN, CAMAT, HEADS, KASI, add, row, sheet, udin
from tests.server.kit import NOW, Office, Phone

pytestmark = pytest.mark.anyio

TODAY = NOW.astimezone(WITA).date()


def three_hundred() -> list[dict[str, Any]]:
    """Fifteen people for each of twenty villages."""
    return [
        row(**{"Nama lengkap": f"Warga {n} (contoh)", "Desa": desa.nama})
        for desa in JUAI.desa[:20]
        for n in range(1, 16)
    ]


FAULTS: list[tuple[int, str, Any, str]] = [
    (2, "Nama lengkap", "", roster_faults.EMPTY),
    (15, "Nama lengkap", "x" * 201, roster_faults.TOO_LONG),
    (31, "Desa", "Lalayou", roster_faults.NO_DESA),
    (52, "Jenis kelamin", "Pa", roster_faults.NO_SEX),
    (73, "Tanggal lahir", "31-02-1990", roster_faults.BAD_DATE),
    (94, "Tanggal lahir", "01-01-2031", roster_faults.FUTURE),
    (115, "Tanggal lahir", "01-01-1850", roster_faults.TOO_OLD),
    (136, "Jabatan", "Hansip", roster_faults.NO_JABATAN),
    (157, "Regu", "Regu Elang", roster_faults.NO_REGU),
    (178, "Status", "cuti", roster_faults.NO_STATUS),
    (199, "No. HP/WA", "tidak punya", roster_faults.BAD_PHONE),
    (220, "NIK", "63110101", roster_faults.BAD_NIK),
    (241, "Terdaftar SIM Linmas", "mungkin", roster_faults.NO_YES),
    (262, "Tanggal berhenti", "01-01-2019", roster_faults.END_BEFORE_START),
    (301, "Nama lengkap", "Warga 1 (contoh)", roster_faults.TWICE),
]
"""Sheet row, heading, what stands there, which fault it is: more than the twelve kinds."""


async def test_three_hundred_rows_with_every_kind_of_fault_each_is_named(juai: Office) -> None:
    rows = three_hundred()
    for number, heading, value, _code in FAULTS:
        rows[number - 2][heading] = value
    preview = roster_import.examine(juai.ctx, KASI, sheet(rows))
    found = [(f.row, f.column, f.heading, f.code) for f in preview.faults]
    assert found == [
        (number, sheets.letter(HEADS.index(heading)), heading, code)
        for number, heading, _value, code in FAULTS
    ]
    assert preview.rows == 300 and len(preview.entries) == 300 - len(FAULTS)
    with pytest.raises(FaultyError):
        roster_import.carry_out(juai.ctx, KASI, preview)
    assert roster_page.page(juai.ctx, KASI, RosterFilter()).everyone == 0


async def test_without_faults_all_come_in_and_reach_their_phones(juai: Office, ida: Phone) -> None:
    preview = roster_import.examine(juai.ctx, KASI, sheet(three_hundred()))
    assert (preview.faults, preview.new, preview.changed) == ((), 300, 0)
    roster_import.carry_out(juai.ctx, KASI, preview)
    assert roster_page.page(juai.ctx, KASI, RosterFilter()).everyone == 300
    await ida.sync()
    assert len(ida.said("anggota")) == 15
    again = roster_import.examine(juai.ctx, KASI, sheet(three_hundred()))
    assert (again.new, again.changed, again.rows) == (0, 0, 300)


async def test_a_fault_in_the_middle_of_writing_leaves_whole_pieces_and_the_rest_comes_later(
    juai: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = roster_import.examine(juai.ctx, KASI, sheet(three_hundred()))
    write, calls = roster.write, iter(range(1000))

    def broken(*args: Any) -> None:
        if next(calls) == 150:
            raise OSError("disk")
        write(*args)

    monkeypatch.setattr(roster, "write", broken)
    with pytest.raises(OSError, match="disk"):
        roster_import.carry_out(juai.ctx, KASI, preview)
    assert roster_page.page(juai.ctx, KASI, RosterFilter()).everyone == 150 // AT_ONCE * AT_ONCE
    monkeypatch.undo()
    again = roster_import.examine(juai.ctx, KASI, sheet(three_hundred()))
    roster_import.carry_out(juai.ctx, KASI, again)
    assert roster_page.page(juai.ctx, KASI, RosterFilter()).everyone == 300


async def test_a_known_member_is_changed_where_the_sheet_says_something(juai: Office) -> None:
    ident = add(juai.ctx, hp="0812", regu="dapur_umum")
    only = ["Nama lengkap", "Desa", "Jenis kelamin", "Regu", "Pejabat SK", "No. HP/WA"]
    rows = [row(Regu="P3K, kebakaran", **{"Pejabat SK": "Kades"})]
    preview = roster_import.examine(juai.ctx, KASI, sheet(rows, only))
    assert (preview.new, preview.changed) == (0, 1)
    roster_import.carry_out(juai.ctx, KASI, preview)
    page = roster.member(juai.ctx, KASI, ident)
    assert page
    one = page.line.anggota
    assert (one.regu, one.hp, one.sk and one.sk.pejabat) == ("pertolongan", "0812", "Kades")
    assert one.tanggal_lahir == "1995-03-14"


async def test_a_roster_that_changed_after_the_preview_is_looked_at_again(juai: Office) -> None:
    ident = add(juai.ctx)
    preview = roster_import.examine(juai.ctx, KASI, sheet([row(**{"No. HP/WA": "0812 3456"})]))
    roster.save(juai.ctx, KASI, udin(id=ident, alamat="RT 09"), 1)
    with pytest.raises(ChangedError):
        roster_import.carry_out(juai.ctx, KASI, preview)


async def test_a_nik_comes_in_only_by_who_may_see_one(juai: Office) -> None:
    data = sheet([row(NIK="6311010101951234"), row(**{"Nama lengkap": "Amat (contoh)"})])
    (fault,) = roster_import.examine(juai.ctx, ADMIN, data).faults
    assert (fault.row, fault.heading, fault.code) == (2, "NIK", roster_faults.NIK_FORBIDDEN)
    assert fault.value == "6311••••••••1234"
    preview = roster_import.examine(juai.ctx, KASI, data)
    roster_import.carry_out(juai.ctx, KASI, preview)
    ident = preview.entries[0].record["id"]
    page = roster.member(juai.ctx, KASI, ident)
    assert page and page.nik_masked == "6311••••••••1234"


async def test_what_was_exported_can_be_brought_back_and_changes_nothing(juai: Office) -> None:
    add(juai.ctx, hp="+62812345678", regu="kesiapsiagaan", perlengkapan=("Senter", "HT"))
    add(juai.ctx, nama="=2+3 (contoh)", alamat="@RT 02")
    for kind in (roster_export.XLSX, roster_export.CSV):
        data = roster_export.export(juai.ctx, KASI, kind)
        preview = roster_import.examine(juai.ctx, KASI, data)
        assert (preview.rows, preview.faults, preview.entries) == (2, (), ())


async def test_no_cell_of_an_export_is_a_formula(juai: Office) -> None:
    add(juai.ctx, nama='=HYPERLINK("http://x","y")', alamat="-1+2", hp="+628", kta="@SUM(A1)")
    text = roster_export.export(juai.ctx, KASI, roster_export.CSV).decode("utf-8-sig")
    for cell in ("'=HYPERLINK", "'-1+2", "'+628", "'@SUM(A1)"):
        assert cell in text
    book = roster_export.export(juai.ctx, KASI, roster_export.XLSX)

    inside = zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in inside


async def test_an_export_has_sim_linmas_order_and_this_months_duties(juai: Office) -> None:
    add(juai.ctx)
    text = roster_export.export(juai.ctx, CAMAT, roster_export.CSV).decode("utf-8-sig")
    head, line = text.splitlines()
    assert head.startswith("No;Nama lengkap;Desa;Jenis kelamin;Tanggal lahir;Usia;RT/dusun;Jabatan")
    assert line.startswith("1;Udin (contoh);Lalayau;Laki-laki;14-03-1995;31;RT 03;Anggota")


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"\x00\x01\x02", b""], ids=repr)
async def test_what_is_no_table_is_said_to_be_none(juai: Office, data: bytes) -> None:
    with pytest.raises(NoTableError):
        roster_import.examine(juai.ctx, KASI, data)


async def test_a_sheet_without_its_headings_names_them(juai: Office) -> None:
    with pytest.raises(NoTableError) as caught:
        roster_import.examine(juai.ctx, KASI, b"Nama;Alamat\nUdin;RT 03\n")
    assert caught.value.missing == ("Jenis kelamin",)


async def test_only_who_may_write_brings_a_file_in(juai: Office) -> None:
    with pytest.raises(NotAllowedError):
        roster_import.examine(juai.ctx, CAMAT, sheet([row()]))
