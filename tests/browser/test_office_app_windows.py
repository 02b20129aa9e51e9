"""Two windows of the app: one has the files, the other says so, until "Pakai di sini" is tapped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from mobile import teks
from tests.browser import kit
from tests.browser.form_kit import Thumb
from tests.browser.office_app import START, activated, packed

Programs = Callable[[kit.Program], kit.Program]


def test_a_second_window_takes_over_from_a_form_and_the_first_says_so(
    browser: Browser, programs: Programs, tmp_path: Path
) -> None:
    packed()
    with activated(browser, programs, tmp_path) as (hp, first, _server):
        Thumb(first).tap("Lapor kegiatan")
        kit.sees(first, "Patroli / ronda")
        Thumb(first).tap("Patroli / ronda")
        kit.fill(first, "Nama tempat", "Pos Ronda (contoh)")

        assert hp.context is not None
        second = hp.visit(hp.context.new_page())
        kit.sees(second, teks.JENDELA_LAIN, patience=START)
        kit.shot(second, "hp-30-jendela-lain")
        kit.tap(second, teks.JENDELA_DI_SINI)
        kit.sees(second, "Lapor kegiatan", patience=START)
        kit.shot(second, "hp-31-dipakai-di-sini")
        kit.sees(first, teks.JENDELA_LAIN)
        assert not any("Traceback" in words for words in hp.said)
