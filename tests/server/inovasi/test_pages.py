"""The pages of the evidence show what was counted, and enter what is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.core.rows import settings_rows
from server.inovasi import evidence, innovation, teks_hukum
from server.inovasi import teks as inovasi_teks
from server.inovasi.rows import innovation_rows
from tests.cast import patrol
from tests.server.desk.window import HP, read, window
from tests.server.inovasi.kit import KASI, READER, VILLAGES, kecamatan

pytestmark = pytest.mark.anyio


async def test_the_overview_counts_and_names_what_is_missing(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        innovation.put(story.ctx, KASI, "aktif.bulan", 1)
        for desa in VILLAGES[:10]:
            story.send(patrol(desa=desa))
        async with window(story.ctx, "/bukti") as seen:
            assert seen.has("Tidak lagi boleh diajukan untuk putaran 2027")
            assert seen.has("47,6%") and seen.has("10 dari 21 desa rutin melapor, 47,6 persen")
            assert seen.has("Kurang 1 desa")
            assert not seen.has(inovasi_teks.CONTOH)
        story.send(patrol(desa=VILLAGES[10]))
        async with window(story.ctx, "/bukti", size=HP) as seen:
            assert seen.has("52,4%") and seen.has("3 dari 3")


async def test_made_up_data_say_so_on_every_page(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        with story.ctx.database.write() as db:
            settings_rows.put(db, innovation_rows.SAMPLE, "true")
        for route in (
            "/bukti", "/bukti/indikator/33", "/bukti/ukuran/2026", "/bukti/ukuran/2026/berfoto",
            "/bukti/perjalanan", "/bukti/profil",
        ):  # fmt: skip
            async with window(story.ctx, route) as seen:
                assert seen.has(inovasi_teks.CONTOH), route


@pytest.mark.parametrize(
    ("route", "said"),
    [
        ("/bukti/indikator/33", "Seberapa besar manfaat"),
        ("/bukti/indikator/16", inovasi_teks.IN_LACAK),
        ("/bukti/ukuran/2026", inovasi_teks.UKURAN["tepat_waktu"][1]),
        ("/bukti/ukuran/2026-11", inovasi_teks.UK_KOSONG),
        ("/bukti/ukuran/uji-coba", inovasi_teks.UK_UJI_KOSONG),
        ("/bukti/ukuran/2026/mitra", "pesan_laporan"),
        ("/bukti/perjalanan", "26 Desember 2022"),
        ("/bukti/profil", inovasi_teks.PR_RANCANG),
        ("/bukti/tahun", "BSKDN"),
        ("/bukti/tahun?tahun=2026&nomor=33", inovasi_teks.TH_SIMPAN),
        ("/bukti/dasar-hukum", teks_hukum.HATI_HATI),
        ("/bukti/apa", "Halaman ini tidak ada."),
    ],
)
async def test_each_page_opens_at_its_address(tmp_path: Path, route: str, said: str):
    with kecamatan(tmp_path) as story:
        async with window(story.ctx, route) as seen:
            assert seen.has(said)


async def test_the_reports_behind_a_figure_are_one_press_away(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        story.send(patrol(tempat="Poskamling RT 07"))
        async with window(story.ctx, "/bukti/ukuran/2026/tepat_waktu") as seen:
            assert seen.has("Poskamling RT 07")


async def test_the_trial_shows_its_weeks_once_it_is_planned(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        for key, value in (
            ("uji.mulai", "2026-11-10"), ("uji.selesai", "2026-11-30"),
            ("uji.desa", VILLAGES[:3]),
        ):  # fmt: skip
            innovation.put(story.ctx, KASI, key, value)
        story.send(patrol(desa=VILLAGES[0]))
        async with window(story.ctx, "/bukti/perjalanan") as seen:
            assert seen.has("1 dari 3 desa, 1 laporan, 100% cepat")
            assert seen.has(inovasi_teks.PJ_MINGGU_KOSONG)


async def test_a_weight_is_edited_in_the_form_of_its_year(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        async with window(story.ctx, "/bukti/tahun?tahun=2026&nomor=33") as seen:
            await seen.type(inovasi_teks.TH_BOBOT, "0")
            await seen.tap(inovasi_teks.TH_SIMPAN)
            await read(seen)
            assert seen.has(inovasi_teks.TH_SALAH.format(tempat="indikator 33: bobot"))
            await seen.type(inovasi_teks.TH_BOBOT, "4,5")
            await seen.tap(inovasi_teks.TH_SIMPAN)
            await read(seen)
            assert seen.has(inovasi_teks.IN_BOBOT.format(bobot="4,5"))
        found = innovation.page(story.ctx, KASI).overview.find(33)
        assert found is not None and found.indicator.bobot == 4.5


async def test_next_year_is_a_press_away_and_a_reader_finds_no_button(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        async with window(story.ctx, "/bukti/tahun", account=READER) as seen:
            assert not seen.has(inovasi_teks.TH_SALIN.format(tahun=2027))
        async with window(story.ctx, "/bukti/tahun") as seen:
            await seen.tap(inovasi_teks.TH_SALIN.format(tahun=2027))
            await read(seen)
            assert seen.route == "/bukti/tahun?tahun=2027"
            assert seen.has(inovasi_teks.TH_SALIN.format(tahun=2028))


async def test_a_chosen_parameter_waits_for_its_file(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        async with window(story.ctx, "/bukti/indikator/16") as seen:
            await seen.tap(inovasi_teks.IN_PARAMETER.format(n=2))
            await read(seen)
            assert seen.has(inovasi_teks.KURANG_BERKAS) and seen.has(inovasi_teks.IN_DIPILIH)
            evidence.add(story.ctx, KASI, 2026, "indikator:16", "sk", "SK.pdf", b"%PDF-1.7")
            await seen.until(lambda: seen.has("6 dari 9 poin"), 30)
            assert seen.has(inovasi_teks.IN_TERCAPAI) and seen.has("SK.pdf")


async def test_everything_is_packed_in_the_background(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        async with window(story.ctx, "/bukti") as seen:
            await seen.tap(inovasi_teks.UNDUH_SEMUA)
            await seen.until(lambda: seen.has("Siap diunduh: Bukti inovasi 2026.zip"), 60)
        async with window(story.ctx, "/bukti", account=READER) as seen:
            assert not seen.has(inovasi_teks.UNDUH_SEMUA) and not seen.has(inovasi_teks.DOKUMEN)


async def test_two_villages_pressed_at_once_are_both_in(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        async with window(story.ctx, "/bukti/perjalanan") as seen:
            first, second = seen.named("Muara Ninian"), seen.named("Hamarung")
            await seen.tap(first)
            await seen.tap(second)
            await read(seen)
        assert innovation.page(story.ctx, KASI).facts["uji.desa"] == VILLAGES[:2]


async def test_a_phone_for_practice_is_marked_where_the_figures_are(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        story.send(patrol(desa=VILLAGES[0]))
        async with window(story.ctx, "/bukti/ukuran/2026") as seen:
            assert seen.has("1 dari 21")
            await seen.tap("Muara Ninian, Ida (contoh)")
            await seen.until(lambda: seen.has("0 dari 21"), 30)


@pytest.mark.parametrize("size", [(1366, 768), HP])
@pytest.mark.parametrize(
    ("route", "said"),
    [
        ("/bukti/kelayakan", "Tidak lagi boleh diajukan untuk putaran 2027"),
        ("/bukti/kelayakan?tahun=2026", "Tidak lagi boleh diajukan untuk putaran 2026"),
        ("/bukti/kelayakan?langkah=portal", "Salin lembar isian ke portal"),
        ("/bukti/lembar", inovasi_teks.LB_SUMBER),
        ("/bukti/validator", inovasi_teks.VL_KET),
        ("/bukti/tahun", "Kalender putaran 2026"),
    ],
)
async def test_each_page_of_the_year_opens(
    tmp_path: Path, route: str, said: str, size: tuple[int, int]
):
    with kecamatan(tmp_path) as story:
        async with window(story.ctx, route, size=size) as seen:
            assert seen.has(said)
