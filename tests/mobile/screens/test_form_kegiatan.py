"""The form of a kegiatan: what is filled in already, what is missing, and how it is sent."""

from __future__ import annotations

from dataclasses import replace

import flet as ft
import pytest

from mobile.domain.record import Note, Record
from mobile.domain.record_answers import text_received
from mobile.usecases.finish import reopen
from mobile.usecases.phone import Phone
from mobile.usecases.start import copy_last
from mobile.widgets import chips
from shared.jenis import SEMUA
from shared.laporan import Kind
from shared.status import Status
from tests import cast
from tests.doubles.flet_tree import Tree
from tests.doubles.phone import memory_phone
from tests.mobile.screens.form_kit import PATROL, with_memory, writing

pytestmark = pytest.mark.anyio

SHORT_NAMES = {one.pendek for one in SEMUA}


@pytest.fixture
def phone() -> Phone:
    """Bu Ida has reported a patrol before."""
    return with_memory(memory_phone(), PATROL)


async def test_a_new_report_says_what_is_left_to_do() -> None:
    async with writing() as form:
        assert form.shows("Tinggal: jenis kegiatan, tempat, cerita")


async def test_in_the_evening_tonight_and_a_good_result_are_chosen_already() -> None:
    async with writing() as form:
        assert form.shows("20.00")
        assert form.shows("23.00")
        assert form.draft.hasil == "Aman dan tertib"


async def test_a_form_that_nobody_touched_leaves_no_draft() -> None:
    async with writing() as form:
        await form.tree.tap("Kembali")
        await form.tree.until(lambda: form.phone.laporan.get(form.ident) is None)


async def test_a_touched_form_is_kept_when_one_leaves() -> None:
    async with writing() as form:
        await form.tree.tap("Jaga pos")
        await form.tree.tap("Kembali")
        await form.tree.until(lambda: form.stored.jenis == "JAGA_POS")


async def test_the_phones_own_back_key_keeps_it_as_well() -> None:
    async with writing() as form:
        await form.tree.tap("Jaga pos")
        await form.tree.go("/")
        await form.tree.until(lambda: form.stored.jenis == "JAGA_POS")
        assert not form.place.kept


async def test_saved_is_said_only_when_it_is_on_disk() -> None:
    async with writing() as form:
        assert not form.shows("Tersimpan di HP ini, 20.41")
        await form.tree.tap("Jaga pos")
        await form.saved()
        await form.tree.settle()
        assert form.shows("Tersimpan di HP ini, 20.41")


async def test_a_full_disk_is_a_bar_under_the_head_and_the_words_stay() -> None:
    async with writing() as form:
        form.phone.laporan.full = True  # pyright: ignore[reportAttributeAccessIssue] # in memory
        await form.tree.type("Ceritakan singkat", "Ronda keliling.")
        await form.tree.until(lambda: form.shows("Belum tersimpan: memori HP penuh."))
        assert form.draft.uraian == "Ronda keliling."
        form.phone.laporan.full = False  # pyright: ignore[reportAttributeAccessIssue]


async def test_kirim_too_early_says_at_the_field_what_is_missing() -> None:
    async with writing() as form:
        await form.tree.tap("Kirim laporan")
        await form.tree.settle()
        assert form.shows("Pilih dulu jenis kegiatannya.")
        assert form.shows("Tempatnya di mana? Tulis nama pos, RT, atau patokan.")
        assert form.shows("Ceritakan satu kalimat saja apa yang dikerjakan.")
        assert form.stored.kind == Kind.KEGIATAN


async def test_a_sentence_at_a_field_goes_when_the_field_is_filled() -> None:
    async with writing() as form:
        await form.tree.tap("Kirim laporan")
        await form.tree.type("Nama tempat", "Pos RT 02")
        await form.tree.settle()
        assert not form.shows("Tempatnya di mana?")


async def test_a_new_patrol_is_sent_with_chips_alone(phone: Phone) -> None:
    async with writing(phone) as form:
        await form.tree.tap("Patroli / ronda")
        await form.tree.tap("Poskamling RT 02")
        await form.tree.tap("Regu terakhir")
        await form.tree.tap(PATROL.uraian)
        assert form.shows("Semua yang wajib sudah terisi.")
        await form.tree.tap("Kirim laporan")
        await form.tree.until(lambda: form.tree.page.route == f"/terkirim/{form.ident}")
        record = phone.laporan.get(form.ident)
        assert record is not None
        assert record.sent is not None
        assert [p.nama for p in record.sent.personel] == ["Amat (contoh)", "Udin (contoh)"]
        assert record.sent.tempat == "Poskamling RT 02"


