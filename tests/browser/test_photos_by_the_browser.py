"""The browser's codec keeps the promises that Pillow keeps, in Chromium itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from mobile.web.images import BrowserImages
from tests.browser import bare_page
from tests.browser.bare_page import wait
from tests.contracts.images_contract import PROMISES, STRIP, Promise
from tests.mobile.device import pictures


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    with bare_page.served() as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        yield page
        context.close()


@pytest.fixture
def images(bare: Page) -> BrowserImages:
    return bare_page.images(bare)


@pytest.mark.parametrize("check", PROMISES, ids=lambda check: check.__name__)
def test_the_browser_keeps_what_every_kit_that_draws_promises(
    images: BrowserImages, check: Promise
) -> None:
    check(images, wait)


def test_the_strip_is_set_in_the_apps_own_face(images: BrowserImages, bare: Page) -> None:
    data = pictures.jpeg(pictures.scene(640, 400))
    own = wait(images.prepare(data, STRIP))
    images._fonts = Path("/nowhere")
    bare.reload()
    other = wait(images.prepare(data, STRIP))
    assert other.sha256 != own.sha256
    assert (other.lebar, other.tinggi) == (own.lebar, own.tinggi)
