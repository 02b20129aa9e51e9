"""Kirim freezes a version; for eight seconds it can be taken back, later it can be mended."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from mobile.domain.record import HOLD_S, Note, Record, finished, recalled, reopened
from mobile.domain.record_answers import held, late_receipt, refused, text_received
from mobile.ports import StoreError, SyncReason
from mobile.usecases import delete, finish, photo, sentences
from mobile.usecases.edit import Editing, start_form
from mobile.usecases.phone import Phone
from shared.clock import FixedClock
from shared.laporan import Kind
from shared.protocol import Gap
from shared.status import PhoneState
from tests import cast
from tests.doubles.phone import CountingSync, MemoryLaporan, MemoryPhotos, MemoryState

pytestmark = pytest.mark.anyio
AT = "2026-11-24T20:50:00+08:00"


async def patrol_form(phone: Phone) -> Editing:
    form = await start_form(phone, Kind.KEGIATAN)
    form.change(jenis="PATROLI", tempat="Poskamling RT 02", uraian="Ronda malam, aman.")
    return form


def asked(phone: Phone) -> list[SyncReason]:
    assert isinstance(phone.sync, CountingSync)
    return phone.sync.asked


def stored(phone: Phone, ident: str) -> Record:
    record = phone.laporan.get(ident)
    assert record is not None
    return record


async def test_an_empty_report_says_all_that_is_missing_and_sends_nothing(phone: Phone) -> None:
    form = await start_form(phone, Kind.KEGIATAN)
    done = await finish.finish(phone, form)
    assert done.record is None
    assert [gap.field for gap in done.gaps] == ["jenis", "tempat", "uraian"]
    assert [sentences.at_field(gap) for gap in done.gaps][1:] == [
        "Tempatnya di mana? Tulis nama pos, RT, atau patokan.",
        "Ceritakan satu kalimat saja apa yang dikerjakan.",
    ]
    assert sentences.remaining(done.gaps) == "Tinggal: jenis kegiatan, tempat, cerita"
    assert asked(phone) == []
    assert not form.closed


async def test_a_whole_report_is_frozen_and_waits(phone: Phone) -> None:
    form = await patrol_form(phone)
    done = await finish.finish(phone, form)
    record = stored(phone, form.id)
    assert done.record == record
    assert record.state is PhoneState.QUEUED
    assert record.draft is None
    assert record.sent is not None
    assert record.sent.ditulis == "2026-11-24T20:41:00+08:00"
    assert asked(phone) == [SyncReason.FINISHED]


async def test_it_is_held_for_eight_seconds_and_then_goes(phone: Phone) -> None:
    form = await patrol_form(phone)
    await finish.finish(phone, form)
    clock = phone.clock
    assert isinstance(clock, FixedClock)
    assert held(stored(phone, form.id), clock.now())
    clock.move(seconds=HOLD_S)
    assert not held(stored(phone, form.id), clock.now())


async def test_a_clock_that_was_put_back_does_not_hold_it_for_days(phone: Phone) -> None:
    form = await patrol_form(phone)
    await finish.finish(phone, form)
    clock = phone.clock
    assert isinstance(clock, FixedClock)
    clock.move(days=-3)
    assert not held(stored(phone, form.id), clock.now())


async def test_a_kejadian_is_not_held(phone: Phone) -> None:
    form = await start_form(phone, Kind.KEJADIAN)
    form.change_kejadian(jenis="Banjir")
    form.change(tempat="Bantaran sungai RT 04")
    done = await finish.finish(phone, form)
    assert done.record is not None
    assert done.record.hold_until is None
    assert await finish.recall(phone, form.id) is None


async def test_within_the_eight_seconds_it_becomes_a_draft_again(phone: Phone) -> None:
    form = await patrol_form(phone)
    await finish.finish(phone, form)
    back = await finish.recall(phone, form.id)
    assert back is not None
    assert back.state is PhoneState.DRAFT
    assert back.current.uraian == "Ronda malam, aman."


async def test_after_the_eight_seconds_it_stays_sent(phone: Phone) -> None:
    form = await patrol_form(phone)
    await finish.finish(phone, form)
    clock = phone.clock
    assert isinstance(clock, FixedClock)
    clock.move(seconds=HOLD_S + 1)
    assert await finish.recall(phone, form.id) is None
    assert stored(phone, form.id).state is PhoneState.QUEUED


async def test_the_offset_of_the_clock_goes_with_it(phone: Phone) -> None:
    phone.state.update_sync(lambda s: replace(s, clock_offset_s=720.0))
    form = await patrol_form(phone)
    done = await finish.finish(phone, form)
    assert done.record is not None
    assert done.record.sent is not None
    assert done.record.sent.clock_offset_s == 720.0


async def test_a_photo_that_is_gone_is_named_and_stops_the_sending(phone: Phone) -> None:
    form = await patrol_form(phone)
    await photo.add_photo(phone, form, b"first")
    second = await photo.add_photo(phone, form, b"second")
    photos = phone.photos
    assert isinstance(photos, MemoryPhotos)
    photos.spoil(second.sha256)
    done = await finish.finish(phone, form)
    assert [sentences.at_field(gap) for gap in done.gaps] == [
        "Foto 2 hilang dari HP. Ambil ulang, atau kirim tanpa foto itu."
    ]
    photo.remove(form, second.sha256)
    assert (await finish.finish(phone, form)).record is not None


async def test_a_full_disk_leaves_the_draft_on_the_screen(phone: Phone) -> None:
    form = await patrol_form(phone)
    laporan = phone.laporan
    assert isinstance(laporan, MemoryLaporan)
    laporan.full = True
    with pytest.raises(StoreError):
        await finish.finish(phone, form)
    assert not form.closed
    laporan.full = False
    assert (await finish.finish(phone, form)).record is not None


async def test_the_form_learns_from_what_was_sent(phone: Phone) -> None:
    await finish.finish(phone, await patrol_form(phone))
    memory = phone.state.memory()
    assert memory.jenis_count == {"PATROLI": 1}
    assert memory.tempat == ("Poskamling RT 02",)
    assert memory.uraian["PATROLI"] == ("Ronda malam, aman.",)
    assert memory.jam["PATROLI"] == ("20.00", "23.00")


async def test_a_memory_that_cannot_be_written_undoes_nothing(phone: Phone) -> None:
    form = await patrol_form(phone)
    state = phone.state
    assert isinstance(state, MemoryState)
    state.full = True
    assert (await finish.finish(phone, form)).record is not None


async def test_a_returned_report_opens_at_the_first_note_and_becomes_version_two(
    phone: Phone,
) -> None:
    record = text_received(cast.queued(cast.patrol()), 1, "JUAI-2026-11-0042", (), AT)
    note = Note("n1", "Tuliskan jam selesai.", AT, cast.KASI_TRANTIB, 1, field="selesai")
    phone.laporan.put(replace(record, status="perlu_perbaikan", notes=(note,), seen=False))
    form = await finish.reopen(phone, record.id)
    assert form.place == "selesai"
    assert form.draft.versi == 2
    form.change(selesai="2026-11-24T22:00:00+08:00")
    done = await finish.finish(phone, form)
    assert done.record is not None
    assert done.record.sent is not None
    assert done.record.sent.versi == 2
    assert done.record.last_resi == "JUAI-2026-11-0042"


async def test_photos_that_the_kecamatan_has_need_not_be_here_to_mend(phone: Phone) -> None:
    laporan = cast.patrol(foto=(cast.foto("b" * 64),))
    phone.laporan.put(text_received(cast.queued(laporan), 1, "JUAI-2026-11-0042", (), AT))
    form = await finish.reopen(phone, laporan.id)
    form.change(uraian="Ronda malam, aman, hujan.")
    assert (await finish.finish(phone, form)).record is not None


async def test_a_refused_report_opens_at_its_fault_and_keeps_its_version(phone: Phone) -> None:
    record = refused(cast.queued(cast.patrol()), 1, (Gap("selesai", "end_before_start"),))
    phone.laporan.put(record)
    form = await finish.reopen(phone, record.id)
    assert (form.place, form.draft.versi) == ("selesai", 1)


async def test_a_verified_report_is_read_only(phone: Phone) -> None:
    record = text_received(cast.queued(cast.patrol()), 1, "JUAI-2026-11-0042", (), AT)
    phone.laporan.put(replace(record, status="diverifikasi"))
    with pytest.raises(finish.Settled):
        await finish.reopen(phone, record.id)
    with pytest.raises(finish.Settled):
        await finish.withdraw(phone, record.id, "salah desa")
    with pytest.raises(finish.Gone):
        await finish.reopen(phone, cast.new_id())


async def test_completing_a_kejadian_later_makes_version_two(phone: Phone) -> None:
    record = text_received(cast.queued(cast.flood()), 1, "JUAI-2026-11-0042", (), AT)
    phone.laporan.put(record)
    form = await finish.reopen(phone, record.id)
    form.change_kejadian(mengungsi_kk=4, mengungsi_jiwa=13)
    done = await finish.finish(phone, form)
    assert done.record is not None
    assert done.record.sent is not None
    assert (done.record.sent.versi, done.record.hold_until) == (2, None)


async def test_a_withdrawal_is_the_next_version_and_says_why(phone: Phone) -> None:
    record = text_received(cast.queued(cast.patrol()), 1, "JUAI-2026-11-0042", (), AT)
    phone.laporan.put(record)
    gone = await finish.withdraw(phone, record.id, " salah desa ")
    assert gone.sent is not None
    assert gone.sent.ditarik is not None
    assert (gone.sent.versi, gone.sent.ditarik.alasan) == (2, "salah desa")
    assert gone.state is PhoneState.QUEUED
    assert gone.sent.uraian == record.current.uraian
    with pytest.raises(finish.Settled):
        await finish.withdraw(phone, record.id, "lagi")


async def test_what_never_arrived_is_deleted_not_withdrawn(phone: Phone) -> None:
    record = refused(cast.queued(cast.patrol()), 1, (Gap("uraian", "required"),))
    phone.laporan.put(record)
    assert not finish.can_withdraw(record)
    with pytest.raises(finish.Settled):
        await finish.withdraw(phone, record.id, "salah")


async def test_a_key_pressed_while_it_is_being_sent_makes_no_ghost_draft(phone: Phone) -> None:
    form = await patrol_form(phone)
    sending = asyncio.ensure_future(finish.finish(phone, form))
    while not sending.done():
        form.change(hasil=form.draft.hasil + "x")
        await asyncio.sleep(0)
    await form.flush()
    await form.close()
    record = stored(phone, form.id)
    assert record.draft is None
    assert record.state is PhoneState.QUEUED


async def received_correction(phone: Phone) -> Record:
    """A patrol with a resi whose correction has just been finished."""
    record = text_received(cast.queued(cast.patrol()), 1, "JUAI-2026-11-0042", (), AT)
    phone.laporan.put(record)
    form = await finish.reopen(phone, record.id)
    form.change(uraian="Ditambah satu orang.")
    assert (await finish.finish(phone, form)).record is not None
    return record


async def test_a_correction_taken_back_leaves_what_the_kecamatan_has(phone: Phone) -> None:
    before = await received_correction(phone)
    back = await finish.recall(phone, before.id)
    assert back is not None
    assert (back.sent, back.sent_state) == (before.sent, PhoneState.RECEIVED)
    assert (back.finished_at, back.last_resi) == (before.finished_at, "JUAI-2026-11-0042")
    assert back.draft is not None
    assert back.draft.uraian == "Ditambah satu orang."
    assert back.has_unsent_changes


async def test_a_correction_taken_back_and_deleted_is_the_report_as_it_was(phone: Phone) -> None:
    before = await received_correction(phone)
    await finish.recall(phone, before.id)
    await delete.delete(phone, before.id)
    left = stored(phone, before.id)
    assert left.draft is None
    assert (left.sent, left.sent_state) == (before.sent, PhoneState.RECEIVED)


async def test_photos_still_on_their_way_go_on_when_the_correction_is_taken_back(
    phone: Phone,
) -> None:
    report = cast.patrol(foto=(cast.foto("a" * 64), cast.foto("b" * 64)))
    half = text_received(cast.queued(report), 1, "JUAI-2026-11-0042", ("b" * 64,), AT)
    back = recalled(finished(reopened(half, AT), AT, None))
    assert (back.sent_state, back.missing) == (PhoneState.TEXT_RECEIVED, ("b" * 64,))


async def test_a_correction_that_was_refused_can_be_let_go(phone: Phone) -> None:
    before = await received_correction(phone)
    gap = (Gap("uraian", "required"),)
    phone.laporan.update(before.id, lambda r: refused(r, 2, gap))
    await delete.delete(phone, before.id)
    left = stored(phone, before.id)
    assert (left.sent, left.sent_state) == (before.sent, PhoneState.RECEIVED)


async def test_the_receipt_of_the_version_before_makes_it_what_a_correction_falls_back_to(
    phone: Phone,
) -> None:
    first = cast.queued(cast.patrol())
    assert first.sent is not None
    correction = finished(reopened(first, AT), AT, None)
    known = late_receipt(correction, first.sent, "JUAI-2026-11-0042", (), AT)
    assert known.state is PhoneState.QUEUED
    back = recalled(known)
    assert (back.sent, back.sent_state) == (first.sent, PhoneState.RECEIVED)


async def test_a_late_receipt_of_a_correction_that_was_taken_back_counts(phone: Phone) -> None:
    before = await received_correction(phone)
    on_its_way = stored(phone, before.id).sent
    assert on_its_way is not None
    back = recalled(stored(phone, before.id))
    known = late_receipt(back, on_its_way, "JUAI-2026-11-0042", (), AT)
    assert (known.sent, known.sent_state) == (on_its_way, PhoneState.RECEIVED)
    assert known.draft is not None
    assert known.draft.versi == on_its_way.versi + 1
