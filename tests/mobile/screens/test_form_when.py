"""The hours of an activity: a night stays a night, the words say it, what is odd is asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import flet as ft
import pytest

from mobile.domain.record_answers import text_received
from mobile.ports import Memory
from mobile.screens.form_kegiatan import when
from mobile.usecases.phone import Phone
from mobile.usecases.start import copy_last
from mobile.usecases.times import choices
from shared.clock import WITA, FixedClock
from shared.status import PhoneState
from tests import cast
from tests.doubles.flet_tree import words_in
from tests.doubles.phone import memory_phone
from tests.mobile.screens.form_kit import Written, writing

pytestmark = pytest.mark.anyio


def phone_at(moment: str, phone: Phone | None = None) -> Phone:
    """Bu Ida's phone at ``12-01 07.00`` of 2026."""
    phone = phone or memory_phone()
    at = datetime.strptime(f"2026-{moment}", "%Y-%m-%d %H.%M").replace(tzinfo=WITA)
    phone.clock = FixedClock(at)
    return phone


def hours(form: Written) -> tuple[str, str]:
    draft = form.draft
    return (draft.mulai or "")[:16], (draft.selesai or "")[:16]


async def chips_chosen(form: Written) -> list[str]:
    await form.tree.settle()
    return [words for words in ("Malam ini", "Tadi malam", "Baru saja", "Waktu lain")
            if any(words in words_in(one.label) and one.selected
                   for one in form.tree.find(ft.Chip))]  # fmt: skip


async def test_an_hour_after_midnight_of_last_night_is_the_next_day_and_month() -> None:
    async with writing(phone_at("12-01 07.00")) as form:
        assert hours(form) == ("2026-11-30T20:00", "2026-11-30T23:00")
        when.set_start(form.form, time(0, 30))
        assert hours(form) == ("2026-12-01T00:30", "2026-12-01T03:30"), "as long as before"
        when.set_end(form.form, time(3, 0))
        assert hours(form) == ("2026-12-01T00:30", "2026-12-01T03:00")
        assert await chips_chosen(form) == ["Tadi malam"]
        assert form.shows("malam Senin ke Selasa, 1 Des 00.30 sampai 03.00 WITA")
        when.set_start(form.form, time(21, 0))
        assert hours(form) == ("2026-11-30T21:00", "2026-12-01T03:00")
        await form.tree.settle()
        assert form.shows("malam Senin ke Selasa, 30 Nov 21.00 sampai 1 Des 03.00 WITA")


async def test_just_now_with_another_hour_is_the_last_time_that_it_was_so_late() -> None:
    async with writing(phone_at("12-01 14.05")) as form:
        assert await chips_chosen(form) == ["Baru saja"]
        when.set_start(form.form, time(21, 0))
        assert hours(form)[0] == "2026-11-30T21:00"
        assert await chips_chosen(form) == ["Tadi malam"]


async def test_spans_over_midnight_and_around_the_clock_can_be_entered() -> None:
    async with writing(phone_at("12-01 07.00")) as form:
        for start, end, told in (
            (time(15), time(1), "30 Nov 15.00 sampai Selasa, 1 Des 01.00"),
            (time(18), time(12), "30 Nov 18.00 sampai Selasa, 1 Des 12.00"),
            (time(7), time(7), "Senin, 30 Nov 07.00 sampai Selasa, 1 Des 07.00 (24 jam)"),
        ):
            begin = datetime.combine(date(2026, 11, 30), start, WITA)
            when.set_span(form.form, begin, None)
            when.set_end(form.form, end)
            await form.tree.settle()
            assert form.shows(told), told
            assert not form.form.faults


async def test_longer_than_a_day_and_a_half_is_refused_and_said() -> None:
    async with writing(phone_at("12-01 07.00")) as form:
        form.form.chose("mulai", mulai="2026-11-29T07:00:00+08:00",
                        selesai="2026-11-30T20:00:00+08:00")  # fmt: skip
        form.form.left("mulai")
        await form.tree.settle()
        assert form.shows("Paling lama satu setengah hari (36 jam). Bagi menjadi dua laporan.")


def finished_patrol(phone: Phone, mulai: str, selesai: str) -> None:
    done = cast.queued(cast.patrol(mulai=mulai, selesai=selesai))
    phone.laporan.put(text_received(done, 1, "JUAI-2026-11-0001", (), "2026-11-24T23:30:00+08:00"))


