"""Complaints: told by a village, answered at the desk, and the answer is back on its phones."""

from __future__ import annotations

import pytest

from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.inovasi import complaints, innovation
from server.inovasi.complaints import EmptyError, GoneError
from server.inovasi.indicator_words import says
from shared.roles import Role
from tests.cast import HAMARUNG, KASI_TRANTIB
from tests.server.kit import Office, Phone, act

pytestmark = pytest.mark.anyio

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
READER = Account("baca", Role.PEMBACA, "Pembaca (contoh)")


async def test_the_answer_reaches_the_village_and_nobody_else(juai: Office, ida: Phone) -> None:
    rudi = await juai.phone(HAMARUNG)
    told = act("complaint", teks="Foto lama sekali terkirim.")
    assert (await ida.tell("acts", told))["state"] == "accepted"
    complaints.answer(juai.ctx, KASI, told["id"], "diproses", "Sedang kami periksa.")
    complaints.answer(juai.ctx, KASI, told["id"], "selesai", "Sudah diperbaiki.")
    await ida.sync()
    heard = [(one["status"], one["jawaban"]) for one in ida.said("complaint")]
    assert heard[0] == ("baru", "")
    assert heard[-1] == ("selesai", "Sudah diperbaiki.")
    await rudi.sync()
    assert rudi.said("complaint") == []


async def test_how_many_are_solved_is_counted(juai: Office, ida: Phone) -> None:
    assert complaints.page(juai.ctx, KASI).solved is None
    first = act("complaint", teks="Huruf terlalu kecil.")
    await ida.tell("acts", first)
    second = complaints.write(juai.ctx, KASI, "Warga (contoh)", "", "Tidak tahu nomor kecamatan.")
    complaints.answer(juai.ctx, KASI, second, "selesai", "Nomor dipasang di kantor desa.")
    found = complaints.page(juai.ctx, READER)
    assert (found.total, found.solved) == (2, 50.0)
    assert [one.id for one in complaints.page(juai.ctx, KASI, "baru").lines] == [first["id"]]


async def test_the_same_complaint_is_taken_once(juai: Office, ida: Phone) -> None:
    told = act("complaint", teks="Huruf terlalu kecil.")
    assert (await ida.tell("acts", told))["state"] == "accepted"
    assert (await ida.tell("acts", told))["state"] == "already_have"
    assert complaints.page(juai.ctx, KASI).total == 1


async def test_an_empty_complaint_or_answer_is_refused(juai: Office, ida: Phone) -> None:
    result = await ida.tell("acts", act("complaint", teks="  "))
    assert result["problems"] == [{"field": "data.teks", "code": "required"}]
    with pytest.raises(EmptyError):
        complaints.write(juai.ctx, KASI, "", "", " ")
    with pytest.raises(GoneError):
        complaints.answer(juai.ctx, KASI, "tidak-ada", "selesai", "Sudah.")
    ident = complaints.write(juai.ctx, KASI, "Warga (contoh)", HAMARUNG, "Lampu pos padam.")
    with pytest.raises(EmptyError):
        complaints.answer(juai.ctx, KASI, ident, "selesai", "")


async def test_a_reader_answers_nothing(juai: Office) -> None:
    with pytest.raises(NotAllowedError):
        complaints.write(juai.ctx, READER, "", "", "x")
    with pytest.raises(NotAllowedError):
        complaints.answer(juai.ctx, READER, "x", "selesai", "x")


async def test_the_indicator_of_complaints_follows_what_was_solved(juai: Office) -> None:
    def standing() -> tuple[int, str]:
        found = innovation.page(juai.ctx, KASI, 2026).overview.find(29)
        assert found is not None
        return found.reached, says(found)

    assert standing()[0] <= 1
    idents = [complaints.write(juai.ctx, KASI, "", "", f"Keluhan {n}") for n in range(10)]
    for ident in idents[:9]:
        complaints.answer(juai.ctx, KASI, ident, "selesai", "Sudah.")
    assert "90" in standing()[1]
    complaints.answer(juai.ctx, KASI, idents[9], "selesai", "Sudah.")
    assert "100" in standing()[1]
