"""What opening the staff view costs: bytes on the wire, and seconds until it can be used.

The first load is that of a browser that has never been here, from the tap on "Masuk"; the second
one is a reload. The slow link is that of a village office: 4 Mbit/s, 100 ms. Who clicks at once has
fetched nothing; who types for eight seconds has fetched meanwhile what the log-in page asks for.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
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
from tests.browser.kit import DESK, PATIENCE, launched
from tests.cast import KASI_TRANTIB
from tests.server.live import live

PASSWORD = "rahasia (contoh)"
SLOW = {
    "offline": False,
    "latency": 100,
    "downloadThroughput": 500_000,
    "uploadThroughput": 125_000,
}
TYPING_MS = 8_000
SETTLE_MS = 3_000
"""Faces and pictures come in after the first frame; their bytes count too."""


@dataclass
class Wire:
    """What a page fetched since the last `reset`, as it travelled."""

    session: CDPSession
    sizes: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.session.send("Network.enable")
        self.session.on("Network.requestWillBeSent", self._begun)
        self.session.on("Network.loadingFinished", self._finished)

    def _begun(self, event: dict[str, Any]) -> None:
        self.names[event["requestId"]] = event["request"]["url"].rpartition("/")[2] or "page"

    def _finished(self, event: dict[str, Any]) -> None:
        self.sizes[event["requestId"]] = int(event["encodedDataLength"])

    def stop(self) -> None:
        self.session.remove_listener("Network.requestWillBeSent", self._begun)
        self.session.remove_listener("Network.loadingFinished", self._finished)

    @property
    def largest(self) -> str:
        """What is left, by file, in kB."""
        found: Counter[str] = Counter()
        for request, size in self.sizes.items():
            found[self.names.get(request, "page")] += size
        return ", ".join(f"{name} {size / 1000:.0f}" for name, size in found.most_common(10))

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
            typed = _loads(browser, server.url, slow=True, typing=True)
    return [
        (
            "staff view, first load",
            f"{here[0][0].megabytes:.2f} MB, {here[0][0].requests} requests",
        ),
        ("staff view, first load by file, kB", here[0][0].largest),
        ("staff view, first load, here", f"{here[0][1]:.1f} s"),
        ("staff view, first load, 4 Mbit/s and 100 ms", f"{there[0][1]:.1f} s"),
        ("the same after eight seconds of typing", f"{typed[0][1]:.1f} s"),
        (
            "staff view, second load",
            f"{here[1][0].megabytes * 1000:.0f} kB, {here[1][0].requests} requests",
        ),
        ("staff view, second load, here", f"{here[1][1]:.1f} s"),
        ("staff view, second load, 4 Mbit/s and 100 ms", f"{there[1][1]:.1f} s"),
    ]


def _loads(
    browser: Browser, url: str, *, slow: bool, typing: bool = False
) -> list[tuple[Wire, float]]:
    """The first load and the second one of a fresh browser."""
    with browser.new_context(viewport=DESK) as context:  # nobody turns its names on
        page = context.new_page()
        session = context.new_cdp_session(page)
        if slow:
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", SLOW)
        if not typing:  # who clicks at once: the log-in page's own fetching has no time to begin
            page.route("**/klien/**", lambda route: route.abort())
        page.goto(f"{url}/masuk")
        page.fill("#nama", "trantib")
        page.fill("#sandi", PASSWORD)
        if typing:
            page.wait_for_timeout(TYPING_MS)
        page.unroute_all()
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
    wire.stop()
    return wire, seconds


if __name__ == "__main__":
    for what, figure in figures():
        print(f"{what:48} {figure}")
