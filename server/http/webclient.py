"""The files of Flet's web client, compressed once and kept by the browser; its page, made ours.

They are the same for everyone and no secret. What the page loads stands below a path that names
their version, so a browser keeps it for good; other paths are asked for again after a day.
"""

from __future__ import annotations

import hashlib
import json
import mimetypes
import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from fastapi.responses import FileResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from server.http import icons
from server.http.client_page import ClientPage
from server.http.icons import client_folder
from server.http.packed import Packed
from shared.assets import ASSETS

BASE = "/klien/"
FOR_GOOD = "public, max-age=31536000, immutable"
FOR_A_DAY = "public, max-age=86400"

_LEFT_OUT = ("pyodide/", "make/", "fonts/LICENCE", "python", "manifest.json", "index.html")
_OF_NO_USE = (".map", ".symbols", ".txt")
_FONT_MANIFEST = "assets/FontManifest.json"
_ALL = ("flutter_bootstrap.js", icons.FACE, "assets/fonts/roboto.woff2", _FONT_MANIFEST)
FIRST = {
    "skwasm": (
        *_ALL, "canvaskit/skwasm.js", "main.dart.mjs", "canvaskit/skwasm.wasm", "main.dart.wasm"
    ),
    "skwasm_heavy": (
        *_ALL, "canvaskit/skwasm_heavy.js", "main.dart.mjs", "canvaskit/skwasm_heavy.wasm",
        "main.dart.wasm",
    ),
    "chromium": (
        *_ALL, "canvaskit/chromium/canvaskit.js", "main.dart.js",
        "canvaskit/chromium/canvaskit.wasm",
    ),
    "canvaskit": (
        *_ALL, "canvaskit/canvaskit.js", "main.dart.js", "canvaskit/canvaskit.wasm"
    ),
}  # fmt: skip
"""What a browser loads before the first picture, by the kit that it draws with: Chromium's family
has skwasm, or canvaskit/chromium while it lacks WasmGC. The largest come last: whoever types for a
short while has the others by then.
"""

WASM_GC = 119
"""The first Chrome that has it; 109 is the last for Windows 7 and 8."""


class WebClient:
    """Answers for the client's files and its page; the rest goes on to Flet."""

    def __init__(
        self, app: ASGIApp, packed: Packed | None = None, *, tiles: Callable[[], str] = str
    ) -> None:
        self._app = app
        self._packed = packed or Packed()
        self._tiles = tiles

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            answer = await self._answer(Request(scope))
            await answer(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def is_public(self, path: str) -> bool:
        """Whether a path is one of the client's files, which are the same for everyone."""
        return path.startswith(BASE) or path.lstrip("/") in self._files

    def ahead(self, browser: str) -> str:
        """The header by which a browser fetches them while somebody types; each one that has come
        counts.
        """
        names = FIRST[_usual_kit(browser)]
        return ", ".join(f"<{self._base}{name}>; rel=prefetch" for name in names)

    async def _answer(self, request: Request) -> Response:
        path = request.scope["path"]
        if path.startswith(self._base):
            return await self._file(request, path.removeprefix(self._base), FOR_GOOD)
        if path.lstrip("/") in self._files:
            return await self._file(request, path.lstrip("/"), FOR_A_DAY)
        if Path(path).suffix or path.startswith(BASE):
            return Response(status_code=404)
        tiles = await run_in_threadpool(self._tiles)
        return self._page.response(request.headers.get("host", ""), tiles)

    async def _file(self, request: Request, name: str, age: str) -> Response:
        headers = {"Cache-Control": age, "Vary": "Accept-Encoding"}
        if name == _FONT_MANIFEST:
            return Response(self._fonts, 200, headers, "application/json")
        source = self._files.get(name)
        if source is None:
            return Response(status_code=404)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        path = source
        for encoding in _accepted(request.headers.get("accept-encoding", "")):
            twin = await run_in_threadpool(self._packed.twin, source, encoding)
            if twin is not None:
                path, headers["Content-Encoding"] = twin, encoding
                break
        found = await run_in_threadpool(path.stat)
        answer = FileResponse(path, 200, headers, kind, stat_result=found)
        if request.headers.get("if-none-match") == answer.headers["etag"]:
            kept = {**headers, "ETag": answer.headers["etag"]}
            kept.pop("Content-Encoding", None)
            return Response(status_code=304, headers=kept)
        return answer

    @cached_property
    def _files(self) -> dict[str, Path]:
        """Every file by its path; our own before Flet's."""
        cut = {icons.FACE: icons.CUT} if icons.CUT.is_file() else {}
        return {**_below(client_folder()), **cut, **_below(ASSETS)}

    @cached_property
    def _base(self) -> str:
        """The path that names this very version of all files."""
        told = [
            f"{name} {found.st_size} {found.st_mtime_ns}"
            for name, path in sorted(self._files.items())
            if (found := path.stat())
        ]
        return f"{BASE}{hashlib.sha256(chr(10).join(told).encode()).hexdigest()[:12]}/"

    @cached_property
    def _fonts(self) -> str:
        """The faces that are loaded at the start: without those for formulas, 0.9 MB of them."""
        listed = json.loads((client_folder() / _FONT_MANIFEST).read_text())
        kept = [face for face in listed if not face["family"].startswith("packages/")]
        roboto = {"family": "Roboto", "fonts": [{"asset": "fonts/roboto.woff2"}]}
        return json.dumps([*kept, roboto])

    @cached_property
    def _page(self) -> ClientPage:
        """With how many bytes each of the first files has once it is unpacked."""
        sizes = {name: path.stat().st_size for name, path in self._files.items()}
        sizes[_FONT_MANIFEST] = len(self._fonts)
        first = {kit: {name: sizes[name] for name in FIRST[kit]} for kit in FIRST}
        return ClientPage(client_folder(), self._base, first)


def _usual_kit(browser: str) -> str:
    """What a browser draws with, by its name alone; the page itself asks it more."""
    chrome = re.search(r"Chrome/(\d{1,4})", browser)
    if not chrome:
        return "canvaskit"
    return "skwasm" if int(chrome[1]) >= WASM_GC else "chromium"


def _below(folder: Path) -> dict[str, Path]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {
        name: path
        for name, path in found.items()
        if path.is_file()
        and not name.startswith(_LEFT_OUT)
        and path.suffix not in _OF_NO_USE
        and not path.name.startswith(".")
    }


def _accepted(header: str) -> list[str]:
    """The encodings that a browser takes, best first."""
    told = {word.partition(";")[0].strip() for word in header.split(",") if "q=0" not in word}
    return [encoding for encoding in ("br", "gzip") if encoding in told]
