"""Whoever runs the server: from the log-in to the first code of a kecamatan that was not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import halong
from tests.browser import kit
from tests.browser.form_kit import Thumb
from tests.browser.staff_world import PASSWORD, Kecamatan, make_kecamatan
from tests.browser.test_kabupaten import WIDER, sees_no_desk_and_leaves
from tests.browser.test_new_kecamatan import CHOSEN, VILLAGES, make_a_code

NARROW = (
    ("hp", {"viewport": {"width": 360, "height": 800}}),
    ("hp-gelap-200", {"viewport": {"width": 180, "height": 400}, "color_scheme": "dark"}),
)
"""A phone, and a dark one at twice the size."""
CLICKS_TO_THE_FIRST_CODE = 11
"""From the operator's log-in; five of them are the new desk's own."""


@pytest.fixture
def juai(programs: Callable[[kit.Program], kit.Program], tmp_path: Path) -> Kecamatan:
    """A served kecamatan, and an account of whoever runs the server."""
    one = make_kecamatan(tmp_path)
    kit.account(one.data, "server", PASSWORD, "operator")
    programs(one.program)
    one.start()
    return one


class Clicks:
    """A page whose clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def on(self, selector: str) -> None:
        self.page.click(selector)
        self.count += 1

    def log_in(self, username: str, password: str) -> None:
        self.page.fill("input[name=nama]", username)
        self.page.fill("input[name=sandi]", password)
        self.on("button")


def _fill_in(page: Page, table: Path) -> str:
    """What the form asks for; the password that it offers."""
    typed = {"kode": "63.11.02", "nama": halong.NAMES[0], "pengguna": "trantib.halong",
             "orang": "Petugas Halong (contoh)"}  # fmt: skip
    for name, words in typed.items():
        page.fill(f"[name={name}]", words)
    page.set_input_files("#berkas", table)
    return page.input_value("#sandi")


def test_a_kecamatan_is_added_in_the_browser_and_hands_out_its_first_code_after_eleven_clicks(
    desk_page: Page, juai: Kecamatan, tmp_path: Path
) -> None:
    good, faulty = tmp_path / "desa.csv", tmp_path / "salah.csv"
    good.write_text(VILLAGES, "utf-8")
    faulty.write_text(VILLAGES.replace(";115,75", ";timur", 1), "utf-8")
    page, clicks = desk_page, Clicks(desk_page)
    page.goto(juai.url)
    clicks.log_in("server", PASSWORD)
    expect(page).to_have_url(f"{juai.url}/operator")
    kit.shot(page, "operator-01-semua")
    assert page.evaluate(WIDER) <= 0

    clicks.on("a.button")
    kit.shot(page, "operator-02-isian")
    _fill_in(page, faulty)
    page.click("button")  # not counted: with a good table nobody sees it
    expect(page.get_by_role("alert")).to_contain_text("timur")
    kit.shot(page, "operator-03-salah")
    password = _fill_in(page, good)
    page.locator("form button").scroll_into_view_if_needed()
    kit.shot(page, "operator-03-terisi")
    clicks.on("button")
    expect(page).to_have_url(f"{juai.url}/operator/63.11.02")
    expect(page.get_by_text("Berikutnya")).to_be_visible()
    kit.shot(page, "operator-04-berikutnya")

    clicks.on("a.button:not(.second)")
    clicks.log_in("trantib.halong", password)
    kit.semantics_on(page)
    clerk = Thumb(page)
    kit.sees(page, "Contoh 12")  # drawn: a tap before that is lost
    clerk.tap("HP dan kode")
    kit.sees(page, "desa tersambung")
    make_a_code(page, clerk)
    kit.shot(page, "operator-05-kode")
    assert clicks.count + clerk.taps + CHOSEN <= CLICKS_TO_THE_FIRST_CODE


@pytest.mark.parametrize(("name", "screen"), NARROW)
def test_its_pages_are_read_on_a_phone_in_the_dark_and_twice_as_large(
    browser: Browser, juai: Kecamatan, name: str, screen: dict[str, object]
) -> None:
    page = kit.phone_context(browser, **screen).new_page()
    page.goto(juai.url)
    Clicks(page).log_in("server", PASSWORD)
    for number, path in enumerate(("", "/kecamatan-baru", "/63.11.01"), 1):
        page.goto(f"{juai.url}/operator{path}")
        expect(page.locator("h1")).to_be_visible()
        page.evaluate("document.querySelector('section')?.scrollIntoView()")
        kit.shot(page, f"operator-1{number}-{name}")
        assert page.evaluate(WIDER) <= 0, path
    sees_no_desk_and_leaves(page, juai.url, "/operator")
