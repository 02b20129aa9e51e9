"""At the desk: from a suggestion to a record that is written, filled with people, and sent."""

from __future__ import annotations

import io
from datetime import timedelta
from types import SimpleNamespace
from typing import cast
from unittest.mock import patch

import flet as ft
import pytest

from server.core.db.database import StoreBusyError
from server.desk import teks as teks_desk
from server.pembinaan import pembinaan, teks
from server.pembinaan.desk import record_state, todos
from server.pembinaan.pembinaan_reading import Photo, Record, page, record
from tests.cast import EVENING, HAMARUNG, LALAYAU, patrol
from tests.mobile.device.pictures import jpeg, scene
from tests.server.desk.window import HP, KASI, PEMBACA, Window, read, window
from tests.server.kit import Office, Phone, member

pytestmark = pytest.mark.anyio


def only(juai: Office) -> Record:
    [line] = page(juai.ctx, KASI).lines
    found = record(juai.ctx, KASI, line.id)
    assert found is not None
    return found


def a_visit(juai: Office) -> str:
    return pembinaan.begin(
        juai.ctx, KASI, desa=[LALAYAU, HAMARUNG], judul="Kunjungan pos", mulai=EVENING
    )


async def press(window_: Window, words: str) -> None:
    await window_.tap(words)
    await read(window_)


async def press_pill(desk: Window, name: str) -> None:
    """One of the villages that are invited."""
    [inside] = desk.find(ft.Semantics, label=name, selected=True)
    await desk.tap(next(box for box in desk.find(ft.Container) if box.content is inside))
    await read(desk)


async def test_a_suggestion_becomes_a_draft_with_its_villages(juai: Office, ida: Phone) -> None:
    await ida.tell("anggota", member())
    async with window(juai, "/pembinaan") as desk:
        assert "1 desa memiliki kurang dari 10 anggota aktif" in desk.texts()
        assert "Lalayau: 1 anggota" in desk.texts()
        await press(desk, "Buat pembinaan")
    made = only(juai)
    assert (made.desa, made.bentuk) == ((LALAYAU,), "kunjungan")


async def test_what_is_typed_is_stored_by_itself(juai: Office) -> None:
    ident = a_visit(juai)
    async with window(juai, f"/pembinaan/{ident}") as desk:
        await desk.type("Tempat", "Balai Desa Bata")
        await desk.settle(0.9)
        assert any("Tersimpan otomatis 20.41." in words for words in desk.texts())
    assert only(juai).tempat == "Balai Desa Bata"


async def test_what_could_not_be_stored_before_one_left_is_told_where_one_is_now(
    juai: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_state, "AGAIN_S", 0.1)
    ident = a_visit(juai)
    async with window(juai, f"/pembinaan/{ident}") as desk:
        with patch.object(pembinaan, "save", side_effect=StoreBusyError("locked")):
            await desk.type("Tempat", "Balai Desa Bata", leave=False)
            await desk.go("/laporan")
            await desk.until(lambda: teks.PB_BELUM_TERSIMPAN in desk.texts())
        with patch.object(record_state, "record") as read_again:
            await desk.until(lambda: teks.PB_BELUM_TERSIMPAN not in desk.texts())
            await read(desk)
    read_again.assert_not_called()
    assert only(juai).tempat == "Balai Desa Bata"


async def test_people_are_ticked_from_the_roster_all_of_a_village_at_once(
    juai: Office, ida: Phone
) -> None:
    for nama in ("Amat (contoh)", "Udin (contoh)"):
        await ida.tell("anggota", member(nama=nama))
    ident = a_visit(juai)
    async with window(juai, f"/pembinaan/{ident}") as desk:
        await press(desk, "Semua dari Lalayau")
        assert "2 hadir" in desk.texts()
        assert [box.value for box in desk.find(ft.Checkbox)] == [True, True]
        assert any("Anggota Desa Hamarung belum diisi" in words for words in desk.texts())
    assert {p.nama for p in only(juai).people} == {"Amat (contoh)", "Udin (contoh)"}


