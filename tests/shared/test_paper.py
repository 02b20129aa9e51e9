"""The kit of papers: what is written is there, in its margins, in our own face, and never lost."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from shared.clock import WITA
from shared.documents import words
from shared.documents.letterhead import Kop, Signatory, grouped_nip, numbered, office_of
from shared.documents.logo import LogoError, small_logo
from shared.documents.paper import Paper
from shared.documents.photo_sheet import Picture
from shared.documents.table import Cell, Column
from tests.cast import JUAI
from tests.shared.paper_kit import draw, is_sound, jpeg, read

MADE = datetime(2026, 11, 24, 20, 41, tzinfo=WITA)
LONG = " ".join(["Muhammad", "Abdurrahman", "bin", "Haji", "Syamsuddin"] * 8)
COLUMNS = (
    Column("No", 1, "C"), Column("Nama", 6), Column("Jumlah", 2, "R"),
    Column("Patroli / ronda", 1, "R", turned=True),
)  # fmt: skip


def paper(**how: bool) -> Paper:
    return Paper("Contoh", made=MADE, source="SINAR LINMAS (contoh)", **how)


@pytest.mark.parametrize("landscape", [False, True])
def test_a_long_table_keeps_its_heads_margins_and_names(landscape: bool) -> None:
    sheet = paper(landscape=landscape)
    rows = [[str(n), LONG if n % 7 == 0 else f"Amat {n} (contoh)", "1.234", "5"] for n in range(60)]
    sheet.table(COLUMNS, rows, total=["", words.JUMLAH, "74.040", "300"])
    data = sheet.output()
    draw(data, f"tabel-{'rebah' if landscape else 'tegak'}")
    seen = is_sound(data)
    assert all("Nama" in page.extract_text() for page in seen.pages)
    assert len(seen.pages) > 2
    assert seen.said().count(LONG.split()[1]) == 9 * 8
    assert "74.040" in seen.pages[-1].extract_text()


def test_figures_stand_below_one_another_at_the_right() -> None:
    sheet = paper()
    sheet.table(COLUMNS, [["1", "Amat", "7", "1"], ["2", "Udin", "1.234", "10"]])
    ends = {word["text"]: word["x1"] for word in is_sound(sheet.output()).words}
    assert ends["7"] == pytest.approx(ends["1.234"], abs=0.1)


def test_a_row_longer_than_a_page_goes_on_below_the_heads() -> None:
    sheet = paper()
    sheet.table(COLUMNS, [["1", "uraian " * 1500, "2", "3"], ["2", "akhir", "4", "5"]])
    seen = is_sound(sheet.output())
    assert len(seen.pages) > 2
    assert seen.said().count("uraian") == 1500
    assert "akhir" in seen.pages[-1].extract_text()


def test_a_table_without_rows_says_so() -> None:
    sheet = paper()
    sheet.table(COLUMNS, [])
    assert words.TIDAK_ADA_BARIS in is_sound(sheet.output()).said()


def test_a_word_without_a_gap_is_broken_and_not_cut() -> None:
    sheet = paper()
    sheet.table(COLUMNS, [["1", "x" * 400, "2", "3"]])
    assert is_sound(sheet.output()).text.count("x") == 400


def test_emoji_are_drawn_and_what_no_face_has_leaves_a_sign() -> None:
    sheet = paper()
    sheet.paragraph("Api 🔥 padam 👍🏽, café – “aman” 你\u200b\u0007.")
    sheet.table(COLUMNS, [["1", "😀 Amat", Cell("✓", "C"), ""]])
    seen = is_sound(sheet.output())
    assert "Api 🔥 padam 👍, café – “aman” ◻." in seen.said()
    assert "😀 Amat" in seen.said() and "✓" in seen.said()


def test_text_of_any_kind_of_space_and_line_stays_whole() -> None:
    sheet = paper()
    sheet.facts([("Uraian", "satu\r\ndua\ttiga\u00a0empat\u2007lima"), ("Kosong", "")])
    assert "satu dua tiga empat lima" in is_sound(sheet.output()).said().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("count", "per_page", "pages"), [(0, 4, 1), (1, 2, 1), (5, 4, 2), (5, 2, 3)]
)
def test_photos_stand_two_or_four_a_page(count: int, per_page: int, pages: int) -> None:
    sheet = paper()
    colours = ("seagreen", "navy", "maroon", "olive", "teal")
    taken = [Picture(jpeg(colours[n]), f"Foto {n + 1}. {LONG}") for n in range(count)]
    sheet.photos(taken, 2 if per_page == 2 else 4)
    data = sheet.output()
    draw(data, f"foto-{count}-{per_page}")
    seen = is_sound(data)
    assert len(seen.pages) == pages
    assert sum(len(page.images) for page in seen.pages) == count
    assert all(one.data is not None and one.data in data for one in taken), "passed through whole"


def test_a_broken_photo_is_a_sentence_in_its_box_and_the_others_stay() -> None:
    whole = jpeg("navy")
    sheet = paper()
    sheet.photos([Picture(b"rusak"), Picture(whole[:-40]), Picture(None), Picture(whole, "utuh")])
    seen = is_sound(sheet.output())
    assert seen.said().count(words.FOTO_RUSAK[:20]) == 2
    assert words.FOTO_BELUM_ADA[:20] in seen.said()
    assert len(seen.pages[0].images) == 1


def test_whoever_signs_has_room_and_what_is_not_set_is_a_line_to_write_on() -> None:
    office = office_of(JUAI, {})
    sheet = paper()
    sheet.kop(office.kop)
    sheet.title("REKAPITULASI", "")
    sheet.signatures(office.camat, office.kasi, tempat=office.tempat, day=date(2026, 11, 30))
    data = sheet.output()
    draw(data, "kosong")
    seen = is_sound(data)
    assert seen.text.count(words.BARIS_KOSONG) == 1 + 1 + 2 * 3, "address, number, who signs"
    assert "PEMERINTAH KABUPATEN BALANGAN KECAMATAN JUAI" in seen.said(), "what is known"
    assert f"{words.TEMPAT_KOSONG}, 30 November 2026" in seen.said()
    assert "CAMAT JUAI," in seen.said()


def test_two_columns_stand_side_by_side_with_names_of_forty_words() -> None:
    sheet = paper()
    left = Signatory("Kepala Desa Lalayau\nselaku Kepala Satlinmas,", LONG, head=words.MENGETAHUI)
    sheet.paragraph("isi " * 900)
    sheet.signatures(left, Signatory("CAMAT JUAI,", LONG, "Pembina", "197405121999031002"),
                     tempat="Juai", day=date(2026, 11, 30))  # fmt: skip
    seen = is_sound(sheet.output())
    assert seen.said().count("Syamsuddin") == 16
    assert "NIP. 19740512 199903 1 002" in seen.said()
    last = seen.pages[-1].extract_text()
    assert "CAMAT JUAI," in last and "NIP." in last, "a block is never torn"


def test_kop_has_logo_lines_and_a_double_line() -> None:
    sheet = paper()
    logo = small_logo(jpeg("white", (600, 800)))
    sheet.kop(Kop(("PEMERINTAH KABUPATEN BALANGAN", "KECAMATAN JUAI"), "Jalan (contoh)", logo))
    page = is_sound(sheet.output()).pages[0]
    assert len(page.images) == 1
    full = [line for line in page.lines if line["x1"] - line["x0"] > 400]
    assert [line["linewidth"] > 1 for line in full] == [True, False]


def test_a_logo_that_cannot_be_drawn_costs_no_paper() -> None:
    sheet = paper()
    sheet.kop(Kop(("KECAMATAN JUAI",), "Jalan (contoh)", b"<html>"))
    page = is_sound(sheet.output()).pages[0]
    assert "KECAMATAN JUAI" in page.extract_text()
    assert not page.images


def test_every_page_says_where_it_comes_from_and_which_it_is() -> None:
    sheet = paper()
    sheet.paragraph("isi " * 2000)
    pages = is_sound(sheet.output()).pages
    for number, page in enumerate(pages, 1):
        said = page.extract_text()
        assert "SINAR LINMAS (contoh)" in said
        assert words.HALAMAN.format(ke=number, dari=len(pages)) in said


def test_a_long_source_leaves_room_for_the_page() -> None:
    sheet = Paper("Contoh", made=MADE, source=f"SINAR LINMAS, {LONG}")
    said = is_sound(sheet.output()).said()
    assert "SINAR LINMAS, Muhammad" in said and "…" in said
    assert said.endswith(words.HALAMAN.format(ke=1, dari=1))


def test_the_same_calls_give_the_same_bytes() -> None:
    def made() -> bytes:
        sheet = paper()
        sheet.paragraph("Api 🔥")
        sheet.photos([Picture(jpeg("navy"))])
        return sheet.output()

    assert made() == made()


def test_numbers_follow_their_format() -> None:
    day = date(2026, 11, 24)
    form = "300/{nomor}/TRANTIB/{romawi}/{bulan}/{tahun}/{lain}"
    assert numbered(form, 7, day) == "300/007/TRANTIB/XI/11/2026/{lain}"
    assert numbered("300/{desa}", 7, day, "Buntu Karau") == "300/BUNTU KARAU"
    assert numbered("", 7, day) == ""
    assert grouped_nip("19740512 199903 1002") == "19740512 199903 1 002"
    assert grouped_nip("belum ada") == "belum ada"


def test_whatever_a_photo_brings_about_costs_that_photo_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sheet, whole = paper(), jpeg("navy")
    image, tried = sheet.pdf.image, list[int]()

    def failing(*given: Any, **how: Any) -> Any:
        tried.append(1)
        if len(tried) == 1:
            raise ZeroDivisionError
        return image(*given, **how)

    monkeypatch.setattr(sheet.pdf, "image", failing)
    sheet.photos([Picture(whole), Picture(whole)])
    seen = is_sound(sheet.output())
    assert seen.said().count(words.FOTO_RUSAK[:20]) == 1
    assert sum(len(page.images) for page in seen.pages) == 1


def test_a_logo_is_made_small_and_rubbish_is_refused() -> None:
    assert len(small_logo(jpeg("navy", (3000, 2000)))) < 20_000
    for bad in (b"", b"GIF89a", jpeg()[:200]):
        with pytest.raises(LogoError):
            small_logo(bad)


def test_a_document_of_nothing_is_still_a_page() -> None:
    assert len(read(paper().output()).pages) == 1
