"""Every paper says what was counted; the pack holds them all and nothing that must stay inside."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from PIL import Image
from python_calamine import load_workbook
from sqlalchemy import select

from server.anggota import nik, village_data
from server.core.config import Settings
from server.core.context import open_context
from server.core.db.tables import activation_codes, devices
from server.core.papers import sheets, teks
from server.core.permit import NotAllowedError
from server.core.rows import settings_rows
from server.inovasi import evidence, innovation
from server.inovasi.innovation_design import word_count
from server.inovasi.innovation_pack import PAPERS, write
from server.inovasi.innovation_papers import FORMS, PaperError, paper
from server.inovasi.rows import innovation_rows
from server.rawat.backup import backup
from server.rawat.restore import restore
from shared.photos.errors import HeicPhoto, PhotoError
from shared.satlinmas import DataDesa
from tests.cast import LALAYAU, patrol
from tests.server.desk.window import arrive, picture, with_photos
from tests.server.inovasi.kit import KASI, READER, VILLAGES, Story, kecamatan
from tests.server.kit import member

NIK = "6311010101900001"


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with _kecamatan(tmp_path) as story:
        yield story


@contextmanager
def _kecamatan(folder: Path) -> Iterator[Story]:
    """A trial that is over, with everything that must not get out lying beside it."""
    with kecamatan(folder) as story:
        for key, value in (
            ("uji.mulai", "2026-10-01"), ("uji.selesai", "2026-11-20"),
            ("uji.desa", VILLAGES[:3]), ("uji.ukur", ["desa_aktif", "tepat_waktu"]),
            ("uji.pelajaran", "Sinyal hanya ada di kantor desa."),
            ("uji.keputusan", "lanjut"), ("dulu.desa_melapor", 9), ("dulu.hari_terlambat", 6),
        ):  # fmt: skip
            innovation.put(story.ctx, KASI, key, value)
        village_data.save(
            story.ctx, KASI, LALAYAU, DataDesa(kepala_desa="Kades Lalayau (contoh)"), 0
        )
        _secrets(story)
        yield story


def _secrets(story: Story) -> None:
    """A NIK, a photo marked sensitif, phones with tokens and a code."""
    plain, closed = picture(1), picture(2)
    report = with_photos(patrol(), plain, closed, sensitif=1)
    story.send(report)
    for data in (plain, closed):
        arrive(story.ctx, report, data)
    person = member()
    with story.ctx.database.write() as db:
        from server.core.rows import village_rows

        row = {
            "desa": LALAYAU, "versi": 1, "nama": person["nama"], "status": "aktif",
            "message": json.dumps(person), "changed_at": story.clock.now(),
        }  # fmt: skip
        village_rows.put_member(db, person["id"], row, new=True)
    nik.put(story.ctx, KASI, person["id"], NIK)


def text_of(name: str, data: bytes) -> str:
    """All words in a file; a PDF's text is compressed, so its streams are opened."""
    if name.endswith(".pdf"):
        document = pypdfium2.PdfDocument(data)
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    if name.endswith(".docx"):
        document = Document(io.BytesIO(data))
        cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
        return "\n".join([*(p.text for p in document.paragraphs), *cells])
    if name.endswith(".xlsx"):
        rows = load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python()
        return "\n".join(str(cell) for row in rows for cell in row)
    return data.decode("utf-8", "replace")


def made(story: Story, macam: str, jenis: str = "pdf") -> str:
    found = paper(story.ctx, KASI, macam, jenis, 2026)
    assert found.name == f"{teks.NAMA_BERKAS[macam]}.{jenis}"
    return " ".join(text_of(found.name, found.data).split())


def test_each_paper_opens_in_each_form_and_made_up_data_say_so_on_all(story: Story):
    with story.ctx.database.write() as db:
        settings_rows.put(db, innovation_rows.SAMPLE, "true")
    for macam, kinds in FORMS.items():
        for jenis in kinds:
            told = made(story, macam, jenis)
            assert len(told) > 100 and teks.CONTOH in told, (macam, jenis)


def test_what_there_is_not_is_refused(story: Story):
    with pytest.raises(PaperError):
        paper(story.ctx, KASI, "pelaksana", "pdf", 2026)


