"""The pages of the evidence show what was counted, and enter what is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from server import teks_hukum
from server import teks_inovasi as words
from server.store import innovation_rows, settings_rows
from server.usecases import innovation
from tests.cast import patrol
from tests.server.innovation.kit import VILLAGES, kecamatan
from tests.server.staff.window import HP, window

pytestmark = pytest.mark.anyio


async def test_the_overview_counts_and_names_what_is_missing(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        for desa in VILLAGES[:10]:
            story.send(patrol(desa=desa))
        async with window(story.ctx, "/bukti") as seen:
            assert seen.has("47,6%") and seen.has("10 dari 21 desa aktif, 47,6 persen")
            assert seen.has("Kurang 1 desa")
            assert not seen.has(words.CONTOH)
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
                assert seen.has(words.CONTOH), route


@pytest.mark.parametrize(
    ("route", "said"),
    [
        ("/bukti/indikator/33", "Seberapa besar manfaat"),
        ("/bukti/indikator/16", words.IN_LACAK),
        ("/bukti/ukuran/2026", words.UKURAN["tepat_waktu"][1]),
        ("/bukti/ukuran/2026-11", words.UK_KOSONG),
        ("/bukti/ukuran/uji-coba", words.UK_UJI_KOSONG),
        ("/bukti/ukuran/2026/mitra", "pesan_laporan"),
        ("/bukti/perjalanan", "26 Desember 2022"),
        ("/bukti/profil", words.PR_RANCANG),
        ("/bukti/tahun", "BSKDN"),
        ("/bukti/tahun?tahun=2026&nomor=33", words.TH_SIMPAN),
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
        from tests.server.innovation.kit import KASI

        for key, value in (
            ("uji.mulai", "2026-11-10"), ("uji.selesai", "2026-11-30"),
            ("uji.desa", VILLAGES[:3]),
        ):  # fmt: skip
            innovation.put(story.ctx, KASI, key, value)
        story.send(patrol(desa=VILLAGES[0]))
        async with window(story.ctx, "/bukti/perjalanan") as seen:
            assert seen.has("1 dari 3 desa, 1 laporan, 100% tepat waktu")
            assert seen.has(words.PJ_MINGGU_KOSONG)
