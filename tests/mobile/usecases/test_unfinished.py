"""What was begun besides reports and never sent is known, and found on Beranda."""

from __future__ import annotations

import pytest

from mobile.domain.deed import Deed
from mobile.usecases.phone import Phone
from mobile.usecases.unfinished import Unfinished, find
from shared.checks_act import COMPLAINT, FOLLOW_UP_DONE, VILLAGE_DATA
from tests import cast
from tests.doubles.phone import memory_phone
from tests.mobile.screens.stage import staged

pytestmark = pytest.mark.anyio


def begun(phone: Phone, kind: str, ref: str, **data: object) -> None:
    at = "2026-11-24T20:00:00+08:00"
    phone.deeds.put(Deed(f"{kind}/{ref}", kind, ref, at, dict(data), draft=True))


async def test_half_written_words_are_named_and_lead_back_to_their_form() -> None:
    phone = memory_phone()
    begun(phone, COMPLAINT, "baru", teks="Aplikasi lambat")
    begun(phone, VILLAGE_DATA, cast.LALAYAU, operator="Ida (contoh)")
    async with staged(phone) as stage:
        await stage.sees("Data desa yang sedang diubah")
        assert stage.tree.has("Belum dikirim, lanjutkan")
        await stage.tap("Kendala yang sedang ditulis")
        await stage.at("/desa/pengaduan/tulis")
        await stage.sees("Tulisan ini belum dikirim.")
        stage.place.tab("/")
        await stage.sees("Data desa yang sedang diubah")
        await stage.tap("Data desa yang sedang diubah")
        await stage.sees("Perubahan ini belum dikirim.")


def test_what_was_emptied_again_or_was_sent_is_nothing(phone: Phone) -> None:
    begun(phone, COMPLAINT, "baru", teks="")
    phone.deeds.put(Deed("x", COMPLAINT, None, "2026-11-24T20:00:00+08:00", {"teks": "Sudah"}))
    begun(phone, FOLLOW_UP_DONE, "todo-1", teks="Latihan")
    assert find(phone) == ()


def test_a_follow_up_leads_to_its_pembinaan(phone: Phone) -> None:
    todo = {"id": "todo-1", "teks": "Latih anggota"}
    data = {"id": "pb-1", "tindak_lanjut": [todo]}
    phone.state.update_sync(lambda s: s.__class__(inbox={"pembinaan/pb-1": data}))
    begun(phone, FOLLOW_UP_DONE, "todo-1", teks="Latihan")
    assert find(phone) == (Unfinished(FOLLOW_UP_DONE, "pb-1"),)
