"""What opening the staff view costs: bytes on the wire, and seconds until it can be used.

The first load is that of a browser that has never been here, from the tap on "Masuk"; the second
one is a reload. The slow link is that of a village office: 4 Mbit/s, 100 ms.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from server.core import accounts
from server.core.config import Settings
from server.core.context import open_context
from server.http.packed import compress_all
from shared.roles import Role
from tests.browser.kit import PATIENCE, desk_context, launched
from tests.cast import KASI_TRANTIB
from tests.server.live import live

PASSWORD = "rahasia (contoh)"
SLOW = {
    "offline": False,
    "latency": 100,
    "downloadThroughput": 500_000,
    "uploadThroughput": 125_000,
}
SETTLE_MS = 3_000
"""Faces and pictures come in after the first frame; their bytes count too."""


@dataclass
class Wire:
    """What a page fetched since the last `reset`, as it travelled."""

    session: CDPSession
    sizes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.session.send("Network.enable")
        self.session.on("Network.loadingFinished", self._finished)

    def _finished(self, event: dict[str, Any]) -> None:
        self.sizes[event["requestId"]] = int(event["encodedDataLength"])

    @property
    def requests(self) -> int:
        """How many needed the network."""
        return sum(1 for size in self.sizes.values() if size)

    @property
    def megabytes(self) -> float:
        return sum(self.sizes.values()) / 1e6


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that `make bench` prints."""
    compress_all()
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        data = Path(folder) / "data"
        with open_context(Settings(data)) as ctx:
            accounts.add(ctx, "trantib", Role.KASI_TRANTIB, PASSWORD, KASI_TRANTIB)
        with live(data) as server:
            here = _loads(browser, server.url, slow=False)
            there = _loads(browser, server.url, slow=True)
    return [
        (
            "staff view, first load",
            f"{here[0][0].megabytes:.2f} MB, {here[0][0].requests} requests",
        ),
        ("staff view, first load, here", f"{here[0][1]:.1f} s"),
        ("staff view, first load, 4 Mbit/s and 100 ms", f"{there[0][1]:.1f} s"),
        (
            "staff view, second load",
            f"{here[1][0].megabytes * 1000:.0f} kB, {here[1][0].requests} requests",
        ),
        ("staff view, second load, here", f"{here[1][1]:.1f} s"),
        ("staff view, second load, 4 Mbit/s and 100 ms", f"{there[1][1]:.1f} s"),
    ]


def _loads(browser: Browser, url: str, *, slow: bool) -> list[tuple[Wire, float]]:
    """The first load and the second one of a fresh browser."""
    with desk_context(browser) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        page.goto(f"{url}/masuk")
        page.fill("#nama", "trantib")
        page.fill("#sandi", PASSWORD)
        if slow:
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", SLOW)
        first = _load(page, session, lambda: page.click("button"))
        second = _load(page, session, lambda: page.reload())
        return [first, second]


def _load(page: Page, session: CDPSession, act: Callable[[], object]) -> tuple[Wire, float]:
    wire, started = Wire(session), time.monotonic()
    act()
    # Flutter puts this element into the page with its first frame.
    page.wait_for_selector(
        "flt-semantics-placeholder", state="attached", timeout=3 * PATIENCE * 1000
    )
    seconds = time.monotonic() - started
    page.wait_for_timeout(SETTLE_MS)
    session.remove_listener("Network.loadingFinished", wire._finished)
    return wire, seconds


if __name__ == "__main__":
    for what, figure in figures():
        print(f"{what:48} {figure}")
