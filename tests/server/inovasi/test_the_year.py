"""The innovation's year: the round that comes, the way, the sheet to copy, the second pair of eyes.

The rules that strike a claim are the product's own (a proposal, no law), and the page says so.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from server.inovasi import (
    evidence,
    innovation,
    innovation_round,
    innovation_sets,
    innovation_sheet,
    innovation_validator,
    round_words,
)
from server.inovasi.innovation_calendar import FILING, VALIDATION
from server.inovasi.innovation_eligibility import Verdict
from server.inovasi.innovation_validator import Checked
from server.inovasi.teks_pedoman import JALAN, PEDOMAN
from shared.clock import WITA
from tests.cast import JUAI, patrol
from tests.server.inovasi.kit import KASI, READER, VILLAGES, Story, kecamatan

PDF = b"%PDF-1.7 contoh"


@pytest.mark.parametrize(
    ("today", "tahun"),
    [
        (datetime(2026, 8, 31, 9, tzinfo=WITA), 2026), (datetime(2026, 9, 1, 9, tzinfo=WITA), 2027),
        (datetime(2026, 11, 30, 9, tzinfo=WITA), 2027),
    ],
)  # fmt: skip
def test_the_round_that_can_still_be_entered_is_shown_first(
    tmp_path: Path, today: datetime, tahun: int
):
    """Earlier rounds closed by 23 August at the latest (2023 to 2025, one source each)."""
    with kecamatan(tmp_path, today) as story:
        found = innovation_round.read(story.ctx, KASI)
        assert (found.tahun, found.projected) == (tahun, tahun == 2027)


def test_the_kecamatan_is_told_why_not_until_when_and_then_that_it_may(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        before = innovation_round.read(story.ctx, KASI)
        assert before.eligibility.verdict == Verdict.NO_LONGER
        assert "20 Maret 2023" in round_words.because(before.eligibility, 2027)
        change = round_words.would_make_it_so(before.eligibility)
        assert "1 Januari 2025 sampai 31 Desember 2026" in change and "Tinggal 37 hari" in change
        innovation.put(story.ctx, KASI, "kembang.1.mulai", "2026-12-15")
        after = innovation_round.read(story.ctx, KASI)
        assert after.eligibility.verdict == Verdict.MAY
        assert round_words.remarks(after.eligibility) == (
            "Tanggal itu belum tiba: yang dihitung adalah yang sungguh terjadi dan ada buktinya.",
            "Pengembangan itu belum punya berkas bukti; validator akan mencoretnya.",
        )
        evidence.add(story.ctx, KASI, 2026, "tahap:kembang_1", "foto", "Rilis.pdf", PDF)
        story.clock.move(days=30)
        proven = innovation_round.read(story.ctx, KASI)
        assert round_words.remarks(proven.eligibility) == ()


def test_the_products_own_first_uses_can_be_the_development(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        assert innovation_round.read(story.ctx, KASI).suggestions == ()
        story.send(patrol())
        found = innovation_round.read(story.ctx, KASI)
        assert [(one.kode, one.day) for one in found.suggestions] == [
            ("hp", date(2026, 11, 24)), ("laporan", date(2026, 11, 24)),
        ]  # fmt: skip
        innovation.put(story.ctx, KASI, "kembang.1.mulai", "2026-11-24")
        assert innovation_round.read(story.ctx, KASI).suggestions == ()


def test_another_years_calendar_is_data(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        made = innovation_sets.begin(story.ctx, KASI, 2027)
        lines = tuple(
            replace(one, mulai="2027-05-20", selesai="2027-08-20", yakin="satu", sumber="Surat X")
            if one.kode == FILING
            else one
            for one in made.kalender
        )
        innovation_sets.save(story.ctx, KASI, replace(made, kalender=lines))
        found = innovation_round.read(story.ctx, KASI, 2027)
        assert not found.projected
        told = [round_words.counted(one) for one in found.countdowns]
        assert told[1] == "Pengisian di sistem nasional dimulai 177 hari lagi, 20 Mei 2027"
        sheet = innovation_sets.as_json(story.ctx, KASI, 2027)
        assert innovation_sets.take_in(story.ctx, KASI, sheet).kalender == lines
        xlsx = innovation_sets.as_sheet(story.ctx, KASI, 2027)
        assert innovation_sets.take_in(story.ctx, KASI, xlsx).kalender == lines


@pytest.mark.parametrize(
    "spoiled",
    [
        {"mulai": "besok"}, {"mulai": "", "selesai": "2027-01-01"}, {"kode": "lain"},
        {"mulai": "2027-02-01", "selesai": "2027-01-01"}, {"yakin": "yakin sekali"},
    ],
)  # fmt: skip
def test_a_calendar_with_a_fault_is_refused(tmp_path: Path, spoiled: dict[str, Any]):
    with kecamatan(tmp_path) as story:
        one = innovation_sets.read(story.ctx, KASI, 2026)
        wrong = tuple(
            replace(line, **spoiled) if line.kode == VALIDATION else line for line in one.kalender
        )
        with pytest.raises(innovation_sets.SetError):
            innovation_sets.save(story.ctx, KASI, replace(one, kalender=wrong))
        assert innovation_sets.read(story.ctx, KASI, 2026) == one


def test_the_way_is_gone_one_step_at_a_time_and_each_round_anew(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        for step in JALAN:
            found = innovation_round.read(story.ctx, KASI).next_step
            assert found is not None and found.kode == step[0]
            innovation.put(story.ctx, KASI, f"jalan.2027.{step[0]}", True)
        assert innovation_round.read(story.ctx, KASI).next_step is None
        assert innovation_round.read(story.ctx, KASI, 2026).next_step is not None


def test_every_uncertain_line_bears_its_mark_and_source(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        found = innovation_round.read(story.ctx, KASI, 2026)
        for one in found.set.kalender:
            assert one.yakin in ("pasti", "satu", "periksa")
            assert one.sumber or one.yakin == "periksa", one
        for indicator in found.set.indikator:
            assert "30 November 2026" in indicator.sumber and indicator.yakin
        for step in found.way:
            assert step.yakin in ("pasti", "satu", "periksa") and step.sumber, step


@pytest.mark.parametrize(
    ("kode", "told", "yakin"),
    [
        ("63.11.01", "sinovda.balangankab.go.id", "pasti"),
        ("63.11.02", "sinovda.balangankab.go.id", "pasti"),
        ("63.1.11", "alamatnya dari Bapperida", "periksa"),
        ("64.11.01", "alamatnya dari Bapperida", "periksa"),
    ],
)
def test_the_portal_is_named_where_it_is_known_and_else_marked(kode: str, told: str, yakin: str):
    """Kabupaten Balangan is 63.11; of other kabupaten no address was found."""
    steps = {one.kode: one for one in innovation_round.way(replace(JUAI, kode=kode), {}, 2027)}
    step = steps["portal"]
    assert told in step.isi and step.yakin == yakin
    assert ("sinovda" in step.sumber) == (yakin == "pasti")


def test_the_guide_tells_the_inventor_how_a_trial_of_eight_weeks_is_run():
    chapters = dict(PEDOMAN)
    weeks = chapters["Penggagas inovasi: uji coba delapan minggu"]
    assert [step.split(":")[0] for step in weeks] == [f"Minggu {n}" for n in range(1, 9)]
    assert "Penggagas inovasi: sebelum uji coba" in chapters


# --- The sheet ------------------------------------------------------------------------------------


def test_the_sheet_has_every_field_of_the_form_with_its_length(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        innovation.put(story.ctx, KASI, "profil.nama_inisiator", "Kasi Trantib (contoh)")
        innovation.put(story.ctx, KASI, "profil.dasar_hukum", "PP 3/2002\nPermendagri 26/2020")
        page = innovation.page(story.ctx, KASI)
        items = {one.kode: one for one in innovation_sheet.profile(page)}
        for kode in ("nama_inisiator", "asta_cita", "urusan_beririsan", "waktu_kembang", "rancang"):
            assert kode in items, kode
        assert items["waktu_uji"].text == "26 Desember 2022"
        assert items["waktu_terap"].text == "20 Maret 2023"
        person = items["nama_inisiator"]
        assert (person.letters, person.words) == (21, 3)
        assert "PP 3/2002" not in items["rancang"].text
        assert "Permendagri 26/2020" in items["rancang"].text
        assert len(innovation_sheet.indicators(page)) == 20


def test_a_ticked_field_stays_ticked_in_its_year_only(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        innovation_sets.begin(story.ctx, KASI, 2027)
        innovation.put(story.ctx, KASI, innovation_sheet.tick_key(2027, "ind_16"), True)
        for tahun, done in ((2027, True), (2026, False)):
            page = innovation.page(story.ctx, KASI, tahun)
            claims = {one.kode: one.done for one in innovation_sheet.indicators(page)}
            assert claims["ind_16"] is done


# --- The second pair of eyes ----------------------------------------------------------------------


def eyes(story: Story, nomor: int) -> Checked:
    page = innovation.page(story.ctx, KASI, 2026)
    found = innovation_validator.check(page)
    return next(one for one in found if one.standing.indicator.nomor == nomor)


def codes(one: Checked) -> list[str]:
    return [finding.code for finding in one.findings]


def test_a_claim_without_a_file_is_struck_and_one_with_it_stands(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        innovation.put(story.ctx, KASI, "indikator.16.parameter", 1)
        bare = eyes(story, 16)
        assert bare.struck and bare.points == 0 and codes(bare) == ["tanpa_berkas"]
        evidence.add(story.ctx, KASI, 2026, "indikator:16", "sk", "SK Bupati 12.pdf", PDF)
        stands = eyes(story, 16)
        assert not stands.struck and stands.points == 3 and codes(stands) == []
        assert any("SK Bupati 12.pdf" in line for line in stands.behind)


@pytest.mark.parametrize(
    ("nomor", "parameter", "jenis", "nama", "code"),
    [
        (16, 1, "foto", "Foto SK.pdf", "jenis_lain"),
        (23, 3, "surat", "Surat tugas.pdf", "bukan_sk"),
        (23, 3, "sk", "Rancangan SK.pdf", "rancangan"),
        (18, 2, "lain", "DPA 2025.pdf", "kurang_berkas"),
    ],
)
def test_what_does_not_prove_the_claim_is_said(
    tmp_path: Path, nomor: int, parameter: int, jenis: str, nama: str, code: str
):
    with kecamatan(tmp_path) as story:
        innovation.put(story.ctx, KASI, f"indikator.{nomor}.parameter", parameter)
        evidence.add(story.ctx, KASI, 2026, f"indikator:{nomor}", jenis, nama, PDF)
        found = eyes(story, nomor)
        assert codes(found) == [code]
        assert found.struck == (code != "kurang_berkas")
        assert found.findings[0].sentence


def test_what_is_counted_from_reports_shows_them_and_asks_for_a_print(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        story.send(patrol())
        found = eyes(story, 19)
        assert found.claim == 3 and not found.struck and codes(found) == ["tanpa_cetak"]
        assert any("Lalayau" in line and "JUAI-2026-11-" in line for line in found.behind)


def test_actors_villages_people_and_dates_stand_behind_their_claims(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        innovation.put(story.ctx, KASI, "aktif.bulan", 1)
        story.send(patrol(pihak_lain=("Babinsa", "BPBD")))
        assert "Babinsa: 1 laporan" in eyes(story, 22).behind
        assert eyes(story, 33).behind == ("Lalayau",)
        assert any("Ida (contoh)" in line for line in eyes(story, 17).behind)
        assert "Waktu penerapan: 20 Maret 2023" in eyes(story, 32).behind


def test_long_lists_are_cut_and_say_so(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        innovation.put(story.ctx, KASI, "aktif.bulan", 1)
        for desa in VILLAGES[:12]:
            story.send(patrol(desa=desa))
        found = eyes(story, 33)
        assert (len(found.behind), found.more) == (8, 4)


def test_savings_above_the_table_are_doubted(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        innovation.put(story.ctx, KASI, "indikator.33.dasar", "c")
        innovation.put(story.ctx, KASI, "indikator.33.angka.c", 31)
        evidence.add(story.ctx, KASI, 2026, "indikator:33", "laporan", "Tabel.pdf", PDF)
        found = eyes(story, 33)
        assert codes(found) == ["luar_tabel"] and not found.struck


def test_who_only_reads_may_look_and_change_nothing(tmp_path: Path):
    from server.core.permit import NotAllowedError

    with kecamatan(tmp_path) as story:
        assert innovation_round.read(story.ctx, READER).tahun == 2027
        with pytest.raises(NotAllowedError):
            innovation.put(story.ctx, READER, "jalan.2027.layak", True)
