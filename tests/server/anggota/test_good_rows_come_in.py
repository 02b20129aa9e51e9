"""Good rows are taken, bad ones handed back; whoever may be here already is asked about."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from server import cli
from server.anggota import (
    roster,
    roster_check,
    roster_faults,
    roster_import,
    roster_page,
    roster_return,
    teks,
)
from server.anggota.desk.file_state import FileState
from server.anggota.roster_import import ANOTHER, ChangedError, FaultyError
from server.anggota.roster_match import Does
from server.anggota.roster_page import RosterFilter
from server.core.papers import sheets
from server.core.permit import NotAllowedError
from tests.cast import HAMARUNG, JUAI, LALAYAU
from tests.server.anggota.kit import CAMAT, KASI, add, udin
from tests.server.anggota.office_files import HEADS, NAMES, PEOPLE, table, with_cell, without
from tests.server.desk.window import HP, Window, read, window
from tests.server.kit import Office

pytestmark = pytest.mark.anyio


def everyone(juai: Office) -> list[str]:
    found = roster_page.page(juai.ctx, KASI, RosterFilter())
    return sorted(line.anggota.nama for line in found.lines)


def person(name: str, **cells_: Any) -> list[Any]:
    told = dict(zip(HEADS, PEOPLE[0], strict=True)) | {"Nama lengkap": name, "NIK": "", **cells_}
    return list(told.values())


async def test_good_rows_come_in_and_bad_ones_are_handed_back_with_their_reasons(
    juai: Office,
) -> None:
    rows = with_cell("NIK", 6311014501800002, 1)
    preview = roster_import.examine(juai.ctx, KASI, table(rows))
    with pytest.raises(FaultyError):
        roster_import.carry_out(juai.ctx, KASI, preview)
    assert everyone(juai) == []
    taken = roster_import.carry_out(juai.ctx, KASI, preview, partly=True)
    assert (taken.new, taken.changed, taken.left) == (2, 0, 1)
    assert everyone(juai) == sorted([NAMES[0], NAMES[2]])

    head, line = sheets.read(roster_return.handed_back(JUAI, preview, {}))
    assert head == [*HEADS, teks_to_mend()]
    assert line[1] == NAMES[1] and line[11] == "6311014501800002"
    assert teks.AG_IMPOR_SEL[roster_faults.NIK_NUMBER] in str(line[-1])


def teks_to_mend() -> str:
    from server.anggota.roster_columns import TO_MEND

    return TO_MEND


async def test_what_was_handed_back_comes_in_once_it_is_mended(juai: Office) -> None:
    heads, rows = without("Desa", "Regu")
    rows[1][3] = "31-02-1980"
    whole = [["REGU DAPUR UMUM"], *rows]
    preview = roster_import.examine(juai.ctx, KASI, table(whole, heads), desa=LALAYAU)
    head, line = sheets.read(roster_return.handed_back(JUAI, preview, {}))
    assert dict(zip(head, line, strict=True))["Desa"] == "Lalayau"
    mended = ["05-01-1980" if cell == "31-02-1980" else cell for cell in line]
    found = roster_check.check(juai.ctx, KASI, table([mended], [str(name) for name in head]))
    assert found["faults"] == [] and found["unused_columns"] == []
    (row,) = found["rows"]
    assert (row["nama"], row["desa"], row["regu"]) == (NAMES[1], LALAYAU, "dapur_umum")


async def test_only_its_maker_fetches_what_was_handed_back(juai: Office) -> None:
    preview = roster_import.examine(juai.ctx, KASI, table(with_cell("NIK", "12")))
    ticket = roster_return.ticket(juai.ctx, KASI, preview)
    assert roster_return.fetch(juai.ctx, KASI, ticket) == roster_return.handed_back(
        JUAI, preview, {}
    )
    assert roster_return.fetch(juai.ctx, KASI, "lain") is None
    with pytest.raises(NotAllowedError):
        roster_return.fetch(juai.ctx, CAMAT, ticket)


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("M. Ridwan (contoh)", "Muhammad Ridwan (contoh)"),
        ("Jahrani (contoh)", "H. Jahrani (contoh)"),
        ("Ma’mun (contoh)", "Ma'mun (contoh)"),
        ("Ahmad Basuki (contoh)", "Ahmad Basuki, S.Sos., M.AP (contoh)"),
    ],
)
async def test_whether_two_names_are_one_person_is_asked_and_never_decided(
    juai: Office, known: str, written: str
) -> None:
    ident = add(juai.ctx, nama=known, tanggal_lahir=None)
    data = table([person(written)])
    assert roster_check.check(juai.ctx, KASI, data)["perhaps_same"] == [
        {"row": 2, "anggota": ident}
    ]
    preview = roster_import.examine(juai.ctx, KASI, data)
    assert preview.entries == () and len(preview.asked) == 1
    with pytest.raises(FaultyError):
        roster_import.carry_out(juai.ctx, KASI, preview)
    roster_import.carry_out(juai.ctx, KASI, preview, {2: ident})
    assert everyone(juai) == [written]


async def test_another_person_of_nearly_the_same_name_is_another_member(juai: Office) -> None:
    add(juai.ctx, nama="M. Ridwan (contoh)", tanggal_lahir=None)
    preview = roster_import.examine(juai.ctx, KASI, table([person("Ridwan (contoh)")]))
    taken = roster_import.carry_out(juai.ctx, KASI, preview, {2: ANOTHER})
    assert (taken.new, taken.changed) == (1, 0)
    assert everyone(juai) == ["M. Ridwan (contoh)", "Ridwan (contoh)"]


async def test_unanswered_rows_stay_out_and_are_handed_back(juai: Office) -> None:
    add(juai.ctx, nama="M. Ridwan (contoh)", tanggal_lahir=None)
    data = table([person("Ridwan (contoh)"), person("Amat (contoh)")])
    preview = roster_import.examine(juai.ctx, KASI, data)
    taken = roster_import.carry_out(juai.ctx, KASI, preview, partly=True)
    assert (taken.new, taken.left) == (1, 1)
    _, line = sheets.read(roster_return.handed_back(JUAI, preview, {}))
    assert line[1] == "Ridwan (contoh)" and line[-1] == teks.AG_IMPOR_TANYA_TERBUKA


async def test_two_members_of_the_same_name_are_told_apart_or_asked_about(juai: Office) -> None:
    old = add(juai.ctx, nama="Udin (contoh)", tanggal_lahir="1970-01-01")
    young = add(juai.ctx, nama="Udin (contoh)", tanggal_lahir="1999-01-01")
    one = table([person("Udin (contoh)", **{"Tanggal lahir": "01-01-1999"})])
    (entry,) = roster_import.examine(juai.ctx, KASI, one).people
    assert (entry.does, entry.record["id"]) == (Does.CHANGE, young)
    other = table([person("Udin (contoh)", **{"Tanggal lahir": ""})])
    found = roster_check.check(juai.ctx, KASI, other)["perhaps_same"]
    assert {said["anggota"] for said in found} == {old, young}
    third = table([person("Udin (contoh)", **{"Tanggal lahir": "02-02-1985"})])
    assert len(roster_check.check(juai.ctx, KASI, third)["perhaps_same"]) == 2


async def test_two_rows_cannot_mean_one_member(juai: Office) -> None:
    ident = add(juai.ctx, nama="M. Ridwan (contoh)", tanggal_lahir=None)
    data = table([person("Ridwan (contoh)"), person("Muhammad Ridwan (contoh)")])
    preview = roster_import.examine(juai.ctx, KASI, data)
    with pytest.raises(FaultyError):
        roster_import.carry_out(juai.ctx, KASI, preview, {2: ident, 3: ident})


async def test_the_same_name_in_another_village_is_somebody_else(juai: Office) -> None:
    roster.save(juai.ctx, KASI, udin(nama="Ridwan (contoh)", desa=HAMARUNG), 0)
    found = roster_check.check(juai.ctx, KASI, table([person("M. Ridwan (contoh)")]))
    assert found["perhaps_same"] == []


async def test_a_number_written_otherwise_changes_nothing(juai: Office) -> None:
    roster_import.carry_out(juai.ctx, KASI, roster_import.examine(juai.ctx, KASI, table()))
    again = with_cell("No. HP/WA", "+62 812-0000-0001")
    preview = roster_import.examine(juai.ctx, KASI, table(with_nik_hidden(again)))
    assert [entry.does for entry in preview.people] == [Does.NOTHING] * 3


def with_nik_hidden(rows: list[list[Any]]) -> list[list[Any]]:
    return [[*row[:-1], "6311••••••••0001"] for row in rows]


async def test_an_answer_on_a_roster_that_changed_is_looked_at_again(juai: Office) -> None:
    ident = add(juai.ctx, nama="M. Ridwan (contoh)", tanggal_lahir=None)
    preview = roster_import.examine(juai.ctx, KASI, table([person("Ridwan (contoh)")]))
    changed = udin(id=ident, nama="M. Ridwan (contoh)", alamat="RT 09", tanggal_lahir=None)
    roster.save(juai.ctx, KASI, changed, 1)
    with pytest.raises(ChangedError):
        roster_import.carry_out(juai.ctx, KASI, preview, {2: ident})


# --- The command ------------------------------------------------------------------------------


async def test_the_command_prints_what_an_import_would_do_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "kecamatan"
    data.mkdir()
    heads, rows = without("Desa")
    rows[1][2] = "x"
    (tmp_path / "anggota.xlsx").write_bytes(table(rows, heads))
    words = ["roster", "check", "--data", str(data), str(tmp_path / "anggota.xlsx")]
    assert cli.main([*words, "--desa", LALAYAU]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["faults"] == [{"cell": "C3", "code": roster_faults.NO_SEX, "value": "x"}]
    assert [row["nama"] for row in found["rows"]] == [NAMES[0], NAMES[2]]
    assert found["rows"][0]["nik"] == "6311011208780001"
    assert cli.main(words) == 1
    assert json.loads(capsys.readouterr().out)["faults"][0]["code"] == roster_faults.CHOOSE_DESA
    (tmp_path / "anggota.xlsx").write_bytes(table())
    assert cli.main([*words, "--sheet", "Anggota"]) == 0
    assert len(json.loads(capsys.readouterr().out)["rows"]) == 3
    assert cli.main([*words, "--desa", "63.11.99.9999"]) == 1
    assert cli.main(["roster", "check", "--data", str(tmp_path / "lain"), words[-1]]) == 1


# --- The page ---------------------------------------------------------------------------------


async def chosen(seen: Window, name: str, data: bytes) -> None:
    """What the picker of files gives the page."""

    class Picked:
        bytes = data

    Picked.name = name  # pyright: ignore[reportAttributeAccessIssue]

    async def pick(*_: Any, **__: Any) -> list[Any]:
        return [Picked]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ft.FilePicker, "pick_files", pick)
        await seen.tap(teks.AG_IMPOR_PILIH)
        await read(seen)


@pytest.mark.parametrize("size", [(1366, 768), HP])
async def test_the_page_shows_rows_as_stored_and_all_that_is_not_used(
    juai: Office, size: tuple[int, int]
) -> None:
    heads = (*HEADS, "Agama")
    rows = [(*person, "Islam") for person in with_cell("RT/dusun", "02-Jan", 1)]
    async with window(juai, "/anggota/impor", size=size) as seen:
        await chosen(seen, "anggota.xlsx", table(rows, heads, below=[("JUMLAH", "3 orang")]))
        assert seen.has(teks.AG_IMPOR_BARIS.format(baris=3, berkas="anggota.xlsx"))
        assert seen.has(teks.AG_IMPOR_SEL[roster_faults.BECAME_DATE])
        assert seen.has(teks.AG_IMPOR_KOLOM_LAIN.format(nama="Agama"))
        assert seen.has(
            teks.AG_IMPOR_LEWAT_BARIS.format(baris=5, apa="jumlah", teks="JUMLAH 3 orang")
        )
        assert seen.has(NAMES[0]) and seen.has("12-08-1978") and seen.has(PEOPLE[0][10])
        assert seen.has("6311••••••••0001")
        await seen.tap(teks.AG_IMPOR_LANJUT_SEBAGIAN.format(n=2))
        await read(seen)
        assert seen.has(teks.AG_IMPOR_SELESAI_SEBAGIAN.format(n=2, sisa=1))
        assert seen.has(teks.AG_IMPOR_UNDUH)
    assert everyone(juai) == sorted([NAMES[0], NAMES[2]])


async def test_the_page_asks_for_the_village_and_offers_the_one_of_the_title(
    juai: Office,
) -> None:
    heads, rows = without("Desa")
    data = table(rows, heads, above=[("DAFTAR ANGGOTA SATLINMAS DESA LALAYAU",)])
    async with window(juai, "/anggota/impor") as seen:
        await chosen(seen, "sk.xlsx", data)
        assert seen.has(teks.AG_IMPOR_DESA_TANYA)
        assert not seen.has(teks.AG_IMPOR_LANJUT.format(n=3))
        await seen.tap(teks.AG_IMPOR_DESA_INI.format(desa="Lalayau"))
        await read(seen)
        await seen.tap(teks.AG_IMPOR_LANJUT.format(n=3))
        await read(seen)
        assert seen.has(teks.AG_IMPOR_SELESAI.format(n=3))
    assert len(everyone(juai)) == 3


async def test_the_page_asks_who_is_meant(juai: Office) -> None:
    add(juai.ctx, nama="M. Ridwan (contoh)", tanggal_lahir=None, alamat="RT 05")
    async with window(juai, "/anggota/impor") as seen:
        await chosen(seen, "a.xlsx", table([person("Ridwan (contoh)")]))
        assert seen.has(teks.AG_IMPOR_SAMA_TANYA)
        await seen.tap(teks.AG_IMPOR_SAMA_DENGAN.format(siapa="M. Ridwan (contoh), RT 05"))
        await seen.tap(teks.AG_IMPOR_LANJUT.format(n=1))
        await read(seen)
    assert everyone(juai) == ["Ridwan (contoh)"]


async def test_what_is_no_table_is_refused_in_plain_words(juai: Office) -> None:
    state = FileState(juai.ctx, KASI)
    await state.look("a.xls", b"<html><table></table></html>")
    assert state.told and state.told.words == teks.AG_IMPOR_BUKAN_APA["web"]
    await state.look("a.xlsx", io.BytesIO().getvalue())
    assert state.told and state.told.words == teks.AG_IMPOR_BUKAN
