"""Python in a browser without the app: a page and a thread, for what only a browser can show.

The thread lends Python the same verbs as the app's own (`mobile/web/static/worker.js`); a test runs
Python in it and gets its answer as JSON.
"""

from __future__ import annotations

import base64
import importlib.util
import io
import json
import threading
import zipfile
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from playwright.sync_api import Page

from mobile.ports import PreparedPhoto
from mobile.web.images import BrowserImages
from tests import cast

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "mobile" / "web" / "static"
KINDS = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}
KINDS |= {".html": "text/html; charset=utf-8", ".zip": "application/zip"}

PAGE = """<!DOCTYPE html><html lang="id"><meta charset="utf-8"><title>bare</title>
<script src="/hp/hands.js"></script><script src="/hp/bare.js"></script>"""

SCRIPT = """
const worker = new Worker("/hp/bare_worker.js", {type: "module"}), waiting = {}, asked = [];
let number = 0;
worker.onmessage = async ({data}) => {
  if (data.answer) return waiting[data.number](data.answer);
  const {told, files} = data;
  if (told.ask === "confirmed") return confirmed(JSON.stringify(told));
  asked.push(told);
  if (told.ask === "share" || told.ask === "save") {
    const outcome = await sinarHands[told.ask](told, files);
    worker.postMessage({heard: {what: "handed", number: told.number, outcome}});
  }
};
globalThis.python = (code) => new Promise((done) => {
  waiting[++number] = done;
  worker.postMessage({code, number});
});
globalThis.call = (name, what, given) => new Promise((done) => {
  waiting[++number] = done;
  worker.postMessage({call: [name, what, given], number});
});
globalThis.asked = asked;
"""

WORKER = """
const sinar = {}, HOME = "/home/pyodide";
let ready = null;
sinar.listen = (heard) => { sinar.heard = heard; };
sinar.tell = (told, files) => postMessage({told: JSON.parse(told), files});
sinar.load = (name) => import("/hp/" + name);
sinar.begin = JSON.stringify({sheet: true, installed: true, address: location.origin, kode: ""});
async function begin() {
  const {loadPyodide} = await import("/hp/pyodide/pyodide.mjs");
  const python = await loadPyodide({indexURL: "/hp/pyodide/", packages: [], env: {HOME}});
  python.registerJsModule("sinar_js", sinar);
  const archive = await (await fetch("/hp/bare.zip")).arrayBuffer();
  python.unpackArchive(archive, "zip", {extractDir: HOME});
  await python.runPythonAsync(`
import sys, json, traceback
sys.path[:0] = ["/home/pyodide"]
async def run(code):
    body = "async def told():\\\\n" + "\\\\n".join("    " + line for line in code.splitlines())
    room = globals()
    try:
        exec(body, room)
        return json.dumps({"ok": await room["told"]()}, default=str)
    except BaseException:
        return json.dumps({"fault": traceback.format_exc()})
`);
  return python.globals.get("run");
}
// Bytes go over as text.
const shown = (value) => value instanceof Uint8Array
  ? {bytes: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join(""))}
  : value && value.constructor === Object
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shown(one)])) : value;
const meant = (value) => value && value.bytes !== undefined
  ? Uint8Array.from(atob(value.bytes), (letter) => letter.charCodeAt(0)) : value;

self.onmessage = async ({data}) => {
  if (data.heard) return sinar.heard && sinar.heard(JSON.stringify(data.heard));
  if (data.call) {
    const [name, what, given] = data.call;
    const module = await sinar.load(name), values = given.map(meant), begun = performance.now();
    const answer = await module[what](...values);
    postMessage({told: {ask: "timed", ms: performance.now() - begun}});
    const told = JSON.stringify(shown(answer === undefined ? null : answer));
    return postMessage({number: data.number, answer: told});
  }
  ready = ready || begin();
  const run = await ready;
  postMessage({number: data.number, answer: await run(data.code)});
};
"""


def _archive() -> bytes:
    """The phone's own Python, tinydb, and the faces."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for room in ("mobile", "shared"):
            for path in (ROOT / room).rglob("*.py"):
                packed.write(path, path.relative_to(ROOT))
        for name in ("__init__", "cast"):
            packed.write(ROOT / "tests" / f"{name}.py", f"tests/{name}.py")
        packed.write(cast.FIRST, cast.FIRST.relative_to(ROOT).as_posix())
        found = importlib.util.find_spec("tinydb")
        assert found and found.origin
        for path in Path(found.origin).parent.rglob("*.py"):
            packed.write(path, Path("tinydb") / path.relative_to(Path(found.origin).parent))
        for path in (ROOT / "assets" / "fonts").glob("Jakarta-Medium*.ttf"):
            packed.write(path, path.relative_to(ROOT))
    return out.getvalue()


class _Answers(BaseHTTPRequestHandler):
    def __init__(self, made: dict[str, bytes], *given: Any) -> None:
        self._made = made
        super().__init__(*given)

    def do_GET(self) -> None:
        name = self.path.partition("?")[0].removeprefix("/hp/")
        data = self._made.get(name) or _file(name)
        self.send_response(200 if data is not None else 404)
        kind = KINDS.get(Path(name).suffix, "application/octet-stream") if name else KINDS[".html"]
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data or b"")))
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, *_: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return


def _file(name: str) -> bytes | None:
    if name.startswith("pyodide/"):
        found = importlib.util.find_spec("flet_web")
        assert found and found.origin
        path = Path(found.origin).parent / "web" / name
    else:
        path = STATIC / name
    return path.read_bytes() if path.is_file() else None


@contextmanager
def served() -> Iterator[str]:
    """The address of the page."""
    texts = {"": PAGE, "bare.js": SCRIPT, "bare_worker.js": WORKER}
    made = {name: text.encode() for name, text in texts.items()} | {"bare.zip": _archive()}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answers, made))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hp/"
    finally:
        server.shutdown()
        server.server_close()


def call(page: Page, module: str, what: str, *given: Any) -> Any:
    """Call something of one of our own modules in the page's thread, without Python."""
    told = page.evaluate("([m, w, g]) => call(m, w, g)", [module, what, [_sent(g) for g in given]])
    return _meant(json.loads(told))


def _sent(value: Any) -> Any:
    return {"bytes": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _meant(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if set(value) == {"bytes"}:
        return base64.b64decode(value["bytes"])
    return {name: _meant(one) for name, one in value.items()}


def python(page: Page, code: str) -> Any:
    """Run Python in the page's thread; its ``return`` comes back."""
    answer = json.loads(page.evaluate("(code) => python(code)", code))
    assert "fault" not in answer, answer["fault"]
    return answer["ok"]


def images(page: Page) -> BrowserImages:
    """The app's picture kit here, with the codec of the page's thread."""

    async def prepare(*given: Any) -> Any:
        return SimpleNamespace(**call(page, "images.js", "prepare", *given))

    async def codec() -> Any:
        return prepare

    return BrowserImages(ROOT / "assets" / "fonts", codec)


def wait(work: Coroutine[Any, Any, PreparedPhoto]) -> PreparedPhoto:
    """Nothing in it waits for a loop: Playwright's own session is running here."""
    try:
        work.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("it waited for something")


def took_ms(page: Page) -> float:
    """Milliseconds of the last `call`, as the page's thread counted them."""
    return page.evaluate("asked.filter((told) => told.ask === 'timed').at(-1).ms")
