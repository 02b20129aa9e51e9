"""What a village says of the service: the survey's nine taps, a complaint and its answer."""

from __future__ import annotations

from dataclasses import replace

import flet as ft
import pytest

from mobile.domain.deed import refused
from mobile.screens import routes
from mobile.usecases.phone import Phone
from shared.protocol import Gap
from shared.skm import UNSUR
from tests.doubles.phone import MemoryDeeds, memory_phone
from tests.mobile.screens.stage import Stage, staged
from tests.mobile.usecases.test_complaint import BARU, FOTO, phone_with
from tests.mobile.usecases.test_survey import ALL, opened

pytestmark = pytest.mark.anyio

SEND = "Kirim jawaban"


async def tick(stage: Stage, question: int, value: int) -> None:
    """Choose an answer of a question, both counted from 1."""
    chips = stage.tree.find(ft.Chip)[(question - 1) * 4 : question * 4]
    await stage.tree.tap(chips[value - 1])


def chosen(stage: Stage) -> list[str]:
    """The words of the answers that are ticked."""
    return [chip.label.value for chip in stage.tree.find(ft.Chip, selected=True)]  # type: ignore[union-attr]


def can_send(stage: Stage) -> bool:
    return not stage.tree.one(ft.FilledButton, content=SEND).disabled


async def answer_all(stage: Stage, values: tuple[int, ...] = ALL) -> None:
    await stage.sees(UNSUR[0].tanya)
    for question, value in enumerate(values, 1):
        await tick(stage, question, value)


async def test_beranda_asks_while_it_is_open_and_no_more_once_it_is_answered() -> None:
    phone = opened()
    async with staged(phone) as stage:
        await stage.sees("9 pertanyaan, 2 menit")
        await stage.tap("Survei kepuasan")
        await stage.at(routes.SURVEI)
        await answer_all(stage)
        await stage.tap(SEND)
        await stage.sees("Terima kasih")
        await stage.tap("Tutup")
        await stage.at(routes.BERANDA)
        await stage.sees("Lapor kegiatan")
        await stage.tree.until(lambda: not stage.tree.has("Survei kepuasan"))


async def test_a_phone_without_an_open_survey_says_when_it_will_ask() -> None:
    async with staged(memory_phone(), route=routes.SURVEI) as stage:
        await stage.sees("Belum ada survei yang dibuka")
        assert not stage.tree.has(SEND)
    async with staged(memory_phone()) as stage:
        await stage.sees("Lapor kegiatan")
        assert not stage.tree.has("Survei kepuasan")


async def test_it_can_be_sent_with_nine_answers_only_and_says_how_many_are_left() -> None:
    phone = opened()
    async with staged(phone, route=routes.SURVEI) as stage:
        await stage.sees("Jawaban Anda anonim: disimpan tanpa nama orang dan tanpa nama desa.")
        for done, value in enumerate(ALL):
            await stage.sees(f"{done} dari 9 terjawab. Jawab {9 - done} lagi untuk mengirim.")
            assert not can_send(stage)
            await tick(stage, done + 1, value)
        await stage.sees("9 dari 9 terjawab")
        assert can_send(stage)
        await stage.tree.type("Saran untuk kecamatan (boleh kosong)", "Balasan lebih cepat.")
        await stage.tap(SEND)
        await stage.sees("Jawaban aman di HP ini. Terkirim sendiri begitu ada sinyal.")
        assert stage.tree.find(ft.Chip) == []
        [deed] = phone.deeds.all()
        assert (deed.kind, deed.waiting, deed.data["jawaban"]) == ("survey", True, list(ALL))
        assert deed.data["saran"] == "Balasan lebih cepat."


async def test_a_tick_is_on_disk_and_there_again_after_a_restart() -> None:
    phone = opened()
    async with staged(phone, route=routes.SURVEI) as stage:
        await stage.sees(UNSUR[0].tanya)
        await tick(stage, 1, 2)
        await tick(stage, 1, 4)
        await tick(stage, 3, 1)
        await tick(stage, 5, 2)
        await tick(stage, 5, 2)
        await stage.sees("Tersimpan di HP ini, 20.41")
    async with staged(phone, route=routes.SURVEI) as stage:
        await stage.sees("2 dari 9 terjawab")
        assert chosen(stage) == ["Sangat mudah", "Tidak cepat"]
        await stage.sees("Tersimpan di HP ini, 20.41")
    async with staged(phone) as stage:
        await stage.sees("2 dari 9 terjawab, lanjutkan")
    assert not any(deed.waiting for deed in phone.deeds.all())


async def test_whoever_has_begun_may_finish_when_the_kecamatan_closes_it_meanwhile() -> None:
    phone = opened()
    async with staged(phone, route=routes.SURVEI) as stage:
        await answer_all(stage)
        phone.state.update_sync(lambda s: replace(s, settings={"survei": ""}))
        stage.told()
        await stage.tree.settle()
        await stage.tap(SEND)
        await stage.sees("Terima kasih")
        assert [deed.data["periode"] for deed in phone.deeds.all()] == ["2026-S2"]


