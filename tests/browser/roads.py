"""The phone app by both roads: served by ``sinar phone``, and in a thread of the browser itself.

The second one is loaded once for all tests; before each its files are what the test has seeded.
"""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from mobile.web.disk import LOGS, SEGMENT_BYTES
from tests.browser import form_kit, kit
from tests.browser.form_kit import NOWHERE
from tests.browser.office_app import START, packed
from tests.doubles.handles import Vault
from tests.doubles.log_disk import VaultDisk

SERVED, OFFICE = "served", "office"
ROADS = (SERVED, OFFICE)

PLACE = """async (files) => {
  const home = await navigator.storage.getDirectory();
  const placed = async () => {
    await home.removeEntry("sinar", {recursive: true}).catch(() => {});
    const folder = await home.getDirectoryHandle("sinar", {create: true});
    for (const [name, words] of files) {
      const file = await (await folder.getFileHandle(name, {create: true})).createWritable();
      await file.write(Uint8Array.from(atob(words), (letter) => letter.charCodeAt(0)));
      await file.close();
    }
    return true;
  };
  for (let tries = 0; tries < 10; tries++) {
    if (await placed().catch(() => false)) return true;
    await new Promise((done) => setTimeout(done, 300));
  }
  return false;
}"""


KEPT = """async (words) => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("sinar");
  for await (const file of folder.values())
    if ((await (await file.getFile()).text()).includes(words)) return true;
  return false;
}"""


LET_GO = """() => new Promise((done) => {
  const line = new BroadcastChannel("sinar-window");
  line.onmessage = ({data}) => { if (data === "gone") done(true); };
  line.postMessage("let go");
  setTimeout(() => done(false), 20000);
})"""
"""As "Pakai di sini" in another window asks; a page that is closed can hold its files on."""


@dataclass
class Served:
    """A process with its files in a folder, and a window in any context."""

    browser: Browser
    program: kit.Program
    data: Path

    @contextmanager
    def page(self, path: str = "", init_script: str = "", **options: Any) -> Iterator[Page]:
        """A window of the phone, at a path of the app."""
        options = {"geolocation": form_kit.HERE, "timezone_id": "Asia/Makassar", **options}
        context = kit.phone_context(self.browser, **options)
        try:
            page = context.new_page()
            if init_script:
                page.add_init_script(init_script)
            self.visit(page, path)
            yield page
        finally:
            context.close()

    def visit(self, page: Page, path: str) -> None:
        """Come to a path of the app from outside."""
        kit.open_page(page, self.program.url + path)

    def keeps(self, page: Page, words: str) -> bool:
        """Whether these words lie on its disk."""
        return form_kit.on_disk(self.data, words)

    def die(self, page: Page) -> None:
        """As of a flat battery; it can be opened again."""
        self.program.kill()
        self.program.start()


class OfficeContext:
    """One browser that has loaded the app, and the server that it came from."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser, self.url = browser, url
        self._begin()

    def _begin(self) -> None:
        self.context = kit.phone_context(
            self._browser, geolocation=form_kit.HERE, timezone_id="Asia/Makassar"
        )
        # A page that stays: with the last one its process ends, and lets go of its files late.
        self._beside = self.context.new_page()
        self._beside.goto(f"{self.url}/hp/manifest.json")
        with Office(self).page():  # from now on it is kept there
            pass

    def seed(self, data: Path) -> None:
        """The files of the app are those of a phone's folder, as it would have written them."""
        if not self._is_placed(data):
            # Those of a page that has died: a browser anew has none.
            self.context.close()
            self._begin()
            kit.eventually(lambda: self._is_placed(data), "the app lets go of its files")

    def _is_placed(self, data: Path) -> bool:
        return self._beside.evaluate(PLACE, logs_of(data))


@dataclass
class Office:
    """The app from the office's address; one window at a time."""

    loaded: OfficeContext

    @contextmanager
    def page(
        self, path: str = "", init_script: str = "", viewport: Any = None, color_scheme: Any = None
    ) -> Iterator[Page]:
        """A window of the phone, at a path of the app."""
        page = self.loaded.context.new_page()
        size: Any = viewport or kit.PHONE
        try:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=color_scheme)
            if init_script:
                page.add_init_script(init_script)
            self.visit(page, path)
            yield page
        finally:
            with contextlib.suppress(BrowserError):  # it may have died
                page.evaluate(LET_GO)
            page.close()

    def visit(self, page: Page, path: str) -> None:
        """Come to a path of the app from outside."""
        page.goto("about:blank")  # else nothing but the fragment changes, and the app goes on
        page.goto(f"{self.loaded.url}/hp/#{path}", wait_until="commit")
        page.wait_for_selector("#shell", state="detached", timeout=START * 1000)
        kit.semantics_on(page)

    def keeps(self, page: Page, words: str) -> bool:
        """Whether these words lie on its disk."""
        return page.evaluate(KEPT, words)

    def die(self, page: Page) -> None:
        """As of a flat battery; it can be opened again."""
        with contextlib.suppress(BrowserError):
            page.goto("chrome://crash")


Road = Served | Office


@contextmanager
def office_context(browser: Browser, folder: Path) -> Iterator[OfficeContext]:
    """A browser that has loaded the app once."""
    packed()
    server = kit.server(folder / "kecamatan").start("/api/v1/health")
    try:
        loaded = OfficeContext(browser, server.url)
        yield loaded
        loaded.context.close()
    finally:
        server.stop()


@contextmanager
def phone(
    browser: Browser, office: Callable[[], OfficeContext] | None, data: Path, *what: str
) -> Iterator[Road]:
    """A phone with a past behind it and no signal, by one of the roads."""
    form_kit.seeded(data, *what)
    if office:
        loaded = office()
        loaded.seed(data)
        yield Office(loaded)
        return
    program = kit.phone(data, NOWHERE).start()
    try:
        yield Served(browser, program, data)
    finally:
        program.stop()


def logs_of(data: Path) -> list[tuple[str, str]]:
    """A phone's folder as the browser keeps it: (file, base64)."""
    disk = VaultDisk(data, Vault({**dict.fromkeys(LOGS, 6), "cadangan": 1}), SEGMENT_BYTES)
    for path in sorted(path for path in data.rglob("*") if path.is_file()):
        with disk.create(path.with_name("draft")) as file:
            disk.write(file, path.read_bytes())
        disk.rename(path.with_name("draft"), path)
    disk.sync_folder(data)
    return [
        (f"{log}-{number:03}.log", base64.b64encode(bytes(handle.data)).decode())
        for log in LOGS
        for number, handle in enumerate(disk.vault.files[log])
    ]
