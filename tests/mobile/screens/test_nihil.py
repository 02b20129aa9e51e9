"""Nihil: two taps, and an honest word when reports speak against it."""

from __future__ import annotations

from datetime import datetime

import pytest

from shared.clock import WITA, FixedClock
from shared.laporan import Kind
from tests import cast
from tests.doubles.phone import memory_phone
from tests.mobile.screens.stage import staged

pytestmark = pytest.mark.anyio


async def test_two_taps_send_it() -> None:
    phone = memory_phone()
    async with staged(phone) as stage:
        await stage.sees("Semua sudah terkirim")
        await stage.tap("Nihil")
        await stage.sees("tidak ada kegiatan dan tidak ada kejadian")
        assert stage.tree.has("Pelapor: Ida (contoh), Kasi Pemerintahan")
        await stage.tap("Kirim nihil November")
        await stage.at("/terkirim/")
        sent = phone.laporan.open_records()[0]
        assert sent.current.kind == Kind.NIHIL
        assert sent.current.periode == "2026-11"


async def test_with_a_report_in_that_month_it_is_not_offered() -> None:
    phone = memory_phone()
    phone.laporan.put(cast.queued(cast.patrol()))
    async with staged(phone) as stage:
        await stage.sees("Belum terkirim: 1")
        await stage.tap("Nihil")
        await stage.sees("Bulan November sudah ada 1 laporan")
        assert not stage.tree.has("Kirim nihil November")


async def test_one_that_is_there_already_is_shown_instead_of_sent_twice() -> None:
    phone = memory_phone()
    done = cast.nihil()
    phone.laporan.put(cast.queued(done))
    async with staged(phone) as stage:
        await stage.sees("Belum terkirim: 1")
        await stage.tap("Nihil")
        await stage.sees("Nihil November sudah dibuat.")
        await stage.tap("Lihat laporan nihil")
        await stage.at(f"/laporan/{done.id}")
        await stage.sees("November 2026")


async def test_in_the_first_days_of_a_month_the_last_one_is_offered_first() -> None:
    phone = memory_phone()
    assert isinstance(phone.clock, FixedClock)
    phone.clock.at = datetime(2026, 12, 3, 9, 0, tzinfo=WITA)
    async with staged(phone) as stage:
        await stage.sees("Semua sudah terkirim")
        await stage.tap("Nihil")
        await stage.sees("Kirim nihil November")
        assert stage.tree.has("pada bulan November")
        assert stage.tree.has("Desember")


async def test_after_the_deadline_the_month_that_is_asked_for_can_still_be_answered() -> None:
    phone = memory_phone()
    assert isinstance(phone.clock, FixedClock)
    phone.clock.at = datetime(2026, 12, 8, 9, 0, tzinfo=WITA)
    async with staged(phone) as stage:
        await stage.sees("Semua sudah terkirim")
        await stage.tap("Nihil")
        await stage.tap("Kirim nihil November")
        await stage.at("/terkirim/")
        assert phone.laporan.open_records()[0].current.periode == "2026-11"


async def test_a_nihil_of_a_month_that_has_hardly_begun_is_asked_about() -> None:
    phone = memory_phone()
    assert isinstance(phone.clock, FixedClock)
    phone.clock.at = datetime(2026, 12, 3, 9, 0, tzinfo=WITA)
    async with staged(phone) as stage:
        await stage.sees("Semua sudah terkirim")
        await stage.tap("Nihil")
        await stage.tap("Desember")
        await stage.tap("Kirim nihil Desember")
        await stage.sees("Desember baru dimulai")
        assert phone.laporan.open_records() == []
        await stage.tap("Tetap kirim nihil Desember")
        await stage.at("/terkirim/")
        assert phone.laporan.open_records()[0].current.periode == "2026-12"
