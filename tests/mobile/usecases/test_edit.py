"""Every change is shown at once and on disk a moment later; nothing is said saved before it is."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from mobile.domain.record_answers import overtaken
from mobile.ports import DiskFull
from mobile.store.reports import FileLaporan
from mobile.usecases import edit, sentences
from mobile.usecases.edit import Editing, NoDraft, open_draft, start_form
from mobile.usecases.phone import Phone
from shared.laporan import Kind, Personel
from tests import cast
from tests.doubles.disk import MemoryDisk
from tests.doubles.phone import MemoryLaporan

pytestmark = pytest.mark.anyio


@pytest.fixture
async def form(phone: Phone) -> Editing:
    return await start_form(phone, Kind.KEGIATAN)


def stored_words(phone: Phone, form: Editing) -> str:
    record = phone.laporan.get(form.id)
    assert record is not None
    return record.current.uraian


async def until(condition: object) -> None:
    for _ in range(6000):
        if condition():  # type: ignore[operator]  # a plain callable
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came true")


async def test_a_change_is_shown_at_once_and_safe_a_moment_later(
    phone: Phone, form: Editing
) -> None:
    form.change(uraian="Ronda")
    assert form.draft.uraian == "Ronda"
    assert not form.safe
    await until(lambda: form.safe)
    assert stored_words(phone, form) == "Ronda"
    assert sentences.saved(form.saved_at, form.problem) == "Tersimpan di HP ini, 20.41"


async def test_of_many_keys_the_last_one_is_what_stays(phone: Phone, form: Editing) -> None:
    words = "Ronda keliling RT 01 sampai RT 04"
    for length in range(1, len(words) + 1):
        form.change(uraian=words[:length])
        if length % 7 == 0:
            await asyncio.sleep(0)
    await until(lambda: form.safe)
    assert stored_words(phone, form) == words


async def test_keys_in_one_breath_cost_few_writes(phone: Phone, form: Editing) -> None:
    laporan = phone.laporan
    assert isinstance(laporan, MemoryLaporan)
    before = laporan.writes
    for number in range(100):
        form.change(uraian=str(number))
    await form.flush()
    assert laporan.writes - before <= 4


async def test_a_pause_settles_what_was_typed(phone: Phone, form: Editing) -> None:
    laporan = phone.laporan
    assert isinstance(laporan, MemoryLaporan)
    form.change(uraian="Ronda")
    await until(lambda: form.safe)
    await until(lambda: form.id in laporan.settled)


async def test_leaving_saves_and_settles(phone: Phone, form: Editing) -> None:
    laporan = phone.laporan
    assert isinstance(laporan, MemoryLaporan)
    form.change(uraian="Ronda")
    await form.close()
    assert stored_words(phone, form) == "Ronda"
    assert form.id in laporan.settled
    await form.close()


async def test_a_full_disk_is_said_and_nothing_is_forgotten(phone: Phone, form: Editing) -> None:
    laporan = phone.laporan
    assert isinstance(laporan, MemoryLaporan)
    laporan.full = True
    form.change(uraian="Ronda")
    assert not await form.flush()
    assert isinstance(form.problem, DiskFull)
    assert "memori HP penuh" in sentences.saved(form.saved_at, form.problem)
    assert form.draft.uraian == "Ronda"
    laporan.full = False
    await until(lambda: form.safe)
    assert form.problem is None
    assert stored_words(phone, form) == "Ronda"


async def test_whoever_watches_hears_of_each_save(form: Editing) -> None:
    heard: list[str] = []
    stop = form.watch(lambda: heard.append(form.saved_at))
    form.change(uraian="Ronda")
    await form.flush()
    assert heard
    stop()
    heard.clear()
    form.change(uraian="Ronda malam")
    await form.flush()
    assert not heard


async def test_it_opens_again_at_the_same_place(phone: Phone, form: Editing) -> None:
    form.change(tempat="Pos")
    form.move("tempat")
    await form.close()
    again = await open_draft(phone, form.id)
    assert again.place == "tempat"
    assert again.draft.tempat == "Pos"


async def test_what_sync_wrote_meanwhile_stays(phone: Phone, form: Editing) -> None:
    form.change(uraian="Ronda")
    await form.flush()
    phone.laporan.update(form.id, lambda r: replace(r, resi=("JUAI-2026-11-0042",)))
    form.change(uraian="Ronda malam")
    await form.flush()
    record = phone.laporan.get(form.id)
    assert record is not None
    assert record.resi == ("JUAI-2026-11-0042",)
    assert form.record.resi == record.resi


async def test_a_draft_overtaken_while_it_is_open_becomes_the_version_after(phone: Phone) -> None:
    sent = cast.queued(cast.patrol())
    phone.laporan.put(replace(sent, draft=replace(sent.current, versi=2)))
    form = await open_draft(phone, sent.id)
    newer = cast.patrol(sent.id, versi=2, uraian="Dari HP lain")
    phone.laporan.update(sent.id, lambda r: overtaken(r, newer))
    form.change(uraian="Dari HP ini")
    await form.flush()
    record = phone.laporan.get(sent.id)
    assert record is not None
    assert record.draft is not None
    assert (record.draft.versi, record.draft.uraian) == (3, "Dari HP ini")
    assert record.newer == newer
    assert form.draft.versi == 3


async def test_a_record_that_vanished_is_written_again(phone: Phone, form: Editing) -> None:
    form.change(uraian="Ronda")
    await form.flush()
    phone.laporan.delete(form.id)
    form.change(uraian="Ronda malam")
    await form.flush()
    assert stored_words(phone, form) == "Ronda malam"


async def test_a_finished_report_is_no_draft(phone: Phone) -> None:
    record = cast.queued(cast.patrol())
    phone.laporan.put(record)
    with pytest.raises(NoDraft):
        await open_draft(phone, record.id)
    with pytest.raises(NoDraft):
        await open_draft(phone, cast.new_id())


async def test_the_number_of_people_follows_the_names_until_it_is_set(form: Editing) -> None:
    form.change(personel=[Personel("Amat"), Personel("Udin")])
    assert form.draft.jumlah_personel == 2
    form.change(jumlah_personel=6)
    form.change(personel=[Personel("Amat")])
    assert form.draft.jumlah_personel == 6


async def test_the_hours_follow_the_jenis_until_they_are_set(phone: Phone) -> None:
    phone.state.set_memory(replace(phone.state.memory(), jam={"JAGA_POS": ("19.00", "22.00")}))
    form = await start_form(phone, Kind.KEGIATAN)
    form.change(jenis="JAGA_POS")
    assert form.draft.mulai == "2026-11-24T19:00:00+08:00"
    form.change(mulai="2026-11-24T18:30:00+08:00")
    form.change(jenis="PATROLI")
    assert form.draft.mulai == "2026-11-24T18:30:00+08:00"


async def test_the_app_writes_the_first_sentence_of_a_kejadian(phone: Phone) -> None:
    form = await start_form(phone, Kind.KEJADIAN)
    form.change_kejadian(jenis="Banjir")
    assert (form.draft.jenis, form.draft.uraian) == ("BENCANA", "Banjir.")
    form.change(tempat="Bantaran sungai RT 04")
    assert form.draft.uraian == "Banjir di Bantaran sungai RT 04."
    form.change_kejadian(jenis="Orang hilang")
    assert (form.draft.jenis, form.draft.uraian) == (
        "LAIN",
        "Orang hilang di Bantaran sungai RT 04.",
    )
    form.change(uraian="Seorang lansia belum pulang.")
    form.change(tempat="RT 05")
    assert form.draft.uraian == "Seorang lansia belum pulang."


async def test_the_time_of_a_kejadian_is_one_time(phone: Phone) -> None:
    form = await start_form(phone, Kind.KEJADIAN)
    form.change_kejadian(waktu="2026-11-24T19:00:00+08:00")
    assert form.draft.mulai == "2026-11-24T19:00:00+08:00"
    form.change(mulai="2026-11-24T18:00:00+08:00")
    assert form.draft.kejadian is not None
    assert form.draft.kejadian.waktu == "2026-11-24T18:00:00+08:00"


async def test_a_save_that_has_begun_is_waited_for_when_the_form_closes(
    phone: Phone, tmp_path: Path
) -> None:
    phone.laporan = FileLaporan(tmp_path, MemoryDisk())
    form = await start_form(phone, Kind.KEGIATAN)
    for number in range(20):
        form.change(uraian=f"Ronda {number}")
        await asyncio.sleep(0)
    await form.close()
    assert stored_words(phone, form) == "Ronda 19"


async def test_a_finished_form_writes_nothing_any_more(phone: Phone, form: Editing) -> None:
    form.change(uraian="Ronda")
    await form.flush()
    form.finish()
    form.change(uraian="terlambat")
    await asyncio.sleep(edit.SETTLE_S * 3)
    assert stored_words(phone, form) == "Ronda"


async def test_a_key_pressed_while_the_form_rests_does_not_wait_for_the_pause(
    phone: Phone, form: Editing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edit, "SETTLE_S", 3600)
    form.change(uraian="Ronda")
    await until(lambda: form.safe)
    await asyncio.sleep(0.05)  # now it waits for more
    form.change(uraian="Ronda malam")
    await until(lambda: form.safe)
    assert stored_words(phone, form) == "Ronda malam"
    await form.close()
