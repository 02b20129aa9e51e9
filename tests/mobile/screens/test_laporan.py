"""The tab Laporan: first what needs the person, then what waits, then the rest by month."""

from __future__ import annotations

import flet as ft
import pytest

from tests import cast
from tests.doubles import story
from tests.doubles.phone import memory_phone
from tests.mobile.screens.stage import Stage, staged

pytestmark = pytest.mark.anyio


async def test_groups_stand_in_the_order_of_what_needs_the_person() -> None:
    phone = memory_phone()
    story.tell(phone, refused=True, draft=True)
    async with staged(phone, route="/laporan") as stage:
        await stage.sees("Perlu Anda kerjakan")
        heads = ("Perlu Anda kerjakan", "Belum terkirim", "Draf", "Terkirim, November 2026")
        places = [stage.tree.texts().index(head) for head in heads]
        assert places == sorted(places)


async def test_every_state_has_its_words() -> None:
    phone = memory_phone()
    story.tell(phone, refused=True, draft=True)
    async with staged(phone, route="/laporan") as stage:
        await stage.sees("Perlu diperbaiki")
        for words in ("Belum bisa diterima", "Foto 2 dari 3", "Belum terkirim", "Draf",
                      "Diverifikasi", "Diterima", "resi 0040"):  # fmt: skip
            assert stage.tree.has(words), words


async def test_the_list_can_be_narrowed_to_what_waits() -> None:
    phone = memory_phone()
    story.tell(phone)
    async with staged(phone, route="/laporan") as stage:
        await stage.sees("Belum terkirim 3")
        await _pick(stage, "Belum terkirim 3")
        assert not stage.tree.has("Perlu Anda kerjakan")
        assert not stage.tree.has("Diverifikasi")
        await _pick(stage, "Terkirim")
        await stage.sees("Diverifikasi")
        assert not stage.tree.has("Kejadian: banjir")


async def test_an_older_month_comes_when_it_is_asked_for() -> None:
    phone = memory_phone()
    story.tell(phone)
    async with staged(phone, route="/laporan") as stage:
        await stage.sees("Lihat Oktober 2026")
        assert not stage.tree.has("Terkirim, Oktober 2026")
        await stage.tap("Lihat Oktober 2026")
        await stage.sees("Terkirim, Oktober 2026")


async def test_a_long_month_comes_by_pages() -> None:
    phone = memory_phone()
    s = story.Story(phone)
    for hour in range(30):
        report = s.patrol(3, f"Pos {hour}")
        s.put(s.received(report, s.day(3, 21), s.day(3, 22)))
    async with staged(phone, route="/laporan") as stage:
        await stage.sees("Tampilkan 5 lagi")
        assert _count(stage) == 25
        await stage.tap("Tampilkan 5 lagi")
        await stage.tree.until(lambda: _count(stage) == 30)


async def test_a_report_is_found_by_its_words() -> None:
    phone = memory_phone()
    story.tell(phone)
    async with staged(phone, route="/laporan") as stage:
        await stage.sees("Perlu Anda kerjakan")
        await stage.tap("Cari laporan")
        await stage.tree.type("Cari laporan", "jembatan gotong", leave=False)
        await stage.sees("1 laporan cocok")
        assert stage.tree.has("di Jembatan Lalayau")
        await stage.tree.type("Cari laporan", "tidak ada begini", leave=False)
        await stage.sees("Tidak ada laporan yang cocok.")


async def test_a_draft_opens_where_it_is_written() -> None:
    phone = memory_phone()
    ids = story.tell(phone, draft=True)
    async with staged(phone, route="/laporan") as stage:
        await stage.sees("Draf")
        await stage.tap("Draf")
        await stage.at(f"/kegiatan/{ids['draft']}")


async def test_an_empty_list_says_what_will_come_and_how() -> None:
    async with staged(route="/laporan") as stage:
        await stage.sees("Belum ada laporan bulan ini")
        await stage.tap("Lapor kegiatan")
        await stage.at("/kegiatan/")


async def test_a_change_is_seen_without_a_tap() -> None:
    phone = memory_phone()
    async with staged(phone, route="/laporan") as stage:
        await stage.sees("Belum ada laporan bulan ini")
        phone.laporan.put(cast.queued(cast.patrol()))
        stage.told()
        await stage.sees("Poskamling RT 02")


async def test_the_counter_is_seen_on_every_tab() -> None:
    phone = memory_phone()
    story.tell(phone)
    for route in ("/", "/laporan", "/pembinaan", "/desa"):
        async with staged(phone, route=route) as stage:
            await stage.tree.until(lambda s=stage: "4" in s.tree.texts())
            waiting = route == "/laporan" or stage.tree.has("Belum terkirim: 3")
            assert waiting, route


async def _pick(stage: Stage, words: str) -> None:
    chip = next(c for c in stage.tree.find(ft.Chip) if words in _inside(c))
    await stage.tree.fire(chip, "select", True)
    await stage.tree.settle()


def _inside(chip: ft.Chip) -> str:
    return chip.label.value if isinstance(chip.label, ft.Text) else ""


def _count(stage: Stage) -> int:
    return sum("di Pos " in words for words in stage.tree.texts())
