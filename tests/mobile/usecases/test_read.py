"""What the screens show comes from the phone alone, in the order of what needs the person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mobile.domain.record import Note, Record
from mobile.domain.record_answers import overtaken, photo_set_aside, refused, text_received
from mobile.ports import Damage
from mobile.usecases import finish, read, seen, sentences, start
from mobile.usecases.phone import Phone
from shared.laporan import Kind
from shared.protocol import Gap
from tests import cast
from tests.doubles.phone import CountingSync, FixedSpace, MemoryLaporan

pytestmark = pytest.mark.anyio
AT = "2026-11-24T20:50:00+08:00"
NOTE = Note("n1", "Tuliskan hasilnya.", AT, cast.KASI_TRANTIB, 1, field="hasil")


def arrived(**changes: Any) -> Record:
    return text_received(cast.queued(cast.patrol(**changes)), 1, "JUAI-2026-11-0042", (), AT)


def returned() -> Record:
    return replace(arrived(), status="perlu_perbaikan", notes=(NOTE,), seen=False)


def half_sent() -> Record:
    laporan = cast.patrol(foto=(cast.foto("a" * 64), cast.foto("b" * 64), cast.foto("c" * 64)))
    return text_received(cast.queued(laporan), 1, "JUAI-2026-11-0043", ("c" * 64,), AT)


async def test_a_new_phone_has_a_calm_beranda(phone: Phone) -> None:
    shown = await read.home(phone)
    assert (shown.desa, shown.bulan, shown.laporan_bulan_ini) == ("Lalayau", "2026-11", 0)
    assert shown.connection.unsent == 0
    assert (shown.attention, shown.resume, shown.last) == ((), None, None)
    assert not shown.room_is_short
    assert shown.clock_warning_s is None


async def test_beranda_says_what_waits_and_what_needs_somebody(phone: Phone) -> None:
    for record in (returned(), half_sent(), cast.queued(cast.flood()), arrived()):
        phone.laporan.put(record)
    shown = await read.home(phone)
    assert shown.connection.unsent == 2
    assert [(row.shown, row.note) for row in shown.attention] == [("perlu_perbaikan", NOTE)]
    assert shown.laporan_bulan_ini == 4
    assert shown.last is not None


async def test_beranda_warns_of_room_and_clock_and_damage(phone: Phone) -> None:
    phone.space = FixedSpace(40)
    phone.state.update_sync(lambda s: replace(s, clock_offset_s=720.0))
    laporan = phone.laporan
    assert isinstance(laporan, MemoryLaporan)
    laporan.found_damaged = [Damage("aktif/x", True, AT)]
    shown = await read.home(phone)
    assert shown.room_is_short
    assert shown.clock_warning_s is not None
    assert sentences.clock_warning(shown.clock_warning_s).startswith("Jam HP lebih cepat 12 menit.")
    assert [sentences.damage(d)[:20] for d in shown.damages] == ["Satu berkas di HP in"]


async def test_the_counter_on_every_tab(phone: Phone) -> None:
    bad = refused(cast.queued(cast.patrol()), 1, (Gap("selesai", "end_before_start"),))
    for record in (returned(), half_sent(), cast.queued(cast.flood()), bad):
        phone.laporan.put(record)
    assert await read.badge(phone) == 4
    for record in phone.laporan.open_records():
        await seen.mark_seen(phone, record.id)
    assert await read.badge(phone) == 3


async def test_the_list_puts_first_what_needs_somebody_and_a_kejadian_before_a_patrol(
    phone: Phone,
) -> None:
    bad = refused(cast.queued(cast.patrol()), 1, (Gap("selesai", "end_before_start"),))
    patrol, flood = cast.queued(cast.patrol()), cast.queued(cast.flood())
    draft = cast.draft_of(cast.patrol())
    for record in (patrol, flood, draft, bad, arrived()):
        phone.laporan.put(record)
    await start.begin(phone, Kind.KEGIATAN)
    found = await read.groups(phone)
    assert [row.id for row in found.needs_me] == [bad.id]
    assert [row.id for row in found.unsent] == [flood.id, patrol.id]
    assert [row.id for row in found.drafts] == [draft.id]
    assert found.months == ("2026-11",)
    assert sentences.refusal([bad]) == (
        "1 laporan belum bisa diterima: jam selesai lebih awal dari jam mulai. "
        "Laporan lain tetap terkirim."
    )


async def test_the_months_come_in_pages(phone: Phone) -> None:
    for day in range(1, 29):
        phone.laporan.put(arrived(mulai=f"2026-11-{day:02}T08:00:00+08:00", selesai=None))
    first = await read.page(phone, "2026-11")
    second = await read.page(phone, "2026-11", read.PAGE)
    assert (len(first.rows), len(second.rows), first.total) == (25, 3, 28)
    assert first.rows[0].laporan.mulai == "2026-11-28T08:00:00+08:00"


async def test_chips_say_what_is_true_now() -> None:
    draft, queued, half = cast.draft_of(cast.patrol()), cast.queued(cast.patrol()), half_sent()
    assert read.shown_state(draft) == "draft"
    assert read.shown_state(queued) == "queued"
    assert (read.shown_state(half), half.photos_done) == ("text_received", (2, 3))
    assert read.shown_state(arrived()) == "received"
    assert read.shown_state(returned()) == "perlu_perbaikan"
    assert read.shown_state(replace(arrived(), status="diverifikasi")) == "diverifikasi"


async def test_a_mended_report_on_its_way_shows_its_way_not_the_old_verdict(phone: Phone) -> None:
    record = returned()
    phone.laporan.put(record)
    form = await finish.reopen(phone, record.id)
    assert read.shown_state(form.record) == "perlu_perbaikan"
    await finish.finish(phone, form)
    mended = phone.laporan.get(record.id)
    assert mended is not None
    assert read.shown_state(mended) == "queued"
    assert not read.needs_me(mended)


async def test_a_withdrawn_report_says_so_once_the_kecamatan_knows(phone: Phone) -> None:
    record = arrived()
    phone.laporan.put(record)
    gone = await finish.withdraw(phone, record.id, "salah desa")
    assert read.shown_state(gone) == "queued"
    known = text_received(gone, 2, None, (), AT)
    assert read.shown_state(known) == "ditarik"


async def test_what_another_phone_mended_first_needs_a_look() -> None:
    record = overtaken(cast.queued(cast.patrol()), cast.patrol(versi=2))
    assert read.needs_me(record)


async def test_a_photo_set_aside_needs_a_look() -> None:
    assert read.needs_me(photo_set_aside(half_sent(), "c" * 64, "photo_lost"))


async def test_a_report_opened_shows_its_photos_and_what_may_be_done(phone: Phone) -> None:
    record = half_sent()
    phone.laporan.put(record)
    found = await read.detail(phone, record.id)
    assert found is not None
    assert [p.at_kecamatan for p in found.photos] == [True, True, False]
    assert [p.lost for p in found.photos] == [False, False, True]
    assert (found.can_edit, found.can_withdraw, found.can_delete) == (True, True, False)
    assert await read.detail(phone, cast.new_id()) is None


async def test_dibaca_goes_back_to_the_kecamatan_once(phone: Phone) -> None:
    record = returned()
    phone.laporan.put(record)
    await seen.mark_seen(phone, record.id)
    await seen.mark_seen(phone, record.id)
    assert phone.state.sync_state().read_marks == ("n1",)
    opened = phone.laporan.get(record.id)
    assert opened is not None
    assert (opened.seen, opened.notes[0].read) == (True, True)
    assert isinstance(phone.sync, CountingSync)
    assert len(phone.sync.asked) == 1
