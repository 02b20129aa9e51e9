"""One line of an otherwise plain report, in the many ways it is written: right, or marked."""

from __future__ import annotations

import pytest

from server.laporan.wa_paste.parse import Pasted, parse
from tests.cast import JUAI
from tests.server.laporan.wa_paste.samples import NOW, words

DAY = "Hari/Tanggal : Rabu, 25 November 2026"
HOUR = "Pukul : 20.00 Wita"


def report(*lines: str, day: str = DAY, hour: str = HOUR, done: str = "Ronda") -> Pasted:
    """A report of desa Bata with these lines in it."""
    rows = [
        "LAPORAN LINMAS DESA BATA", day, hour, "Tempat : Pos", f"Kegiatan : {done}", *lines,
        "Ket : aman",
    ]  # fmt: skip
    read = parse(JUAI, "\n".join(row for row in rows if row), NOW)
    assert read.value("uraian") == "aman"
    return read


def said(read: Pasted, name: str) -> str:
    """The value as words, with "?" before it where somebody must look; "" where there is none."""
    field = read[name]
    if field.missing:
        return ""
    return ("? " if field.unsure else "") + words(name, field.value)


@pytest.mark.parametrize(
    ("line", "names", "count", "others"),
    [
        ("Personil : 4 orang (Amat, Udin, Ijul, Saidi)", "Amat, Udin, Ijul, Saidi", "4", ""),
        ("Personil : Amat, Udin = 2 org", "Amat, Udin", "2", ""),
        ("Personil : Amat, Udin, dll", "Amat, Udin", "? 2", ""),
        ("Personil : Amat dkk (5 org)", "Amat", "5", ""),
        ("Personil : Amat beserta 3 anggota", "Amat", "? 3", ""),
        ("Personil : 2 regu", "", "", ""),
        ("Personil : Amat, Udin (contoh) (2 orang)", "Amat, Udin (contoh)", "2", ""),
        ("Personil : Amat, Udin (contoh) (4 orang)", "Amat, Udin (contoh)", "? 4", ""),
        ("Personil : Abdul Kader, Hari Contoh", "Abdul Kader, Hari Contoh", "2", ""),
        ("Personil : Amat, Udin, kader posyandu", "Amat, Udin", "2", "kader posyandu"),
        ("Personil : Semua anggota Linmas hadir", "", "", ""),
        ("Personil : terlampir", "", "", ""),
        ("Personil : Danru Amat dan 4 anggota", "Amat", "? 4", ""),
        ("Personil :\n- Linmas : 4 orang\n- Warga : 10 orang", "", "4", "Warga"),
        ("Personil : 4 org dari Linmas, 2 org dari Polsek", "", "4", "Polsek"),
        ("Personil :\n- Danru : Amat\n- Anggota : Udin, Ijul", "Amat, Udin, Ijul", "3", ""),
        ("Personil : 5 orang\n1. Amat\n2. Udin", "Amat, Udin", "? 5", ""),
        ("Jumlah anggota yang piket : 2 Orang\n1. Amat\n2. Udin", "Amat, Udin", "2", ""),
        ("Personil :\n1. Amat (Ketua)\n2. Udin (Anggota)\nTotal : 2 orang", "Amat, Udin", "2", ""),
        ("Personil : Amat bin Udin, Siti binti Saidi", "Amat bin Udin, Siti binti Saidi", "2", ""),
        ("Personil : Muhammad Noor Contoh", "? Muhammad Noor Contoh", "? 1", ""),
        ("Personil : 1 orang Muhammad Noor Contoh", "Muhammad Noor Contoh", "1", ""),
        ("Personil : Amat Udin Ijul", "? Amat Udin Ijul", "? 1", ""),
        ("Personil : Amat, S.Pd; Udin, SH", "Amat, S.Pd, Udin, SH", "2", ""),
        ("Personil : Bpk. Amat, Bpk Udin, Sdr Ijul", "Amat, Udin, Ijul", "3", ""),
        ("Personil : BPK, Amat", "Amat", "1", "BPK"),
        ("Personil : Amat, BPK", "Amat", "1", "BPK"),
        ("Personil : AMAT, UDIN DAN IJUL", "AMAT, UDIN, IJUL", "3", ""),
        ("Personil : ±10 org", "", "? 10", ""),
        ("Personil : 10-12 orang", "", "? 10", ""),
        ("Personil : 4 (empat) orang", "", "4", ""),
        ("Personil : Amat & Udin, serta 2 orang warga", "Amat, Udin", "2", "warga"),
        ("Personil : Amat, Udin dan 3 warga", "Amat, Udin", "2", "? 3 warga"),
        ("Personil : Amat, Udin (sakit)", "? Amat, Udin (sakit)", "? 2", ""),
        ("Petugas :\n1. Amat = hadir\n2. Udin = hadir", "Amat, Udin", "2", ""),
        (
            "Petugas :\n1. Amat = hadir\n2. Ijul = tidak hadir",
            "? Amat, Ijul = tidak hadir", "? 2", "",
        ),
        (
            "Personil : Amat ( Danru ), Udin, bersama Babinsa Serda Joko",
            "Amat, Udin", "2", "Babinsa Serda Joko",
        ),
        (
            "Personil :\nAmat\nUdin\nMereka berjaga sampai pagi",
            "? Amat, Udin, Mereka berjaga sampai pagi", "? 3", "",
        ),
        ("Personil :\nAmat\nUdin\n\nCatatan penting", "Amat, Udin", "2", ""),
        ("Petugas piket :\n- Amat\nPetugas tidak hadir :\n- Ijul", "Amat", "1", ""),
        ("Personil yang dilibatkan :\n1) Amat\n2) Udin", "Amat, Udin", "2", ""),
        ("Personil : -", "", "", ""),
    ],
)  # fmt: skip
def test_people_are_names_counts_and_partners(line: str, names: str, count: str, others: str):
    read = report(line)
    found = tuple(said(read, name) for name in ("personel", "jumlah_personel", "pihak_lain"))
    assert found == (names, count, others)


