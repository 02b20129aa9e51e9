"""The browser's codec keeps the promises that Pillow keeps, in Chromium itself."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from mobile.ports import PreparedPhoto
from mobile.web.images import BrowserImages
from tests.browser import bare_page
from tests.contracts.images_contract import PROMISES, STRIP, Promise
from tests.mobile.device import pictures

ASSETS = Path(__file__).parents[2] / "assets"


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
    async def prepare(*given: Any) -> Any:
        return SimpleNamespace(**bare_page.call(bare, "images.js", "prepare", *given))

    async def codec() -> Any:
        return prepare

    return BrowserImages(ASSETS / "fonts", codec)


def wait(work: Coroutine[Any, Any, PreparedPhoto]) -> PreparedPhoto:
    """Nothing in it waits for a loop: Playwright's own session is running here."""
    try:
        work.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("it waited for something")


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
