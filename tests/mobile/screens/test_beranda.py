"""Beranda: what waits, what needs the person, and how a report begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mobile.ports import Damage, SyncProgress, SyncReason, SyncTrouble, TroubleKind
from shared.laporan import Kind
from tests import cast
from tests.doubles import story
from tests.doubles.phone import FixedSpace, LentRoom, memory_phone
from tests.mobile.screens.stage import Stage, staged

pytestmark = pytest.mark.anyio


async def test_a_new_phone_has_nothing_to_copy_and_nothing_unsent() -> None:
    async with staged() as stage:
        await stage.sees("Semua sudah terkirim")
        assert stage.tree.has("Desa Lalayau")
        assert stage.tree.has("November: belum ada laporan")
        assert not stage.tree.has("Salin laporan terakhir")


async def test_unsent_reports_are_counted_and_said_to_be_safe() -> None:
    phone = memory_phone()
    story.tell(phone)
    phone.sync.trouble = SyncTrouble(TroubleKind.NO_SIGNAL)  # pyright: ignore[reportAttributeAccessIssue]
    async with staged(phone) as stage:
        await stage.sees("Belum terkirim: 3")
        assert stage.tree.has("Tidak ada sinyal, terakhir 18.20")
        assert stage.tree.has("Terkirim sendiri begitu ada sinyal")


async def test_a_tap_asks_for_a_send_at_once() -> None:
    phone = memory_phone()
    phone.laporan.put(cast.queued(cast.patrol()))
    async with staged(phone) as stage:
        await stage.sees("Belum terkirim: 1")
        await stage.tap("Coba kirim sekarang")
        assert stage.asked[-1] is SyncReason.TAP


async def test_while_it_sends_the_card_counts_reports_photos_and_kilobytes() -> None:
    phone = memory_phone()
    phone.laporan.put(cast.queued(cast.patrol()))
    async with staged(phone) as stage:
        stage.sync.is_syncing = True
        stage.sync.progress = SyncProgress("x", 1, 3, 2, 3, 240)
        stage.told()
        await stage.sees("Mengirim laporan 1 dari 3")
        assert stage.tree.has("Foto 2 dari 3, boleh ditinggal")
        assert stage.tree.has("sisa 240 kB")
        await stage.tap("Hentikan")
        assert stage.sync.stopped == 1


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (TroubleKind.PORTAL, "Wi-Fi ini meminta login dulu"),
        (TroubleKind.BUSY, "Kecamatan sedang sibuk menerima"),
        (TroubleKind.UNEXPECTED, "Laporan Anda aman"),
    ],
)
async def test_what_is_in_the_way_is_said_in_plain_words(kind: TroubleKind, words: str) -> None:
    phone = memory_phone()
    phone.laporan.put(cast.queued(cast.patrol()))
    phone.sync.trouble = SyncTrouble(kind)  # pyright: ignore[reportAttributeAccessIssue]
    async with staged(phone) as stage:
        await stage.sees(words)


async def test_a_phone_that_is_turned_away_asks_for_a_new_code_and_goes_on_writing() -> None:
    phone = memory_phone()
    phone.state.update_sync(lambda state: replace(state, token_refused=True))
    async with staged(phone) as stage:
        await stage.sees("HP ini perlu kode baru dari kecamatan")
        await stage.tap("Lapor kegiatan")
        await stage.at("/kegiatan/")


async def test_a_new_version_is_news_and_no_obstacle() -> None:
    phone = memory_phone()
    phone.sync.trouble = SyncTrouble(TroubleKind.OLD_APP)  # pyright: ignore[reportAttributeAccessIssue]
    async with staged(phone) as stage:
        await stage.sees("Ada versi baru")
        assert stage.tree.has("Semua sudah terkirim")


async def test_what_needs_the_person_stands_below_the_card() -> None:
    phone = memory_phone()
    ids = story.tell(phone, refused=True)
    async with staged(phone) as stage:
        await stage.sees("1 laporan belum bisa diterima")
        assert stage.tree.has("Jam selesai lebih awal dari jam mulai.")
        assert stage.tree.has("Patroli 22 Nov, bagian Uraian")
        await stage.tap("1 laporan perlu diperbaiki")
        await stage.at(f"/laporan/{ids['returned']}")


async def test_a_draft_that_was_left_lying_is_offered_in_the_place_of_the_copy() -> None:
    phone = memory_phone()
    ids = story.tell(phone, draft=True)
    async with staged(phone) as stage:
        await stage.sees("Lanjutkan laporan tadi (14.05 WITA)?")
        assert not stage.tree.has("Salin laporan terakhir")
        await stage.tap("Lanjutkan laporan tadi (14.05 WITA)?")
        await stage.at(f"/kegiatan/{ids['draft']}")


async def test_before_a_second_draft_the_person_is_asked_and_the_first_one_stays() -> None:
    phone = memory_phone()
    ids = story.tell(phone, draft=True)
    async with staged(phone) as stage:
        await stage.sees("Lapor kegiatan")
        await stage.tap("Lapor kegiatan")
        await stage.sees("Mulai yang baru")
        await stage.tap("Mulai yang baru")
        await stage.at("/kegiatan/")
        assert not stage.route.endswith(ids["draft"])
        assert phone.laporan.get(ids["draft"]) is not None


async def test_the_last_report_is_copied_with_one_tap() -> None:
    phone = memory_phone()
    story.tell(phone)
    async with staged(phone) as stage:
        await stage.sees("Salin laporan terakhir")
        await stage.tap("Salin laporan terakhir")
        await stage.at("/kegiatan/")
        copied = phone.laporan.get(stage.route.split("/")[-1])
        assert copied is not None
        assert copied.current.tempat == "Poskamling RT 02"
        assert copied.current.foto == ()


async def test_a_kejadian_begins_with_one_tap() -> None:
    async with staged() as stage:
        await stage.tap("Kejadian")
        await stage.at("/kejadian/")
        begun = stage.phone.laporan.get(stage.route.split("/")[-1])
        assert begun is not None
        assert begun.current.kind == Kind.KEJADIAN


async def test_in_a_browser_the_room_is_always_told_and_a_promise_that_lacks() -> None:
    phone = memory_phone()
    phone.keeping = keeping = LentRoom()
    phone.space = FixedSpace(1_200)
    phone.laporan.put(cast.queued(cast.patrol()))
    async with staged(phone) as stage:
        await stage.sees("Belum terkirim: 1")
        assert stage.tree.has("Ruang untuk aplikasi ini di HP Anda: 1,2 GB")
        assert not stage.tree.has("Simpanan browser belum dijamin"), "it has not been asked yet"
        keeping.is_refused = True
        stage.told()
        await stage.sees("Simpanan browser belum dijamin")
        assert stage.tree.has("Browser boleh menghapus isi aplikasi ini bila memori HP habis")
        keeping.is_refused = False
        stage.told()
        await stage.tree.until(lambda: not stage.tree.has("Simpanan browser belum dijamin"))
        assert stage.tree.has("Ruang untuk aplikasi ini di HP Anda: 1,2 GB")


async def test_on_a_phone_of_its_own_nothing_is_said_of_room_that_suffices() -> None:
    async with staged() as stage:
        await stage.sees("Semua sudah terkirim")
        assert not stage.tree.has("Ruang untuk aplikasi ini")
        assert not stage.tree.has("Simpanan browser belum dijamin")


async def test_little_room_a_damaged_file_and_a_wrong_clock_are_said_on_top() -> None:
    phone = memory_phone()
    assert isinstance(phone.space, FixedSpace)
    phone.space.mb = 40
    phone.state.update_sync(lambda state: replace(state, clock_offset_s=720.0))
    phone.laporan.found_damaged.append(  # pyright: ignore[reportAttributeAccessIssue]
        Damage("aktif/x.json", recovered=True, at="2026-11-24T20:00:00+08:00")
    )
    async with staged(phone) as stage:
        await stage.sees("Memori HP hampir penuh (40 MB)")
        assert stage.tree.has("sudah dipulihkan dari cadangannya")
        assert stage.tree.has("Jam HP lebih cepat 12 menit")


async def test_with_large_text_the_actions_come_before_the_news() -> None:
    phone = memory_phone()
    story.tell(phone)
    async with staged(phone) as stage:
        await stage.sees("Belum terkirim: 3")
        assert _order(stage, "Belum terkirim: 3", "Lapor kegiatan")
        await stage.enlarge()
        assert _order(stage, "Lapor kegiatan", "Belum terkirim: 3")


def _order(stage: Stage, first: str, then: str) -> bool:
    words = stage.tree.texts()
    return words.index(first) < words.index(then)
