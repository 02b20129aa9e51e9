"""What is said of the law, and what a draft decree cites: whole names, with marks and sources.

Sources: news of Ditjen Bina Adwil and JPNN of 8 September 2025 (the circular); the preambles of
PP 38/2017, Permendagri 26/2020, 84/2014 and 42/2017 as third parties show them; BSKDN 23 March
2021 (Permendagri 104/2018); Possindo 4 November 2022 (Perbup 40/2021); Klik Kalimantan 12 July
2025 (Perda 6/2022); all read on 30 November 2026.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.core import office
from server.inovasi import innovation, legal_basis, survey
from server.inovasi import teks_hukum as law
from server.pribadi import teks as teks_pribadi
from shared.documents.privacy_notice import notice
from shared.roles import Role
from tests.cast import JUAI
from tests.server.inovasi.kit import KASI, Story, kecamatan
from tests.server.inovasi.test_papers import made


def test_every_line_says_how_sure_it_is_and_where_it_was_read():
    for one in (*law.BERLAKU, *law.USULAN):
        assert one.keyakinan in law.KEYAKINAN, one
        assert "30 November 2026" in one.sumber, one
    assert all(sure in law.KEYAKINAN for _, sure in law.TUGAS.values())
    assert "30 November 2026" in law.SUMBER_TUGAS


@pytest.mark.parametrize(
    ("begins", "says", "mark"),
    [
        ("SE Mendagri 300.1.4/e.1/BAK, 3 September 2025", "SIM Linmas", law.PASTI),
        ("UU 23/2014, Pasal 255", "Polisi Pamong Praja", law.PASTI),
        ("UU 23/2014, Pasal 386 sampai 390", "Inovasi daerah", law.PASTI),
        ("Perda Kabupaten Balangan 6/2022", "periksa perubahannya", law.SATU),
        ("Kode klasifikasi surat Linmas: 300.1.4", "nomor surat", law.PASTI),
    ],
)
def test_what_is_in_force_is_told(begins: str, says: str, mark: str):
    (found,) = [one for one in law.BERLAKU if one.nama == begins]
    assert says in found.guna and found.keyakinan == mark


def test_the_strongest_mandate_stands_first():
    assert law.BERLAKU[0].nama.startswith("SE Mendagri 300.1.4/e.1/BAK")


def test_what_the_proposal_takes_for_its_basis_but_is_not_must_not_be_printed():
    (found,) = [one for one in law.USULAN if one.nama.startswith("PP 3/2002")]
    assert found.keyakinan == law.JANGAN and "Jangan dicetak" in found.kini


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("PP 3/2002 Keamanan", ("pp", "3", "2002")),
        ("Peraturan Pemerintah Nomor 3 Tahun 2002 tentang X", ("pp", "3", "2002")),
        ("PP No. 3 Tahun 2002", ("pp", "3", "2002")),
        ("UU 23/2014, Pasal 358", ("uu", "23", "2014")),
        ("Permendagri 26 / 2020", ("permendagri", "26", "2020")),
        ("Perda Kabupaten Balangan 6/2022 tentang", ("perda", "6", "2022")),
        ("Peraturan Bupati Balangan Nomor 40 Tahun 2021", ("perbup", "40", "2021")),
        ("Keppres 48/2018", ("keppres", "48", "2018")),
        ("Hasil musyawarah desa", None),
    ],
)
def test_an_instrument_is_known_however_it_is_written(line: str, key: object):
    assert legal_basis.key_of(line) == key


def test_a_decree_cites_whole_names_in_their_rank_and_adds_what_was_entered():
    own = "PP 3/2002\nPermendagri 26/2020\nKeppres 48/2018\nPerda Kalsel 6/2020"
    cited = [one.text for one in legal_basis.minding(own)]
    assert all(" Nomor " in text and " Tahun " in text for text in cited[:-1])
    assert cited[0].startswith("Undang-Undang Nomor 2 Tahun 2003")
    assert cited[-1] == "Perda Kalsel 6/2020;"
    for part in (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah, Pasal 386",
        "Peraturan Pemerintah Nomor 38 Tahun 2017 tentang Inovasi Daerah",
        "Peraturan Menteri Dalam Negeri Nomor 104 Tahun 2018 tentang Penilaian dan Pemberian",
        "Peraturan Bupati Balangan Nomor 40 Tahun 2021 tentang Pelaksanaan Inovasi Daerah",
    ):
        assert any(text.startswith(part) for text in cited), part
    assert not any("2002" in text or "Keppres" in text for text in cited)
    assert legal_basis.withheld(own) == ("PP 3/2002",)


@pytest.mark.parametrize("jenis", ["pdf", "docx"])
def test_the_draft_decree_is_one_of_the_regent_with_all_its_parts(tmp_path: Path, jenis: str):
    """Indicators 16 and 23 ask for a decree of the head of the region (one source)."""
    with kecamatan(tmp_path) as story:
        told = made(story, "sk", jenis)
        for part in (
            "KEPUTUSAN BUPATI BALANGAN", "Menimbang", "Mengingat", "MEMUTUSKAN:", "Menetapkan",
            "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "[cocok di dua sumber]",
            "[dari satu sumber]", "[perlu diperiksa kecamatan]", "300.1.4/e.1/BAK",
        ):  # fmt: skip
            assert part in told, part
        assert "KEPUTUSAN CAMAT" not in told and "CAMAT JUAI," not in told


def test_the_camat_signs_on_behalf_of_the_regent_where_that_is_chosen(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        innovation.put(story.ctx, KASI, "sk.bentuk", "camat")
        told = made(story, "sk")
        assert "ATAS NAMA BUPATI BALANGAN" in told and "a.n. BUPATI BALANGAN CAMAT JUAI," in told


def _admin(story: Story) -> None:
    from server.core import accounts

    accounts.add(story.ctx, "mesin", Role.ADMIN, "kata-sandi-contoh", nama="Admin sistem (contoh)")


def test_no_account_stands_in_the_decree_but_those_who_sign_do(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        _admin(story)
        people = {"nama": "Camat (contoh)", "pangkat": "", "nip": ""}
        office.change(story.ctx, KASI, {"camat": people})
        told = made(story, "sk", "docx")
        assert "Admin sistem (contoh)" not in told and "mesin" not in told
        assert "Camat (contoh)" in told


def test_what_must_not_be_printed_is_not_and_the_draft_says_so(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        innovation.put(story.ctx, KASI, "profil.dasar_hukum", "PP 3/2002\nPermendagri 26/2020")
        sk, profile = made(story, "sk"), made(story, "profil")
        assert "Tidak dicetak karena mengatur hal lain: PP 3/2002." in sk
        assert "PP 3/2002" not in profile and "Perda Kabupaten Balangan 6/2022" in profile
        assert "Linmas [perlu diperiksa kecamatan]" in profile


def test_the_profile_begins_with_what_the_proposal_says(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        facts = innovation.page(story.ctx, KASI).facts
        assert facts["profil.definisi"].startswith("SINAR LINMAS (Sinergi Linmas Dengan Masya")
        assert len(facts["profil.hukum_proposal"].splitlines()) == 5
        for name in ("nama_inisiator", "asta_cita", "urusan_beririsan"):
            innovation.put(story.ctx, KASI, f"profil.{name}", f"{name} (contoh)")
        told = made(story, "profil")
        for name in ("nama_inisiator", "asta_cita", "urusan_beririsan"):
            assert f"{name} (contoh)" in told


@pytest.mark.parametrize(
    ("population", "said"),
    [
        (None, "Jumlah pengguna layanan belum diketahui"), (1, "paling sedikit 1: terpenuhi"),
        (10, "MASIH KURANG 9"),
    ],
)  # fmt: skip
def test_the_survey_report_says_whether_enough_have_answered_and_who(
    tmp_path: Path, population: int | None, said: str
):
    with kecamatan(tmp_path) as story:
        innovation.put(story.ctx, KASI, "skm.populasi", population)
        survey.set_open(story.ctx, KASI, is_open=True)
        survey.answer_public(story.ctx, [4] * 9, "", {"umur": "u45"})
        told = made(story, "skm")
        assert said in told and "36 sampai 45 tahun" in told and "Tidak diisi" in told
        assert "Halaman publik memakai angka yang sama" in told


def test_access_is_given_within_three_days_on_the_phone_and_at_the_desk():
    """UU 27/2022, Pasal 32(2): access within 3 x 24 hours (one source)."""
    whole = " ".join(line for part in notice(JUAI, {}) for line in part.lines)
    for told in (whole, teks_pribadi.DP_HAK_ISI):
        assert re.search(r"salinan.{0,60}3x24 jam.{0,60}27(/| Tahun )2022 Pasal 32 ayat 2", told)
