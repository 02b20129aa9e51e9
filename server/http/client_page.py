"""The page that starts the web client: ours around Flet's own scripts, under a strict policy."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from fastapi.responses import HTMLResponse, Response

from server.http import teks
from server.http.templates import render, safe, source_hash

PATIENCE = 6
"""So often the server answers before a client that has not come back by itself is reloaded."""

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class ClientPage:
    """The same page for every address of the staff view."""

    def __init__(self, client: Path, base: str, files: dict[str, dict[str, int]]) -> None:
        """``files``: by drawing kit, what is brought first, and how many bytes each has."""
        given = _SCRIPT.findall((client / "index.html").read_text(encoding="utf-8"))
        scripts = [
            *given,
            render("http/templates/client_config.js.jinja", base=base),
            render("http/templates/client_load.js.jinja", base=base, files=files),
            render("http/templates/client_watch.js.jinja", lost=teks.TERPUTUS, patience=PATIENCE),
            render("http/templates/client_take.js.jinja"),
        ]
        self._html = render(
            "http/templates/client.html.jinja", base=base, teks=teks, scripts=map(safe, scripts)
        )
        self._script_hashes = " ".join(map(source_hash, scripts))

    def response(self, host: str, tiles: str) -> Response:
        """The page; asked for anew each time, so that a new version is found at once.

        ``tiles`` is the address of map tiles as it is set now; "" when the map does without.
        """
        headers = {
            "Content-Security-Policy": self._policy(host, tiles),
            "Cache-Control": "no-cache",
            "Cross-Origin-Opener-Policy": "same-origin",
        }
        return HTMLResponse(self._html, 200, headers)

    def _policy(self, host: str, tiles: str) -> str:
        """Only what the client needs, from here only; nothing may frame it."""
        # Older browsers do not count the websocket of the same host as 'self'.
        windows = f"ws://{host} wss://{host}" if re.fullmatch(r"[\w.:\[\]-]+", host) else ""
        parts = urlsplit(tiles)
        beside = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
        return (
            "default-src 'self'; "
            f"script-src 'self' 'wasm-unsafe-eval' blob: {self._script_hashes}; "
            "worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
            f"img-src 'self' data: blob: {beside}; font-src 'self' data:; "
            f"connect-src 'self' data: blob: {windows} {beside}; "
            "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
        )
