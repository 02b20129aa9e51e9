"""WebKitGTK, driven by its own WebDriver: just what a smoke journey needs."""

from __future__ import annotations

import contextlib
import io
import os
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
from PIL import Image

from tests.browser import kit
from tests.ports import free_port

DRIVER = Path("/usr/bin/WebKitWebDriver")
SCREEN = Path("/usr/bin/Xvfb")
PYTHON = Path("/usr/bin/python3")
SHELL = Path(__file__).with_name("webkit_shell.py")
_LOOK = """const [name, kinds] = arguments;
const said = e => (e.getAttribute('aria-label')
  || (e.querySelector('flt-semantics') ? '' : e.innerText) || '').trim();
const all = [...document.querySelectorAll(kinds)];
const e = all.find(e => said(e) === name) || all.find(e => said(e).includes(name)
  || (e.closest('[aria-label]')?.getAttribute('aria-label') || '').includes(name));
if (!e) return null;
const b = e.getBoundingClientRect();
return {x: b.x, y: b.y, width: b.width, height: b.height, words: said(e)};"""
_MOVE = {"type": "pointerMove", "duration": 0, "origin": "viewport"}
ANY = "flt-semantics-host flt-semantics, flt-semantics-host span"
BUTTON = "flt-semantics-host [role=button], flt-semantics-host [flt-tappable]"
FIELD = "flt-semantics-host input, flt-semantics-host textarea"
PICTURE = "flt-semantics-host [role=img]"


def is_here() -> bool:
    """Whether this machine has all of it."""
    if not (DRIVER.exists() and SCREEN.exists() and PYTHON.exists()):
        return False
    asks = "import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')"
    return subprocess.run([PYTHON, "-c", asks], capture_output=True, check=False).returncode == 0


@contextlib.contextmanager
def opened(profile: Path, *given: str) -> Iterator[WebKit]:
    """A window of 1366×768 on a screen of its own; ``given`` as `webkit_shell` takes it."""
    display, port = f":{90 + os.getpid() % 900}", free_port()
    env = {**os.environ, "DISPLAY": display, "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}
    # Safari lends pages like ours memory that threads share; here it must be asked for.
    env["JSC_useSharedArrayBuffer"] = "1"
    words = [SCREEN, display, "-screen", "0", "1366x1000x24", "-fbdir", str(profile)]
    profile.mkdir(parents=True, exist_ok=True)
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    screen = subprocess.Popen(words, **quiet)
    driver = subprocess.Popen([DRIVER, f"--port={port}"], env=env, **quiet)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=240) as client:
            kit.eventually(lambda: _answers(client), "the driver answers")
            browser = WebKit(client, profile, *given)
            yield browser
            browser.close()
    finally:
        driver.terminate()
        driver.wait(20)
        screen.terminate()
        screen.wait(20)


def _answers(client: httpx.Client) -> bool:
    try:
        return client.get("/status").is_success
    except httpx.TransportError:
        return False


class WebKit:
    """One session of the driver."""

    def __init__(self, client: httpx.Client, profile: Path, *given: str) -> None:
        self._client, self._frames = client, profile
        options = {"binary": str(PYTHON), "args": [str(SHELL), "--profile", str(profile), *given]}
        wanted = {"browserName": "webkit-shell", "webkitgtk:browserOptions": options}
        made = client.post("/session", json={"capabilities": {"alwaysMatch": wanted}})
        self._base = f"/session/{made.raise_for_status().json()['value']['sessionId']}"

    def _post(self, path: str, **body: Any) -> Any:
        answer = self._client.post(f"{self._base}/{path}", json=body)
        assert answer.is_success, answer.text
        return answer.json()["value"]

    def close(self) -> None:
        self._client.delete(self._base)

    def go(self, url: str) -> None:
        self._post("url", url=url)

    def run(self, script: str, *given: Any) -> Any:
        """What a script gives."""
        return self._post("execute/sync", script=script, args=list(given))

    def semantics_on(self) -> None:
        """Once per page load."""
        asks = (
            "document.querySelector('flt-semantics-placeholder')?.click();"
            "return !!document.querySelector('flt-semantics-host flt-semantics')"
        )
        kit.eventually(lambda: self.run(asks), "the page has names", 120)

    def sees(self, name: str, kinds: str = ANY) -> dict[str, Any]:
        """Wait until something so named stands there; where it stands."""
        kit.eventually(lambda: self.run(_LOOK, name, kinds) is not None, f"{name} is seen", 90)
        return self.run(_LOOK, name, kinds)

    def tap(self, name: str, kinds: str = BUTTON) -> None:
        found = self.sees(name, kinds)
        middle = {
            "x": int(found["x"] + found["width"] / 2), "y": int(found["y"] + found["height"] / 2)
        }  # fmt: skip
        moves = [
            {**_MOVE, **middle},
            {"type": "pointerDown", "button": 0}, {"type": "pause", "duration": 60},
            {"type": "pointerUp", "button": 0},
        ]  # fmt: skip
        self._mouse(moves)

    def _mouse(self, moves: list[dict[str, Any]]) -> None:
        kind = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}}
        self._post("actions", actions=[{**kind, "actions": moves}])

    def type(self, field: str, words: str) -> None:
        """Into a field, key by key, until it holds them."""
        holds = (
            "return [...document.querySelectorAll('flt-semantics-host input')]"
            ".some(e => e.value === arguments[0])"
        )
        self.tap(field, FIELD)
        self.run("return new Promise(done => setTimeout(done, 800))")
        keys = [{"type": kind, "value": key} for key in words for kind in ("keyDown", "keyUp")]
        self._post("actions", actions=[{"type": "key", "id": "keys", "actions": keys}])
        kit.eventually(lambda: self.run(holds, words), f"{field} holds {words}")

    def picture(self, place: dict[str, Any]) -> bytes:
        """What the screen shows there, as a PNG; the driver's own pictures wait for ever."""
        for x in (300, 360):  # without any movement the window shows no new frame
            self._mouse([{**_MOVE, "x": x, "y": 600}])
        left, top = place["x"], place["y"]
        box = left, top, left + place["width"], top + place["height"]
        out = io.BytesIO()
        _screen(self._frames / "Xvfb_screen0").crop(box).save(out, "PNG")
        return out.getvalue()


def _screen(dump: Path) -> Image.Image:
    """Xvfb's memory, an XWD file: a head of big-endian words, its colours, then the rows."""
    data = dump.read_bytes()
    head = struct.unpack(">25I", data[:100])
    size, width, height, row, colours = head[0], head[4], head[5], head[12], head[19]
    return Image.frombytes("RGB", (width, height), data[size + 12 * colours :], "raw", "BGRX", row)
