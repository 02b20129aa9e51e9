"""The list of reports: order, filters, pages, and what it says when it is empty."""

from dataclasses import replace

import flet as ft
import pytest

from server.core import teks as umum
from server.core.db.database import StoreBusyError
from server.desk import teks as desk_teks
from server.laporan import review
from server.laporan import teks as laporan_teks
from server.laporan.desk.laporan_list import state
from server.laporan.read_staff import ListPage
from shared.laporan import Ditarik
from tests.cast import HAMARUNG, flood, nihil, patrol
from tests.doubles.flet_tree import words_in
from tests.server.desk.window import HP, PEMBACA, arrive, picture, read, window, with_photos
from tests.server.kit import Office, Phone, at_hamarung

pytestmark = pytest.mark.anyio


async def test_a_kejadian_stands_above_newer_reports(juai: Office, ida: Phone):
    await ida.send(flood())
    juai.clock.move(minutes=1)
    await ida.send(patrol())
    async with window(juai) as seen:
        first, second = seen.lines()
        assert "Banjir" in first and umum.KEJADIAN in first
        assert "Patroli / ronda" in second


async def test_the_newest_comes_first(juai: Office, ida: Phone):
    for place in ("Pos lama", "Pos tengah", "Pos baru"):
        await ida.send(patrol(tempat=place))
        juai.clock.move(minutes=1)
    async with window(juai) as seen:
        for place, line in zip(("Pos baru", "Pos tengah", "Pos lama"), seen.lines(), strict=True):
            assert place in line


async def test_a_nihil_shows_its_month(juai: Office, ida: Phone):
    await ida.send(nihil())
    async with window(juai) as seen:
        assert umum.NIHIL in seen.lines()[0] and "November 2026" in seen.lines()[0]


async def test_a_village_can_be_chosen_and_taken_away_again(juai: Office, ida: Phone):
    rudi = await juai.phone(HAMARUNG)
    await ida.send(patrol())
    await rudi.send(at_hamarung(patrol()))
    async with window(juai) as seen:
        assert len(seen.lines()) == 2
        menu = seen.one(ft.PopupMenuButton, tooltip="Desa: Semua desa")
        await seen.tap(next(item for item in menu.items if words_in(item) == ["Hamarung"]))
        await read(seen)
        assert seen.route == f"/laporan?desa={HAMARUNG}"
        assert len(seen.lines()) == 1 and "Hamarung" in seen.lines()[0]


async def test_tabs_count_and_filter_by_state(juai: Office, ida: Phone):
    done, waiting = patrol(tempat="Sudah dilihat"), patrol(tempat="Belum dilihat")
    await ida.send(done)
    await ida.send(waiting)
    review.verify(juai.ctx, done.id, 1, "Kasi Trantib (contoh)")
    async with window(juai) as seen:
        await seen.tap(f"{umum.STATUS['diverifikasi']}, 1")
        await read(seen)
        assert seen.route == "/laporan?status=diverifikasi"
        assert len(seen.lines()) == 1 and "Sudah dilihat" in seen.lines()[0]


async def test_words_are_searched_when_the_typing_rests(juai: Office, ida: Phone):
    await ida.send(patrol(tempat="Poskamling RT 02"))
    await ida.send(patrol(tempat="Langgar RT 05"))
    async with window(juai) as seen:
        await seen.type(laporan_teks.CARI, "langgar")
        await seen.until(lambda: seen.route == "/laporan?kata=langgar")
        await read(seen)
        assert len(seen.lines()) == 1 and "Langgar RT 05" in seen.lines()[0]


async def test_an_address_with_filters_opens_as_it_was_sent(juai: Office, ida: Phone):
    await ida.send(flood())
    await ida.send(patrol())
    async with window(juai, "/laporan?macam=kejadian&bulan=2026-11") as seen:
        assert len(seen.lines()) == 1 and "Banjir" in seen.lines()[0]
        assert seen.has("November 2026")


async def test_twenty_five_are_shown_and_the_rest_is_a_press_away(juai: Office, ida: Phone):
    for _ in range(2):
        await ida.sync(*[patrol() for _ in range(15)])
    async with window(juai) as seen:
        assert len(seen.lines()) == 25
        assert laporan_teks.ke_berapa(1, 25, 30) in seen.texts()
        assert seen.one(ft.OutlinedButton, content=umum.SEBELUMNYA).disabled
        await seen.tap(umum.BERIKUTNYA)
        await read(seen)
        assert seen.route == "/laporan?hal=2"
        assert laporan_teks.ke_berapa(26, 30, 30) in seen.texts()


