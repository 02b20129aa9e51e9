"""The month board in a real browser: laptop and phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from server.laporan import teks
from tests.browser import kit
from tests.browser.staff_world import NAME, PASSWORD, Kecamatan, make_kecamatan
from tests.cast import LALAYAU, patrol


@pytest.fixture(scope="module")
def juai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kecamatan]:
    made = make_kecamatan(tmp_path_factory.mktemp("juai"))
    made.start()
    yield made
    made.program.stop()


def test_the_board_comes_first_and_follows_what_comes_in(desk_page: Page, juai: Kecamatan) -> None:
    page = desk_page
    kit.log_in(page, juai.url + "/", NAME, PASSWORD)
    village = page.get_by_role("button", name="Lalayau, Lapor, ").first
    village.wait_for(state="attached")
    kit.shot(page, "web-papan")
    before = juai.ask("SELECT sum(jumlah) FROM month_counts WHERE status = 'diterima'")
    juai.phone().send(patrol())
    kit.sees(page, teks.papan_menunggu(int(before) + 1))

    village.click()
    page.wait_for_url(lambda url: f"/laporan?desa={LALAYAU}&bulan=" in url, wait_until="commit")


def test_on_a_phone_a_reminder_is_ready_to_be_sent(phone_page: Page, juai: Kecamatan) -> None:
    page = phone_page
    kit.log_in(page, juai.url + "/papan", NAME, PASSWORD)
    kit.sees(page, teks.PAPAN_PERLU)
    kit.shot(page, "web-papan-di-hp")
    page.get_by_role("button", name="Ingatkan ").first.click()
    kit.sees(page, teks.INGATKAN_BUKA)
    kit.shot(page, "web-ingatkan-di-hp")
    kit.tap(page, teks.INGATKAN_TUTUP)