@pytest.mark.parametrize(
    ("now", "reported", "copied"),
    [
        # Tonight has begun: tonight.
        ("11-25 20.41", "24", ("2026-11-25T20:00", "2026-11-25T23:00")),
        # Tonight was reported already: never the same night again.
        ("11-24 23.30", "24", ("2026-11-24T23:30", "")),
        # In the afternoon: the night just past, never tonight's hours to come.
        ("11-26 15.00", "24", ("2026-11-25T20:00", "2026-11-25T23:00")),
        ("11-25 18.30", "24", ("2026-11-25T18:30", "")),
        ("11-25 07.00", "24", ("2026-11-25T07:00", "")),
        ("12-01 00.30", "24", ("2026-11-30T20:00", "2026-11-30T23:00")),
    ],
)
async def test_a_copy_proposes_what_a_person_would_expect(
    now: str, reported: str, copied: tuple[str, str]
) -> None:
    phone = phone_at(now)
    finished_patrol(
        phone, f"2026-11-{reported}T20:00:00+08:00", f"2026-11-{reported}T23:00:00+08:00"
    )
    record = await copy_last(phone)
    assert record is not None
    assert record.draft is not None
    draft = record.draft
    assert ((draft.mulai or "")[:16], (draft.selesai or "")[:16]) == copied


async def complete(form: Written) -> None:
    await form.tree.tap("Patroli / ronda")
    await form.tree.type("Nama tempat", "Poskamling RT 02")
    await form.tree.type("Ceritakan singkat", "Ronda keliling, aman.")


async def test_what_is_still_to_come_is_asked_about_before_it_leaves() -> None:
    async with writing(phone_at("11-24 20.41")) as form:
        await complete(form)
        when.set_start(form.form, time(22, 0))
        await form.tree.tap("Kirim laporan")
        await form.tree.until(lambda: form.shows("Waktunya belum tiba"))
        assert form.shows("baru mulai 1 jam lagi")
        await form.tree.tap("Betulkan jamnya")
        when.set_start(form.form, time(20, 0))
        await form.tree.tap("Kirim laporan")
        await form.tree.until(lambda: form.tree.page.route == f"/terkirim/{form.ident}")


async def test_the_question_goes_by_the_clock_put_right() -> None:
    phone = phone_at("11-24 22.05")
    phone.state.update_sync(lambda s: replace(s, clock_offset_s=2 * 3600.0))
    async with writing(phone) as form:
        await complete(form)
        when.set_start(form.form, time(22, 0))
        await form.tree.tap("Kirim laporan")
        await form.tree.until(lambda: form.shows("Waktunya belum tiba"))
        await form.tree.tap("Tetap kirim")
        await form.tree.until(lambda: form.tree.page.route == f"/terkirim/{form.ident}")
        sent = phone.laporan.get(form.ident)
        assert sent is not None
        assert sent.state is PhoneState.QUEUED


async def test_a_report_like_one_that_was_sent_is_shown_first() -> None:
    phone = phone_at("11-24 23.30")
    finished_patrol(phone, "2026-11-24T20:00:00+08:00", "2026-11-24T23:00:00+08:00")
    async with writing(phone) as form:
        await complete(form)
        when.set_start(form.form, time(20, 30))
        await form.tree.tap("Kirim laporan")
        await form.tree.until(lambda: form.shows("Sudah ada laporan yang mirip"))
        assert form.shows("24 Nov, 20.00 di Poskamling RT 02, resi 0001")
        await form.tree.tap("Tetap kirim")
        await form.tree.until(lambda: form.tree.page.route == f"/terkirim/{form.ident}")


def test_other_hours_of_the_village_do_not_change_what_a_night_is() -> None:
    memory = Memory(jam={"": ("00.30", "03.00")})
    now = datetime(2026, 12, 1, 7, tzinfo=WITA)
    last = choices(now, memory)[0]
    assert (last.key, last.mulai) == ("tadi_malam", "2026-12-01T00:30:00+08:00")
    assert datetime.fromisoformat(last.selesai or "") - datetime.fromisoformat(
        last.mulai
    ) == timedelta(hours=2, minutes=30)
