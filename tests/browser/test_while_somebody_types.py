"""The log-in page fetches the staff view while somebody types, so that little is left after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from server.http.webclient import FIRST as KITS
from tests.browser import kit
from tests.browser.staff_world import NAME, PASSWORD, Kecamatan, make_kecamatan

FIRST = KITS["skwasm"]


@pytest.fixture(scope="module")
def juai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kecamatan]:
    made = make_kecamatan(tmp_path_factory.mktemp("juai"), days=1)
    made.start()
    yield made
    made.program.stop()


def test_what_was_fetched_while_typing_is_not_fetched_again(
    desk_page: Page, juai: Kecamatan
) -> None:
    fetched: dict[str, int] = {}
    urls: dict[str, str] = {}
    wire = desk_page.context.new_cdp_session(desk_page)

    def finished(event: dict[str, Any]) -> None:
        name = urls.get(event["requestId"], "").partition("/klien/")[2].partition("/")[2]
        fetched[name] = fetched.get(name, 0) + int(event["encodedDataLength"])

    wire.on(
        "Network.requestWillBeSent", lambda e: urls.update({e["requestId"]: e["request"]["url"]})
    )
    wire.on("Network.loadingFinished", finished)
    wire.send("Network.enable")
    desk_page.goto(f"{juai.url}/masuk")

    def all_came() -> bool:
        desk_page.wait_for_timeout(50)  # the browser's news come while it is waited for
        return set(FIRST) <= set(fetched)

    kit.eventually(all_came, "the client was not fetched ahead")
    before = {name: fetched[name] for name in FIRST}
    assert all(before.values())
    kit.log_in(desk_page, f"{juai.url}/laporan", NAME, PASSWORD)
    kit.sees(desk_page, "Laporan")
    assert {name: fetched[name] for name in FIRST} == before