def test_the_trials_report_has_plan_figures_lessons_and_decision(story: Story):
    told = made(story, "uji-coba")
    for part in (
        "1 Oktober 2026 sampai 20 November 2026", "Muara Ninian, Hamarung, Juai",
        "Sinyal hanya ada di kantor desa.", "Diterapkan", "CAMAT JUAI", "Desa yang melapor per",
        "Belum ada laporan pada masa ini.",
    ):  # fmt: skip
        assert part in told, part


def test_photos_that_were_put_at_the_trial_are_on_its_sheet(story: Story):
    evidence.add(story.ctx, KASI, 2026, "tahap:uji_coba", "foto", "Apel Juai.jpg", picture(4))
    assert "Apel Juai.jpg" in made(story, "uji-coba")


def test_an_unplanned_trial_says_so(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        assert teks.BELUM_RENCANA in made(story, "uji-coba")


def test_the_profile_counts_the_words_of_its_design(story: Story):
    innovation.put(story.ctx, KASI, "profil.masalah", "satu dua tiga")
    assert "3 kata, MASIH KURANG" in made(story, "profil")
    innovation.put(story.ctx, KASI, "profil.metode", "kata " * 300)
    assert "303 kata (paling sedikit 300)" in made(story, "profil")
    assert "303 kata" in made(story, "profil", "docx")


def test_words_are_counted_as_people_count_them():
    facts = {"profil.masalah": "Desa-desa di Juai: 21 desa, 1x24 jam.", "profil.tujuan": "tidak"}
    assert word_count(facts) == 7
    assert word_count({}) == 0


def test_the_list_for_the_decree_names_whom_the_data_know(story: Story):
    told = made(story, "pelaksana", "xlsx")
    assert "Kades Lalayau (contoh)" in told and "Ida (contoh)" in told
    assert "Kades Lalayau (contoh)" in made(story, "sk", "docx")


def test_the_summary_for_everybody_holds_no_name(story: Story):
    told = made(story, "ringkasan")
    assert "(contoh)" not in told


LINK = "https://contoh.id/video"


@dataclass(frozen=True)
class Pack:
    """Everything in the ZIP, and what must not be in it."""

    found: dict[str, bytes]
    secrets: frozenset[str]


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder = tmp_path_factory.mktemp("paket")
    path, steps = folder / "paket.zip", list[tuple[int, int]]()
    with _kecamatan(folder) as story:
        ctx = story.ctx
        evidence.add(ctx, KASI, 2026, "indikator:16", "sk", "SK Bupati.pdf", b"%PDF-1.7 contoh")
        evidence.add_link(ctx, KASI, 2026, "indikator:35", "Video", LINK)
        write(ctx, KASI, 2026, path, lambda done, total: steps.append((done, total)))
        with ctx.database.read() as db:
            secrets = set(db.execute(select(devices.c.token_hash)).scalars())
            secrets |= set(db.execute(select(activation_codes.c.code_hash)).scalars())
    assert steps[-1][0] == steps[-1][1]
    with zipfile.ZipFile(path) as whole:
        assert whole.testzip() is None
        found = {name: whole.read(name) for name in whole.namelist()}
    return Pack(found, frozenset(secrets))


def test_the_pack_holds_each_named_paper_and_file_in_its_indicators_folder(pack: Pack):
    found = pack.found
    folders = {name.split("/")[0] for name in found}
    assert "17 Ketersediaan dan peran SDM" in folders and teks.PAKET_UMUM in folders
    for macam, jenis, numbers in PAPERS:
        name = f"{teks.NAMA_BERKAS[macam]}.{jenis}"
        holding = [path for path in found if path.endswith(f"/{name}")]
        assert len(holding) == max(1, len(numbers)), name
        assert all(text_of(path, found[path]).strip() for path in holding)
    assert found["16 Regulasi inovasi daerah/01 SK Bupati.pdf"] == b"%PDF-1.7 contoh"
    assert LINK in found["35 Kualitas inovasi (video)/tautan.txt"].decode()
    assert "16. Regulasi inovasi daerah" in found[teks.PAKET_ISI].decode()


def test_nothing_in_the_pack_is_a_nik_a_token_or_sensitif(pack: Pack):
    assert len(pack.secrets) >= 2
    closed = picture(2)
    for name, data in pack.found.items():
        if data == b"%PDF-1.7 contoh":
            continue
        told = text_of(name, data)
        assert not re.search(r"(?<!\d)\d{16}(?!\d)", told), name
        assert not any(one in told or one.encode() in data for one in pack.secrets), name
        assert closed not in data, name
    report = next(name for name in pack.found if name.endswith("Laporan Kemanfaatan.pdf"))
    assert picture(1) in pack.found[report]  # the search would have found the other one, too


def test_a_reader_takes_no_papers_away(story: Story):
    with pytest.raises(NotAllowedError):
        paper(story.ctx, READER, "profil", "pdf", 2026)


@pytest.mark.parametrize(
    "data",
    [b"MZ\x90program", b"", b"<html>", b"PK\x03\x04tidak utuh", b"\xff\xd8\xffrusak"],
)
def test_a_file_of_another_kind_is_not_taken(story: Story, data: bytes):
    with pytest.raises((evidence.EvidenceError, PhotoError)):
        evidence.add(story.ctx, KASI, 2026, "indikator:16", "sk", "berkas.pdf", data)
    assert innovation.page(story.ctx, KASI).files == ()


def test_a_webp_is_kept_as_a_photo_and_a_heic_is_refused_as_one(story: Story):
    webp = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(webp, "WEBP")
    at = (2026, "tahap:uji_coba", "foto", "Rapat.webp")
    kept = evidence.fetch(story.ctx, KASI, evidence.add(story.ctx, KASI, *at, webp.getvalue()))
    assert kept is not None and kept.name == "Rapat.jpg" and kept.data.startswith(b"\xff\xd8")
    with pytest.raises(HeicPhoto):
        evidence.add(story.ctx, KASI, *at, b"\0\0\0\x18ftypheic" + b"\0" * 99)


def test_a_document_with_macros_and_one_too_large_are_not_taken(story: Story):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in ("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"):
            package.writestr(name, "x")
    with pytest.raises(evidence.WrongTypeError):
        evidence.add(story.ctx, KASI, 2026, "indikator:16", "sk", "surat.docx", out.getvalue())
    large = b"%PDF-" + bytes(evidence.MOST_BYTES)
    with pytest.raises(evidence.TooLargeError):
        evidence.add(story.ctx, KASI, 2026, "indikator:16", "sk", "besar.pdf", large)


def test_a_file_comes_back_as_it_was_and_a_photo_without_its_metadata(story: Story):
    sheet = sheets.xlsx("A", ["B"], [["c"]], [10])
    ident = evidence.add(story.ctx, KASI, 2026, "indikator:18", "lain", "Anggaran.xlsx", sheet)
    found = evidence.fetch(story.ctx, READER, ident)
    assert found is not None and found.data == sheet and found.name == "Anggaran.xlsx"
    shot = evidence.add(story.ctx, KASI, 2026, "tahap:uji_coba", "foto", "foto.JPG", picture(3))
    photo = evidence.fetch(story.ctx, KASI, shot)
    assert photo is not None and photo.name == "foto.jpg" and b"Exif" not in photo.data
    evidence.remove(story.ctx, KASI, ident)
    assert evidence.fetch(story.ctx, KASI, ident) is None
    with story.ctx.database.read() as db:
        assert [row["id"] for row in innovation_rows.files(db)] == [shot]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "contoh", "https://"]
)
def test_only_addresses_of_the_web_are_links(story: Story, link: str):
    with pytest.raises(evidence.BadLinkError):
        evidence.add_link(story.ctx, KASI, 2026, "indikator:25", "", link)


def test_evidence_is_in_every_backup(story: Story, tmp_path: Path):
    sheet = sheets.xlsx("A", ["B"], [["c"]], [10])
    ident = evidence.add(story.ctx, KASI, 2026, "indikator:18", "lain", "Anggaran.xlsx", sheet)
    backup(story.ctx, tmp_path / "cadangan.tar")
    restored = Settings(tmp_path / "pulih")
    restore(restored, story.clock, tmp_path / "cadangan.tar", force=False)
    with open_context(restored, story.clock) as ctx:
        found = evidence.fetch(ctx, KASI, ident)
        assert found is not None and found.data == sheet
