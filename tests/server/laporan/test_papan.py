"""The month board: states at a glance, whom to contact, and the way to the reports."""

from __future__ import annotations

from dataclasses import replace

import flet as ft
import flet_map as fm
import pytest

from server.core import office
from server.core.sessions import Account
from server.laporan import review, teks
from server.laporan.desk.papan.reminder import wa_link, wa_number
from shared.roles import Role
from tests.cast import HAMARUNG, KASI_TRANTIB, LALAYAU, flood, nihil, patrol
from tests.server.desk.window import HP, KASI, PEMBACA, Window, read, window
from tests.server.kit import Office, Phone, at_hamarung

pytestmark = pytest.mark.anyio

CAMAT = Account("camat", Role.CAMAT, "Camat (contoh)")


def _tile(seen: Window, desa: str) -> str:
    """What a screen reader says of a village's tile."""
    return next(
        str(one.label)
        for one in seen.find(ft.Semantics, button=True)
        if str(one.label).startswith(f"{desa}, ")
    )


async def test_it_is_the_first_page(juai: Office, ida: Phone):
    await ida.send(patrol())
    async with window(juai, "/") as seen:
        assert _tile(seen, "Lalayau").startswith("Lalayau, Lapor, 1 laporan")
        assert _tile(seen, "Hamarung") == "Hamarung, HP belum tersambung, belum ada HP"
        assert seen.has("Selasa, 24 November 2026. Tenggat 5 Desember, 11 hari lagi.")


async def test_all_21_villages_stand_in_the_order_of_their_codes(juai: Office, ida: Phone):
    async with window(juai, "/papan") as seen:
        names = [teks.PAPAN_KEADAAN[state] for state in teks.PAPAN_KEADAAN]
        tiles = [
            str(one.label).split(",")[0]
            for one in seen.find(ft.Semantics, button=True)
            if any(f", {name}, " in str(one.label) for name in names)
        ]
        assert len(tiles) == 21
        assert tiles[0] == "Muara Ninian" and tiles[-1] == "Sumber Rejeki"


async def test_a_press_on_a_village_leads_to_its_reports_of_the_month(juai: Office, ida: Phone):
    await ida.send(patrol())
    async with window(juai, "/papan") as seen:
        await seen.tap(_tile(seen, "Lalayau"))
        assert seen.route == f"/laporan?desa={LALAYAU}&bulan=2026-11"
        await read(seen)
        assert len(seen.lines()) == 1


async def test_what_comes_in_is_on_the_board_without_reload(juai: Office, ida: Phone):
    async with window(juai, "/papan") as seen:
        assert _tile(seen, "Lalayau") == "Lalayau, Belum melapor, tenggat 5 Des"
        await ida.send(nihil())
        await seen.until(lambda: "Nihil, dikirim 24 Nov" in _tile(seen, "Lalayau"))
        await ida.send(flood())
        await seen.until(lambda: "Lapor, 1 laporan, 1 kejadian" in _tile(seen, "Lalayau"))


async def test_the_months_are_turned_over_and_the_time_before_the_start_says_so(
    juai: Office, ida: Phone
):
    async with window(juai, "/papan") as seen:
        assert seen.one(ft.IconButton, tooltip=teks.PAPAN_BULAN_DEPAN).disabled
        await seen.tap(teks.PAPAN_BULAN_LALU)
        await read(seen)
        assert seen.route == "/papan?bulan=2026-10"
        assert seen.has(teks.PAPAN_BELUM_DIPAKAI) and seen.has("Oktober 2026")
        await seen.tap(teks.PAPAN_KE_BULAN_INI)
        await read(seen)
        assert not seen.has(teks.PAPAN_BELUM_DIPAKAI)


async def test_a_late_village_gets_a_ready_text_that_can_be_changed(juai: Office, ida: Phone):
    juai.clock.move(days=13)  # 7 December
    await ida.sync()
    async with window(juai, "/papan?bulan=2026-11") as seen:
        assert _tile(seen, "Lalayau") == "Lalayau, Terlambat, lewat tenggat 2 hari"
        await seen.tap(f"{teks.PAPAN_WA}, Lalayau")
        field = seen.field(teks.INGATKAN_TEKS)
        words = teks.INGATKAN_TERLAMBAT.format(
            sapa="Yth. Bapak/Ibu", desa="Lalayau", bulan="November 2026"
        )
        assert field.value == words
        assert _link(seen) == wa_link("", words)
        await seen.type(field, "Mohon dikirim ya, Bu.")
        await seen.until(lambda: _link(seen) == wa_link("", "Mohon dikirim ya, Bu."))
        assert seen.field(teks.INGATKAN_TEKS).value == "Mohon dikirim ya, Bu."
        await seen.tap(teks.INGATKAN_BUKA)
        await seen.until(lambda: seen.has("diingatkan 7 Des"))
        await seen.tap(teks.INGATKAN_TUTUP)
        assert not any(one.open for one in seen.find(ft.AlertDialog))


async def test_a_message_begins_with_the_greeting_that_the_office_has_chosen(
    juai: Office, ida: Phone
):
    juai.clock.move(days=13)
    office.change(juai.ctx, KASI, {"salam": "Selamat pagi"})
    await ida.sync()
    assert ida.said("settings")[-1]["salam"] == "Selamat pagi"
    async with window(juai, "/papan?bulan=2026-11") as seen:
        await seen.tap(f"{teks.PAPAN_WA}, Lalayau")
        assert seen.field(teks.INGATKAN_TEKS).value.startswith("Selamat pagi, Bapak/Ibu. Laporan")
    with pytest.raises(office.BadValueError):
        office.change(juai.ctx, KASI, {"salam": "dua\nbaris"})


