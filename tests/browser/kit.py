"""What every browser test needs: a browser, the semantics tree, safe typing, and the two programs.

``ENGINE=firefox`` runs the same tests in Debian's Firefox, by the Playwright of .venv-firefox
(`tests/browser/engines.py`); else it is Chromium.

The real programs run as processes of their own (``sinar serve``, ``sinar phone``), so that a test
can also kill them.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)
from playwright.sync_api import Error as BrowserError

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
SINAR = str(Path(sys.executable).with_name("sinar"))
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
]  # fmt: skip

FIREFOX = os.environ.get("FIREFOX", "/usr/bin/firefox-esr")
ENGINE = os.environ.get("ENGINE", "chromium")
HERE = '{"location":{"lat":-2.189226,"lng":115.611233},"accuracy":12}'
PREFS = {
    "media.navigator.streams.fake": True, "media.navigator.permission.disabled": True,
    "media.devices.unfocused.enabled": True, "permissions.default.camera": 1,
    "pdfjs.disabled": True,  # else a saved paper opens in a window of its own
    "permissions.default.geo": 1, "webgl.force-enabled": True,
    "geo.provider.network.url": f"data:application/json,{HERE}",
}  # fmt: skip
"""What Firefox is told instead of permissions and fake devices."""

PHONE: ViewportSize = {"width": 412, "height": 915}
DESK: ViewportSize = {"width": 1366, "height": 768}
LALAYAU = {"latitude": -2.189226, "longitude": 115.611233}

PATIENCE = float(os.environ.get("PATIENCE", "40"))
"""Seconds to wait for something that will come; more where the machine is very busy."""
expect.set_options(timeout=PATIENCE * 1000)

_SHOTS = os.environ.get("SHOTS")
"""A folder for pictures; without it a test takes none."""


# --- The browser --------------------------------------------------------------------------


@contextlib.contextmanager
def launched() -> Iterator[Browser]:
    """The engine that was asked for."""
    with sync_playwright() as playwright:
        if ENGINE == "firefox":
            browser = playwright.firefox.launch(
                channel="moz-firefox", executable_path=FIREFOX, firefox_user_prefs=PREFS
            )
        else:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        try:
            yield browser
        finally:
            browser.close()


def phone_context(browser: Browser, **options: Any) -> BrowserContext:
    """A phone of 412×915 with a camera and a position in Lalayau."""
    base: dict[str, Any] = {"viewport": PHONE}
    if ENGINE == "chromium":
        base |= {"permissions": ["geolocation", "camera"], "geolocation": LALAYAU}
    return _context(browser, {**base, **options})


def desk_context(browser: Browser, **options: Any) -> BrowserContext:
    """The kecamatan's laptop: 1366×768."""
    return _context(browser, {"viewport": DESK, **options})


def _context(browser: Browser, options: dict[str, Any]) -> BrowserContext:
    return made_ready(browser.new_context(accept_downloads=True, locale="id-ID", **options))


def made_ready(context: BrowserContext, patience: float = PATIENCE) -> BrowserContext:
    """Its pages have names for things as soon as they can, and wait this long, in seconds."""
    context.add_init_script(SEMANTICS)
    context.set_default_timeout(patience * 1000)
    return context


SEMANTICS = """(() => {
  const looking = new MutationObserver(() => {
    const button = document.querySelector("flt-semantics-placeholder");
    if (!button) return;
    looking.disconnect();
    button.click();
  });
  looking.observe(document, {childList: true, subtree: true});
})();"""
"""Turns the semantics tree on as soon as that is possible. A field that has the focus before that
keeps its words in an element of Flutter's own, and is empty in the tree for good.
"""


def semantics_on(page: Page) -> None:
    """Flutter draws on a canvas; only its semantics tree can be searched. Once per page load."""
    page.wait_for_selector("flt-semantics-host flt-semantics", state="attached")


def open_page(page: Page, url: str) -> None:
    page.goto(url)
    semantics_on(page)


def named(page: Page, name: str, *, exact: bool = False) -> Locator:
    """The first thing on the screen whose semantics (role or text) carry ``name``.

    Flutter gives some nodes an aria-label and others plain text: both are looked at.
    """
    by_label = page.get_by_label(name, exact=exact)
    by_text = page.get_by_text(name, exact=exact)
    return by_label.or_(by_text).first


def tap(page: Page, name: str, *, role: Any = "button", exact: bool = False) -> None:
    """Click the button (or other role) that is called ``name``."""
    page.get_by_role(role, name=name, exact=exact).first.click()


def choose(page: Page, menu: str, item: str) -> None:
    """Open a menu and take one of its items, once it has unfolded and stands still."""
    tap(page, menu)
    wanted = page.get_by_role("menuitem", name=item).first
    wanted.wait_for(state="attached")
    before = None
    for _ in range(30):
        page.wait_for_timeout(400)
        now = wanted.bounding_box()
        if now == before:
            break
        before = now
    wanted.click()


def sees(page: Page, words: str, *, patience: float = PATIENCE) -> None:
    """Wait until ``words`` stand on the screen."""
    named(page, words).wait_for(state="attached", timeout=patience * 1000)


