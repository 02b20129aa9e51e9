"""A day at the desk, in whichever engine: log-in, list, review, note, decision, paper, code.

``ENGINE=firefox`` runs it in Firefox (`test_other_engines.py` does so in ``make test``).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from server.core import teks as umum
from server.hp import teks as hp
from server.laporan import teks as laporan
from tests.browser import kit, qr_seen
from tests.browser.staff_world import NAME, PASSWORD, Kecamatan, make_kecamatan
from tests.shared.paper_kit import is_sound

NOTE = "Mohon ditulis siapa saja yang ikut."


@pytest.fixture(scope="module")
def juai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kecamatan]:
    made = make_kecamatan(tmp_path_factory.mktemp("juai"), days=2)
    made.start()
    yield made
    made.program.stop()


def test_a_report_is_found_noted_returned_and_the_next_verified_and_printed(
    desk_page: Page, juai: Kecamatan
) -> None:
    page = desk_page
    kit.log_in(page, juai.url + "/laporan", NAME, PASSWORD)
    kit.sees(page, umum.STATUS["diterima"])
    kit.open_page(page, f"{juai.url}/periksa")
    kit.sees(page, laporan.PK_VERIFIKASI)
    kit.tap(page, laporan.PK_CATATAN_TAMBAH.format(bagian="Uraian"))
    kit.fill(page, laporan.PK_CATATAN_TAMBAH.format(bagian="Uraian"), NOTE)
    page.keyboard.press("Control+Enter")
    kit.sees(page, laporan.kembalikan_dengan(1))
    page.wait_for_timeout(1500)
    kit.tap(page, laporan.kembalikan_dengan(1))
    kit.sees(page, laporan.PK_URUNGKAN)
    kit.shot(page, f"meja-{kit.ENGINE}-dikembalikan")
    decided = "SELECT count(*) FROM pending_decisions"
    kit.eventually(lambda: juai.ask(decided) in {"0", "1"})
    page.wait_for_timeout(2500)
    verified = page.url.rsplit("/", 1)[-1]
    kit.tap(page, laporan.PK_VERIFIKASI)
    status = f"SELECT status FROM laporan WHERE id = '{verified}'"
    kit.eventually(lambda: juai.ask(status) == "diverifikasi", "it is verified")

    kit.open_page(page, f"{juai.url}/laporan/{verified}")
    kit.sees(page, laporan.SURAT_PDF)
    with page.expect_download() as fetched:
        kit.tap(page, laporan.SURAT_PDF)
    assert is_sound(Path(fetched.value.path()).read_bytes())
    kit.tap(page, laporan.NAV_PAPAN)  # the desk goes on
    page.wait_for_url("**/papan", wait_until="commit")


def test_whoever_asks_for_a_file_without_a_log_in_is_led_to_it(
    desk_page: Page, juai: Kecamatan
) -> None:
    page = desk_page
    report = juai.ask("SELECT id FROM laporan LIMIT 1")
    kit.log_in(page, f"{juai.url}/laporan/{report}", NAME, PASSWORD)
    kit.sees(page, laporan.SURAT_PDF)
    page.context.clear_cookies()
    kit.tap(page, laporan.SURAT_PDF)
    page.wait_for_url("**/masuk?lanjut=**", wait_until="commit")


def test_the_code_of_a_phone_is_shown_as_a_qr_that_can_be_read(
    desk_page: Page, juai: Kecamatan
) -> None:
    page = desk_page
    kit.log_in(page, f"{juai.url}/hp?buat=63-11-01-2013", NAME, PASSWORD)
    kit.fill(page, hp.HK_NAMA, "Ida (contoh)")
    kit.tap(page, hp.HK_BUAT_KODE, exact=True)
    picture = page.get_by_role("img", name=hp.HK_QR.format(isi="http"))
    picture.wait_for(state="attached")
    words = (picture.get_attribute("aria-label") or "").removeprefix(hp.HK_QR.format(isi=""))
    box = picture.bounding_box()
    assert box is not None
    kit.eventually(
        lambda: qr_seen.shows(page.screenshot(clip={**box}), words), "the QR is drawn", 20
    )
    kit.shot(page, f"meja-{kit.ENGINE}-kode")
    with page.context.expect_page() as opened:
        kit.named(page, hp.HK_CETAK, exact=True).click()
    drawn = opened.value.locator("main > svg").first
    assert qr_seen.shows(drawn.screenshot(), words), "the slip's QR"