async def test_typing_draws_only_the_signs_and_loses_nothing(phone: Phone) -> None:
    async with writing(phone) as form:
        field = form.tree.field("Ceritakan singkat")
        for end in range(1, 40):
            await form.tree.set(field, "value", PATROL.uraian[:end])
        assert form.draft.uraian == PATROL.uraian[:39]
        assert form.tree.field("Ceritakan singkat") is field, "the field was not drawn anew"
        assert form.shows("39 huruf")


async def test_a_name_that_was_only_typed_is_not_lost_at_kirim(phone: Phone) -> None:
    async with writing(phone) as form:
        await form.tree.type("Tambah nama", "Slamet (contoh)", leave=False)
        await form.tree.tap("Kirim laporan")
        assert [p.nama for p in form.draft.personel] == ["Slamet (contoh)"]
        assert form.shows("1 anggota")


async def test_the_crew_goes_again_with_a_second_tap(phone: Phone) -> None:
    async with writing(phone) as form:
        await form.tree.tap("Regu terakhir")
        assert form.draft.jumlah_personel == 2
        await form.tree.tap("Regu terakhir")
        assert form.draft.personel == ()


async def test_more_people_than_names_can_be_counted(phone: Phone) -> None:
    async with writing(phone) as form:
        await form.tree.tap("Regu terakhir")
        await form.tree.tap("Tambah jumlah orang")
        assert form.draft.jumlah_personel == 3
        await form.tree.tap("Kurangi jumlah orang")
        await form.tree.tap("Kurangi jumlah orang")
        assert form.draft.jumlah_personel == 2, "never fewer than names"


async def test_all_eighteen_can_be_searched_by_their_official_names() -> None:
    async with writing() as form:
        await form.tree.tap("13 jenis lainnya")
        await form.tree.type("Cari jenis kegiatan", "pilkades")
        await form.tree.tap("Pengamanan pemilihan")
        assert form.draft.jenis == "PEMILIHAN"
        assert form.shows("Pengamanan pemilihan"), "it has taken a tile's place"


async def test_a_short_word_for_another_task_is_said_on_leaving_the_field() -> None:
    async with writing() as form:
        await form.tree.tap("13 jenis lainnya")
        await form.tree.tap("Tugas lain")
        await form.tree.type("Ceritakan singkat", "Rapat")
        assert form.shows("Tulis sedikitnya 10 huruf, supaya jelas kegiatannya.")


async def test_a_copy_says_where_it_comes_from_and_needs_only_kirim() -> None:
    phone = memory_phone()
    phone.laporan.put(cast.queued(cast.patrol(
        mulai="2026-11-23T20:00:00+08:00", selesai="2026-11-23T23:00:00+08:00")))  # fmt: skip
    copy = await copy_last(phone)
    assert copy is not None
    async with writing(phone, copy.id) as form:
        assert form.shows("Disalin dari laporan kemarin.")
        assert form.shows("Semua yang wajib sudah terisi.")
        assert form.draft.mulai == "2026-11-24T20:00:00+08:00"


async def test_what_is_seldom_told_opens_on_demand() -> None:
    async with writing() as form:
        await form.tree.tap("Tambah kendala atau tindak lanjut")
        await form.tree.type("Kendala", "Senter kurang.")
        await form.tree.type("Dasar kegiatan", "Surat Perintah.")
        assert (form.draft.kendala, form.draft.dasar) == ("Senter kurang.", "Surat Perintah.")


async def test_the_draft_is_deleted_only_after_the_question() -> None:
    async with writing() as form:
        await form.tree.tap("Jaga pos")
        await form.tree.tap("Hapus draf")
        assert form.shows("Hapus draf Jaga pos 24 November?")
        await form.tree.tap(_button(form.tree, "Hapus draf"))
        await form.tree.until(lambda: form.phone.laporan.get(form.ident) is None)