@pytest.mark.parametrize(
    ("hour", "begin", "end"),
    [
        ("Jam : 21,30 s/d 23,15 wita", "2026-11-25 21.30", "2026-11-25 23.15"),
        ("Jam : 21:00:00", "2026-11-25 21.00", ""),
        ("Pukul : 20.00 Wita s.d selesai", "2026-11-25 20.00", ""),
        ("Waktu : Pukul 21.00 Wita s/d 00.30 Wita", "2026-11-25 21.00", "2026-11-26 00.30"),
        ("Jam : 20.00 WITA s/d 06.00 WITA", "2026-11-25 20.00", "2026-11-26 06.00"),
        ("Jam : mulai jam 20.00 sampai jam 23.00", "2026-11-25 20.00", "2026-11-25 23.00"),
        ("Jam : 9:30 PM", "2026-11-25 21.30", ""),
        ("Jam : 2130", "? 2026-11-25 21.30", ""),
        ("Jam : setengah 9 malam", "? 2026-11-25 21.00", ""),
        ("Jam : 9 lewat 15 malam", "? 2026-11-25 21.00", ""),
        ("Jam : sekitar 20.00", "? 2026-11-25 20.00", ""),
        ("Jam : ba’da isya 20.00", "? 2026-11-25 20.00", ""),
        ("Jam : 20.00 WIB", "? 2026-11-25 20.00", ""),
        ("Jam : 8.00", "? 2026-11-25 20.00", ""),
        ("Jam : 10.00 - 12.00", "? 2026-11-25 22.00", "? 2026-11-26 12.00"),
        ("Jam : 3 malam", "? 2026-11-25 03.00", ""),
        ("Jam : malam hari, RT 20", "? 2026-11-25 20.00", ""),
        (
            "Jam : 20.00-22.00 dan 00.00-02.00",
            "2026-11-25 20.00", "? 2026-11-25 22.00",
        ),
        ("Jam : 22.00 - 20.00", "2026-11-25 22.00", "? 2026-11-26 20.00"),
        ("Jam : selesai", "", ""),
    ],
)  # fmt: skip
def test_hours_are_plain_or_marked(hour: str, begin: str, end: str):
    read = report(hour=hour)
    assert (said(read, "mulai"), said(read, "selesai")) == (begin, end)


