"""From the slip's address to the kecamatan's screen, without a store and without signal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser import kit
from tests.browser.office_app import START, packed, phone
from tests.browser.test_journey import PASSWORD, PLACE, STORY, draft_a_patrol, received

Programs = Callable[[kit.Program], kit.Program]


def agree(page: Page) -> None:
    """The code stands there already: two taps."""
    kit.sees(page, "Mulai", patience=START)
    page.wait_for_timeout(1000)
    kit.shot(page, "hp-01-kode-terisi")
    kit.tap(page, "Mulai")
    kit.sees(page, "HP ini akan dipakai melapor untuk Desa Lalayau")
    kit.tap(page, "Ya, benar")
    kit.sees(page, "Lapor kegiatan")


def test_a_report_goes_from_the_slip_to_the_desk_through_silence_and_a_killed_browser(
    browser: Browser, desk_page: Page, programs: Programs, tmp_path: Path
) -> None:
    packed()
    office = tmp_path / "kecamatan"
    server = programs(kit.server(office)).start("/api/v1/health")
    kit.account(office, "trantib", PASSWORD)
    code = kit.activation_code(office, "63.11.01.2013", "Ida (contoh)", "Kasi Pemerintahan")
    kit.log_in(desk_page, server.url + "/laporan", "trantib", PASSWORD)

    with phone(browser, tmp_path / "hp", server.url) as hp:
        page = hp.open(f"#kode={code}")
        agree(page)
        assert code not in page.url
        kit.shot(page, "hp-02-beranda")

        server.stop()
        assert hp.context is not None
        hp.context.set_offline(True)
        draft_a_patrol(page)
        kit.tap(page, "Kirim laporan")
        kit.sees(page, "Laporan aman di HP ini")
        kit.sees(page, "Biarkan terbuka sampai terkirim")
        kit.shot(page, "hp-03-aman")

        hp.kill()
        page = hp.open(offline=True)
        kit.sees(page, "Belum terkirim: 1", patience=START)
        kit.shot(page, "hp-04-dibuka-tanpa-sinyal")

        server.start("/api/v1/health")
        hp.context.set_offline(False)
        kit.sees(page, "Semua sudah terkirim", patience=START)
        kit.shot(page, "hp-05-terkirim")
        page.get_by_role("tab", name="Laporan").click()
        kit.tap(page, "Patroli / ronda")
        kit.sees(page, "JUAI-")
        kit.shot(page, "hp-06-resi")

        kit.sees(desk_page, PLACE, patience=START)
        kit.shot(desk_page, "hp-07-kecamatan")
        assert hp.elsewhere == []
        assert hp.violations == []

    [report] = received(office)
    assert report["uraian"] == STORY
    assert report["tempat"] == PLACE
    assert report["lokasi"]["sumber"] == "gps"
    assert len(report["foto"]) == 2
    for foto in report["foto"]:
        there = (office / "foto" / report["desa"] / f"{foto['sha256']}.jpg").read_bytes()
        assert hashlib.sha256(there).hexdigest() == foto["sha256"]
        assert len(there) <= 150_000
    assert code not in server.log.read_text("utf-8")