async def test_all_who_need_it_are_reminded_one_after_the_other(juai: Office, ida: Phone):
    juai.clock.move(days=13)
    await ida.sync()
    async with window(juai, "/papan?bulan=2026-11") as seen:
        await seen.tap(teks.papan_ingatkan(21))
        assert seen.has(teks.INGATKAN_JUDUL.format(desa="Lalayau"))  # a word may be enough there
        assert seen.has(teks.ingatkan_ke(1, 21))
        await seen.tap(teks.INGATKAN_SALIN)
        assert ("set", {"data": seen.field(teks.INGATKAN_TEKS).value}) in seen.connection.calls
        await seen.until(lambda: seen.has(teks.INGATKAN_TERSALIN))
        await seen.tap(teks.INGATKAN_LANJUT)
        assert seen.has(teks.INGATKAN_JUDUL.format(desa="Muara Ninian"))
        text = teks.INGATKAN_AKTIFKAN.format(sapa="Yth. Bapak/Ibu", desa="Muara Ninian")
        assert seen.field(teks.INGATKAN_TEKS).value == text


async def test_who_may_not_speak_for_the_kecamatan_finds_no_reminders(juai: Office, ida: Phone):
    juai.clock.move(days=13)
    for account in (CAMAT, PEMBACA):
        async with window(juai, "/papan?bulan=2026-11", account=account) as seen:
            assert seen.has(teks.PAPAN_PERLU)
            assert not seen.has(teks.PAPAN_WA) and not seen.has(teks.papan_ingatkan(21))


async def test_the_queue_says_how_many_wait_and_leads_there(juai: Office, ida: Phone):
    report, waiting = patrol(), patrol()
    await ida.send(report)
    await ida.send(waiting)
    review.verify(juai.ctx, report.id, 1, KASI_TRANTIB)
    async with window(juai, "/papan") as seen:
        assert seen.has(teks.papan_menunggu(1))
        assert seen.has("Yang tertua masuk 24 November, 20.41 WITA.")
        await seen.tap(teks.PAPAN_PERIKSA)
        # The review opens with the first that waits.
        await seen.until(lambda: seen.route == f"/periksa/{waiting.id}", 30)


async def test_the_recap_counts_the_villages_that_reported_or_said_nihil(juai: Office, ida: Phone):
    await ida.send(patrol())
    rudi = await juai.phone(HAMARUNG)
    await rudi.send(at_hamarung(nihil()))
    async with window(juai, "/papan") as seen:
        assert seen.has("Rekap November") and seen.has("2 dari 21 desa lengkap")


async def test_the_map_counts_at_each_village_and_a_kejadian_can_be_opened(
    juai: Office, ida: Phone
):
    report = flood()
    await ida.send(report)
    await ida.send(patrol())
    async with window(juai, "/papan") as seen:
        assert seen.one(fm.Map)
        assert len(seen.find(fm.Marker)) >= 21
        assert seen.has(teks.papan_cepat(1, 1))


@pytest.mark.parametrize("villages", [1, 21])
async def test_a_map_of_villages_in_one_place_is_drawn(juai: Office, ida: Phone, villages: int):
    """A kecamatan of one village, or with one centre typed for all."""
    here = juai.ctx.wilayah.by_kode[LALAYAU]
    others = [desa for desa in juai.ctx.wilayah.desa if desa != here][: villages - 1]
    placed = [replace(one, lintang=here.lintang, bujur=here.bujur) for one in (here, *others)]
    wilayah = replace(juai.ctx.wilayah, desa=tuple(placed))
    juai.app.state.context = replace(juai.ctx, wilayah=wilayah)
    async with window(juai, "/papan") as seen:
        fit = seen.one(fm.Map).initial_camera_fit
        assert fit is not None and fit.coordinates is not None
        low, high = fit.coordinates
        assert high.latitude - low.latitude == pytest.approx(0.02)
        assert high.longitude - low.longitude == pytest.approx(0.02)
        assert len(seen.find(fm.Marker)) == villages


async def test_phones_tell_their_queue_and_room(juai: Office, ida: Phone):
    await ida.sync(device={"queued": 3, "free_mb": 2048, "app_version": "1.0.0"})
    async with window(juai, "/papan") as seen:
        assert seen.has("24 Nov 20.41, antrean 3, ruang 2,0 GB")


async def test_on_a_phone_those_who_need_contact_come_first(juai: Office, ida: Phone):
    await ida.send(patrol())
    async with window(juai, "/papan", size=HP) as seen:
        words = seen.texts()
        assert words.index(teks.PAPAN_PERLU) < words.index(teks.PAPAN_SUDAH)
        assert seen.has(teks.papan_desa(20)) and seen.has(teks.papan_desa(1))


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0812-3456-7890", "6281234567890"),
        ("+62 812 3456 7890", "6281234567890"),
        ("+62 0812 3456 7890", "6281234567890"),
        ("81234567890", "6281234567890"),
        ("", ""),
        ("kantor desa", ""),
        ("12", ""),
    ],
)
def test_a_number_is_written_as_whatsapp_wants_it(written: str, number: str):
    assert wa_number(written) == number


def _link(seen: Window) -> str:
    url = seen.one(ft.FilledButton, content=teks.INGATKAN_BUKA).url
    return url.url if isinstance(url, ft.Url) else str(url)
