"""Two windows of the app on one phone: one of them is used, and the person says which."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import kit
from tests.browser.office_app import START, activated, packed

Programs = Callable[[kit.Program], kit.Program]
ELSEWHERE = "SINAR LINMAS sedang dipakai di jendela lain"


def test_the_second_window_asks_and_the_first_lets_go_without_losing_a_word(
    browser: Browser, programs: Programs, tmp_path: Path
) -> None:
    packed()
    with activated(browser, programs, tmp_path) as (hp, first, _server):
        kit.tap(first, "Nihil")
        kit.sees(first, "Kirim")
        assert hp.context is not None
        second = hp.visit(hp.context.new_page())
        kit.sees(second, ELSEWHERE, patience=START)
        kit.shot(second, "hp-jendela-lain")
        kit.tap(second, "Pakai di sini")
        kit.sees(second, "Lapor kegiatan", patience=START)
        kit.sees(first, ELSEWHERE, patience=START)
        kit.tap(first, "Pakai di sini")
        kit.sees(first, "Lapor kegiatan", patience=START)
        kit.sees(second, ELSEWHERE, patience=START)