async def test_a_returned_report_opens_at_the_note_and_goes_again() -> None:
    phone = memory_phone()
    record = _returned()
    phone.laporan.put(record)
    await reopen(phone, record.id)
    async with writing(phone, record.id) as form:
        assert form.shows("Mohon ditulis rumah siapa saja.")
        assert form.form.came_back_to == "uraian"
        assert form.tree.field("Ceritakan singkat").autofocus
        await form.tree.type("Ceritakan singkat", "Ronda ke rumah Pak RT 02.")
        await form.tree.tap("Kirim ulang")
        await form.tree.until(lambda: form.tree.page.route == f"/terkirim/{record.id}")
        again = phone.laporan.get(record.id)
        assert again is not None
        assert again.sent is not None
        assert again.sent.versi == 2


async def test_a_report_without_a_draft_shows_its_detail() -> None:
    phone = memory_phone()
    sent = cast.queued(cast.patrol())
    phone.laporan.put(sent)
    async with writing(phone) as form:
        await form.tree.go(f"/kegiatan/{sent.id}")
        await form.tree.until(lambda: form.tree.page.route == f"/laporan/{sent.id}")


async def test_a_jenis_that_the_kecamatan_has_switched_off_is_not_offered() -> None:
    phone = memory_phone()
    phone.state.update_sync(lambda s: replace(s, settings={"jenis": {"JAGA_POS": False}}))
    async with writing(phone) as form:
        assert not form.shows("Jaga pos")
        assert form.shows("12 jenis lainnya")


def _returned() -> Record:
    """Sent, and sent back with a note at the story."""
    at = "2026-11-24T21:00:00+08:00"
    record = text_received(cast.queued(cast.patrol()), 1, "JUAI-2026-11-0001", (), at)
    note = Note("n1", "Mohon ditulis rumah siapa saja.", at, cast.KASI_TRANTIB, 1, field="uraian")
    return replace(record, status=Status.PERLU_PERBAIKAN, notes=(note,))


def _button(tree: Tree, words: str) -> ft.FilledButton:
    """The button in the sheet, not the row of the menu."""
    return next(button for button in tree.find(ft.FilledButton) if button.content == words)


async def test_a_chosen_jenis_moves_no_tile() -> None:
    async with writing() as form:
        before = [words for words in form.tree.texts() if words in SHORT_NAMES]
        await form.tree.tap("13 jenis lainnya")
        await form.tree.tap("Dapur umum")
        await form.tree.settle()
        after = [words for words in form.tree.texts() if words in SHORT_NAMES]
        assert after[: len(before)] == before
        assert form.draft.jenis == "DAPUR_UMUM"


async def test_what_is_too_long_says_the_limit_and_is_not_said_to_be_missing() -> None:
    async with writing() as form:
        await form.tree.tap("Jaga pos")
        await form.tree.type("Nama tempat", "x" * 201)
        await form.tree.type("Ceritakan singkat", "Aman.")
        assert form.shows("Terlalu panjang: 201 dari 200 huruf.")
        assert form.shows("Perlu dibetulkan: tempat")
        assert not form.shows("Tinggal:")


async def test_back_from_the_form_does_not_lead_into_the_camera_again() -> None:
    async with writing() as form:
        await form.tree.tap("Jaga pos")
        await form.tree.tap("Ambil foto")
        await form.tree.until(lambda: form.tree.page.route.endswith("/kamera"))
        await form.tree.tap("Kembali ke laporan")
        await form.tree.until(lambda: form.shows("Di mana?"))
        await form.tree.go(f"/kegiatan/{form.ident}/kamera")
        await form.tree.until(lambda: form.tree.page.route == "/")
        assert form.stored.jenis == "JAGA_POS"


async def test_the_browsers_way_to_a_deleted_draft_ends_at_beranda() -> None:
    async with writing() as form:
        await form.tree.tap("Jaga pos")
        await form.tree.tap("Hapus draf")
        await form.tree.tap(_button(form.tree, "Hapus draf"))
        await form.tree.until(lambda: form.tree.page.route == "/")
        await form.tree.go(f"/kegiatan/{form.ident}")
        await form.tree.until(lambda: form.tree.page.route == "/")
        await form.tree.until(lambda: form.shows("Draf ini sudah tidak ada di HP ini."))


async def test_a_choice_that_is_ticked_is_as_wide_as_before() -> None:
    async with writing():
        off, on = (chips.pick("Satlinmas", chosen, print) for chosen in (False, True))
    assert _width_beside_words(off) == _width_beside_words(on)


def _width_beside_words(chip: ft.Chip) -> float:
    assert isinstance(chip.padding, ft.Padding) and chip.leading_size_constraints is not None
    mark = chip.leading_size_constraints.max_width if chip.leading else 0
    return chip.padding.left + mark + chip.padding.right
