"""The staff view in a real browser, against the real server."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from server import teks
from tests.browser import kit
from tests.browser.staff_world import NAME, PASSWORD, Kecamatan, make_kecamatan
from tests.cast import LALAYAU, flood, patrol

WAITING = teks.STATUS["diterima"]


@pytest.fixture(scope="module")
def juai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kecamatan]:
    made = make_kecamatan(tmp_path_factory.mktemp("juai"))
    made.start()
    yield made
    made.program.stop()


def _enter(page: Page, juai: Kecamatan, route: str = "/") -> None:
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

    kit.tap(page, f"{teks.SARING['desa']}: {teks.SEMUA_DESA}")
    kit.tap(page, "Lalayau", role="menuitem")
    _at(page, f"/laporan?desa={LALAYAU}")

    report = juai.ask(
        "SELECT l.id FROM laporan l JOIN laporan_foto f ON f.laporan = l.id AND f.versi = l.versi"
        f" WHERE l.desa = '{LALAYAU}' GROUP BY l.id ORDER BY count(*) DESC LIMIT 1"
    )
    resi = juai.ask(f"SELECT resi FROM laporan WHERE id = '{report}'")
    kit.fill(page, teks.CARI, resi)
    _at(page, f"/laporan?desa={LALAYAU}&kata={resi}")
    kit.sees(page, teks.ke_berapa(1, 1, 1))
    page.get_by_role("button").filter(has_text="Lalayau").last.click()
    _at(page, f"/laporan/{report}?desa={LALAYAU}&kata={resi}")
    kit.sees(page, resi)
    kit.shot(page, "web-periksa")

    kit.tap(page, teks.PERBESAR.format(n=1))
    kit.sees(page, teks.FOTO_TUTUP)
    kit.shot(page, "web-foto")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=teks.FOTO_TUTUP)).to_have_count(0)

    page.go_back()
    _at(page, f"/laporan?desa={LALAYAU}&kata={resi}")
    kit.sees(page, teks.ke_berapa(1, 1, 1))


def test_a_link_to_a_report_leads_there_through_the_log_in(
    desk_page: Page, juai: Kecamatan
) -> None:
    report = juai.ask("SELECT id FROM laporan WHERE kind = 'kegiatan' LIMIT 1")
    resi = juai.ask(f"SELECT resi FROM laporan WHERE id = '{report}'")
    _enter(desk_page, juai, f"/laporan/{report}?macam=kegiatan")
    _at(desk_page, f"/laporan/{report}?macam=kegiatan")
    kit.sees(desk_page, resi)


def test_a_new_report_appears_without_reload(desk_page: Page, juai: Kecamatan) -> None:
    page = desk_page
    _enter(page, juai)
    kit.sees(page, WAITING)
    ida = juai.phone()
    ida.send(flood(tempat="Bantaran sungai RT 07"))
    kit.sees(page, "Bantaran sungai RT 07")
    kit.sees(page, teks.laporan_baru(1))
    kit.shot(page, "web-laporan-baru")
    kit.tap(page, teks.laporan_baru(1))
    expect(page.get_by_role("button", name=teks.laporan_baru(1))).to_have_count(0)


def test_after_a_restart_of_the_server_the_same_page_comes_back(
    desk_page: Page, juai: Kecamatan
) -> None:
    page = desk_page
    ida = juai.phone()
    _enter(page, juai, f"/laporan?desa={LALAYAU}")
    kit.sees(page, WAITING)
    juai.program.kill()
    juai.start()
    ida.send(patrol(tempat="Pos sesudah padam"))
    kit.sees(page, "Pos sesudah padam")
    assert _path(page.url) == f"/laporan?desa={LALAYAU}"


def test_it_fits_a_phone(phone_page: Page, juai: Kecamatan) -> None:
    page = phone_page
    _enter(page, juai)
    kit.sees(page, WAITING)
    kit.shot(page, "web-laporan-di-hp")
    page.get_by_role("button").filter(has_text="Lalayau").last.click()
    kit.sees(page, teks.RINCIAN_KEMBALI)
    kit.shot(page, "web-periksa-di-hp")
    page.go_back()
    _at(page, "/")
    kit.sees(page, teks.DAFTAR_SUB)

    kit.tap(page, teks.MENU_AKUN.format(nama=NAME))
    kit.tap(page, teks.KELUAR, role="menuitem")
    page.wait_for_selector("input[name=sandi]")


def test_it_can_be_used_by_the_keyboard_alone(desk_page: Page, juai: Kecamatan) -> None:
    page = desk_page
    resi = juai.ask(f"SELECT resi FROM laporan WHERE desa = '{LALAYAU}' LIMIT 1")
    report = juai.ask(f"SELECT id FROM laporan WHERE resi = '{resi}'")
    _enter(page, juai, f"/laporan?kata={resi}")
    kit.sees(page, teks.ke_berapa(1, 1, 1))
    for _ in range(40):
        page.keyboard.press("Tab")
        if "Lalayau" in page.evaluate("document.activeElement?.innerText ?? ''"):
            break
    page.keyboard.press("Enter")
    _at(page, f"/laporan/{report}?kata={resi}")
