"""The staff view in a real browser, against the real server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from server.core import teks as umum
from server.desk import teks as desk_teks
from server.laporan import teks as laporan_teks
from tests.browser import kit
from tests.browser.staff_world import NAME, PASSWORD, Kecamatan, make_kecamatan
from tests.cast import LALAYAU, flood, patrol

WAITING = umum.STATUS["diterima"]


@pytest.fixture(scope="module")
def juai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kecamatan]:
    made = make_kecamatan(tmp_path_factory.mktemp("juai"))
    made.start()
    yield made
    made.program.stop()


def _enter(page: Page, juai: Kecamatan, route: str = "/laporan") -> None:
    kit.log_in(page, juai.url + route, NAME, PASSWORD)


def _at(page: Page, path: str) -> None:
    """Wait until the browser's bar shows this path (and query)."""
    page.wait_for_url(lambda url: _path(url) == path, wait_until="commit")


def _path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def test_from_the_log_in_to_an_enlarged_photo_and_back(desk_page: Page, juai: Kecamatan) -> None:
    page = desk_page
    _enter(page, juai)
    kit.sees(page, WAITING)
    kit.shot(page, "web-laporan")

    kit.choose(page, f"{laporan_teks.SARING['desa']}: {umum.SEMUA_DESA}", "Lalayau")
    _at(page, f"/laporan?desa={LALAYAU}")

    report = juai.ask(
        "SELECT l.id FROM laporan l JOIN laporan_foto f ON f.laporan = l.id AND f.versi = l.versi"
        f" WHERE l.desa = '{LALAYAU}' GROUP BY l.id ORDER BY count(*) DESC LIMIT 1"
    )
    resi = juai.ask(f"SELECT resi FROM laporan WHERE id = '{report}'")
    kit.fill(page, laporan_teks.CARI, resi)
    _at(page, f"/laporan?desa={LALAYAU}&kata={resi}")
    kit.sees(page, laporan_teks.ke_berapa(1, 1, 1))
    page.get_by_role("button").filter(has_text="Lalayau").last.click()
    _at(page, f"/laporan/{report}?desa={LALAYAU}&kata={resi}")
    kit.sees(page, resi)
    kit.shot(page, "web-periksa")

    kit.tap(page, laporan_teks.PERBESAR.format(n=1))
    kit.sees(page, laporan_teks.FOTO_TUTUP)
    kit.shot(page, "web-foto")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=laporan_teks.FOTO_TUTUP)).to_have_count(0)

    page.go_back()
    _at(page, f"/laporan?desa={LALAYAU}&kata={resi}")
    kit.sees(page, laporan_teks.ke_berapa(1, 1, 1))


def test_a_new_report_appears_without_reload(desk_page: Page, juai: Kecamatan) -> None:
    page = desk_page
    _enter(page, juai)
    kit.sees(page, WAITING)
    ida = juai.phone()
    ida.send(flood(tempat="Bantaran sungai RT 07"))
    kit.sees(page, "Bantaran sungai RT 07")
    kit.sees(page, desk_teks.laporan_baru(1))
    kit.shot(page, "web-laporan-baru")
    kit.tap(page, desk_teks.laporan_baru(1))
    expect(page.get_by_role("button", name=desk_teks.laporan_baru(1))).to_have_count(0)


def test_a_link_leads_through_the_log_in_and_outlives_a_restart_of_the_server(
    desk_page: Page, juai: Kecamatan
) -> None:
    page, ida, report = desk_page, juai.phone(), patrol()
    resi = ida.send(report)
    _enter(page, juai, f"/laporan/{report.id}?macam=kegiatan")
    kit.sees(page, resi)
    juai.program.kill()
    juai.start()
    ida.send(replace(report, versi=2, hasil="Aman sesudah padam"))
    kit.sees(page, "Aman sesudah padam")
    kit.sees(page, laporan_teks.perbaikan_ke(2))
    assert _path(page.url) == f"/laporan/{report.id}?macam=kegiatan"


def test_it_fits_a_phone(phone_page: Page, juai: Kecamatan) -> None:
    page = phone_page
    _enter(page, juai)
    kit.sees(page, WAITING)
    kit.shot(page, "web-laporan-di-hp")
    page.get_by_role("button").filter(has_text="Lalayau").first.click()
    kit.sees(page, laporan_teks.RINCIAN_KEMBALI)
    kit.shot(page, "web-periksa-di-hp")
    page.go_back()
    _at(page, "/laporan")
    kit.sees(page, laporan_teks.DAFTAR_SUB)

    kit.choose(page, desk_teks.MENU_AKUN.format(nama=NAME), umum.KELUAR)
    page.wait_for_selector("input[name=sandi]")


def test_it_can_be_used_by_the_keyboard_alone(desk_page: Page, juai: Kecamatan) -> None:
    page = desk_page
    resi = juai.ask(f"SELECT resi FROM laporan WHERE desa = '{LALAYAU}' LIMIT 1")
    report = juai.ask(f"SELECT id FROM laporan WHERE resi = '{resi}'")
    _enter(page, juai, f"/laporan?kata={resi}")
    kit.sees(page, laporan_teks.ke_berapa(1, 1, 1))
    for _ in range(40):
        if "Lalayau" in _tab(page):
            break
    page.keyboard.press("Enter")
    _at(page, f"/laporan/{report}?kata={resi}")


def _tab(page: Page) -> str:
    """To the next thing; what it says. The page follows Flutter's focus a moment later."""
    page.keyboard.press("Tab")
    page.wait_for_timeout(400)
    # On its way out of a field the focus rests on the whole view for a moment: that is no thing.
    return page.evaluate(
        "(thing => thing?.tagName === 'FLUTTER-VIEW' ? '' : thing?.innerText ?? '')"
        "(document.activeElement)"
    )
