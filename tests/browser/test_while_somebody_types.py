"""The log-in page fetches the staff view while somebody types, so that little is left after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from server.http.webclient import FIRST as KITS
from tests.browser import kit
from tests.browser.staff_world import NAME, PASSWORD, Kecamatan, make_kecamatan

FIRST = KITS["canvaskit" if kit.ENGINE == "firefox" else "skwasm"]


@pytest.fixture(scope="module")
def juai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kecamatan]:
    made = make_kecamatan(tmp_path_factory.mktemp("juai"), days=1)
    made.start()
    yield made
    made.program.stop()


def test_what_was_fetched_while_typing_is_not_fetched_again(
    desk_page: Page, juai: Kecamatan
) -> None:
    desk_page.goto(f"{juai.url}/masuk")
    kit.eventually(lambda: _is_here(desk_page), "the client was not fetched ahead")
    kit.log_in(desk_page, f"{juai.url}/laporan", NAME, PASSWORD)
    kit.sees(desk_page, "Laporan")
    again = {(name, size) for name, size in _came(desk_page) if name in FIRST}
    assert again == {(name, 0) for name in FIRST}


def _is_here(page: Page) -> bool:
    page.wait_for_timeout(50)  # the browser's news come while it is waited for
    return {name for name, size in _came(page) if size} >= set(FIRST)


def _came(page: Page) -> list[tuple[str, int]]:
    """The client's files that this page has had, with their bytes on the wire: none from memory."""
    told = page.evaluate(
        "performance.getEntriesByType('resource').map(e => [e.name, e.transferSize])"
    )
    named = [(url.partition("/klien/")[2].partition("/")[2], size) for url, size in told]
    return [(name, size) for name, size in named if name]


NO_WASM_GC = "WebAssembly.validate = () => false;"
NO_CUTTER = "delete Intl.v8BreakIterator;"
ANOTHER_FAMILY = 'Object.defineProperty(navigator, "vendor", {get: () => "Contoh"});'


@pytest.mark.parametrize(
    ("lacks", "drawn_by"),
    [(NO_WASM_GC, "chromium"), (NO_CUTTER, "skwasm_heavy"), (ANOTHER_FAMILY, "canvaskit")],
)
def test_a_browser_that_lacks_something_is_brought_what_it_then_draws_with(
    desk_page: Page, juai: Kecamatan, lacks: str, drawn_by: str
) -> None:
    asked: list[str] = []
    desk_page.add_init_script(lacks)
    kit.log_in(desk_page, f"{juai.url}/laporan", NAME, PASSWORD)
    kit.sees(desk_page, "Laporan")
    desk_page.on("request", lambda request: asked.append(request.url.partition("/klien/")[2][13:]))
    desk_page.reload()
    kit.semantics_on(desk_page)
    kits = {name for names in KITS.values() for name in names}
    assert kits & set(asked) == set(KITS[drawn_by])


def test_no_page_of_the_desk_draws_in_two_threads(desk_page: Page, juai: Kecamatan) -> None:
    kit.log_in(desk_page, f"{juai.url}/laporan", NAME, PASSWORD)
    assert desk_page.evaluate("crossOriginIsolated") is False
