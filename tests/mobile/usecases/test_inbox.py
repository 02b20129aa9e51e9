"""What the kecamatan sent, on a phone: what is unread, what is asked, what waits for a signal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mobile.domain.record import Note
from mobile.ports import StoreError, SyncState
from mobile.usecases import inbox
from mobile.usecases.delete import in_use
from mobile.usecases.phone import Phone
from mobile.usecases.read import home
from tests import cast
from tests.doubles.phone import MemoryDeeds, memory_phone

pytestmark = pytest.mark.anyio

RAPAT = {
    "id": "rapat", "versi": 1, "bentuk": "rapat", "judul": "Rapat koordinasi Satlinmas",
    "mulai": "2026-11-27T09:00:00+08:00", "selesai": None, "tempat": "Aula Kantor Kecamatan",
    "desa": [cast.LALAYAU], "status": "direncanakan", "jawaban": None, "peserta": [],
    "tindak_lanjut": [
        {"id": "rtl", "teks": "Latihan ulang", "desa": cast.LALAYAU, "tenggat": "2026-12-05",
         "status": "belum"},
    ],
}  # fmt: skip
IMBAUAN = {"id": "imbauan", "judul": "Siaga banjir", "teks": "Pantau sungai.", "oleh": "Kasi",
           "waktu": "2026-11-20T08:00:00+08:00"}  # fmt: skip


def phone_with(**messages: dict) -> Phone:
    phone = memory_phone()
    kept = {f"{name.replace('_', '/')}": data for name, data in messages.items()}
    phone.state.update_sync(lambda _: SyncState(inbox=kept))
    return phone


async def test_every_kind_has_its_card_and_the_unread_ones_are_counted() -> None:
    phone = phone_with(pembinaan_rapat=RAPAT, announcement_imbauan=IMBAUAN)
    note = Note("n", "Mohon ditulis rumah siapa.", "2026-11-23T08:00:00+08:00", "Kasi", 1)
    record = replace(cast.queued(cast.patrol()), notes=(note,), status="perlu_perbaikan")
    phone.laporan.put(record)
    found = {item.kind: item for item in await inbox.inbox(phone)}
    assert set(found) == {"pembinaan", "pengumuman", "umpan_balik"}
    assert not found["umpan_balik"].mended
    assert await inbox.unread(phone) == 3
    titles = (await home(phone)).pembinaan_baru
    assert len(titles) == await inbox.unread(phone), "as many as the tab's badge says"
    assert set(titles) == {RAPAT["judul"], IMBAUAN["judul"], "Umpan balik laporan"}


async def test_reading_is_remembered_until_a_newer_version_comes() -> None:
    phone = phone_with(pembinaan_rapat=RAPAT)
    await inbox.mark_read(phone, "rapat")
    state = phone.state.sync_state()
    assert state.read_marks == ("rapat",)
    assert await inbox.unread(phone) == 0
    newer = {**state.inbox["pembinaan/rapat"], "versi": 2}
    phone.state.update_sync(lambda s: replace(s, inbox={"pembinaan/rapat": newer}))
    assert await inbox.unread(phone) == 1


async def test_an_answer_that_the_disk_does_not_take_changes_nothing() -> None:
    phone = phone_with(pembinaan_rapat=RAPAT)
    assert isinstance(phone.deeds, MemoryDeeds)
    phone.deeds.full = True
    with pytest.raises(StoreError):
        await inbox.answer(phone, "rapat", "datang")
    [item] = await inbox.inbox(phone)
    assert item.jawaban is None


async def test_the_last_answer_before_a_signal_counts() -> None:
    phone = phone_with(pembinaan_rapat=RAPAT)
    await inbox.answer(phone, "rapat", "datang")
    await inbox.answer(phone, "rapat", "tidak_bisa", "Ada hajatan.")
    [deed] = phone.deeds.all()
    assert deed.data == {"jawaban": "tidak_bisa", "teks": "Ada hajatan."}
    assert (deed.kind, deed.ref) == ("invitation_reply", "rapat")


async def test_a_ticked_follow_up_waits_and_its_photo_is_not_swept_away() -> None:
    phone = phone_with(pembinaan_rapat=RAPAT)
    foto = await inbox.keep_photo(phone, b"\xff\xd8\xff picture")
    await inbox.finish(phone, "rtl", "Latihan 20 November.", [foto])
    [item] = await inbox.inbox(phone)
    assert item.open_tasks == ()
    assert item.tasks[0].waiting
    assert in_use(phone) == {foto.sha256}


async def test_a_message_of_tomorrow_does_not_hide_the_others() -> None:
    phone = phone_with(pembinaan_lain={"id": "lain"}, announcement_imbauan=IMBAUAN)
    assert [item.id for item in await inbox.inbox(phone)] == ["imbauan"]