async def test_photos_still_to_come_are_counted(juai: Office, ida: Phone):
    report = with_photos(patrol(), picture(1), picture(2), picture(3))
    await ida.send(report)
    arrive(juai.ctx, report, picture(1))
    arrive(juai.ctx, report, picture(2))
    async with window(juai) as seen:
        assert "2/3" in seen.lines()[0] and desk_teks.FOTO_BELUM_LENGKAP in seen.lines()[0]


async def test_nothing_that_fits_offers_to_drop_the_filter(juai: Office, ida: Phone):
    await ida.send(patrol())
    async with window(juai, "/laporan?kata=tidakadakataini") as seen:
        assert seen.has(umum.TIDAK_COCOK)
        await seen.tap(umum.HAPUS_SARINGAN)
        assert seen.route == "/laporan"


async def test_an_empty_server_says_that_reports_will_come(juai: Office):
    async with window(juai) as seen:
        assert seen.has(laporan_teks.BELUM_ADA)


async def test_a_line_opens_its_report_and_keeps_the_filter(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    async with window(juai, "/laporan?macam=kegiatan") as seen:
        await seen.tap(report.tempat)
        assert seen.route == f"/laporan/{report.id}?macam=kegiatan"


async def test_a_narrow_window_has_cards_and_a_bar_on_top(juai: Office, ida: Phone):
    await ida.send(flood())
    async with window(juai, size=HP) as seen:
        assert len(seen.lines()) == 1
        assert seen.find(ft.PopupMenuButton, tooltip="Akun Kasi Trantib (contoh)")


async def test_the_window_can_be_made_narrow_and_wide(juai: Office, ida: Phone):
    await ida.send(patrol())
    async with window(juai) as seen:
        await seen.resize(*HP)
        assert seen.find(ft.PopupMenuButton, tooltip="Akun Kasi Trantib (contoh)")
        await seen.resize(1366, 768)
        assert not seen.find(ft.PopupMenuButton, tooltip="Akun Kasi Trantib (contoh)")
        assert len(seen.lines()) == 1


async def test_a_withdrawn_report_gets_a_tab_of_its_own(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    gone = Ditarik("salah desa", "2026-11-24T20:50:00+08:00")
    await ida.send(replace(report, versi=2, ditarik=gone))
    async with window(juai) as seen:
        assert f"{umum.STATUS['ditarik']}, 1" in seen.texts()


async def test_when_nothing_can_be_read_it_says_so_and_tries_again(
    juai: Office, ida: Phone, monkeypatch: pytest.MonkeyPatch
):
    await ida.send(patrol())

    def no_answer(*_: object) -> ListPage:
        raise StoreBusyError

    monkeypatch.setattr(state, "list_page", no_answer)
    async with window(juai) as seen:
        assert seen.has(umum.GAGAL_BACA)
        monkeypatch.undo()
        await seen.tap(desk_teks.COBA_LAGI)
        await read(seen)
        assert len(seen.lines()) == 1


async def test_a_reader_may_read(juai: Office, ida: Phone):
    await ida.send(patrol())
    async with window(juai, account=PEMBACA) as seen:
        assert len(seen.lines()) == 1


async def test_without_a_log_in_nothing_is_shown(juai: Office, ida: Phone):
    await ida.send(patrol())
    async with window(juai, account=None) as seen:
        assert seen.texts() == []
        assert "launch_url" in [name for name, _ in seen.connection.calls]


async def test_what_is_being_typed_is_never_taken_out_of_the_field(juai: Office, ida: Phone):
    await ida.send(patrol())
    async with window(juai) as seen:
        await seen.type(laporan_teks.CARI, "lang", leave=False)
        juai.clock.move(minutes=1)
        await ida.send(patrol(tempat="Pos baru"))  # draws the list anew
        await seen.until(lambda: seen.has("Pos baru"))
        assert seen.field(laporan_teks.CARI).value == "lang"


async def test_the_field_follows_the_address(juai: Office, ida: Phone):
    await ida.send(patrol())
    async with window(juai, "/laporan?kata=ronda") as seen:
        assert seen.field(laporan_teks.CARI).value == "ronda"
        await seen.go("/laporan")
        await read(seen)
        assert seen.field(laporan_teks.CARI).value == ""
