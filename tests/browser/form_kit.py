"""A village phone with two months behind it in a browser, and a thumb that counts its taps."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from tests.browser import kit

NOWHERE = "http://127.0.0.1:9"
"""No kecamatan answers there: the phone has no signal."""

HERE = {**kit.LALAYAU, "accuracy": 12}


def seeded(data: Path, *what: str) -> dict[str, str]:
    """Fill a data folder; answers the ids of its reports."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.phone_seed", str(data), *what],
        cwd=kit.ROOT, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@contextmanager
def opened(browser: Browser, url: str, init_script: str = "", **options: Any) -> Iterator[Page]:
    """A window of the phone at Beranda."""
    context = kit.phone_context(
        browser, **{"geolocation": HERE, "timezone_id": "Asia/Makassar", **options}
    )
    try:
        page = context.new_page()
        if init_script:
            page.add_init_script(init_script)
        kit.open_page(page, url)
        kit.sees(page, "Lapor kegiatan")
        yield page
    finally:
        context.close()


@dataclass
class Thumb:
    """Taps by name and counts."""

    page: Page
    taps: int = 0

    def tap(self, name: str, role: Any = "button", *, last: bool = False) -> None:
        """A button, or with ``role="checkbox"`` a chip."""
        found = self.page.get_by_role(role, name=name)
        self.hit(found.last if last else found.first)

    def chip(self, name: str) -> None:
        self.tap(name, "checkbox")

    def hit(self, target: Locator) -> None:
        target.click()
        self.taps += 1

    def shoot(self, kept: int) -> None:
        """The shutter, and wait until that photo is on disk."""
        self.tap("Ambil foto sekarang")
        kit.sees(self.page, f"Tersimpan, {kept} foto tersimpan")


def in_view(page: Page, target: Locator) -> bool:
    """Whether it stands between the head and the lower bar."""
    box = target.bounding_box()
    size = page.viewport_size
    assert size is not None
    return box is not None and box["y"] > 40 and box["y"] + 40 < size["height"] - 110


def chosen(page: Page, name: str) -> bool:
    """Whether a chip is chosen."""
    return page.get_by_role("checkbox", name=name).first.is_checked()


def on_disk(data: Path, words: str) -> bool:
    """Whether these words lie in an open report on the phone's disk."""
    return any(words in path.read_text("utf-8") for path in (data / "aktif").glob("*.json"))
