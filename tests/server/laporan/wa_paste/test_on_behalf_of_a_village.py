"""A report by chat is written down at the desk: checked, given a resi, sent to the village."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from server.core.db.database import StoreFullError
from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.desk import teks as desk_teks
from server.laporan import desk_laporan, read_laporan
from server.laporan import teks as laporan_teks
from server.laporan.desk_laporan import FaultyError
from server.laporan.read_staff import ListFilter, list_page
from server.laporan.wa_paste import form
from shared import erasing
from shared.codec import encode
from shared.documents.wa_text import wa_text
from shared.roles import Role
from tests.cast import JUAI, LALAYAU, flood, nihil, patrol
from tests.server.desk.window import KASI, read, window
from tests.server.kit import Office, stored
from tests.server.kit import office as running_office

pytestmark = pytest.mark.anyio

CHAT = wa_text(JUAI, patrol(mulai="2026-11-24T18:00:00+08:00", selesai="2026-11-24T20:00:00+08:00"))


@pytest.fixture
async def juai(tmp_path: Path) -> AsyncIterator[Office]:
    async with running_office(tmp_path / "data") as running:
        yield running


def message(juai: Office, text: str = CHAT, **changes: str) -> dict[str, Any]:
    read = desk_laporan.read(juai.ctx, KASI, text)
    return form.to_message({**form.to_form(read), **changes})


async def test_what_was_pasted_becomes_a_report_with_a_resi_on_the_villages_phone(juai: Office):
    ida = await juai.phone()
    await ida.sync()
    saved = desk_laporan.save(juai.ctx, KASI, message(juai), CHAT)
    assert saved.resi == "JUAI-2026-11-0001"
    await ida.sync()
    told = ida.said("laporan")
    assert [(one["id"], one["resi"], one["tempat"]) for one in told] == [
        (saved.id, saved.resi, "Poskamling RT 02")
    ]
    assert told[0]["pelapor"] == {"nama": "Ida (contoh)", "jabatan": "Kasi Pemerintahan"}
    found = read_laporan.detail(juai.ctx, saved.id)
    assert found is not None and found.device is None
    origin = desk_laporan.origin(found.message)
    assert origin is not None and (origin.oleh, origin.teks) == (KASI.nama, CHAT)


async def test_the_village_can_mend_what_the_kecamatan_wrote(juai: Office):
    ida = await juai.phone()
    saved = desk_laporan.save(juai.ctx, KASI, message(juai), CHAT)
    mended = patrol(ident=saved.id, versi=2, tempat="Poskamling RT 03")
    result = await ida.send(mended)
    assert (result["state"], result["resi"]) == ("accepted", saved.resi)
    found = read_laporan.detail(juai.ctx, saved.id)
    assert found is not None and found.line.tempat == "Poskamling RT 03"
    assert desk_laporan.origin(found.message) is None


@pytest.mark.parametrize("report", [flood(), nihil()])
async def test_incidents_and_nihil_are_saved_the_same_way(juai: Office, report: Any):
    text = wa_text(JUAI, report)
    saved = desk_laporan.save(juai.ctx, KASI, message(juai, text), text)
    found = read_laporan.detail(juai.ctx, saved.id)
    assert found is not None
    wanted = encode(report)
    for name in ("kind", "desa", "jenis", "tempat", "uraian", "periode", "pelapor"):
        assert (found.message.get(name) or None) == (wanted[name] or None), name
    if report.kejadian:
        assert found.message["kejadian"]["rumah"] == 3


async def test_the_same_checks_as_on_the_phone_name_every_fault(juai: Office):
    with pytest.raises(FaultyError) as caught:
        desk_laporan.save(
            juai.ctx, KASI,
            message(juai, tempat="", mulai="besok", jumlah_personel="banyak", desa=""), CHAT,
        )  # fmt: skip
    found = {form.field_of(gap.field): gap.code for gap in caught.value.gaps}
    assert found == {
        "tempat": "required", "mulai": "bad_time", "jumlah_personel": "not_a_number",
        "desa": "required",
    }  # fmt: skip
    assert stored(juai.ctx) == 0


async def test_what_is_too_long_is_told_with_both_counts(juai: Office):
    async with window(juai, "/tempel") as seen:
        await seen.type(laporan_teks.TEMPEL_TEKS, CHAT)
        await seen.tap(laporan_teks.TEMPEL_BACA)
        await read(seen)
        await seen.type(laporan_teks.TEMPEL_ISIAN["tempat"], "x" * 312)
        await seen.tap(laporan_teks.TEMPEL_SIMPAN)
        await read(seen)
        assert seen.has("Terlalu panjang: 312 dari 200 huruf.")


async def test_a_report_that_is_there_already_is_shown(juai: Office):
    ida = await juai.phone()
    await ida.send(patrol())
    near = desk_laporan.alike(juai.ctx, KASI, LALAYAU, "2026-11-24T19:00:00+08:00")
    assert [one.tempat for one in near] == ["Poskamling RT 02"]
    assert desk_laporan.alike(juai.ctx, KASI, LALAYAU, "2026-11-23T19:00:00+08:00") == ()


async def test_whoever_is_erased_is_gone_from_the_pasted_text_too(juai: Office):
    saved = desk_laporan.save(juai.ctx, KASI, message(juai), CHAT)
    found = read_laporan.detail(juai.ctx, saved.id)
    assert found is not None and "Amat (contoh)" in str(found.message)
    kept = erasing.forget(found.message, "", ["Siapa (contoh)"])
    assert kept == found.message
    left = erasing.forget(found.message, "", ["Amat (contoh)"])
    assert "Amat (contoh)" not in str(left)
    origin = desk_laporan.origin(left)
    assert origin is not None and (origin.oleh, origin.teks) == (KASI.nama, "")


@pytest.mark.parametrize("role", [Role.CAMAT, Role.PEMBACA])
async def test_who_may_not_write_reads_no_text(juai: Office, role: Role):
    with pytest.raises(NotAllowedError):
        desk_laporan.read(juai.ctx, Account("siapa", role, "Staf (contoh)"), CHAT)


async def test_the_page_marks_what_is_unsure_and_leads_to_the_saved_report(juai: Office):
    doubtful = CHAT.replace(" WITA", " WIB")
    async with window(juai, "/tempel") as seen:
        await read(seen)
        await seen.type(laporan_teks.TEMPEL_TEKS, doubtful)
        await seen.tap(laporan_teks.TEMPEL_BACA)
        await read(seen)
        assert seen.has(laporan_teks.RAGU["wib"])
        await seen.tap(laporan_teks.TEMPEL_SIMPAN)
        await read(seen)
        await seen.until(lambda: seen.route.startswith("/laporan/"))
        await read(seen)
        assert seen.has(laporan_teks.TEMPEL_ASAL) and seen.has(laporan_teks.HP_LAIN)
        assert any("WIB" in told for told in seen.texts())


def idents(juai: Office) -> list[str]:
    """The reports that are kept."""
    return [line.id for line in list_page(juai.ctx, KASI, ListFilter()).lines]


TWO = (
    "[21.14, 24/11/2026] Bu Ida (contoh): LAPORAN RONDA LINMAS DESA LALAYAU\n"
    "Hari/Tanggal : Selasa, 24 November 2026\nPukul : 18.00 Wita\nTempat : Poskamling RT 02\n"
    "Kegiatan : Ronda\nPelapor : Ida (contoh), Kasi Pemerintahan\nUraian : Aman\n"
    "[21.20, 24/11/2026] Kasi Trantib: Terima kasih\n"
    "[21.31, 24/11/2026] Pak Rudi (contoh): LAPORAN RONDA LINMAS DESA HAMARUNG\n"
    "Hari/Tanggal : Selasa, 24 November 2026\nPukul : 19.00 Wita\nTempat : Balai desa\n"
    "Kegiatan : Ronda\nPelapor : Rudi (contoh), Kepala Satlinmas\nUraian : Lancar"
)


async def test_several_reports_of_a_chat_are_taken_one_after_the_other(juai: Office):
    async with window(juai, "/tempel") as seen:
        await read(seen)
        await seen.type(laporan_teks.TEMPEL_TEKS, TWO)
        await seen.tap(laporan_teks.TEMPEL_BACA)
        await read(seen)
        assert seen.has(laporan_teks.TEMPEL_KE.format(n=1, m=2))
        assert any("LINMAS DESA LALAYAU" in told for told in seen.texts())
        await seen.tap(laporan_teks.TEMPEL_SIMPAN)
        await read(seen)
        assert seen.has(laporan_teks.TEMPEL_LAGI.format(resi="JUAI-2026-11-0001", n=1))
        assert seen.has(laporan_teks.TEMPEL_KE.format(n=2, m=2))
        await seen.tap(laporan_teks.TEMPEL_SIMPAN)
        await read(seen)
        await seen.until(lambda: seen.route.startswith("/laporan/"))
    kept = [read_laporan.detail(juai.ctx, ident) for ident in idents(juai)]
    assert sorted(one.line.tempat for one in kept if one) == ["Balai desa", "Poskamling RT 02"]
    for one in kept:
        origin = desk_laporan.origin(one.message) if one else None
        assert origin is not None and "Terima kasih" not in origin.teks
        assert ("LALAYAU" in origin.teks) != ("HAMARUNG" in origin.teks)


async def test_what_is_typed_stays_with_its_report_and_a_saved_one_is_not_saved_again(
    juai: Office,
):
    async with window(juai, "/tempel") as seen:
        await read(seen)
        await seen.type(laporan_teks.TEMPEL_TEKS, TWO)
        await seen.tap(laporan_teks.TEMPEL_BACA)
        await read(seen)
        await seen.type(laporan_teks.TEMPEL_ISIAN["tempat"], "Poskamling RT 03")
        await seen.tap(laporan_teks.TEMPEL_BERIKUT)
        await read(seen)
        await seen.tap(laporan_teks.TEMPEL_SEBELUM)
        await read(seen)
        await seen.tap(laporan_teks.TEMPEL_SIMPAN)
        await read(seen)
        await seen.tap(laporan_teks.TEMPEL_SEBELUM)
        await read(seen)
        assert seen.has(laporan_teks.TEMPEL_SUDAH.format(resi="JUAI-2026-11-0001"))
        assert not seen.has(laporan_teks.TEMPEL_SIMPAN)
    (only,) = [read_laporan.detail(juai.ctx, ident) for ident in idents(juai)]
    assert only is not None and only.line.tempat == "Poskamling RT 03"


async def test_a_degree_behind_a_comma_is_no_person_in_the_form(juai: Office):
    names = "Ahmad Basuki (contoh), S.Sos., M.AP, H. Jahrani (contoh)"
    message_ = message(juai, personel=names)
    assert [one["nama"] for one in message_["personel"]] == [
        "Ahmad Basuki (contoh), S.Sos., M.AP", "H. Jahrani (contoh)",
    ]  # fmt: skip


async def test_a_report_that_cannot_be_saved_stays_in_its_fields(
    juai: Office, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: Any) -> None:
        raise StoreFullError

    monkeypatch.setattr(desk_laporan, "save", full)
    async with window(juai, "/tempel") as seen:
        await read(seen)
        await seen.type(laporan_teks.TEMPEL_TEKS, TWO)
        await seen.tap(laporan_teks.TEMPEL_BACA)
        await read(seen)
        await seen.type(laporan_teks.TEMPEL_ISIAN["tempat"], "Poskamling RT 03")
        await seen.tap(laporan_teks.TEMPEL_SIMPAN)
        await read(seen)
        assert seen.has(desk_teks.AKSI_PENUH)
        assert seen.has(laporan_teks.TEMPEL_KE.format(n=1, m=2))
        assert seen.route == "/tempel"
    assert stored(juai.ctx) == 0
