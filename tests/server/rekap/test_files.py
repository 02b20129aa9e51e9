"""The recap's PDF and workbook: nothing cut, figures as figures, made beside the server."""

from __future__ import annotations

import re
import threading
import time
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import python_calamine

from server.core import periods
from server.core.context import Context
from server.core.files.photo_files import PhotoKey
from server.core.jobs import State, StoppedError
from server.core.permit import NotAllowedError
from server.rekap import rekap, rekap_paper
from server.rekap.papers import rekap_file, rekap_xlsx
from server.rekap.papers import rekap_words as words
from server.rekap.papers.rekap_facts import KejadianRow, Rekap, VillageRow
from server.rekap.rekap import Which
from server.rekap.rekap_photos import PhotoChoice
from shared.clock import WITA
from shared.codec import decode, encode
from shared.documents.letterhead import office_of
from shared.jenis import SEMUA
from shared.wilayah import to_json
from tests.cast import HAMARUNG, JUAI, LALAYAU
from tests.server.rekap.kit import KASI, OFFICE, PEMBACA, at_random, bring, kecamatan, photo

NOVEMBER = Which("2026-11")
LONG = " ".join(["Muhammad", "Abdurrahman"] * 20)
"""A name of forty words."""
FORMULA = '=HYPERLINK("http://example.org")'