@pytest.mark.parametrize(
    ("day", "done", "begin"),
    [
        ("Hari/Tgl : Rabu/25-11-2026", "Ronda", "2026-11-25 20.00"),
        ("Tgl : 25 Nov'26", "Ronda", "2026-11-25 20.00"),
        ("Tanggal : 2026-11-25", "Ronda", "2026-11-25 20.00"),
        ("Tanggal : 25 / Nopember / 2026", "Ronda", "2026-11-25 20.00"),
        ("Tanggal : 25/11", "Ronda", "? 2026-11-25 20.00"),
        ("Tanggal : 11/25/2026", "Ronda", ""),
        ("Tanggal : 25 dan 26 November 2026", "Ronda", "? 2026-11-25 20.00"),
        ("Hari : Rabu", "Ronda", "? 2026-11-25 20.00"),
        ("Hari/Tgl : 25 November 2026 (malam Kamis)", "Ronda", "2026-11-25 20.00"),
        ("Hari/Tgl : Malam Kamis, 26 November 2026", "Ronda", "? 2026-11-25 20.00"),
        ("Hari/Tgl : mlm Kamis 26/11/2026", "Ronda", "? 2026-11-25 20.00"),
        ("Tanggal : 26 November 2026", "Ronda malam Kamis", "? 2026-11-25 20.00"),
        ("Tanggal : 25 November 2026", "Ronda malam Kamis", "2026-11-25 20.00"),
        ("Tanggal laporan : 26 November 2026\n" + DAY, "Ronda", "2026-11-25 20.00"),
        ("Hari/Tgl : Rabu, 25 November 2027", "Ronda", "? 2027-11-25 20.00"),
        ("Hari/Tgl : Rabu 25 November 2026 M / 15 Jumadil Akhir 1448 H", "Ronda",
         "2026-11-25 20.00"),
    ],
)  # fmt: skip
def test_days_are_plain_or_marked(day: str, done: str, begin: str):
    assert said(report(day=day, done=done), "mulai") == begin


@pytest.mark.parametrize(
    ("done", "jenis"),
    [
        ("Patroli malam", "PATROLI"),
        ("Pengamanan pemakaman warga", "? PAM_GIAT"),
        ("Menjaga parkir latihan maulid habsyi", "? PAM_GIAT"),
        ("Gotong royong memperbaiki pos ronda", "SOSIAL"),
        ("Rapat persiapan pilkades", "? PEMILIHAN"),
        ("Sosialisasi bahaya kebakaran", "PENYULUHAN"),
        ("Penjagaan pasar malam", "? PAM_GIAT"),
        ("Jaga pos ronda", "JAGA_POS"),
        ("Penjagaan saat pemadaman listrik", "? PAM_GIAT"),
        ("Evakuasi ular di rumah warga", ""),
        ("Latihan gabungan Linmas", "LATIHAN"),
        ("Ronda dan jaga pos", "? JAGA_POS"),
        ("Silaturahmi", ""),
    ],
)
def test_one_jenis_is_sure_when_the_words_mean_one_thing(done: str, jenis: str):
    assert said(report(done=done, hour="Pukul : 20.00 Wita"), "jenis") == jenis


def test_a_label_inside_a_text_makes_it_unsure():
    read = report("Hasil : damai. Tindak lanjut : surat pernyataan")
    assert said(read, "hasil").startswith("? damai.") and said(read, "tindak_lanjut") == ""


def test_a_short_sentence_is_no_title():
    read = parse(JUAI, "Tadi malam ronda jam 10 di RT 02 Lalayau\nPersonil : Amat, Udin", NOW)
    assert [said(read, name)[:2] for name in ("jenis", "desa", "mulai", "tempat")] == ["? "] * 4
    assert said(read, "personel") == "Amat, Udin"


def test_a_letter_is_no_form():
    read = parse(
        JUAI,
        "Kepada Yth : Bapak Camat Juai\nDari : Kades Hamarung\nHal : Laporan\n"
        "Hari ini Jumat 27 November 2026 telah terjadi angin kencang, 3 rumah rusak.",
        NOW,
    )
    assert said(read, "desa") == "Hamarung"
    assert [said(read, name) for name in ("kind", "kejadian", "rumah")] == [
        "? kejadian", "? Angin kencang", "? 3",
    ]  # fmt: skip
    assert "telah terjadi angin kencang, 3 rumah rusak." in said(read, "uraian")


@pytest.mark.parametrize(
    ("title", "desa"),
    [
        ("LAPORAN RONDA DESA LALAYAU DAN HAMARUNG", "? Lalayau"),
        ("LAPORAN RONDA LINMAS DESA LALAYAU, MIHU", "? Lalayau"),
        ("LAPORAN RONDA LINMAS DS. SEI BATUNG", "Sungai Batung"),
        ("LAPORAN RONDA LINMAS DESA JUAI KEC. JUAI", "Juai"),
        ("LAPORAN RONDA LINMAS JUAI", "? Juai"),
        ("LAPORAN RONDA DI DESA MIHU", "? Mihu"),
        ("LAPORAN RONDA BERSAMA LINMAS DESA MIHU", "? Mihu"),
    ],
)
def test_the_village_is_the_one_that_reports(title: str, desa: str):
    text = f"{title}\n{DAY}\n{HOUR}\nTempat : Pos\nKegiatan : Ronda\nKet : aman"
    assert said(parse(JUAI, text, NOW), "desa") == desa
