"""A report as the letter of its village: all it says, its photos, its two signatures."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from typing import Any

import pytest

from shared.documents import told, words
from shared.documents.laporan_pdf import file_name, laporan_pdf
from shared.documents.logo import small_logo
from shared.laporan import Ditarik, Foto, Laporan, Lokasi, Personel, RincianKejadian
from tests import cast
from tests.cast import JUAI
from tests.shared.paper_kit import Read, draw, is_sound, jpeg

RESI = "JUAI-2026-11-0042"
LONG = " ".join(["Muhammad", "Abdurrahman", "bin", "Haji", "Syamsuddin"] * 8)
COLOURS = ("seagreen", "navy", "maroon", "olive", "teal")
PICTURES = {hashlib.sha256(data).hexdigest(): data for data in map(jpeg, COLOURS)}
SETTINGS: dict[str, Any] = {
    "kop": ["PEMERINTAH KABUPATEN BALANGAN", "KECAMATAN JUAI"],
    "logo": base64.b64encode(small_logo(jpeg("gold", (300, 360)))).decode(),
    "nomor_laporan": "300.1.4/{nomor}/{desa}/{romawi}/{tahun}",
    "desa_data": {"kepala_desa": "Kades Lalayau (contoh)", "alamat": "Jalan Desa 1 (contoh)"},
}


def five_photos(sensitif: int | None = None) -> tuple[Foto, ...]:
    return tuple(
        Foto(sha, 1000, keterangan=f"Pos ronda {n}", diambil="2026-11-24T20:10:00+08:00",
             sensitif=n == sensitif)
        for n, sha in enumerate(PICTURES, 1)
    )  # fmt: skip


def letter(laporan: Laporan, name: str, resi: str | None = RESI, **settings: Any) -> Read:
    data = laporan_pdf(JUAI, laporan, resi, {**SETTINGS, **settings}, PICTURES.get)
    draw(data, f"laporan-{name}")
    return is_sound(data)


def test_a_patrol_is_a_letter_of_the_village_with_all_it_says() -> None:
    report = cast.patrol(
        dasar="Surat Tugas Nomor 12/2026", kendala="Lampu pos mati 😀", tindak_lanjut="Diganti",
        lokasi=Lokasi(-2.189226, 115.611233, 9),
    )  # fmt: skip
    said = letter(report, "kegiatan").said()
    order = (
        "KECAMATAN JUAI", "DESA LALAYAU", "Jalan Desa 1 (contoh)", "Lalayau, 24 November 2026",
        f"Nomor : 300.1.4/{words.NOMOR_URUT_KOSONG}/LALAYAU/XI/2026", "Sifat : Biasa",
        "Kepada Yth. Camat Juai c.q. Kepala Seksi", "Berdasarkan Surat Tugas Nomor 12/2026",
        "20.00 s.d. 23.00 WITA", "Poskamling RT 02", "-2,189226", "Ronda keliling RT 01",
        "Amat (contoh), Udin (contoh)",
        "Babinsa", "Aman terkendali", "Lampu pos mati 😀", "Diganti", f"nomor resi {RESI}.",
        "Demikian", "Pelapor,", "Kepala Desa Lalayau", "Kades Lalayau (contoh)",
    )  # fmt: skip
    places = [said.index(words_) for words_ in order]
    assert places == sorted(places)
    assert "Ida (contoh)" in said and "Kasi Pemerintahan," in said
    assert "nota dinas" not in said.lower(), "it is internal; this letter leaves its office"


def test_a_flood_counts_victims_and_tells_when_it_was_reported() -> None:
    flood = cast.flood()
    assert flood.kejadian is not None
    detail = replace(
        flood.kejadian, mengungsi_kk=1, mengungsi_jiwa=4, dihubungi=("TRC BPBD",), kebutuhan="Tikar"
    )  # fmt: skip
    said = letter(replace(flood, kejadian=detail), "kejadian", None).said()
    assert "mengungsi 1 KK / 4 jiwa, rumah terdampak 3" in said
    assert "Sifat : Segera" in said
    assert "Selasa, 24 November 2026 pukul 20.41 WITA" in said
    assert "TRC BPBD" in said and "Tikar" in said
    assert words.BELUM_RESI in said and "nomor resi JUAI" not in said


def test_a_nihil_is_one_sentence() -> None:
    said = letter(cast.nihil(), "nihil").said()
    assert "selama bulan November 2026 di Desa Lalayau tidak ada kegiatan" in said


def test_a_sensitif_photo_is_left_out_and_said() -> None:
    shown = letter(cast.patrol(foto=five_photos(sensitif=2)), "foto-sensitif")
    assert words.FOTO_SENSITIF.format(n=1) in shown.said()
    assert sum(len(page.images) for page in shown.pages[1:]) == 4
    assert "Pos ronda 2" not in shown.said() and "Pos ronda 3" in shown.said()


def test_five_photos_stand_below_their_captions() -> None:
    shown = letter(cast.patrol(foto=five_photos()), "foto-5")
    assert len(shown.pages) == 3
    for n in range(1, 6):
        assert f"Foto {n}. Pos ronda {n}, diambil Selasa, 24 November 2026" in shown.said()


def test_twelve_photos_and_two_hundred_persons_stay_within_their_pages() -> None:
    foto = tuple(replace(one, keterangan=LONG) for one in (*five_photos(), *five_photos())[:10])
    crew = tuple(Personel(f"Anggota {n} (contoh)") for n in range(200))
    report = cast.patrol(foto=(*foto, *five_photos()[:2]), personel=crew, jumlah_personel=200)
    shown = letter(report, "foto-12")
    assert "Lampiran : 12 foto" in shown.said()
    assert sum(len(page.images) for page in shown.pages[1:]) == 12
    assert all(f"Anggota {n} (contoh)" in shown.said() for n in range(200))


def test_only_sensitif_photos_are_said_without_a_page_of_photos() -> None:
    only = replace(five_photos()[0], sensitif=True)
    shown = letter(cast.patrol(foto=(only,)), "hanya-sensitif")
    assert len(shown.pages) == 1 and words.FOTO_SENSITIF.format(n=1) in shown.said()


@pytest.mark.parametrize("kind", ["kegiatan", "kejadian", "nihil"])
def test_without_any_setting_there_are_lines_to_write_on(kind: str) -> None:
    report = {"kegiatan": cast.patrol(), "kejadian": cast.flood(), "nihil": cast.nihil()}[kind]
    data = laporan_pdf(JUAI, report, RESI, {}, PICTURES.get)
    draw(data, f"laporan-{kind}-kosong")
    seen = is_sound(data)
    assert seen.text.count(words.BARIS_KOSONG) == 3, "address, number, head of the village"
    assert "PEMERINTAH KABUPATEN BALANGAN KECAMATAN JUAI DESA LALAYAU" in seen.said()


def test_names_of_forty_words_and_long_stories_go_on_over_pages() -> None:
    report = cast.patrol(
        personel=tuple(Personel(LONG) for _ in range(12)), jumlah_personel=12,
        uraian="Ronda keliling. " * 300, tempat=LONG, pihak_lain=(LONG, LONG),
    )  # fmt: skip
    shown = letter(replace(report, pelapor=replace(report.pelapor, nama=LONG)), "panjang",
                   desa_data={"kepala_desa": LONG})  # fmt: skip
    assert shown.said().count("Syamsuddin") == 8 * (12 + 1 + 2 + 2)
    assert shown.said().count("Ronda keliling.") == 300


def test_a_withdrawn_report_says_so() -> None:
    withdrawn = cast.patrol(ditarik=Ditarik("Salah desa", "2026-11-24T21:00:00+08:00"))
    assert "sudah ditarik oleh pelapor. Alasan: Salah desa" in letter(withdrawn, "ditarik").said()


def test_its_file_is_called_after_the_resi_or_the_village_and_day() -> None:
    assert file_name(JUAI, cast.patrol(), RESI) == "laporan-juai-2026-11-0042.pdf"
    assert file_name(JUAI, cast.patrol(), None) == "laporan-lalayau-2026-11-24.pdf"


def test_victims_nobody_filled_in_are_not_said_to_be_none():
    told_none = RincianKejadian("Banjir", luka=0)
    assert told.victims(RincianKejadian("Banjir")) == ""
    assert told.victims(told_none) == "tidak ada"
    assert told.victims(replace(told_none, rumah=2)) == "rumah terdampak 2"
