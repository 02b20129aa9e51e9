"""After sending: safe first, eight seconds to take it back, then what happens, as it happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mobile.domain.record import Record, finished, reopened
from mobile.domain.record_answers import text_received
from mobile.usecases.phone import Phone
from shared.clock import FixedClock, format_time
from shared.laporan import Laporan, RincianKejadian
from shared.protocol import Gap
from shared.status import PhoneState
from tests import cast
from tests.doubles.phone import memory_phone
from tests.mobile.screens.stage import staged

pytestmark = pytest.mark.anyio


def _held(laporan: Laporan, phone: Phone) -> Record:
    now = phone.clock.now()
    until = format_time(now + timedelta(seconds=8))
    return finished(cast.draft_of(laporan), format_time(now), until)


async def test_it_says_that_it_is_safe_and_what_comes_next() -> None:
    phone = memory_phone()
    report = cast.patrol()
    phone.laporan.put(cast.queued(report))
    async with staged(phone, route=f"/terkirim/{report.id}") as stage:
        await stage.sees("Laporan aman di HP ini")
        for words in ("Patroli / ronda, 24 November", "Apa berikutnya?", "Tersimpan",
                      "Terkirim sendiri saat ada sinyal"):  # fmt: skip
            assert stage.tree.has(words), words
        assert not stage.tree.has("Batalkan kiriman")


async def test_within_eight_seconds_it_becomes_a_draft_again() -> None:
    phone = memory_phone()
    report = cast.patrol()
    phone.laporan.put(_held(report, phone))
    async with staged(phone, route=f"/terkirim/{report.id}") as stage:
        await stage.sees("Batalkan kiriman (8 detik)")
        await stage.tap("Batalkan kiriman (8 detik)")
        await stage.at(f"/kegiatan/{report.id}")
        record = phone.laporan.get(report.id)
        assert record is not None
        assert record.state is PhoneState.DRAFT


async def test_the_seconds_run_down_and_the_button_goes() -> None:
    phone = memory_phone()
    report = cast.patrol()
    phone.laporan.put(_held(report, phone))
    async with staged(phone, route=f"/terkirim/{report.id}") as stage:
        await stage.sees("Batalkan kiriman (8 detik)")
        assert isinstance(phone.clock, FixedClock)
        phone.clock.move(seconds=3)
        stage.told()
        await stage.sees("Batalkan kiriman (5 detik)")
        phone.clock.move(seconds=6)
        stage.told()
        await stage.tree.until(lambda: not stage.tree.has("Batalkan kiriman"))


async def test_a_nihil_that_is_taken_back_is_gone() -> None:
    phone = memory_phone()
    report = cast.nihil()
    phone.laporan.put(_held(report, phone))
    async with staged(phone, route=f"/terkirim/{report.id}") as stage:
        await stage.sees("Batalkan kiriman (8 detik)")
        await stage.tap("Batalkan kiriman (8 detik)")
        await stage.sees("Nihil dibatalkan.")
        assert phone.laporan.get(report.id) is None


async def test_the_receipt_appears_by_itself() -> None:
    phone = memory_phone()
    report = cast.patrol()
    phone.laporan.put(cast.queued(report))
    async with staged(phone, route=f"/terkirim/{report.id}") as stage:
        await stage.sees("Laporan aman di HP ini")
        at = "2026-11-24T20:46:00+08:00"
        phone.laporan.update(report.id, lambda r: text_received(r, 1, "JUAI-2026-11-0042", (), at))
        stage.told()
        await stage.sees("Diterima kecamatan")
        assert stage.tree.has("Nomor resi JUAI-2026-11-0042")


async def test_photos_on_their_way_are_counted() -> None:
    phone = memory_phone()
    photos = tuple(cast.foto(letter * 64) for letter in "abc")
    report = cast.patrol(foto=photos)
    record = text_received(
        cast.queued(report), 1, "JUAI-2026-11-0042", ("c" * 64,), "2026-11-24T20:46:00+08:00"
    )
    phone.laporan.put(record)
    async with staged(phone, route=f"/terkirim/{report.id}") as stage:
        await stage.sees("Teks sudah diterima, foto 2 dari 3")


async def test_a_refusal_is_told_here_too() -> None:
    phone = memory_phone()
    report = cast.patrol()
    gap = Gap("selesai", "end_before_start")
    phone.laporan.put(replace(cast.queued(report), sent_state=PhoneState.REFUSED, problems=(gap,)))
    async with staged(phone, route=f"/terkirim/{report.id}") as stage:
        await stage.sees("Jam selesai lebih awal dari jam mulai.")


async def test_a_sending_that_was_taken_back_says_so_in_the_form() -> None:
    phone = memory_phone()
    report = cast.patrol()
    phone.laporan.put(_held(report, phone))
    async with staged(phone, route=f"/terkirim/{report.id}") as stage:
        await stage.sees("Batalkan kiriman (8 detik)")
        await stage.tap("Batalkan kiriman (8 detik)")
        await stage.sees("Kiriman dibatalkan. Laporan ini belum dikirim")


async def test_a_correction_that_was_taken_back_is_named_unsent_everywhere() -> None:
    phone = memory_phone()
    first = text_received(
        cast.queued(cast.patrol()), 1, "JUAI-2026-11-0042", (), "2026-11-24T20:50:00+08:00"
    )
    again = reopened(first, "2026-11-24T20:55:00+08:00")
    assert again.draft is not None
    until = format_time(phone.clock.now() + timedelta(seconds=8))
    phone.laporan.put(finished(again, format_time(phone.clock.now()), until))
    async with staged(phone, route=f"/terkirim/{first.id}") as stage:
        await stage.sees("Batalkan kiriman (8 detik)")
        await stage.tap("Batalkan kiriman (8 detik)")
        await stage.sees("laporan yang sudah diterima kecamatan tetap berlaku")
        stage.place.tab("/laporan")
        await stage.sees("Perubahan belum dikirim")
        assert stage.tree.has("Diterima")
        stage.place.go(f"/laporan/{first.id}")
        await stage.sees("Yang ada di kecamatan masih laporan yang lama")
        stage.place.tab("/")
        await stage.sees("Patroli / ronda 24 Nov, belum dikirim")


async def test_a_kejadian_without_counts_is_completed_after_its_receipt() -> None:
    phone = memory_phone()
    report = cast.flood(kejadian=RincianKejadian("Banjir", "2026-11-24T20:30:00+08:00"))
    phone.laporan.put(cast.queued(report))
    async with staged(phone, route=f"/terkirim/{report.id}") as stage:
        await stage.sees("Laporan aman di HP ini")
        assert not stage.tree.has("Lengkapi sekarang")
        at = "2026-11-24T20:46:00+08:00"
        phone.laporan.update(report.id, lambda r: text_received(r, 1, "JUAI-2026-11-0042", (), at))
        stage.told()
        await stage.sees("Lengkapi sekarang")
        await stage.tap("Lengkapi sekarang")
        await stage.at(f"/kejadian/{report.id}")
        await stage.sees("Luka, belum diisi")


async def test_a_kejadian_that_says_there_were_none_is_complete() -> None:
    phone = memory_phone()
    report = cast.flood()
    phone.laporan.put(
        text_received(cast.queued(report), 1, "JUAI-2026-11-0042", (), "2026-11-24T20:46:00+08:00")
    )
    async with staged(phone, route=f"/terkirim/{report.id}") as stage:
        await stage.sees("Diterima kecamatan")
        assert not stage.tree.has("Lengkapi sekarang")