async def test_an_answer_that_was_not_counted_says_so_until_it_was_read() -> None:
    phone = opened()
    async with staged(phone, route=routes.SURVEI) as stage:
        await answer_all(stage)
        await stage.tap(SEND)
        await stage.sees("Terima kasih")
        [deed] = phone.deeds.all()
        twice = (Gap("data.periode", "duplicate"),)
        phone.deeds.update(deed.id, lambda one: refused(one, twice))
    async with staged(phone) as stage:
        await stage.sees("Jawaban survei tidak dihitung")
        await stage.tap("Survei kepuasan")
        await stage.sees("HP ini sudah pernah mengisi survei semester 2 tahun 2026.")
        await stage.tap("Mengerti")
        await stage.tree.until(lambda: not stage.tree.has("Jawaban survei tidak dihitung"))
        assert phone.deeds.all() == []


async def test_answers_that_the_disk_does_not_take_stay_on_the_screen() -> None:
    phone = opened()
    assert isinstance(phone.deeds, MemoryDeeds)
    async with staged(phone, route=routes.SURVEI) as stage:
        await answer_all(stage)
        phone.deeds.full = True
        await stage.tap(SEND)
        await stage.sees("memori HP penuh")
        assert len(chosen(stage)) == 9
        phone.deeds.full = False
        await stage.tap(SEND)
        await stage.sees("Terima kasih")


async def test_the_tab_desa_leads_to_both_and_says_how_they_stand() -> None:
    phone = phone_with(FOTO)
    async with staged(phone, route=routes.DESA) as stage:
        await stage.sees("1 jawaban baru")
        await stage.sees("Belum dibuka")
        phone.state.update_sync(lambda s: replace(s, settings={"survei": "2026-S2"}))
        stage.told()
        await stage.sees("9 pertanyaan")
        await stage.tap("Survei")
        await stage.at(routes.SURVEI)
        await stage.tap("Kembali")
        await stage.at(routes.DESA)
        await stage.sees("Pengaduan")
        await stage.tap("Pengaduan")
        await stage.at(routes.PENGADUAN)


async def test_an_answer_stands_on_beranda_until_somebody_has_opened_the_list() -> None:
    phone = phone_with(FOTO, BARU)
    async with staged(phone) as stage:
        await stage.sees("1 pengaduan dijawab")
        await stage.tap("1 pengaduan dijawab")
        await stage.sees("Sedang kami periksa.")
        await stage.sees("Jawaban baru")
        shown = stage.tree.texts()
        assert shown.index("Jam salah.") < shown.index("Foto lama terkirim.")
        assert {"Diproses", "Sudah sampai"} <= set(shown)
        stage.told()
        await stage.tree.settle()
        assert stage.tree.has("Jawaban baru")
        await stage.tap("Kembali")
        await stage.at(routes.BERANDA)
        await stage.tree.until(lambda: not stage.tree.has("1 pengaduan dijawab"))
    async with staged(phone, route=routes.PENGADUAN) as stage:
        await stage.sees("Sedang kami periksa.")
        assert not stage.tree.has("Jawaban baru")


async def test_a_complaint_is_kept_while_it_is_written_and_waits_for_a_signal() -> None:
    phone = phone_with()
    async with staged(phone, route=routes.PENGADUAN) as stage:
        await stage.sees("Belum ada pengaduan")
        await stage.tap("Tulis kendala")
        await stage.at(routes.TULIS_KENDALA)
        await stage.sees("Apa kendalanya?")
        await stage.tap("Kirim ke kecamatan")
        await stage.sees("Tulis kendalanya dulu, satu kalimat saja.")
        await stage.tree.type("Apa kendalanya?", "Tombol kirim mac", leave=False)
        await stage.sees("Tersimpan di HP ini, 20.41")
    async with staged(phone, route=routes.TULIS_KENDALA) as stage:
        await stage.sees("Apa kendalanya?")
        assert stage.tree.field("Apa kendalanya?").value == "Tombol kirim mac"
        await stage.tree.type("Apa kendalanya?", "Tombol kirim macet.")
        await stage.tap("Kirim ke kecamatan")
        await stage.at(routes.PENGADUAN)
        await stage.sees("Tombol kirim macet.")
        await stage.sees("Menunggu dikirim")
        [deed] = phone.deeds.all()
        assert (deed.kind, deed.data, deed.waiting) == (
            "complaint", {"teks": "Tombol kirim macet."}, True,
        )  # fmt: skip


async def test_a_refused_complaint_says_why_and_can_be_written_anew() -> None:
    phone: Phone = phone_with()
    async with staged(phone, route=routes.TULIS_KENDALA) as stage:
        await stage.sees("Apa kendalanya?")
        await stage.tree.type("Apa kendalanya?", "Tombol kirim macet.")
        await stage.tap("Kirim ke kecamatan")
        await stage.sees("Menunggu dikirim")
        [deed] = phone.deeds.all()
        bad = (Gap("data.teks", "bad_text"),)
        phone.deeds.update(deed.id, lambda one: refused(one, bad))
        stage.told()
        await stage.sees("Belum bisa diterima")
        await stage.sees("Ada huruf yang tidak bisa dibaca. Tulis ulang bagian ini.")
        await stage.tap("Tulis ulang")
        await stage.at(routes.TULIS_KENDALA)
        await stage.sees("Apa kendalanya?")
        assert stage.tree.field("Apa kendalanya?").value == "Tombol kirim macet."


def test_the_screen_below_the_form_is_the_list() -> None:
    assert routes.below(routes.TULIS_KENDALA) == routes.PENGADUAN
    assert routes.below(routes.PENGADUAN) == routes.DESA
    assert routes.below(routes.SURVEI) == routes.DESA