def entry(page: Page, label: str) -> Locator:
    """The text field so named: by label, by its hint while empty, or by the group around it."""
    named_so = f"[aria-label*={json.dumps(label)}]"
    kinds = [f"{kind}{named_so}, {named_so} {kind}" for kind in ("input", "textarea")]
    return page.locator(", ".join(kinds)).first


def fill(page: Page, label: str, text: str) -> None:
    """Click, wait for the focus, empty, insert, verify, retry: anything less loses characters."""
    box, end = entry(page, label), time.monotonic() + 2 * PATIENCE
    while time.monotonic() < end:
        box.click()
        with contextlib.suppress(BrowserError):
            handle = box.element_handle()
            page.wait_for_function("e => document.activeElement === e", arg=handle, timeout=3_000)
            # Flutter hands the field what it believes is in it a moment after the focus.
            page.wait_for_timeout(250)
            page.keyboard.press("Control+A")
            page.keyboard.press("Delete")
            if not _holds(page, label, ""):
                continue
            page.keyboard.insert_text(text)
            if _holds(page, label, text):
                return
    raise AssertionError(f"could not type into {label!r}")


def _holds(page: Page, label: str, text: str) -> bool:
    """Whether the field has this text, and still has it a moment later."""
    for pause in (200, 300):
        page.wait_for_timeout(pause)
        # Asked anew each time: Flutter may put another element in its place.
        if entry(page, label).input_value(timeout=3_000) != text:
            return False
    return True


def comes_back(page: Page) -> None:
    """The app was behind another one for a moment: whatever waits is tried now."""
    page.evaluate("for (const what of ['blur', 'focus']) dispatchEvent(new Event(what))")


def sees_at_last(page: Page, words: str) -> None:
    """Wait for what a sync brings; the app comes back now and then, else its minute passes."""
    eventually(lambda: comes_back(page) or _stands(page, words), words, 120)


def _stands(page: Page, words: str) -> bool:
    with contextlib.suppress(BrowserError):
        sees(page, words, patience=3)
        return True
    return False


def shot(page: Page, name: str) -> None:
    """A picture into the folder named by SHOTS; semantics change before the canvas does."""
    if _SHOTS:
        page.wait_for_timeout(700)
        folder = Path(_SHOTS)
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png")


def eventually(met: Callable[[], bool], what: str = "", patience: float = PATIENCE) -> None:
    """Wait for something outside the browser."""
    end = time.monotonic() + patience
    while not met():
        if time.monotonic() > end:
            raise AssertionError(f"it did not happen: {what or met}")
        time.sleep(0.1)


# --- The programs ---------------------------------------------------------------------------


@dataclass
class Program:
    """One of our programs as a process, with its address and what it has printed."""

    args: list[str]
    port: int
    log: Path
    env: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def runs(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def start(self, ready: str = "/") -> Program:
        """Start (again, on the same port and data) and wait until it answers."""
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                [SINAR, *self.args],
                cwd=ROOT,
                env={**os.environ, "PYTHONUNBUFFERED": "1", **self.env},
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        try:
            eventually(lambda: self._answers(ready), f"{self.args} answers", max(PATIENCE, 120))
        except BaseException:
            self.kill()
            raise
        return self

    def _answers(self, path: str) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.log.read_text()[-3000:]
        try:
            with urllib.request.urlopen(self.url + path, timeout=10) as answer:
                return answer.status < 500
        except urllib.error.HTTPError as problem:
            return problem.code < 500
        except OSError:
            return False

    def stop(self) -> None:
        """As an operator does: SIGTERM, and it ends by itself."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self) -> None:
        """As a flat battery does: SIGKILL."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(60)


def server(data: Path, port: int | None = None, **env: str) -> Program:
    """``sinar serve`` over ``data``; call ``.start("/api/v1/health")``."""
    port = port or free_port()
    args = ["serve", "--data", str(data), "--port", str(port)]
    return Program(args, port, data.with_suffix(".server.log"), env)


def phone(data: Path, server_url: str, port: int | None = None, **env: str) -> Program:
    """``sinar phone`` with its files in ``data``; call ``.start()``."""
    port = port or free_port()
    args = ["phone", "--data", str(data), "--server", server_url, "--port", str(port)]
    return Program(args, port, data.with_suffix(".phone.log"), env)


def sinar(*args: str, stdin: str = "") -> str:
    """Run a command of ``sinar`` to its end and give what it printed."""
    done = subprocess.run(
        [SINAR, *args],
        cwd=ROOT, input=stdin.encode(), capture_output=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
    return done.stdout.decode()


def activation_code(data: Path, desa: str, nama: str, jabatan: str) -> str:
    """A fresh code: the last line that the command prints."""
    words = sinar("activation-code", "--data", str(data), "--desa", desa, "--nama", nama,
                  "--jabatan", jabatan)  # fmt: skip
    return words.strip().splitlines()[-1].strip()


def account(data: Path, username: str, password: str, role: str = "kasi_trantib") -> None:
    """A log-in for the staff view."""
    sinar("account", "add", "--data", str(data), "--username", username, "--role", role,
          "--password-stdin", stdin=password + "\n")  # fmt: skip


def log_in(page: Page, url: str, username: str, password: str) -> None:
    """Through the plain HTML form at the door, up to the screen behind it."""
    page.goto(url)
    page.fill("input[name=nama]", username)
    page.fill("input[name=sandi]", password)
    page.click("button")
    semantics_on(page)
