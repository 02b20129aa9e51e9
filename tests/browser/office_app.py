"""The phone app from the office's own address: a browser with a profile that can be killed."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import Error as BrowserError

from server.hp.app.built import Built
from tests.browser import kit

Programs = Callable[[kit.Program], kit.Program]

START = 180.0
"""Seconds for the first screen on a busy machine; on a quiet one it takes four."""

WATCH = """
addEventListener("securitypolicyviolation", (event) =>
  console.error("POLICY " + event.violatedDirective + " " + event.blockedURI));
"""


def packed() -> Built:
    """What `make setup` has packed."""
    built = Built()
    assert built.is_there, "the phone app is not packed: make setup"
    return built


@dataclass
class Phone:
    """One profile of a browser: what it keeps outlives its process."""

    browser: Browser
    profile: Path
    url: str
    context: BrowserContext | None = None
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def open(self, fragment: str = "", *, offline: bool = False, **options: Any) -> Page:
        """Start the browser and open the app; waits for the semantics, not for a screen."""
        page = self.start(**options)
        assert self.context is not None
        self.context.set_offline(offline)
        return self.visit(page, fragment)

    def start(self, **options: Any) -> Page:
        """Start the browser."""
        base: dict[str, Any] = {
            "viewport": kit.PHONE, "permissions": ["geolocation", "camera"],
            "geolocation": kit.LALAYAU, "timezone_id": "Asia/Makassar",
        }  # fmt: skip
        self.context = self.browser.browser_type.launch_persistent_context(
            str(self.profile), executable_path=kit.CHROMIUM, args=kit.ARGS, locale="id-ID",
            accept_downloads=True, **{**base, **options},
        )  # fmt: skip
        kit.made_ready(self.context)
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("console", lambda message: self.said.append(message.text))
        page = self.context.pages[0]
        page.add_init_script(WATCH)
        return page

    def visit(self, page: Page, fragment: str = "") -> Page:
        """Come to the address and wait until Flutter draws."""
        page.goto(f"{self.url}/hp/{fragment}", wait_until="commit")
        page.wait_for_selector("#shell", state="detached", timeout=START * 1000)
        kit.semantics_on(page)
        return page

    def kill(self) -> None:
        """As the system does when it needs room: SIGKILL, nothing is said before."""
        assert self.context is not None
        for pid in processes(self.profile):
            os.kill(pid, signal.SIGKILL)
        kit.eventually(lambda: not processes(self.profile), "the browser is gone")
        with contextlib.suppress(BrowserError):  # which is what it says
            self.close()

    def close(self) -> None:
        """As a person does; the profile stays."""
        context, self.context = self.context, None
        if context is not None:
            context.close()
            time.sleep(0.3)  # its lock goes a moment later

    @property
    def elsewhere(self) -> list[str]:
        """What was asked of anybody but our server."""
        own = (self.url, "data:", "blob:")
        return [url for url in self.asked if not url.startswith(own)]

    @property
    def violations(self) -> list[str]:
        return [words for words in self.said if "POLICY" in words or "Content Security" in words]


@contextmanager
def phone(browser: Browser, profile: Path, url: str) -> Iterator[Phone]:
    """A phone that is closed at the end, whatever happens."""
    made = Phone(browser, profile, url)
    try:
        yield made
    finally:
        made.close()


@contextmanager
def activated(
    browser: Browser, programs: Programs, folder: Path, **env: str
) -> Iterator[tuple[Phone, Page, kit.Program]]:
    """Bu Ida's phone on Beranda, with the app from a server of her office."""
    office = folder / "kecamatan"
    server = programs(kit.server(office, None, **env)).start("/api/v1/health")
    code = kit.activation_code(office, "63.11.01.2013", "Ida (contoh)", "Kasi Pemerintahan")
    with phone(browser, folder / "hp", server.url) as hp:
        page = hp.open(f"#kode={code}")
        kit.sees(page, "Mulai", patience=START)
        page.wait_for_timeout(1000)
        kit.tap(page, "Mulai")
        kit.sees(page, "Ya, benar")
        kit.tap(page, "Ya, benar")
        kit.sees(page, "Lapor kegiatan")
        yield hp, page, server


def processes(profile: Path) -> list[int]:
    """The main process of the browser on this profile, and of no other."""
    mine = f"--user-data-dir={profile}".encode()
    found: list[int] = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                words = (folder / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if mine in words and not any(word.startswith(b"--type=") for word in words):
                found.append(int(folder.name))
    return found
