"""A report's text as the village's WhatsApp group knows it: the customary order, WITA, the resi."""

from __future__ import annotations

from dataclasses import replace

from shared.documents.wa_text import wa_text
from shared.laporan import Ditarik
from tests import cast
from tests.cast import JUAI


def test_a_patrol_follows_the_customary_order() -> None:
    text = wa_text(JUAI, cast.patrol(foto=(cast.foto(),), kendala="Lampu pos mati"))
    order = ("Izin melaporkan", "Hari, tanggal", "Pukul", "Tempat", "Kegiatan", "Personel",
             "Uraian", "Hasil", "Kendala", "Dokumentasi", "Demikian", "Pelapor")  # fmt: skip
    places = [text.index(word) for word in order]
    assert places == sorted(places)


def test_it_reads_like_this() -> None:
    assert wa_text(JUAI, cast.patrol(), "JUAI-2026-11-0042") == (
        "*LAPORAN KEGIATAN SATLINMAS*\n"
        "*Desa Lalayau, Kecamatan Juai*\n"
        "\n"
        "Izin melaporkan:\n"
        "*Hari, tanggal:* Selasa, 24 November 2026\n"
        "*Pukul:* 20.00 s.d. 23.00 WITA\n"
        "*Tempat:* Poskamling RT 02\n"
        "*Kegiatan:* Patroli / ronda malam (siskamling)\n"
        "*Personel:* Amat (contoh), Udin (contoh) (2 orang)\n"
        "*Pihak lain:* Babinsa\n"
        "\n"
        "*Uraian:* Ronda keliling RT 01 sampai RT 04, keadaan aman.\n"
        "*Hasil:* Aman terkendali\n"
        "\n"
        "Demikian dilaporkan, terima kasih.\n"
        "\n"
        "Pelapor: Ida (contoh), Kasi Pemerintahan\n"
        "Nomor resi: JUAI-2026-11-0042"
    )


def test_it_begins_with_the_greeting_that_the_office_has_chosen() -> None:
    assert "\n\nSelamat pagi, izin melaporkan:\n" in wa_text(
        JUAI, cast.patrol(), salam="Selamat pagi"
    )


def test_a_kejadian_counts_victims_and_names_nobody() -> None:
    flood = cast.flood()
    assert flood.kejadian is not None
    detail = replace(flood.kejadian, mengungsi_jiwa=6, dihubungi=("TRC BPBD",))
    text = wa_text(JUAI, replace(flood, kejadian=detail))
    assert text.startswith("*LAPORAN KEJADIAN*")
    assert "*Kejadian:* Banjir" in text
    assert "*Korban dan dampak:* mengungsi 6 jiwa, rumah terdampak 3" in text
    assert "*Sudah dihubungi:* TRC BPBD" in text


def test_a_nihil_says_the_month() -> None:
    assert "Bulan November 2026: *NIHIL*" in wa_text(JUAI, cast.nihil())


def test_what_was_not_filled_in_is_left_out() -> None:
    text = wa_text(JUAI, cast.patrol(personel=(), jumlah_personel=0, pihak_lain=(), hasil=""))
    for word in ("Personel", "Pihak lain", "Hasil", "Dasar", "Nomor resi", "Dokumentasi"):
        assert word not in text


def test_a_night_over_midnight_keeps_one_line() -> None:
    text = wa_text(JUAI, cast.patrol(selesai="2026-11-25T02:00:00+08:00"))
    assert "*Pukul:* 20.00 s.d. 02.00 WITA" in text


def test_other_offsets_are_read_in_wita() -> None:
    text = wa_text(JUAI, cast.patrol(mulai="2026-11-24T12:00:00Z", selesai=None))
    assert "*Pukul:* 20.00 WITA" in text


def test_a_withdrawn_report_says_so() -> None:
    gone = Ditarik("Salah tanggal", "2026-11-25T08:00:00+08:00")
    assert "sudah ditarik: Salah tanggal" in wa_text(JUAI, cast.patrol(ditarik=gone))
