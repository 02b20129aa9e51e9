"""Correcting an activation code: a tap takes hold of the whole of it, and a button empties it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import kit
from tests.browser.form_kit import NOWHERE

LABEL = "Masukkan kode dari kecamatan"


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    program = kit.phone(tmp_path / "hp", NOWHERE).start()
    context = kit.phone_context(browser)
    page = context.new_page()
    kit.open_page(page, program.url)
    yield page
    context.close()
    program.stop()


def holds(page: Page, code: str) -> None:
    kit.eventually(lambda: kit.entry(page, LABEL).input_value().upper() == code, code)


def test_a_tap_anywhere_in_the_code_lets_the_next_key_begin_anew(page: Page) -> None:
    box = kit.entry(page, LABEL)
    box.click()
    page.keyboard.type("ABCD2345", delay=120)
    holds(page, "ABCD2345")
    where = box.bounding_box()
    assert where is not None
    for part in (0.5, 0.3, 0.9):
        page.mouse.click(where["x"] + where["width"] * part, where["y"] + where["height"] / 2)
        page.wait_for_timeout(600)
        page.keyboard.type("WXYZ6789", delay=120)
        holds(page, "WXYZ6789")
    kit.shot(page, "aktivasi-kode-diganti")


def test_a_button_empties_the_code_and_the_next_keys_make_a_new_one(page: Page) -> None:
    kit.entry(page, LABEL).click()
    page.keyboard.type("ABCD2345", delay=120)
    holds(page, "ABCD2345")
    kit.tap(page, "Kosongkan kode")
    holds(page, "")
    page.wait_for_timeout(600)
    kit.entry(page, LABEL).click()
    page.keyboard.type("WXYZ6789", delay=120)
    holds(page, "WXYZ6789")
