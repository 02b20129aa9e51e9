"""The form of a kejadian: call first, four taps, and the rest later."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import flet as ft
import pytest

from mobile.screens.form_kejadian import state
from mobile.usecases.finish import reopen
from mobile.usecases.phone import Phone
from shared.laporan import Kind, counts_of
from tests import cast
from tests.doubles.phone import memory_phone
from tests.mobile.screens.form_kit import with_memory, writing

pytestmark = pytest.mark.anyio


async def test_it_is_sent_with_a_kind_and_a_place_and_the_app_writes_the_sentence() -> None:
    phone = with_memory(memory_phone(), cast.flood())
    async with writing(phone, kind=Kind.KEJADIAN) as form:
        await form.tree.tap("Banjir")
        await form.tree.tap("Bantaran sungai RT 04")
        assert form.tree.field("Kalimat laporan").value == "Banjir di Bantaran sungai RT 04."
        assert form.shows("Kirim dulu, lengkapi kemudian.")
        await form.tree.tap("Kirim sekarang")
        await form.tree.until(lambda: form.tree.page.route == f"/terkirim/{form.ident}")
        record = phone.laporan.get(form.ident)
        assert record is not None
        assert record.sent is not None
        assert record.sent.jenis == "BENCANA"
        assert record.hold_until is None, "a kejadian is not held"


async def test_the_sentence_follows_the_place_while_it_is_typed() -> None:
    async with writing(kind=Kind.KEJADIAN) as form:
        await form.tree.tap("Kebakaran")
        await form.tree.type("Nama tempat", "RT 03")
        assert form.tree.field("Kalimat laporan").value == "Kebakaran di RT 03."


async def test_a_sentence_of_ones_own_is_not_written_over() -> None:
    async with writing(kind=Kind.KEJADIAN) as form:
        await form.tree.tap("Kebakaran")
        await form.tree.type("Kalimat laporan", "Api di dapur, sudah padam.")
        await form.tree.type("Nama tempat", "RT 03")
        assert form.draft.uraian == "Api di dapur, sudah padam."


async def test_only_what_happened_and_where_is_asked_for() -> None:
    async with writing(kind=Kind.KEJADIAN) as form:
        assert form.shows("Tinggal: apa yang terjadi, tempat")
        await form.tree.tap("Kirim sekarang")
        assert form.shows("Apa yang terjadi? Pilih satu.")


async def test_something_else_can_have_happened() -> None:
    async with writing(kind=Kind.KEJADIAN) as form:
        await form.tree.tap("Lainnya")
        await form.tree.type("Apa yang terjadi", "Tanah longsor")
        assert form.draft.kejadian is not None
        assert form.draft.kejadian.jenis == "Tanah longsor"
        assert form.draft.jenis == "LAIN"


async def test_numbers_are_tapped_or_written() -> None:
    async with writing(kind=Kind.KEJADIAN) as form:
        await form.tree.tap("Tambah Luka")
        await form.tree.tap("Jumlah Mengungsi (jiwa)")
        await form.tree.type("Mengungsi (jiwa)", "1.200")
        await form.tree.tap("Pakai")
        detail = form.draft.kejadian
        assert detail is not None
        assert (detail.luka, detail.mengungsi_jiwa) == (1, 1200)


async def test_what_is_no_number_is_said_in_the_sheet() -> None:
    async with writing(kind=Kind.KEJADIAN) as form:
        await form.tree.tap("Jumlah Luka")
        await form.tree.type("Luka", "tiga")
        await form.tree.tap("Pakai")
        assert form.shows("Isi dengan angka, misalnya 3.")


async def test_without_numbers_of_the_kecamatan_nobody_can_be_called() -> None:
    async with writing(kind=Kind.KEJADIAN) as form:
        assert form.shows("Nomor belum diisi kecamatan")
        with pytest.raises(AssertionError, match="nothing to tap"):
            form.tree.named("Telepon Polsek")


async def test_a_number_of_the_kecamatan_is_dialled() -> None:
    phone = memory_phone()
    rows = [{"nama": "Polsek Juai", "nomor": "(0526) 112"}]
    phone.state.update_sync(lambda s: replace(s, settings={"nomor_darurat": rows}))
    async with writing(phone, kind=Kind.KEJADIAN) as form:
        await form.tree.tap("Telepon Polsek Juai")
        calls = [args for name, args in form.tree.connection.calls if name == "launch_url"]
        assert calls[0]["url"] == "tel:0526112"


@pytest.mark.parametrize("rows", [None, "112", [112], [{"nomor": "112"}], [{"nama": None}]])
def test_numbers_that_were_filled_in_wrongly_are_left_out(rows: object) -> None:
    assert [one.nomor for one in state.numbers({"nomor_darurat": rows})] == ["", "", ""]


async def test_earlier_is_an_hour_ago_and_can_be_made_exact() -> None:
    async with writing(kind=Kind.KEJADIAN) as form:
        await form.tree.tap("Tadi")
        assert form.draft.mulai == "2026-11-24T19:41:00+08:00"
        assert form.shows("24 Nov, 19.41 WITA")
        await form.tree.tap("Pilih jam")
        dial = form.tree.one(ft.TimePicker)
        await form.tree.set(dial, "value", time(23, 10))
        assert form.draft.mulai == "2026-11-23T23:10:00+08:00", "an hour to come was yesterday's"


async def test_a_sent_kejadian_is_completed_as_its_second_version(phone: Phone) -> None:
    sent = cast.queued(cast.flood())
    phone.laporan.put(sent)
    await reopen(phone, sent.id)
    async with writing(phone, sent.id, Kind.KEJADIAN) as form:
        assert form.shows("Lengkapi kejadian")
        await form.tree.type("Kerugian", "2 rumah terendam.")
        await form.tree.tap("Polsek")
        await form.tree.tap("Kirim ulang")
        await form.tree.until(lambda: form.tree.page.route == f"/terkirim/{sent.id}")
        record = phone.laporan.get(sent.id)
        assert record is not None
        assert record.sent is not None
        assert record.sent.versi == 2
        assert record.sent.kejadian is not None
        assert record.sent.kejadian.kerugian == "2 rumah terendam."


@pytest.fixture
def phone() -> Phone:
    return memory_phone()


async def test_counts_are_unknown_until_somebody_fills_them_in_and_minus_says_none() -> None:
    async with writing(kind=Kind.KEJADIAN) as form:
        detail = form.draft.kejadian
        assert detail is not None
        assert counts_of(detail) == {}
        assert form.shows("Luka, belum diisi")
        await form.tree.tap("Kurangi Meninggal")
        detail = form.draft.kejadian
        assert detail is not None
        assert counts_of(detail) == {"meninggal": 0}
        assert not form.shows("Meninggal, belum diisi")
