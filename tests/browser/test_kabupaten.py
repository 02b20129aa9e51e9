"""Who looks on from the kabupaten: all kecamatan of a month, on a laptop and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests import halong
from tests.browser import kit
from tests.browser.staff_world import PASSWORD, make_kecamatan
from tests.browser.test_new_kecamatan import VILLAGES

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
"""By how many pixels a page is wider than its window."""


def _log_in(page: Page, url: str) -> None:
    """Its pages are plain ones: no client is waited for."""
    page.goto(url)
    page.fill("input[name=nama]", "polpp")
    page.fill("input[name=sandi]", PASSWORD)
    page.click("button")


def sees_no_desk_and_leaves(page: Page, url: str, home: str) -> None:
    """Whose account has plain pages only: asked for the desk it is led back to them."""
    page.goto(f"{url}/laporan")
    expect(page).to_have_url(f"{url}{home}")
    page.get_by_role("link", name="Keluar").click()
    expect(page.get_by_text("Anda sudah keluar.")).to_be_visible()
    page.context.close()


def test_the_kabupaten_sees_all_kecamatan_and_leaves_by_a_tap(
    browser: Browser, programs: Callable[[kit.Program], kit.Program], tmp_path: Path
) -> None:
    juai = make_kecamatan(tmp_path)
    table = tmp_path / "desa.csv"
    table.write_text(VILLAGES, "utf-8")
    kit.sinar("kecamatan", "add", "--data", str(juai.data), "--kode", "63.11.02", "--nama",
              halong.NAMES[0], "--kabupaten", halong.NAMES[1], "--desa", str(table))  # fmt: skip
    kit.account(juai.data, "polpp", PASSWORD, "kabupaten")
    programs(juai.program)
    juai.start()

    for name, context in (
        ("laptop", kit.desk_context(browser)),
        ("hp", kit.phone_context(browser)),
        ("hp-gelap-200", kit.phone_context(
            browser, viewport={"width": 206, "height": 458}, color_scheme="dark")),
    ):  # fmt: skip
        page = context.new_page()
        _log_in(page, juai.url)
        expect(page).to_have_url(f"{juai.url}/kabupaten")
        expect(page.get_by_role("link", name="Juai")).to_be_visible()
        expect(page.get_by_role("link", name="Halong")).to_be_visible()
        kit.shot(page, f"kabupaten-01-{name}")
        assert page.evaluate(WIDER) <= 0, name
        page.get_by_role("link", name="Juai").click()
        expect(page.get_by_text("Lalayau").first).to_be_visible()
        kit.shot(page, f"kabupaten-02-{name}")
        assert page.evaluate(WIDER) <= 0, name
        sees_no_desk_and_leaves(page, juai.url, "/kabupaten")
