"""A report starts with the guesses of the clock, as a copy, or where it was left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from mobile.domain.record import Record
from mobile.domain.record_answers import text_received
from mobile.ports import Memory
from mobile.usecases import sentences, start
from mobile.usecases.edit import start_form
from mobile.usecases.phone import NotActivated, Phone
from mobile.usecases.times import choices, guess
from shared.clock import WITA
from shared.laporan import Kind, Lokasi
from tests import cast
from tests.doubles.phone import memory_phone

pytestmark = pytest.mark.anyio
AT = "2026-11-24T20:50:00+08:00"


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 24, hour, minute, tzinfo=WITA)


@pytest.mark.parametrize(
    ("now", "key", "mulai", "selesai"),
    [
        (at(20, 41), "malam_ini", "2026-11-24T20:00:00+08:00", "2026-11-24T23:00:00+08:00"),
        (at(18, 0), "malam_ini", "2026-11-24T20:00:00+08:00", "2026-11-24T23:00:00+08:00"),
        (at(7, 30), "tadi_malam", "2026-11-23T20:00:00+08:00", "2026-11-23T23:00:00+08:00"),
        (at(0, 30), "tadi_malam", "2026-11-23T20:00:00+08:00", "2026-11-23T23:00:00+08:00"),
        (at(14, 5), "sekarang", "2026-11-24T14:05:00+08:00", None),
    ],
)
def test_when_is_guessed_from_the_clock(
    now: datetime, key: str, mulai: str, selesai: str | None
) -> None:
    found = guess(now, Memory())
    assert (found.key, found.mulai, found.selesai) == (key, mulai, selesai)


def test_the_village_s_own_hours_come_first_also_past_midnight() -> None:
    memory = Memory(jam={"": ("21.00", "01.30")})
    found = guess(at(20), memory)
    assert found.mulai == "2026-11-24T21:00:00+08:00"
    assert found.selesai == "2026-11-25T01:30:00+08:00"


def test_an_activity_of_the_day_keeps_its_hours_by_day() -> None:
    memory = Memory(jam={"SOSIAL": ("08.00", "10.00")})
    assert guess(at(20), memory, "SOSIAL").mulai == "2026-11-24T08:00:00+08:00"
    assert [c.key for c in choices(at(7), memory, "SOSIAL")] == ["sekarang", "kemarin", "hari_ini"]


async def test_a_new_report_is_on_disk_with_its_guesses(phone: Phone) -> None:
    record = await start.begin(phone, Kind.KEGIATAN)
    stored = phone.laporan.get(record.id)
    assert stored == record
    assert record.draft is not None
    assert (record.draft.desa, record.draft.pelapor) == (cast.LALAYAU, cast.BU_IDA)
    assert record.draft.mulai == "2026-11-24T20:00:00+08:00"


async def test_a_kejadian_was_just_now(phone: Phone) -> None:
    record = await start.begin(phone, Kind.KEJADIAN)
    assert record.draft is not None
    assert record.draft.kejadian is not None
    assert record.draft.mulai == record.draft.kejadian.waktu == "2026-11-24T20:41:00+08:00"


async def test_a_phone_without_identity_begins_nothing() -> None:
    phone = memory_phone(None)
    with pytest.raises(NotActivated):
        await start.begin(phone, Kind.KEGIATAN)
    assert phone.laporan.open_records() == []


async def test_the_draft_that_was_left_is_offered_again(phone: Phone) -> None:
    form = await start_form(phone, Kind.KEGIATAN)
    form.change(tempat="Poskamling RT 02")
    form.move("tempat")
    await form.close()
    left = await start.resumable(phone)
    assert left is not None
    assert (left.current.tempat, left.place) == ("Poskamling RT 02", "tempat")
    now = phone.clock.now()
    assert sentences.resume(left, now) == "Lanjutkan laporan tadi (20.41 WITA)?"


async def test_a_draft_of_another_day_says_so(phone: Phone) -> None:
    form = await start_form(phone, Kind.KEGIATAN)
    form.change(tempat="Pos")
    await form.close()
    left = await start.resumable(phone)
    assert left is not None
    later = datetime(2026, 11, 26, 7, tzinfo=WITA)
    assert sentences.resume(left, later) == "Lanjutkan laporan tanggal 24 Nov (20.41 WITA)?"


async def test_a_form_that_nobody_touched_leaves_nothing(phone: Phone) -> None:
    form = await start_form(phone, Kind.KEGIATAN)
    form.suggest(lokasi=None)
    await form.close()
    assert phone.laporan.open_records() == []


async def test_what_a_kill_left_untouched_goes_at_the_next_start(phone: Phone) -> None:
    form = await start_form(phone, Kind.KEGIATAN)
    form.move("tempat")
    form.suggest(lokasi=Lokasi(-2.19, 115.6))
    await form.flush()
    assert await start.resumable(phone) is None
    assert await start.wake(phone, []) == 0
    assert await start.wake(phone, [form.id]) == 1
    assert phone.laporan.open_records() == []


async def test_a_draft_that_will_not_go_leaves_the_others(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    idents = [(await start.begin(phone, Kind.KEGIATAN)).id for _ in range(3)]
    drop = phone.laporan.drop_if

    def failing(ident: str, only: Callable[[Record], bool]) -> bool:
        if ident == idents[1]:
            raise ZeroDivisionError
        return drop(ident, only)

    monkeypatch.setattr(phone.laporan, "drop_if", failing)
    assert await start.wake(phone, idents) == 2
    assert [record.id for record in phone.laporan.open_records()] == [idents[1]]


async def test_a_copy_has_everything_but_dates_photos_and_troubles(phone: Phone) -> None:
    last = cast.patrol(
        mulai="2026-11-20T21:00:00+08:00", selesai="2026-11-21T00:30:00+08:00",
        foto=(cast.foto(),), kendala="Hujan", tindak_lanjut="Perbaiki pos",
    )  # fmt: skip
    phone.laporan.put(text_received(cast.queued(last), 1, "JUAI-2026-11-0042", (), AT))
    copy = await start.copy_last(phone)
    assert copy is not None
    draft = copy.draft
    assert draft is not None
    assert (draft.mulai, draft.selesai) == (
        "2026-11-23T21:00:00+08:00",
        "2026-11-24T00:30:00+08:00",
    )
    assert (draft.tempat, draft.personel, draft.uraian) == (last.tempat, last.personel, last.uraian)
    assert (draft.foto, draft.kendala, draft.tindak_lanjut) == ((), "", "")
    assert draft.id != last.id
    assert sentences.copied(copy, phone.clock.now()) == (
        "Disalin dari laporan 20 Nov. Tanggal sudah diganti, ambil foto baru."
    )


async def test_what_is_copied_is_the_last_one_finished_wherever_it_lies(phone: Phone) -> None:
    old = cast.queued(cast.patrol(tempat="Pos lama"))
    filed = text_received(replace(old, finished_at="2026-11-01T20:00:00+08:00"), 1, None, (), AT)
    phone.laporan.put(filed)
    phone.laporan.put(cast.queued(cast.patrol(tempat="Pos baru")))
    phone.laporan.put(replace(cast.queued(cast.flood()), finished_at="2026-11-24T21:00:00+08:00"))
    last = await start.last_activity(phone)
    assert last is not None
    assert last.current.tempat == "Pos baru"


async def test_a_new_phone_has_nothing_to_copy(phone: Phone) -> None:
    assert await start.copy_last(phone) is None
    assert await start.last_activity(phone) is None


async def test_a_copy_survives_a_kill_before_the_first_key(phone: Phone) -> None:
    phone.laporan.put(cast.queued(cast.patrol()))
    copy = await start.copy_last(phone)
    assert copy is not None
    assert await start.wake(phone, [copy.id]) == 0
    assert await start.resumable(phone) == copy
