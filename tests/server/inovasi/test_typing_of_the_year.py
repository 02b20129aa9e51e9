"""What is typed on the page of a round stays, whatever is stored and drawn anew meanwhile."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from server.core.context import Context
from server.desk import attention, reading
from server.inovasi import innovation, innovation_sets, teks
from tests.cast import JUAI
from tests.server.desk.window import read, window
from tests.server.inovasi.kit import KASI, kecamatan

pytestmark = pytest.mark.anyio

DAY, WHAT = teks.KL_KEMBANG_TANGGAL.format(n=1), teks.KL_KEMBANG_APA.format(n=1)


async def test_a_development_that_is_typed_stays_in_its_fields(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        async with window(story.ctx, "/bukti/kelayakan?tahun=2027") as seen:
            await seen.type(DAY, "15 Desember 2026")
            await seen.until(lambda: seen.has("Boleh diajukan untuk putaran 2027"))
            await seen.type(WHAT, "Laporan lewat HP")
            await seen.until(lambda: seen.has("Karena dikembangkan 15 Desember 2026"))
            for _ in range(10):
                await seen.settle()
            assert seen.field(WHAT).value == "Laporan lewat HP"
            assert seen.field(DAY).value == "15 Desember 2026"
        facts = innovation.page(story.ctx, KASI).facts
        assert facts["kembang.1.mulai"] == "2026-12-15"
        assert facts["kembang.1.apa"] == "Laporan lewat HP"


async def test_the_calendar_of_a_new_year_is_not_that_of_the_old_one(tmp_path: Path):
    """What was drawn for one year must not be saved into another."""
    with kecamatan(tmp_path) as story:
        async with window(story.ctx, "/bukti/tahun") as seen:
            await seen.tap(teks.TH_SALIN.format(tahun=2027))
            await seen.until(lambda: seen.has(teks.TH_KALENDER.format(tahun=2027)))
            await seen.settle(0.3)
            name = "Penerapan atau pengembangan"
            first = teks.TH_ACARA.format(nama=name, isian=teks.TH_MULAI)
            assert seen.field(first).value == "1 Januari 2025"
            await seen.tap(teks.TH_KALENDER_SIMPAN)
            await seen.until(lambda: seen.has(teks.IN_TERSIMPAN))
        kept = innovation_sets.read(story.ctx, KASI, 2027).kalender[0]
        assert (kept.mulai, kept.selesai) == ("2025-01-01", "2026-12-31")


async def test_a_day_that_cannot_be_read_stays_and_is_told(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        async with window(story.ctx, "/bukti/kelayakan?tahun=2027") as seen:
            await seen.type(DAY, "kapan-kapan")
            field = seen.field(DAY)
            await seen.fire(field, "blur")
            await seen.until(lambda: seen.has(teks.KL_TANGGAL_SALAH))
            assert seen.field(DAY).value == "kapan-kapan"
        assert "kembang.1.mulai" not in innovation.page(story.ctx, KASI).facts


async def test_a_village_pressed_again_before_it_is_seen_to_be_chosen_stays_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """On a slow link the server has drawn it long before the person sees it."""
    is_seen = asyncio.Event()
    monkeypatch.setattr(attention, "painted", is_seen.wait)
    monkeypatch.setattr(reading, "ONCE_S", 0)
    name, kode = JUAI.desa[0].nama, JUAI.desa[0].kode
    with kecamatan(tmp_path) as story:
        async with window(story.ctx, "/bukti/perjalanan") as seen:
            for _ in range(2):
                await seen.tap(name)
                await seen.until(lambda: kode in _villages(story.ctx))
                await read(seen)
            assert _villages(story.ctx) == [kode]
            is_seen.set()
            await seen.settle(0.3)
            await seen.tap(name)
            await seen.until(lambda: _villages(story.ctx) == [])


def _villages(ctx: Context) -> list[str]:
    return innovation.page(ctx, KASI).facts.get("uji.desa", [])


def test_a_village_of_the_trial_pressed_twice_is_chosen_once(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        for _ in range(2):
            innovation.put_item(story.ctx, KASI, "uji.desa", JUAI.desa[0].kode, into=True)
        innovation.put_item(story.ctx, KASI, "uji.desa", JUAI.desa[1].kode, into=True)
        chosen = innovation.page(story.ctx, KASI).facts["uji.desa"]
    assert chosen == [JUAI.desa[0].kode, JUAI.desa[1].kode]
