"""A report by WhatsApp comes in at the desk, and the month goes out as files, in a real browser."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from server.data import teks
from server.desk import teks as desk_teks
from server.laporan import teks as laporan_teks
from tests.browser import kit
from tests.browser.staff_world import NAME, PASSWORD, Kecamatan, make_kecamatan

CHAT = """[20.14, 24/11/2026] Pak Rudi (contoh): *LAPORAN KEGIATAN SATLINMAS*
*Desa Hamarong, Kecamatan Juai*
Hari/Tanggal : Selasa, 24 November 2026
Pukul : 20.00 s/d 23.00 WIB
Tempat : Poskamling RT 02
Kegiatan : Ronda malam
Personel : Amat (contoh), Udin (contoh) (4 orang)
Uraian : Ronda keliling RT 01 sampai RT 04, keadaan aman.
Situasi : aman, tertib, kondusif"""


@pytest.fixture
def juai(tmp_path: Path) -> Iterator[Kecamatan]:
    """Another one for each try: the chat is a report only once."""
    made = make_kecamatan(tmp_path)
    made.start()
    yield made
    made.program.stop()


def test_a_chat_becomes_a_report_and_the_reports_are_taken_along(
    desk_page: Page, juai: Kecamatan, tmp_path: Path
) -> None:
    page = desk_page
    kit.log_in(page, juai.url + "/tempel", NAME, PASSWORD)
    kit.sees(page, laporan_teks.TEMPEL_BACA)
    kit.fill(page, laporan_teks.TEMPEL_TEKS, CHAT)
    kit.tap(page, laporan_teks.TEMPEL_BACA)
    for reason in ("ejaan", "wib", "jumlah_beda"):
        kit.sees(page, laporan_teks.RAGU[reason])
    kit.shot(page, "web-tempel")
    kit.tap(page, laporan_teks.TEMPEL_SIMPAN)
    kit.sees(page, laporan_teks.TEMPEL_ASAL)
    kit.shot(page, "web-tempel-tersimpan")
    assert juai.ask("SELECT tempat FROM laporan WHERE device IS NULL") == "Poskamling RT 02"

    kit.open_page(page, juai.url + "/data")
    kit.tap(page, teks.DATA_BUAT.format(apa="laporan", bentuk="xlsx"))
    kit.sees(page, desk_teks.KERJA_SIAP.split(":")[0])
    kit.shot(page, "web-data-keluar")
    with page.expect_download() as table:
        kit.tap(page, desk_teks.UNDUH, exact=True)
    assert table.value.suggested_filename == "laporan semua desa semua waktu.xlsx"
    with page.expect_download() as archive:
        kit.tap(page, teks.ZIP_UNDUH)
    path = tmp_path / "laporan.zip"
    archive.value.save_as(path)
    with zipfile.ZipFile(path) as found:
        assert found.testzip() is None
        assert b"Ronda keliling RT 01 sampai RT 04" in found.read("laporan.csv")