async def test_a_village_with_people_is_left_out_only_after_a_question(
    juai: Office, ida: Phone
) -> None:
    await ida.tell("anggota", member())
    ident = a_visit(juai)
    async with window(juai, f"/pembinaan/{ident}") as desk:
        await press(desk, "Semua dari Lalayau")
        await press_pill(desk, "Lalayau")
        asked = "Keluarkan Desa Lalayau? Ikut terhapus: 1 nama yang hadir."
        assert asked in desk.texts() and len(only(juai).people) == 1
        await press(desk, teks.PB_KELUARKAN_BATAL)
        assert asked not in desk.texts() and LALAYAU in only(juai).desa
        await press_pill(desk, "Lalayau")
        await press(desk, teks.PB_KELUARKAN)
        assert (only(juai).desa, only(juai).people) == ((HAMARUNG,), ())
        await press_pill(desk, "Hamarung")  # nothing goes along
        assert only(juai).desa == ()


async def test_who_leaves_a_village_out_leaves_a_colleagues_new_one_in(juai: Office) -> None:
    ident = a_visit(juai)
    state = record_state.RecordState(juai.ctx, KASI, ident)
    await state.load()
    tawahan = "63.11.01.2001"
    pembinaan.invite(juai.ctx, KASI, ident, [tawahan])
    pembinaan.tick(juai.ctx, KASI, ident, [pembinaan.Person(tawahan, "Amat (contoh)")])
    await state.leave_out(HAMARUNG)
    assert set(only(juai).desa) == {LALAYAU, tawahan} and len(only(juai).people) == 1


async def test_names_that_nobody_saw_leave_with_no_village(juai: Office) -> None:
    ident = a_visit(juai)
    state = record_state.RecordState(juai.ctx, KASI, ident)
    await state.load()
    pembinaan.tick(juai.ctx, KASI, ident, [pembinaan.Person(HAMARUNG, "Amat (contoh)")])
    await state.ask_to_leave_out(HAMARUNG)  # on this screen nobody came from there
    assert len(only(juai).people) == 1 and HAMARUNG in only(juai).desa
    assert state.leaving_out == HAMARUNG and state.told is not None
    assert state.told.words == teks.PB_KELUARKAN_LEBIH
    await state.leave_out(HAMARUNG)
    assert (only(juai).desa, only(juai).people) == ((LALAYAU,), ())


async def test_it_is_sent_and_says_what_lacks_before(juai: Office) -> None:
    ident = pembinaan.begin(juai.ctx, KASI, judul="Rapat")
    async with window(juai, f"/pembinaan/{ident}") as desk:
        await press(desk, "Simpan dan kirim")
        assert "Sebelum dikirim, isi dulu: tanggal, desa yang diundang." in desk.texts()
        pembinaan.save(juai.ctx, KASI, ident, mulai=EVENING + timedelta(days=3))
        pembinaan.invite(juai.ctx, KASI, ident, [LALAYAU, HAMARUNG])
        await desk.settle(1.3)
        await press(desk, "Simpan dan kirim ke 2 desa")
        assert any("Terkirim ke 2 desa" in words for words in desk.texts())
        assert "Undangan dan jawaban" in desk.texts()
    assert only(juai).sent


async def test_who_only_reads_finds_no_deed(juai: Office) -> None:
    ident = a_visit(juai)
    async with window(juai, f"/pembinaan/{ident}", account=PEMBACA) as desk:
        assert "Kunjungan pos" in [field.value for field in desk.find(ft.TextField)]
        assert all(field.read_only for field in desk.find(ft.TextField) if field.value)
        assert not any("Simpan dan kirim" in words for words in desk.texts())
    async with window(juai, "/pembinaan", account=PEMBACA) as desk:
        assert "Catat pembinaan" not in desk.texts()


@pytest.mark.parametrize("size", [(1366, 768), HP])
async def test_the_month_shows_what_takes_place(juai: Office, size: tuple[int, int]) -> None:
    a_visit(juai)
    async with window(juai, "/pembinaan?bulan=2026-11", size=size) as desk:
        assert any("Kunjungan pos" in words for words in desk.texts())
        await press(desk, "Bulan berikutnya")
        assert desk.page.route == "/pembinaan?bulan=2026-12"
        assert not any("Kunjungan pos" in words for words in desk.texts())


