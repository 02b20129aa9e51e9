"""A roster is read in the shapes in which offices hand it in, and nothing of it gets lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from server.anggota import roster_check, roster_import
from server.anggota import roster_faults as fault
from server.anggota.roster_import import NoTableError
from tests.cast import HAMARUNG, LALAYAU
from tests.server.anggota.kit import KASI
from tests.server.anggota.office_files import (
    HEADS,
    HP,
    NAMES,
    PEOPLE,
    Page,
    book,
    csv,
    table,
    with_cell,
    without,
)
from tests.server.kit import Office

pytestmark = pytest.mark.anyio
Told = dict[str, Any]

LIST_OF_THE_DECREE = (
    ("LAMPIRAN KEPUTUSAN KEPALA DESA LALAYAU",), ("NOMOR : 05 TAHUN 2026",), (),
)  # fmt: skip
SIGNED = (
    (), ("",) * 6 + ("Lalayau, 12 Januari 2026",), ("",) * 6 + ("PEMBAKAL LALAYAU",), (), (),
    ("",) * 6 + ("SURYADI (contoh)",), ("",) * 6 + ("NIP. -",),
)  # fmt: skip


def told(juai: Office, data: bytes, **how: Any) -> Told:
    return roster_check.check(juai.ctx, KASI, data, **how)


def names(found: Told) -> list[str]:
    return [row["nama"] for row in found["rows"]]


def faults(found: Told) -> list[tuple[str, str]]:
    return [(fault["cell"], fault["code"]) for fault in found["faults"]]


def all_three(found: Told) -> None:
    """Nothing is wrong, and the three are as they stand in the file."""
    assert faults(found) == []
    assert names(found) == NAMES
    first = found["rows"][0]
    assert (first["desa"], first["jenis_kelamin"], first["tanggal_lahir"]) == (
        LALAYAU, "L", "1978-08-12",
    )  # fmt: skip
    assert (first["hp"], first["nik"]) == (HP[0], "6311011208780001")
    assert (first["jabatan"], first["regu"]) == ("komandan_regu", "pengamanan")


async def test_the_plain_sheet_comes_in_whole(juai: Office) -> None:
    found = told(juai, table())
    all_three(found)
    assert found["unused_columns"] == [] and found["unused_sheets"] == []
    assert set(found) == {
        "rows", "faults", "unused_columns", "unused_sheets", "perhaps_same", "notes",
    }  # fmt: skip


@pytest.mark.parametrize(
    "heads",
    [
        ("No.", "Nama\nLengkap", "Desa/Kelurahan", "Jenis\nKelamin (L/P)", "Tgl. Lahir", "Alamat",
         "Jabatan dalam Satlinmas", "Nama Regu", "Status Keanggotaan", "TMT", "No HP", "N I K"),
        ("NO URUT", "NAMA ANGGOTA SATLINMAS", "NAMA DESA", "L/P", "TANGGAL LAHIR", "ALAMAT LENGKAP",
         "JABATAN", "REGU", "STATUS", "TGL. MASUK", "NOMOR HP/WA", "NIK / NO. KTP"),
        ("#", "nama", "desa", "jk", "tgl lhr", "rt", "kedudukan", "regu tugas", "keaktifan",
         "terhitung mulai tanggal", "telp.", "no. ktp"),
        ("Nomor", "Nama Lengkap dan Gelar", "Desa / Kel.", "Jenis Kelamin", "Tanggal Lahir *",
         "RT/RW", "Jabatan Satlinmas", "Regu", "Status (aktif/berhenti)", "Tanggal Mulai",
         "No. Handphone", "Nomor Induk Kependudukan"),
    ],
    ids=["brackets", "capitals", "short", "long"],
)  # fmt: skip
async def test_headings_may_be_written_as_offices_write_them(
    juai: Office, heads: tuple[str, ...]
) -> None:
    found = told(juai, table(heads=heads))
    all_three(found)
    assert [one["heading"] for one in found["unused_columns"] if one["heading"] != "#"] == []


async def test_every_column_that_is_not_used_is_named(juai: Office) -> None:
    heads = (*HEADS, "Agama", "Golongan Darah", "Status Perkawinan", "")
    rows = [(*person, "Islam", "O", "Kawin", "hadir") for person in PEOPLE]
    found = told(juai, table(rows, heads))
    all_three(found)
    assert found["unused_columns"] == [
        {"sheet": "Anggota", "heading": name}
        for name in ("Agama", "Golongan Darah", "Status Perkawinan", "P")
    ]


async def test_two_telephones_of_one_person_are_not_both_kept_and_that_is_said(
    juai: Office,
) -> None:
    rows = [(*person, HP[1]) for person in PEOPLE]
    found = told(juai, table(rows, (*HEADS, "No. WA")))
    all_three(found)
    assert found["unused_columns"] == [{"sheet": "Anggota", "heading": "No. WA"}]


async def test_a_column_status_that_tells_who_is_married_is_named_and_not_used(
    juai: Office,
) -> None:
    found = told(juai, table([(*p[:8], "Kawin", *p[9:]) for p in PEOPLE]))
    all_three(found)
    assert found["unused_columns"] == [{"sheet": "Anggota", "heading": "Status"}]
    assert {row["status"] for row in found["rows"]} == {"aktif"}


async def test_an_attachment_of_a_decree_with_two_rows_of_headings(juai: Office) -> None:
    heads = (
        ("NO", "NAMA", "TEMPAT/TGL LAHIR", "JENIS KELAMIN", "", "PENDIDIKAN", "ALAMAT", "JABATAN"),
        ("", "", "", "L", "P", "", "", ""), tuple(range(1, 9)),
    )  # fmt: skip
    people = [
        (n, p[1], f"Balangan, {p[4]}", *("√x"[n % 2] if s == p[3] else "" for s in "LP"), "SLTA",
         p[5], p[6].upper())
        for n, p in enumerate(PEOPLE, 1)
    ]  # fmt: skip
    rows = [*LIST_OF_THE_DECREE, *heads, *people, *SIGNED]
    merged = [(3, c, 4, c) for c in (0, 1, 2, 5, 6, 7)] + [(3, 3, 3, 4), (0, 0, 0, 7)]
    found = told(juai, book(Page(rows, "Lampiran SK", merged)), desa=LALAYAU)
    assert faults(found) == []
    assert names(found) == NAMES
    assert [row["jenis_kelamin"] for row in found["rows"]] == ["L", "P", "L"]
    assert [row["tanggal_lahir"] for row in found["rows"]] == [
        "1978-08-12", "1980-01-05", "1990-03-17",
    ]  # fmt: skip
    codes = [note["code"] for note in found["notes"]]
    assert codes.count(fault.PLACE_LEFT) == 3
    assert codes.count("not_a_member_numbers") == 1
    assert codes.count("not_a_member_signature") == 4


async def test_headings_over_two_rows_without_merged_cells(juai: Office) -> None:
    heads = (
        ("No", "Nama", "Jenis kelamin", "Lahir", "", "Alamat", "", "", "SK", ""),
        ("", "", "", "Tempat", "Tanggal", "Dusun", "RT", "RW", "Nomor", "Tanggal"),
    )
    rows = [(1, NAMES[0], "L", "Balangan", "12/8/78", "Hilir", 2, "01", "5/SK/2026", "1-2-2026")]
    found = told(juai, csv([*heads, *rows]), desa=LALAYAU)
    assert faults(found) == []
    (row,) = found["rows"]
    assert row["tanggal_lahir"] == "1978-08-12"
    assert row["alamat"] == "Dusun Hilir, RT 2, RW 01"
    assert row["sk"] == {"nomor": "5/SK/2026", "tanggal": "2026-02-01"}
    assert found["unused_columns"] == [{"sheet": "", "heading": "Lahir Tempat"}]


async def test_birth_over_place_and_day_in_a_row_of_their_own(juai: Office) -> None:
    heads = (
        ("NO", "NAMA", "TEMPAT / TANGGAL LAHIR", "", "L/P", "DESA"),
        ("", "", "TEMPAT", "TANGGAL", "", ""),
    )
    rows = [(1, NAMES[0], "Balangan", "12-8-1978", "L", "Sei Batung")]
    merged = [(0, c, 1, c) for c in (0, 1, 4, 5)] + [(0, 2, 0, 3)]
    found = told(juai, book(Page([*heads, *rows], "Daftar", merged)))
    assert faults(found) == []
    assert [row["tanggal_lahir"] for row in found["rows"]] == ["1978-08-12"]
    assert [row["desa"] for row in found["rows"]] == ["63.11.01.2007"]


async def test_without_a_column_the_village_is_chosen_and_never_guessed(juai: Office) -> None:
    heads, rows = without("Desa")
    data = table(rows, heads, above=[("DAFTAR ANGGOTA SATLINMAS DESA LALAYAU",)])
    found = told(juai, data)
    assert faults(found) == [("", fault.CHOOSE_DESA)] and found["rows"] == []
    preview = roster_import.examine(juai.ctx, KASI, data)
    assert preview.needs_desa and preview.table.likely_desa == LALAYAU
    all_three(told(juai, data, desa=LALAYAU))
    assert {row["desa"] for row in told(juai, data, desa=HAMARUNG)["rows"]} == {HAMARUNG}


async def test_a_merged_village_counts_for_all_its_rows(juai: Office) -> None:
    rows = [(p[0], p[1], p[2] if n == 0 else "", *p[3:]) for n, p in enumerate(PEOPLE)]
    all_three(told(juai, book(Page([HEADS, *rows], merged=[(1, 2, 3, 2)]))))


async def test_ditto_marks_repeat_what_stands_above(juai: Office) -> None:
    rows = [list(person) for person in PEOPLE]
    rows[1][2], rows[2][2], rows[1][5], rows[1][7] = '"', "s.d.a", "sda", "idem"
    found = told(juai, table(rows))
    all_three(found)
    assert [row["alamat"] for row in found["rows"]] == ["RT 02", "RT 02", "RT 03"]


async def test_squads_as_lines_across_the_table_count_for_the_rows_below(juai: Office) -> None:
    heads, rows = without("Regu")
    rows = [
        ["I", "REGU PENGAMANAN"], *rows[:2], ["II.", "Regu Dapur Umum"], rows[2],
        ["III", "REGU IV"], [4, "Amat (contoh)", *rows[0][2:9], ""],
    ]  # fmt: skip
    found = told(juai, table(rows, heads))
    assert faults(found) == []
    assert names(found) == [*NAMES, "Amat (contoh)"]
    assert [row["regu"] for row in found["rows"]] == [
        "pengamanan", "pengamanan", "dapur_umum", None,
    ]  # fmt: skip
    assert [n["value"] for n in found["notes"] if n["code"] == "not_a_member_group"] == [
        "I REGU PENGAMANAN", "II. Regu Dapur Umum", "III REGU IV",
    ]  # fmt: skip


async def test_villages_as_lines_across_the_table_count_for_the_rows_below(juai: Office) -> None:
    heads, rows = without("Desa")
    rows = [["", "DESA LALAYAU"], *rows[:1], ["", "Desa Hamarung"], *rows[1:]]
    found = told(juai, table(rows, heads))
    assert faults(found) == []
    assert [row["desa"] for row in found["rows"]] == [LALAYAU, HAMARUNG, HAMARUNG]


async def test_totals_numbers_headings_again_and_signatures_are_no_members(juai: Office) -> None:
    below = [
        ("JUMLAH", "3 orang"), HEADS, tuple(range(1, 13)), (4,), ("Catatan: data per Januari",),
        *SIGNED, ("", "Mengetahui,"), ("", "Camat Juai"), ("", "Nama Camat (contoh)"),
    ]  # fmt: skip
    found = told(juai, table(below=below))
    all_three(found)
    assert [note["code"].removeprefix("not_a_member_") for note in found["notes"]] == [
        "total", "headings", "numbers", "words", *["signature"] * 7,
    ]  # fmt: skip


async def test_after_the_signatures_a_second_page_of_members_is_read(juai: Office) -> None:
    more = (4, "Amat (contoh)", "Lalayau", "L", "", "RT 01", "Anggota")
    found = told(juai, table(below=[*SIGNED, HEADS, more]))
    assert names(found) == [*NAMES, "Amat (contoh)"]


async def test_of_several_sheets_the_one_with_members_is_read_and_the_rest_are_named(
    juai: Office,
) -> None:
    data = book(
        Page([("Daftar isi",)], "Sampul"),
        Page([HEADS, *PEOPLE], "Data"),
        Page([HEADS, PEOPLE[0]], "Lama", hidden=True),
        Page([HEADS, (1, "Pak Rudi (contoh)", "Hamarung", "L")], "Hamarung"),
    )
    found = told(juai, data)
    all_three(found)
    assert found["unused_sheets"] == ["Sampul", "Lama", "Hamarung"]
    other = told(juai, data, sheet="Hamarung")
    assert names(other) == ["Pak Rudi (contoh)"]
    assert other["unused_sheets"] == ["Sampul", "Data", "Lama"]
    preview = roster_import.examine(juai.ctx, KASI, data)
    assert [one.name for one in preview.unused_sheets if one.hidden] == ["Lama"]
    assert told(juai, data, sheet="Tidak ada")["faults"][0]["code"] == fault.NO_TABLE


async def test_a_hidden_sheet_is_never_read_by_itself(juai: Office) -> None:
    data = book(Page([("Sampul",)], "Sampul"), Page([HEADS, *PEOPLE], "Data", hidden=True))
    assert told(juai, data)["rows"] == []
    all_three(told(juai, data, sheet="Data"))


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
async def test_a_csv_with_titles_above_is_parted_by_what_parts_its_table(
    juai: Office, mark: str
) -> None:
    above = ["DAFTAR ANGGOTA SATLINMAS, KECAMATAN JUAI, TAHUN 2026", ""]
    body = csv([HEADS, *PEOPLE], mark).decode()
    all_three(told(juai, "\r\n".join([*above, body]).encode()))


@pytest.mark.parametrize(
    "coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("end", ["\r\n", "\n"])
async def test_a_csv_may_be_written_in_any_letters(juai: Office, coding: str, end: str) -> None:
    people = [list(person) for person in PEOPLE]
    people[0][5] = "Jalan Café, RT 02"
    found = told(juai, csv([HEADS, *people], "\t", coding, end))
    all_three(found)
    assert found["rows"][0]["alamat"] == "Jalan Café, RT 02"


async def test_excels_line_that_names_the_mark_is_none_of_the_table(juai: Office) -> None:
    found = told(juai, b"sep=,\r\n" + csv([HEADS, *with_cell("NIK", "12")], ","))
    assert faults(found) == [("L3", fault.BAD_NIK)]


async def test_a_table_may_begin_further_right_and_further_down(juai: Office) -> None:
    rows = [("", "", *row) for row in (HEADS, *PEOPLE)]
    above = [("",), ("", "PEMERINTAH KABUPATEN BALANGAN"), ("", "KECAMATAN JUAI")] + [()] * 9
    all_three(told(juai, book(Page([*above, *rows]))))


async def test_people_of_a_second_table_to_the_right_are_told_and_none_is_lost(
    juai: Office,
) -> None:
    heads, rows = without("Desa", "NIK", "No. HP/WA")
    right = [[4, "Amat (contoh)", *rows[0][2:]], [""] * len(heads), [""] * len(heads)]
    beside = [[*left, "", *other] for left, other in zip(rows, right, strict=True)]
    found = told(juai, table(beside, [*heads, "", *heads]), desa=LALAYAU)
    assert faults(found) == [("L2", fault.SECOND_TABLE)]
    assert names(found) == NAMES[1:]


async def test_a_space_at_the_far_end_of_a_sheet_is_refused_and_not_made_room_for(
    juai: Office,
) -> None:
    far = Page([[]], "Jauh", formulas={(1_048_575, 16_383): ('=" "', " ")})
    with pytest.raises(NoTableError) as caught:
        roster_import.examine(juai.ctx, KASI, book(far))
    assert caught.value.code == "far"
    all_three(told(juai, book(far, Page([HEADS, *PEOPLE]))))


async def test_signs_that_nobody_sees_are_no_part_of_what_is_written(juai: Office) -> None:
    rows = with_cell("Nama lengkap", f"\u2068{NAMES[0]}\u2069\u200b")
    rows[0][HEADS.index("NIK")] = "\ufeff6311011208780001\u200e"
    all_three(told(juai, table(rows)))


# --- Identifiers ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (6311011208780001, fault.NIK_NUMBER),
        (631101120878001, fault.NIK_NUMBER),
        ("6,31101E+15", fault.NIK_NUMBER),
        ("6.31101120878E+15", fault.NIK_NUMBER),
        ("6311011208780000", fault.NIK_NUMBER),
        ("0000000000000000", fault.NIK_ZEROS),
        ("1111111111111111", fault.NIK_ZEROS),
        ("63110112O8780001", fault.BAD_NIK),
        ("631101120878000", fault.BAD_NIK),
        ("63110112087800011", fault.BAD_NIK),
    ],
)
async def test_a_nik_that_a_sheet_has_spoiled_is_named(juai: Office, value: Any, code: str) -> None:
    found = told(juai, table(with_cell("NIK", value)))
    assert faults(found) == [("L2", code)]
    assert names(found) == NAMES[1:]


@pytest.mark.parametrize(
    "value",
    ["6311 0112 0878 0001", "'6311011208780001", "6311011208780001 ", "631101.120878.0001",
     "63-11-01-120878-0001"],
)  # fmt: skip
async def test_a_nik_may_be_parted_or_marked_as_text(juai: Office, value: str) -> None:
    all_three(told(juai, table(with_cell("NIK", value))))


@pytest.mark.parametrize(
    "value",
    [81200000001, 6281200000001, "81200000001", "+62 812-0000-0001", "+62 0812 0000 0001",
     f"'{HP[0]}", "0812.0000.0001", "62 812 0000 0001", 81200000001.0],
)  # fmt: skip
async def test_a_telephone_gets_its_nought_back(juai: Office, value: Any) -> None:
    all_three(told(juai, table(with_cell("No. HP/WA", value))))


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("8,12E+10", fault.DIGITS_LOST),
        ("0812/0813", fault.BAD_PHONE),
        ("WA saja", fault.BAD_PHONE),
    ],
)
async def test_a_telephone_that_is_none_is_named(juai: Office, value: str, code: str) -> None:
    assert faults(told(juai, table(with_cell("No. HP/WA", value)))) == [("K2", code)]


@pytest.mark.parametrize(
    "value", [date(2026, 1, 2), 46024, "02-Jan", "2-Jan-26", "Jan-02", "02/01/2026", "2 Mei"]
)
async def test_an_address_that_a_sheet_made_a_date_is_named(juai: Office, value: Any) -> None:
    found = told(juai, table(with_cell("RT/dusun", value)))
    assert faults(found) == [("F2", fault.BECAME_DATE)]


async def test_other_words_that_became_dates_or_lost_figures_are_named(juai: Office) -> None:
    heads = (*HEADS, "Nomor SK", "No. KTA")
    rows = [(*PEOPLE[0], date(2026, 1, 5), 6311011234567890), *PEOPLE[1:]]
    found = told(juai, table(rows, heads))
    assert faults(found) == [("M2", fault.BECAME_DATE), ("N2", fault.DIGITS_LOST)]


# --- Cells ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    ["12 Agustus 1978", "12-08-78", "12/8/1978", "1978-08-12", date(1978, 8, 12), "12–08–1978",
     "Balangan, 12-08-1978", "12.08.1978", "12 -08-1978", "12 Agt 1978", "12-Agu-78", 28714,
     "'12-08-1978", "12/08/1978 ", "12-8-1978 00:00:00", "12-VIII-1978", "Sabtu, 12 Agustus 1978",
     12081978, "12 AUG 1978", "1978/08/12", "August 12, 1978", "12081978"],
    ids=str,
)  # fmt: skip
async def test_a_day_of_birth_in_more_than_twenty_ways(juai: Office, value: Any) -> None:
    all_three(told(juai, table(with_cell("Tanggal lahir", value))))


@pytest.mark.parametrize(
    ("value", "code"),
    [("08/25/1978", fault.BAD_DATE), ("29-02-1978", fault.BAD_DATE), ("0", fault.BAD_DATE),
     (1978, fault.BAD_DATE), ("1978", fault.BAD_DATE), ("48 tahun", fault.BAD_DATE),
     ("01-01-2031", fault.FUTURE), ("01-01-1850", fault.TOO_OLD)],
    ids=str,
)  # fmt: skip
async def test_what_is_no_day_of_birth_is_named(juai: Office, value: Any, code: str) -> None:
    assert faults(told(juai, table(with_cell("Tanggal lahir", value)))) == [("E2", code)]


async def test_a_dash_says_that_there_is_nothing(juai: Office) -> None:
    dash = [(*PEOPLE[0][:4], "-", "–", "Anggota", "-", "", "--", "tidak ada", "-")]
    found = told(juai, table(dash))
    assert faults(found) == []
    (row,) = found["rows"]
    assert (row["tanggal_lahir"], row["alamat"], row["hp"], row["regu"]) == (None, "", "", None)
    assert faults(told(juai, table(with_cell("Nama lengkap", "-")))) == [("B2", fault.EMPTY)]


@pytest.mark.parametrize(
    ("value", "office", "regu"),
    [("Danton", "kepala_pelaksana", "pengamanan"), ("Ketua Regu", "komandan_regu", "pengamanan"),
     ("Anggota Linmas", "anggota", "pengamanan"), ("KASATLINMAS", "kepala_satlinmas", "pengamanan"),
     ("Wadanru", "anggota", "pengamanan"), ("Anggota.", "anggota", "pengamanan"),
     ("Komandan  Regu ", "komandan_regu", "pengamanan"),
     ("Pembakal", "kepala_satlinmas", "pengamanan")],
)  # fmt: skip
async def test_offices_are_understood_as_villages_call_them(
    juai: Office, value: str, office: str, regu: str
) -> None:
    row = told(juai, table(with_cell("Jabatan", value)))["rows"][0]
    assert (row["jabatan"], row["regu"]) == (office, regu)


async def test_an_office_that_is_read_as_another_is_told(juai: Office) -> None:
    found = told(juai, table(with_cell("Jabatan", "Wadanru")))
    assert found["notes"] == [{"cell": "G2", "code": fault.READ_AS, "value": "Wadanru"}]


async def test_an_office_may_name_its_squad(juai: Office) -> None:
    heads, rows = without("Regu")
    rows[0][6], rows[1][6] = "Danru Dapur Umum", "Anggota Regu P3K"
    found = told(juai, table(rows, heads))
    assert [(r["jabatan"], r["regu"]) for r in found["rows"][:2]] == [
        ("komandan_regu", "dapur_umum"), ("anggota", "pertolongan"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "regu"),
    [("Regu Pengamanan", "pengamanan"), ("DAPUR UMUM", "dapur_umum"), ("P3K", "pertolongan"),
     ("Kesiapsiagaan & Kewaspadaan Dini", "kesiapsiagaan"), ("Evakuasi", "penyelamatan"),
     ("Penyelamatan & Evakuasi", "penyelamatan"), ("Regu P3K dan Kebakaran", "pertolongan")],
)  # fmt: skip
async def test_squads_are_understood_as_villages_call_them(
    juai: Office, value: str, regu: str
) -> None:
    assert told(juai, table(with_cell("Regu", value)))["rows"][0]["regu"] == regu


async def test_a_squad_that_has_a_number_only_is_named_as_a_fault(juai: Office) -> None:
    assert faults(told(juai, table(with_cell("Regu", "Regu I")))) == [("H2", fault.NO_REGU)]


@pytest.mark.parametrize(
    ("value", "sex"),
    [("Lk", "L"), ("Laki - laki", "L"), ("PR", "P"), ("wanita", "P"), ("P ", "P"), ("l", "L")],
)
async def test_sexes_are_understood_however_they_are_cut_short(
    juai: Office, value: str, sex: str
) -> None:
    row = told(juai, table(with_cell("Jenis kelamin", value)))["rows"][0]
    assert row["jenis_kelamin"] == sex


@pytest.mark.parametrize(
    "value",
    ["DESA LALAYAU", "Ds. Lalayau", "lalayau", "63.11.01.2013", 6311012013, "Lalayau Kec. Juai"],
)  # fmt: skip
async def test_a_village_is_understood_by_name_and_code(juai: Office, value: Any) -> None:
    all_three(told(juai, table(with_cell("Desa", value))))


async def test_a_cell_that_holds_an_error_is_named(juai: Office) -> None:
    page = Page(
        [HEADS, *PEOPLE],
        formulas={(1, 5): ("=VLOOKUP(1,A1:A2,9)", "#REF!"), (2, 10): ("=NA()", "#N/A")},
    )
    found = told(juai, book(page))
    assert faults(found) == [("F2", fault.CELL_ERROR), ("K3", fault.CELL_ERROR)]
    assert [fault["value"] for fault in found["faults"]] == ["#REF!", "#N/A"]
    assert faults(told(juai, csv([HEADS, *with_cell("NIK", "#N/A")]))) == [("L2", fault.CELL_ERROR)]


async def test_a_formula_that_was_worked_out_is_what_it_gives(juai: Office) -> None:
    page = Page([HEADS, *PEOPLE], formulas={(1, 1): ('="H. "&"Jahrani"', NAMES[0])})
    all_three(told(juai, book(page)))


async def test_a_formula_that_nobody_worked_out_is_named(juai: Office) -> None:
    page = Page([HEADS, *PEOPLE], formulas={(1, 5): ('="RT "&2', "")})
    assert faults(told(juai, book(page))) == [("F2", fault.CELL_ERROR)]


async def test_a_name_is_a_name_with_its_degrees_and_marks(juai: Office) -> None:
    for name in ("Ma'mun", "M. Ridwan", "Sugian", "Rahmadi, A.Md", "'Aisyah", "Hj. Sa’adah"):
        assert names(told(juai, table(with_cell("Nama lengkap", name))))[0] == name
    assert names(told(juai, table(with_cell("Nama lengkap", "4. Amat"))))[0] == "Amat"
    assert faults(told(juai, table(with_cell("Nama lengkap", 12)))) == [("B2", fault.NO_LETTERS)]
    found = told(juai, table(with_cell("Nama lengkap", "Rudi, Hadi")))
    assert found["notes"][0]["code"] == fault.SEVERAL_NAMES


# --- What is no table -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html><body><table><tr><td>Nama</td></tr></table></body></html>", "web"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:x"></Workbook>', "web"),
        (b"%PDF-1.7 \x00", "other"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "other"),
        (b"PK\x03\x04 cut", "broken"),
        (b"\xd0\xcf\x11\xe0 cut", "broken"),
        (b"", "other"),
    ],
    ids=["html", "xml", "pdf", "png", "zip", "xls", "empty"],
)
async def test_what_is_no_table_is_refused_by_what_it_is(
    juai: Office, data: bytes, code: str
) -> None:
    with pytest.raises(NoTableError) as caught:
        roster_import.examine(juai.ctx, KASI, data)
    assert caught.value.code == code


async def test_a_table_of_something_else_names_the_headings_that_it_lacks(juai: Office) -> None:
    found = told(juai, csv([("Barang", "Jumlah"), ("Senter", 3)]))
    assert [(f["code"], f["value"]) for f in found["faults"]] == [
        (fault.MISSING_COLUMN, "Nama lengkap"), (fault.MISSING_COLUMN, "Jenis kelamin"),
    ]  # fmt: skip
