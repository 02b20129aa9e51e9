"""A report's page: all fields, photos, place, phone and clock, history, neighbours."""

from dataclasses import replace

import flet as ft
import flet_map as fm
import pytest

from server.core import teks as umum
from server.laporan import review
from server.laporan import teks as laporan_teks
from server.shell import teks as shell_teks
from shared.laporan import Lokasi
from tests.cast import KASI_TRANTIB, flood, nihil, patrol
from tests.doubles.flet_tree import words_in
from tests.server.desk.window import (
    HP,
    PEMBACA,
    Window,
    arrive,
    picture,
    read,
    window,
    with_photos,
)
from tests.server.kit import Office, Phone

pytestmark = pytest.mark.anyio

PICTURES = (picture(1), picture(2), picture(3))


async def _with_three_photos(juai: Office, ida: Phone, sensitif: int | None = None) -> str:
    report = with_photos(patrol(), *PICTURES, sensitif=sensitif)
    await ida.send(report)
    for data in PICTURES:
        arrive(juai.ctx, report, data)
    return report.id


def _photos(seen: Window) -> list[str]:
    return [str(image.src) for image in seen.find(ft.Image) if str(image.src).startswith("/foto")]


async def test_every_field_of_a_patrol_is_there(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    async with window(juai, f"/laporan/{report.id}") as seen:
        for words in (
            "Patroli / ronda, Desa Lalayau",
            "Selasa, 24 November 2026, 20.00 sampai 23.00 WITA",
            report.tempat, report.uraian, report.hasil, "Babinsa",
            "2 orang: Amat (contoh), Udin (contoh)", "Ida (contoh), Kasi Pemerintahan",
            "JUAI-2026-11-0001", "24 November 2026, 20.41 WITA", "HP (contoh)", "1.0.0",
        ):  # fmt: skip
            assert seen.has(words), words


async def test_a_kejadian_says_what_happened_and_to_whom(juai: Office, ida: Phone):
    report = flood()
    assert report.kejadian
    report = replace(report, kejadian=replace(report.kejadian, luka=2, mengungsi_kk=5))
    await ida.send(report)
    async with window(juai, f"/laporan/{report.id}") as seen:
        assert seen.has("Banjir, Desa Lalayau") and seen.has(umum.KEJADIAN)
        assert seen.has("2 luka, 5 KK mengungsi") and seen.has("Rumah terdampak")


async def test_a_nihil_is_a_sentence(juai: Office, ida: Phone):
    report = nihil()
    await ida.send(report)
    async with window(juai, f"/laporan/{report.id}") as seen:
        assert seen.has(laporan_teks.NIHIL_KALIMAT.format(bulan="November 2026"))


async def test_the_place_is_drawn_among_the_villages_without_any_tiles(juai: Office, ida: Phone):
    report = patrol(lokasi=Lokasi(-2.19, 115.61, 9))
    await ida.send(report)
    async with window(juai, f"/laporan/{report.id}") as seen:
        drawn = seen.one(fm.Map)
        assert not [layer for layer in drawn.layers if isinstance(layer, fm.TileLayer)]
        assert "Lalayau" in words_in(drawn)
        assert seen.has("-2.190000, 115.610000 (GPS, akurasi 9 meter)")
        assert seen.has("162 meter dari tengah Desa Lalayau")


async def test_without_a_place_it_says_so(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    async with window(juai, f"/laporan/{report.id}") as seen:
        assert seen.has(laporan_teks.PETA_TANPA) and not seen.find(fm.Map)


async def test_a_photo_is_enlarged_and_its_neighbours_follow(juai: Office, ida: Phone):
    ident = await _with_three_photos(juai, ida)
    async with window(juai, f"/laporan/{ident}") as seen:
        assert len(_photos(seen)) == 3
        await seen.tap(laporan_teks.PERBESAR.format(n=2))
        assert seen.has("Foto 2 dari 3")
        await seen.tap(laporan_teks.FOTO_BERIKUT)
        assert seen.has("Foto 3 dari 3")
        await seen.fire(seen.page, "keyboard_event", _key("Arrow Right"))
        assert seen.has("Foto 1 dari 3")
        await seen.fire(seen.page, "keyboard_event", _key("Escape"))
        assert not seen.has("Foto 1 dari 3")


async def test_a_photo_that_has_not_come_is_said_so(juai: Office, ida: Phone):
    report = with_photos(patrol(), *PICTURES[:2])
    await ida.send(report)
    arrive(juai.ctx, report, PICTURES[0])
    async with window(juai, f"/laporan/{report.id}") as seen:
        assert seen.has(laporan_teks.FOTO_BELUM.format(n=2))
        assert seen.has(laporan_teks.foto_sampai(1, 2)) and len(_photos(seen)) == 1


async def test_a_sensitif_photo_is_veiled_until_it_is_asked_for(juai: Office, ida: Phone):
    ident = await _with_three_photos(juai, ida, sensitif=1)
    async with window(juai, f"/laporan/{ident}") as seen:
        assert seen.find(ft.Container, blur=ft.Blur(16, 16))
        await seen.tap(laporan_teks.SENSITIF_LIHAT.format(n=2))
        assert not seen.find(ft.Container, blur=ft.Blur(16, 16))
        assert seen.has(laporan_teks.SENSITIF), "its mark stays when the veil has gone"
        await seen.tap(laporan_teks.PERBESAR.format(n=2))
        assert seen.has("Foto 2 dari 3")
        assert seen.has(laporan_teks.SENSITIF + "  ·  Foto ke-2")


async def test_a_sensitif_photo_stays_closed_to_a_reader(juai: Office, ida: Phone):
    ident = await _with_three_photos(juai, ida, sensitif=1)
    async with window(juai, f"/laporan/{ident}", account=PEMBACA) as seen:
        assert len(_photos(seen)) == 2
        assert seen.has(laporan_teks.SENSITIF_TUTUP.format(n=2))


async def test_the_history_tells_of_versions_and_of_the_kecamatan(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    juai.clock.move(minutes=5)
    note = review.Note("Mohon jamnya dilengkapi.", field="selesai")
    review.give_back(juai.ctx, report.id, 1, [note], KASI_TRANTIB)
    juai.clock.move(minutes=5)
    await ida.send(replace(report, versi=2, hasil="Aman"))
    juai.clock.move(minutes=5)
    review.verify(juai.ctx, report.id, 2, KASI_TRANTIB)
    async with window(juai, f"/laporan/{report.id}") as seen:
        told = [w for w in seen.texts() if w in _HISTORY]
        # The chip at the head says the last state once more.
        assert told[-4:] == [
            "Diverifikasi",
            "Perbaikan ke-1",
            "Perlu diperbaiki",
            "Laporan pertama",
        ]
        assert seen.has(f"{KASI_TRANTIB}, 24 Nov 20.56")


async def test_a_clock_that_is_far_off_is_pointed_out(juai: Office, ida: Phone):
    report = patrol(clock_offset_s=12 * 60 + 3)
    await ida.send(report)
    async with window(juai, f"/laporan/{report.id}") as seen:
        assert seen.has("Jam HP lebih cepat 12 menit") and seen.has(laporan_teks.JAM_PERIKSA)


async def test_previous_and_next_follow_the_list_it_was_opened_from(juai: Office, ida: Phone):
    idents: list[str] = []
    for laporan in (patrol(), flood(), patrol()):
        await ida.send(laporan)
        idents.append(laporan.id)
        juai.clock.move(minutes=1)
    async with window(juai, f"/laporan/{idents[2]}?macam=kegiatan") as seen:
        assert seen.has(laporan_teks.tempat_di_daftar(1, 2))
        assert seen.one(ft.OutlinedButton, content=umum.SEBELUMNYA).disabled
        await seen.tap(umum.BERIKUTNYA)
        await read(seen)
        assert seen.route == f"/laporan/{idents[0]}?macam=kegiatan"
        assert seen.has(laporan_teks.tempat_di_daftar(2, 2))
        await seen.back()
        await read(seen)
        assert seen.has(laporan_teks.tempat_di_daftar(1, 2))


async def test_back_leads_to_the_list_as_it_was(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    async with window(juai, f"/laporan/{report.id}?macam=kegiatan&hal=2") as seen:
        await seen.tap(laporan_teks.RINCIAN_KEMBALI)
        await read(seen)
        assert seen.route == "/laporan?macam=kegiatan&hal=2"


async def test_a_report_that_is_not_there_says_so(juai: Office):
    async with window(juai, "/laporan/0b6d1a52-1111-4111-8111-111111111111") as seen:
        assert seen.has(laporan_teks.RINCIAN_TIDAK_ADA)


async def test_an_address_that_is_none_leads_back_to_the_list(juai: Office):
    async with window(juai, "/entah/apa") as seen:
        assert seen.has(shell_teks.BUKAN_HALAMAN)
        await seen.tap(shell_teks.KE_DAFTAR)
        await read(seen)
        assert seen.route == "/laporan" and seen.has(laporan_teks.BELUM_ADA)


async def test_a_narrow_window_shows_all_of_it_in_one_column(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    async with window(juai, f"/laporan/{report.id}", size=HP) as seen:
        assert (
            seen.has(report.uraian)
            and seen.has(laporan_teks.PERANGKAT)
            and seen.has(laporan_teks.RIWAYAT)
        )


_HISTORY = {"Diverifikasi", "Perbaikan ke-1", "Perlu diperbaiki", "Laporan pertama"}


def _key(name: str) -> dict[str, object]:
    return {"key": name, "shift": False, "ctrl": False, "alt": False, "meta": False}