async def test_a_report_is_linked_by_its_receipt(juai: Office, ida: Phone) -> None:
    resi = (await ida.send(patrol()))["resi"]
    ident = a_visit(juai)
    async with window(juai, f"/pembinaan/{ident}") as desk:
        await desk.type("Nomor resi laporan", "JUAI-2026-11-9999")
        await press(desk, "Tambah laporan")
        assert "Tidak ada laporan dengan resi JUAI-2026-11-9999." in desk.texts()
        await desk.type("Nomor resi laporan", resi.lower())
        await press(desk, "Tambah laporan")
        assert any("Lalayau, 24 Nov, Poskamling RT 02" in words for words in desk.texts())
    assert [one.resi for one in only(juai).reports] == [resi]


async def test_the_evidence_of_a_suggestion_is_one_press_away(juai: Office, ida: Phone) -> None:
    await ida.tell("anggota", member())
    async with window(juai, "/pembinaan") as desk:
        await press(desk, "Lalayau: 1 anggota")
        assert desk.page.route == "/anggota?desa=63.11.01.2013"


async def test_a_list_of_names_becomes_its_people_and_a_member_is_offered(
    juai: Office, ida: Phone
) -> None:
    await ida.tell("anggota", member(nama="M. Ridwan (contoh)"))
    ident = pembinaan.begin(juai.ctx, KASI, desa=[LALAYAU], judul="Kunjungan pos", mulai=EVENING)
    async with window(juai, f"/pembinaan/{ident}") as desk:
        await desk.type(teks.PB_NAMA_LAIN, "Ahmad Basuki, S.Sos., M.AP, H. Jahrani")
        await press(desk, teks.PB_NAMA_TAMBAH)
        assert {p.nama for p in only(juai).people} == {"Ahmad Basuki, S.Sos., M.AP", "H. Jahrani"}
        await desk.type(teks.PB_NAMA_LAIN, "Muhammad Ridwan (contoh)")
        await desk.settle(0.2)
        assert desk.has(teks.PB_NAMA_MUNGKIN)
        await press(desk, "M. Ridwan (contoh)")
    named = {p.nama: p.anggota for p in only(juai).people}
    assert named["M. Ridwan (contoh)"] is not None and len(named) == 3


async def test_of_several_pictures_each_that_is_refused_is_named_and_the_others_are_kept(
    juai: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = jpeg(scene(320, 240))
    webp = io.BytesIO()
    scene(200, 150).save(webp, "WEBP")
    chosen = {
        "IMG_1.jpg": whole, "IMG_2.heic": b"\0\0\0\x18ftypheic" + b"\0" * 99,
        "IMG_3.jpg": jpeg(scene(400, 300))[:-30], "IMG_4.jpg": whole[:900],
        "bukan.jpg": b"<html>", "IMG_5.webp": webp.getvalue(),
    }  # fmt: skip

    async def pick(*_: object, **__: object) -> list[ft.FilePickerFile]:
        return [
            ft.FilePickerFile(id=n, name=name, size=len(data), bytes=data)
            for n, (name, data) in enumerate(chosen.items())
        ]

    monkeypatch.setattr(ft.FilePicker, "pick_files", pick)
    ident = a_visit(juai)
    async with window(juai, f"/pembinaan/{ident}") as desk:
        await press(desk, teks.PB_FOTO_TAMBAH)
        await desk.until(lambda: len(only(juai).foto) == 3)
        await desk.until(lambda: desk.has("bukan.jpg"))
        said = next(words for words in desk.texts() if "bukan.jpg" in words)
    for name, words in (
        ("IMG_2.heic", teks_desk.FOTO_HEIC), ("IMG_3.jpg", teks_desk.FOTO_TERPOTONG),
        ("IMG_4.jpg", teks_desk.FOTO_RUSAK), ("bukan.jpg", teks_desk.FOTO_BUKAN),
    ):  # fmt: skip
        assert f"{name}: {words}" in said
    assert "IMG_1.jpg" not in said and "IMG_5.webp" not in said


def test_a_sensitif_photo_of_a_follow_up_has_its_mark_in_its_place() -> None:
    on = cast("todos.TodoActions", SimpleNamespace(photo=lambda *_: "/foto"))
    shown = todos._picture(Photo(LALAYAU, "a" * 64, "", True), "Lalayau", on)
    assert isinstance(shown, ft.Container) and shown.tooltip == teks.PB_FOTO_SENSITIF
    assert isinstance(todos._picture(Photo(LALAYAU, "a" * 64, "", False), "Lalayau", on), ft.Image)