def test_the_pdf_holds_every_figure_and_line_and_its_text_can_be_selected(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        at_random(ctx, 3)
        found = rekap.read(ctx, KASI, NOVEMBER).rekap
        text = _text(_written(tmp_path, found))
    for village in JUAI.desa:
        assert village.nama in text
    for one in SEMUA:
        assert "".join(one.pendek.split()) in "".join(text.split())
    total = found.total
    sums = f"{total.anggota} " + " ".join(words.angka(total.jenis.get(j.kode, 0)) for j in SEMUA)
    assert f"Jumlah {sums} {total.kegiatan} {total.kejadian} {total.orang}" in text
    assert text.count("NIHIL") >= found.nihil and text.count("BELUM MELAPOR") > found.silent


@pytest.mark.parametrize("reports", [0, 60])
def test_nothing_is_cut_or_overlaps_with_very_long_names(tmp_path: Path, reports: int):
    """With 0 and 60 incidents, and everybody's name of forty words."""
    rows = tuple(
        KejadianRow(
            id=str(n), desa=LALAYAU, mulai="2026-11-24T20:30:00+08:00", tempat=LONG, apa=LONG,
            kerugian=LONG, penanganan=LONG, tindak_lanjut=f"{LONG} selesai-{n}", luka=n,
        )
        for n in range(reports)
    )  # fmt: skip
    person = {"nama": LONG, "pangkat": LONG, "nip": "197405121999031002"}
    office = {**OFFICE, "camat": person, "kasi": person, "kop": [LONG, LONG], "kop_alamat": LONG}
    data = _written(tmp_path, _rekap(rows), office=office)
    text = _text(data)
    for n in range(reports):
        assert f"selesai-{n}" in text
    assert text.count("Abdurrahman") >= 20 * (6 + 5 * reports)
    _inside_the_page(data)


def test_with_empty_settings_there_are_lines_to_write_on(tmp_path: Path):
    text = _text(_written(tmp_path, _rekap(), office={}))
    assert "None" not in text and "NIP. ...." in text and "Nomor : ...." in text
    assert text.count("." * 36) >= 6


def test_the_right_face_is_embedded(tmp_path: Path):
    data = _written(tmp_path, _rekap())
    faces = set(re.findall(rb"/BaseFont /\w+\+(\w+)", data))
    assert faces == {b"Naskah", b"NaskahBold", b"NaskahItalic"}
    assert data.count(b"/FontFile2") == len(faces)
    document = pypdfium2.PdfDocument(data)
    width, height = document[0].get_size()
    document.close()
    assert width > height  # the many columns of table A want the long side


def test_the_photos_are_on_the_sheet_with_their_captions(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        for number in range(1, 6):
            at = datetime(2026, 11, number, 20, 0, tzinfo=WITA)
            bring(ctx, number, mulai=at, photos=[(photo(number), False)])
        which = Which("2026-11", None, PhotoChoice(2, None))
        reading = rekap.read(ctx, KASI, which)
        target = tmp_path / "rekap.pdf"
        steps: list[int] = []
        rekap_paper.make_pdf(ctx, reading, which, target, lambda done, _total: steps.append(done))
        document = pypdfium2.PdfDocument(target)
        kinds = [[_kind(one) for one in page.get_objects()] for page in document]
        text = " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in document)
        document.close()
    pictures = [kind.count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) for kind in kinds]
    assert sum(pictures) == 5 and max(pictures) == 2
    assert "Lalayau: Patroli / ronda, 3 November 2026 pukul" in text
    assert steps == sorted(steps)


def test_a_photo_that_is_broken_or_gone_leaves_a_sentence_and_the_rest_stands(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        bring(ctx, 1, photos=[(photo(1), False)])
        bring(ctx, 2, desa=HAMARUNG, photos=[(photo(2), False)])
        broken, gone = rekap.read(ctx, KASI, NOVEMBER).rekap.photos
        ctx.photos.path(PhotoKey(broken.desa, broken.sha256)).write_bytes(b"\xff\xd8\xff rusak")
        ctx.photos.path(PhotoKey(gone.desa, gone.sha256)).unlink()
        target = tmp_path / "rekap.pdf"
        reading = rekap.read(ctx, KASI, NOVEMBER)
        rekap_paper.make_pdf(ctx, reading, NOVEMBER, target, lambda *_: None)
        text = _text(target.read_bytes())
    assert "Foto ini tidak dapat dibaca" in text and "Foto ini tidak ada lagi" in text
    assert text.count("Poskamling RT 02") == 2


def test_the_pdf_is_made_in_the_background_and_can_be_stopped(tmp_path: Path):
    before = threading.active_count()
    with kecamatan(tmp_path) as ctx:
        bring(ctx, 1)
        ident = rekap_paper.start(ctx, KASI, NOVEMBER, "pdf")
        seen = _wait(ctx, ident)
        assert (seen.state, seen.name) == (State.DONE, "Rekap Satlinmas November 2026.pdf")
        made = ctx.jobs.result(KASI.username, ident)
        assert made is not None and made.path.read_bytes().startswith(b"%PDF")

        def stop(_done: int, _total: int) -> None:
            raise StoppedError

        with pytest.raises(StoppedError):
            reading = rekap.read(ctx, KASI, NOVEMBER)
            rekap_paper.make_pdf(ctx, reading, NOVEMBER, tmp_path / "x.pdf", stop)
        assert not (tmp_path / "x.pdf").exists()
        assert threading.active_count() < before + 5


def test_when_the_process_fails_it_is_said_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with kecamatan(tmp_path) as ctx:
        bring(ctx, 1)
        monkeypatch.setattr(rekap_paper.sys, "executable", "/bin/false")
        with pytest.raises(rekap_paper.PaperFailedError):
            reading = rekap.read(ctx, KASI, NOVEMBER)
            rekap_paper.make_pdf(ctx, reading, NOVEMBER, tmp_path / "x.pdf", lambda *_: None)
        assert not (tmp_path / "x.pdf").exists()


def test_a_reader_takes_no_file_away(tmp_path: Path):
    with kecamatan(tmp_path) as ctx, pytest.raises(NotAllowedError):
        rekap_paper.start(ctx, PEMBACA, NOVEMBER, "xlsx")


def test_the_workbook_has_figures_as_figures_days_as_days_and_runs_no_cell(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        bring(ctx, 1)
        rincian = {"jenis": FORMULA, "luka": 2, "kerugian": "+62", "penanganan": "@x"}
        bring(ctx, 2, kind="kejadian", jenis="BENCANA", tempat="-1", message={"kejadian": rincian})
        target = tmp_path / "rekap.xlsx"
        rekap_xlsx.write(JUAI, target, rekap.read(ctx, KASI, NOVEMBER).rekap, "BULAN NOVEMBER")
    book = python_calamine.load_workbook(str(target))
    assert book.sheet_names == [words.TABEL_A, words.TABEL_B, words.TABEL_C]
    first = _rows(book, 0)
    lalayau = next(row for row in first if "Lalayau" in row)
    head = next(row for row in first if "Desa" in row)
    told = dict(zip(head, lalayau, strict=True))
    assert told["Kegiatan"] == 1 and isinstance(told["Kegiatan"], int | float)
    assert told["Patroli / ronda"] == 1 and told["Kejadian"] == 1
    total = next(row for row in first if "Jumlah" in row)
    assert dict(zip(head, total, strict=True))["Kegiatan"] == 1
    flood = _rows(book, 1)[-1]
    assert flood[1].isoformat() == "2026-11-10T20:00:00" and flood[6] == 2
    assert [flood[3], flood[4], flood[10], flood[11]] == ["'-1", f"'{FORMULA}", "'+62", "'@x"]


def test_each_sheet_is_a_page_to_print_and_to_sign(tmp_path: Path):
    """On the long side, as wide as the page, headings again on each, signed like the PDF."""
    target = tmp_path / "rekap.xlsx"
    signed = rekap_xlsx.signing(office_of(JUAI, OFFICE), date(2026, 12, 8))
    rekap_xlsx.write(JUAI, target, _rekap(), "BULAN NOVEMBER", signed)
    with zipfile.ZipFile(target) as archive:
        sheets = [archive.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2, 3)]
        names = archive.read("xl/workbook.xml").decode()
    for sheet in sheets:
        assert re.search(r'<pageSetup paperSize="9"[^>]*fitToHeight="0" orientation="land', sheet)
        assert "<pageSetUpPr fitToPage=" in sheet
    assert names.count("_xlnm.Print_Titles") == 3 and "$5:$5" in names
    book = python_calamine.load_workbook(str(target))
    for sheet in range(3):
        last = [[cell for cell in row if cell] for row in _rows(book, sheet)[-8:]]
        assert last[0] == ["Mengetahui,", "Juai, 8 Desember 2026"]
        assert ["Camat Juai (contoh)", "Kasi Trantib (contoh)"] in last
        assert ["NIP. " + "." * 36, "NIP. 19740512 199903 1 002"] in last


@pytest.mark.parametrize("periode", ["2026-11", "2026-T4", "2026"])
def test_table_a_stands_whole_on_one_page(tmp_path: Path, periode: str):
    """With all villages, of which many have missed months; a single one stays on the first page."""
    months = periods.months(periode)
    rows = tuple(
        VillageRow(desa.kode, 12, {one.kode: 123 for one in SEMUA}, 2214, 12, 9999, 1, 12,
                   nihil=months[:1], silent=months[1:])
        for desa in JUAI.desa
    )  # fmt: skip
    found = replace(_rekap(), periode=periode, months=months, villages=rows)
    data = _written(tmp_path, found)
    _inside_the_page(data)
    pages = _pages(data)
    whole = [page for page in pages if words.TABEL_A in page]
    assert len(whole) == 1 and all(desa.nama in whole[0] for desa in JUAI.desa)
    assert f"{words.JUMLAH} {12 * 21}" in whole[0] and "Patroli" in whole[0]
    assert words.DESA_MELAPOR in pages[0] and "21 dari 21" in pages[0]
    one = replace(found, desa=LALAYAU, villages=rows[12:13])
    assert words.TABEL_A in _pages(_written(tmp_path, one))[0]


def test_frozen_facts_are_read_back_as_they_were(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        at_random(ctx, 5)
        found = rekap.read(ctx, KASI, Which("2026-T4")).rekap
    assert decode(Rekap, encode(found)) == found


def _rekap(kejadian: tuple[KejadianRow, ...] = ()) -> Rekap:
    villages = tuple(
        VillageRow(desa.kode, 12, {"PATROLI": 3}, 3, 0, 9, 1, 1) for desa in JUAI.desa
    )  # fmt: skip
    return Rekap("2026-11", "", ("2026-11",), villages, kejadian, ())


def _written(folder: Path, found: Rekap, **order: Any) -> bytes:
    """The PDF of these facts, without photos."""
    target = folder / "rekap.pdf"
    whole = {
        "rekap": {**encode(found), "photos": []}, "office": OFFICE, "title": "BULAN NOVEMBER",
        "wilayah": to_json(JUAI),
        "made": "2026-12-08T09:00:00+08:00", "asked": periods.months(found.periode),
        "per_page": 0, "photos": [], "stamp": None, "target": str(target), **order,
    }  # fmt: skip
    rekap_file.write(whole, lambda _done: None)
    return target.read_bytes()


def _kind(one: Any) -> int:
    return one.type


def _text(data: bytes) -> str:
    return " ".join(_pages(data))


def _pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    said = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return said


def _inside_the_page(data: bytes) -> None:
    """Every piece of text lies within the margins, and no two lie on each other."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        width, height = page.get_size()
        said = page.get_textpage()
        boxes = [said.get_rect(n) for n in range(said.count_rects())]
        for left, bottom, right, top in boxes:
            assert left >= 45 and right <= width - 45 and bottom >= 40 and top <= height - 45
        flat = [box for box in boxes if box[2] - box[0] > 2 * (box[3] - box[1])]
        for n, one in enumerate(flat):
            for other in flat[n + 1 :]:
                across = min(one[2], other[2]) - max(one[0], other[0])
                along = min(one[3], other[3]) - max(one[1], other[1])
                assert across < 2 or along < 4, (one, other)
    document.close()


def _rows(book: Any, sheet: int) -> list[list[Any]]:
    return book.get_sheet_by_index(sheet).to_python()


def _wait(ctx: Context, ident: str) -> Any:
    for _ in range(600):
        seen = ctx.jobs.look(KASI.username, ident)
        if seen is not None and seen.over:
            return seen
        time.sleep(0.1)
    raise AssertionError("it never ended")


def test_every_day_of_a_paper_is_a_day() -> None:
    assert words.hari("2026-11-24T20:30:00+08:00") == "24-11-2026"
    assert words.edition(2, date(2026, 12, 8).isoformat()).startswith("Edisi ke-2, menggantikan")
