"""Complaints on a phone: written without a signal, answered by the kecamatan, read once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from mobile.domain.deed import refused
from mobile.ports import READ, StoreError, SyncState
from mobile.usecases import complaint, inbox
from mobile.usecases.begun import Begun
from mobile.usecases.complaint import FORM
from mobile.usecases.phone import Phone
from mobile.usecases.read import home
from shared.checks_act import COMPLAINT
from shared.protocol import Gap
from tests import cast
from tests.doubles.phone import MemoryDeeds, memory_phone

pytestmark = pytest.mark.anyio

MINE = cast.new_id()

FOTO = {
    "id": "foto", "teks": "Foto lama terkirim.", "status": "diproses",
    "jawaban": "Sedang kami periksa.", "waktu": "2026-11-20T08:00:00+08:00",
    "dijawab": "2026-11-21T09:30:00+08:00", "oleh": cast.KASI_TRANTIB, "nama": cast.BU_IDA.nama,
}  # fmt: skip
BARU = {
    **FOTO, "id": "jam", "teks": "Jam salah.", "status": "baru", "jawaban": "", "dijawab": None,
    "oleh": "", "waktu": "2026-11-22T08:00:00+08:00",
}  # fmt: skip


def phone_with(*told: dict[str, Any]) -> Phone:
    """A phone that has heard of these."""
    phone = memory_phone()
    inbox = {f"complaint/{one['id']}": one for one in told}
    phone.state.update_sync(lambda _: SyncState(inbox=inbox))
    return phone


async def keep(begun: Begun, data: dict[str, Any]) -> None:
    """Type, and wait until it is on disk."""
    written = asyncio.Event()
    begun.told = written.set
    begun.change(data)
    await written.wait()


async def test_the_newest_stand_first_with_what_waits_for_a_signal() -> None:
    phone = phone_with(FOTO, BARU)
    assert await complaint.send(phone, MINE, " Tombol kirim macet. ") == ()
    found = await complaint.complaints(phone)
    assert [(one.id, one.status, one.unread) for one in found] == [
        (MINE, "menunggu", False), ("jam", "baru", False), ("foto", "diproses", True),
    ]  # fmt: skip
    assert (found[0].teks, found[0].nama) == ("Tombol kirim macet.", cast.BU_IDA.nama)
    assert (found[2].jawaban, found[2].oleh) == ("Sedang kami periksa.", cast.KASI_TRANTIB)
    [deed] = phone.deeds.all()
    assert (deed.kind, deed.ref, deed.waiting) == (COMPLAINT, None, True)


async def test_an_answer_is_unread_until_seen_and_again_when_there_is_another() -> None:
    phone = phone_with(FOTO, BARU)
    assert await complaint.unread(phone) == 1
    assert (await home(phone)).pengaduan_dijawab == ("Foto lama terkirim.",)
    await complaint.mark_read(phone, ["foto"])
    assert await complaint.unread(phone) == 0
    kept = phone.state.sync_state().inbox["complaint/foto"]
    done = {**kept, "status": "selesai", "dijawab": "2026-11-23T10:00:00+08:00"}
    phone.state.update_sync(lambda s: replace(s, inbox={"complaint/foto": done}))
    assert await complaint.unread(phone) == 1
    assert await inbox.unread(phone) == 0


async def test_the_same_complaint_is_shown_once_when_it_comes_back() -> None:
    phone = phone_with()
    await complaint.send(phone, MINE, FOTO["teks"])
    told = {**FOTO, "id": MINE, READ: None}
    phone.state.update_sync(lambda _: SyncState(inbox={f"complaint/{MINE}": told}))
    [one] = await complaint.complaints(phone)
    assert one.status == "diproses"


async def test_a_second_tap_tells_the_same_once_more_not_twice() -> None:
    phone = phone_with()
    await complaint.send(phone, MINE, "Macet.")
    await complaint.send(phone, MINE, "Macet.")
    assert len(phone.deeds.all()) == 1


async def test_what_is_being_written_is_no_complaint_yet_and_leaves_with_sending() -> None:
    phone = phone_with()
    await keep(Begun(phone, COMPLAINT, FORM), {"teks": "Tombol ki"})
    assert await complaint.complaints(phone) == ()
    await complaint.send(phone, complaint.new_id(), "Tombol kirim macet.")
    [deed] = phone.deeds.all()
    assert deed.waiting


async def test_a_full_disk_keeps_the_words_where_they_are() -> None:
    phone = phone_with()
    await keep(Begun(phone, COMPLAINT, FORM), {"teks": "Tombol kirim macet."})
    assert isinstance(phone.deeds, MemoryDeeds)
    phone.deeds.full = True
    with pytest.raises(StoreError):
        await complaint.send(phone, MINE, "Tombol kirim macet.")
    assert await complaint.complaints(phone) == ()
    before = await Begun(phone, COMPLAINT, FORM).read()
    assert before is not None
    assert before.data["teks"] == "Tombol kirim macet."


async def test_no_words_and_too_many_are_told_at_the_field() -> None:
    phone = phone_with()
    [empty] = await complaint.send(phone, MINE, "   ")
    [long] = await complaint.send(phone, MINE, "a" * 4001)
    assert (empty.code, long.code) == ("required", "too_long")
    assert phone.deeds.all() == []


async def test_the_words_of_a_refused_one_go_back_into_the_form() -> None:
    phone = phone_with()
    await complaint.send(phone, MINE, "Tombol kirim macet.")
    phone.deeds.update(MINE, lambda deed: refused(deed, (Gap("data.teks", "bad_text"),)))
    [one] = await complaint.complaints(phone)
    assert one.status == "ditolak"
    await complaint.take_back(phone, one)
    assert await complaint.complaints(phone) == ()
    before = await Begun(phone, COMPLAINT, FORM).read()
    assert before is not None
    assert before.data["teks"] == "Tombol kirim macet."


async def test_a_message_of_tomorrow_does_not_hide_the_others() -> None:
    phone = phone_with({"id": "lain"}, {**BARU, "id": "x", "waktu": "kemarin"}, BARU)
    assert [one.id for one in await complaint.complaints(phone)] == ["jam"]
