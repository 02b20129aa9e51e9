"""Activation: one code, one person, every failure under the field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mobile.ports import ActivationError, SyncReason
from tests import cast
from tests.doubles.phone import OneCode, memory_phone
from tests.mobile.screens.stage import staged

pytestmark = pytest.mark.anyio

CODE = "Masukkan kode dari kecamatan"
SERVER = "http://127.0.0.1:8550"


async def test_a_right_code_and_a_yes_open_beranda() -> None:
    async with staged(memory_phone(None), server=SERVER) as stage:
        await stage.tree.type(CODE, "ABCD2345")
        await stage.tap("Mulai")
        await stage.sees("atas nama Ida (contoh), Kasi Pemerintahan. Benar?")
        assert not stage.tree.has("Lapor kegiatan")
        await stage.tap("Ya, benar")
        await stage.sees("Lapor kegiatan")
        assert stage.asked.count(SyncReason.START) >= 1


async def test_each_key_adds_to_those_before_it() -> None:
    async with staged(memory_phone(None), server=SERVER) as stage:
        await stage.tree.type(CODE, "A", leave=False)
        assert stage.tree.field(CODE).value == "A"
        await stage.tree.type(CODE, "AB", leave=False)
        assert stage.tree.field(CODE).value == "AB"


async def test_small_letters_are_taken_as_capitals() -> None:
    async with staged(memory_phone(None), server=SERVER) as stage:
        await stage.tree.type(CODE, "abcd2345")
        await stage.tap("Mulai")
        await stage.sees("Ya, benar")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("code_invalid", "Kode ini salah, sudah dipakai, atau lewat 72 jam"),
        ("too_many", "Terlalu sering salah. Coba lagi 15 menit lagi."),
        ("no_signal", "Tidak ada sinyal"),
        ("portal", "Wi-Fi ini meminta login dulu"),
        ("busy", "Kecamatan sedang sibuk menerima"),
    ],
)
async def test_every_failure_stands_under_the_code(code: str, words: str) -> None:
    phone = memory_phone(None)
    assert isinstance(phone.activation, OneCode)
    phone.activation.error = ActivationError(code)
    async with staged(phone, server=SERVER) as stage:
        await stage.tree.type(CODE, "ABCD2345")
        await stage.tap("Mulai")
        await stage.sees(words)
        assert stage.tree.has("Mulai")


async def test_a_code_that_cannot_be_one_costs_no_try() -> None:
    phone = memory_phone(None)
    assert isinstance(phone.activation, OneCode)
    async with staged(phone, server=SERVER) as stage:
        await stage.tree.type(CODE, "ABC")
        await stage.tap("Mulai")
        await stage.sees("Kode berisi 8 huruf dan angka")
        assert phone.activation.asked == []


async def test_somebody_elses_code_leaves_the_phone_waiting_for_another() -> None:
    phone = memory_phone(None)
    async with staged(phone, server=SERVER) as stage:
        await stage.tree.type(CODE, "ABCD2345")
        await stage.tap("Mulai")
        await stage.sees("Bukan saya")
        await stage.tap("Bukan saya")
        await stage.sees("Kode tadi dibuat untuk Ida (contoh), Desa Lalayau")
        assert await phone.secrets.token() is None
    async with staged(phone, server=SERVER) as stage:
        await stage.sees(CODE)


async def test_without_an_address_it_is_asked_for() -> None:
    async with staged(memory_phone(None)) as stage:
        await stage.tree.type(CODE, "ABCD2345")
        await stage.tap("Mulai")
        await stage.sees("Alamat kecamatan belum diisi")
        await stage.tree.type("Alamat kecamatan", SERVER)
        await stage.tap("Pakai alamat ini")
        await stage.tap("Mulai")
        await stage.sees("Ya, benar")


async def test_an_address_in_the_open_without_tls_is_refused() -> None:
    async with staged(memory_phone(None), server=SERVER) as stage:
        await stage.tap("Ubah alamat kecamatan")
        await stage.tree.type("Alamat kecamatan", "http://contoh.id")
        await stage.tap("Pakai alamat ini")
        await stage.sees("Alamat kecamatan belum benar")


async def test_a_new_code_can_be_entered_later_without_losing_a_report() -> None:
    phone = memory_phone()
    phone.laporan.put(cast.queued(cast.patrol()))
    async with staged(phone, route="/kode", server=SERVER) as stage:
        await stage.sees("Laporan di HP ini tetap aman")
        await stage.tree.type(CODE, "ABCD2345")
        await stage.tap("Mulai")
        await stage.sees("Ya, benar")
        await stage.tap("Ya, benar")
        await stage.sees("Belum terkirim: 1")


async def test_the_question_stays_while_what_is_stored_changes() -> None:
    phone = memory_phone()
    phone.state.update_sync(lambda s: replace(s, token_refused=True))
    async with staged(phone, route="/kode", server=SERVER) as stage:
        await stage.tree.type(CODE, "ABCD2345")
        await stage.tap("Mulai")
        await stage.sees("Ya, benar")
        for _ in range(3):
            stage.told()
            await stage.tree.settle()
            assert stage.tree.has("Ya, benar")
            assert stage.tree.has("Kode baru untuk HP ini")
        before = len(stage.asked)
        await stage.tap("Ya, benar")
        await stage.sees("Lapor kegiatan")
        assert stage.asked[before:] == [SyncReason.START]
        assert not phone.state.sync_state().token_refused


async def test_a_phone_killed_at_the_question_asks_it_again() -> None:
    phone = memory_phone()
    async with staged(phone, route="/kode", server=SERVER) as stage:
        await stage.tree.type(CODE, "ABCD2345")
        await stage.tap("Mulai")
        await stage.sees("Ya, benar")
    async with staged(phone, server=SERVER) as stage:
        await stage.sees("Ya, benar")
        assert not stage.tree.has("Lapor kegiatan")
        await stage.tap("Ya, benar")
        await stage.sees("Lapor kegiatan")


async def test_a_working_phone_with_somebody_elses_code_says_whose_it_was() -> None:
    phone = memory_phone()
    async with staged(phone, route="/kode", server=SERVER) as stage:
        await stage.tree.type(CODE, "ABCD2345")
        await stage.tap("Mulai")
        await stage.tap("Bukan saya")
        stage.told()
        await stage.tree.settle()
        assert stage.tree.has("Kode tadi dibuat untuk Ida (contoh), Desa Lalayau")
        assert stage.asked == [SyncReason.START]
