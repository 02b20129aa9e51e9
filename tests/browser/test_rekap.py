"""The month's recap in a real browser: looked at by keyboard, approved, checked by anybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from server.core import teks as umum
from server.rekap import teks as rekap_teks
from tests.browser import kit
from tests.browser.staff_world import NAME, PASSWORD, Kecamatan, make_kecamatan
from tests.cast import flood


@pytest.fixture
def juai(tmp_path: Path) -> Iterator[Kecamatan]:
    """Another one for each try: an approval stays."""
    made = make_kecamatan(tmp_path)
    made.start()
    yield made
    made.program.stop()


def test_a_recap_is_approved_and_its_paper_found_genuine(
    desk_page: Page, browser: Browser, juai: Kecamatan
) -> None:
    page = desk_page
    incident = flood()
    juai.phone().send(incident)
    kit.log_in(page, juai.url + "/", NAME, PASSWORD)
    kit.tap(page, rekap_teks.NAV)
    month = juai.ask(f"SELECT bulan FROM laporan WHERE id = '{incident.id}'")
    kit.open_page(page, f"{juai.url}/rekap?masa={month}")
    kit.sees(page, "Lalayau: ")
    kit.shot(page, "web-rekap")
    _by_keyboard(page, rekap_teks.TAB["b"])
    kit.sees(page, "Banjir")
    kit.shot(page, "web-rekap-kejadian")

    kit.tap(page, rekap_teks.TAB["setuju"])
    kit.tap(page, rekap_teks.SETUJUI_SEBAGAI.format(siapa="Kasi Trantib"))
    kit.tap(page, rekap_teks.TANYA_YA)
    kit.sees(page, rekap_teks.BERHASIL)
    kit.shot(page, "web-rekap-disetujui")

    kit.tap(page, rekap_teks.UNDUH_PDF, exact=True)
    with page.expect_download() as fetched:
        kit.tap(page, "Unduh", exact=True)
    assert fetched.value.suggested_filename.startswith("Rekap Satlinmas ")

    (frozen,) = (juai.data / "kertas").glob("*.pdf")
    code = juai.ask("SELECT check_code FROM papers")
    anybody = kit.phone_context(browser).new_page()
    anybody.goto(f"{juai.url}/p/{code}")
    assert rekap_teks.P_ASLI_MENUNGGU in anybody.inner_text("main")
    anybody.set_input_files("#berkas", frozen)
    anybody.click("button")
    assert rekap_teks.P_SAMA in anybody.inner_text("main")
    kit.shot(anybody, "web-keaslian")
    anybody.context.close()


def test_on_a_phone_every_village_is_a_card(phone_page: Page, juai: Kecamatan) -> None:
    page = phone_page
    kit.log_in(page, juai.url + "/rekap", NAME, PASSWORD)
    kit.sees(page, "Muara Ninian")
    kit.shot(page, "web-rekap-di-hp")
    kit.choose(page, rekap_teks.RENTANG, rekap_teks.RENTANG_NAMA["triwulan"])
    kit.sees(page, "Triwulan ")
    assert not page.get_by_text(umum.GAGAL_BACA).count()


def _by_keyboard(page: Page, name: str) -> None:
    """Tab until the focus stands there, then Enter."""
    for _ in range(60):
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)
        here = page.evaluate(
            "() => { const e = document.activeElement;"
            " return (e.getAttribute('aria-label') || '') + ' ' + (e.textContent || ''); }"
        )
        if name in here:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"the keyboard does not lead to {name!r}")
