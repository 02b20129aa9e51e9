"""A month without anything to report takes two taps."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import kit
from tests.browser.form_kit import NOWHERE, Thumb, opened, seeded


def test_a_nihil_takes_two_taps(browser: Browser, tmp_path: Path) -> None:
    seeded(tmp_path / "hp", "empty")
    program = kit.phone(tmp_path / "hp", NOWHERE).start()
    try:
        with opened(browser, program.url) as page:
            thumb = Thumb(page)
            thumb.tap("Nihil")
            kit.sees(page, "Kirim jika sampai hari ini tidak ada kegiatan")
            kit.shot(page, "hp-07-nihil")
            thumb.tap("Kirim nihil")
            kit.sees(page, "Laporan aman di HP ini")

            assert thumb.taps == 2
    finally:
        program.stop()
