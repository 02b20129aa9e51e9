"""The page that starts the web client: ours around Flet's own scripts, under a strict policy."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from fastapi.responses import HTMLResponse, Response

from server.core import teks as umum
from server.http import teks
from shared.palette import GELAP, TERANG

PATIENCE = 6
"""So often the server answers before a client that has not come back by itself is reloaded."""

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

_CONFIG = Template("""
flet.pyodide = false;
flet.noCdn = true;
flet.canvasKitBaseUrl = "${base}canvaskit/";
flet.fontFallbackBaseUrl = "${base}assets/fonts/";
flet.webRenderer = "auto";
flet.routeUrlStrategy = "path";
flet.entrypointBaseUrl = "$base";
flet.assetBase = "$base";
flet.webSocketEndpoint = "/ws";
""")

_WATCH = Template("""
// A window that loses its connection keeps its picture under a bar until the client has drawn it
// anew; keys and presses meanwhile go nowhere. It asks whether its log-in still lasts; if not, it
// goes there. One that is on its way somewhere else is left alone.
(() => {
  const Plain = window.WebSocket;
  let leaving = false, kept = null, answers = 0, quiet = 0;
  addEventListener("beforeunload", () => {
    leaving = true;
    setTimeout(() => { leaving = false; }, 5000);
  });
  const inside = (root) => [...root.querySelectorAll("*")].flatMap((e) => [
    ...(e.tagName === "CANVAS" ? [e] : []), ...(e.shadowRoot ? inside(e.shadowRoot) : []),
  ]);
  const copy = (canvas) => {
    const twin = document.createElement("canvas"), box = canvas.getBoundingClientRect();
    twin.width = canvas.width;
    twin.height = canvas.height;
    twin.style.cssText = `position:absolute;left:$${box.left}px;top:$${box.top}px;`
      + `width:$${box.width}px;height:$${box.height}px`;
    try { twin.getContext("2d").drawImage(canvas, 0, 0); } catch {}
    return twin;
  };
  const keep = () => {
    if (kept || leaving) return;
    kept = document.createElement("div");
    kept.id = "kept";
    const bar = document.createElement("div");
    bar.setAttribute("role", "status");
    bar.textContent = "$lost";
    kept.append(...inside(document).map(copy), bar);
    document.body.append(kept);
    answers = 0;
  };
  const show = () => {
    kept?.remove();
    kept = null;
  };
  const stop = (event) => {
    if (!kept) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const kind of ["keydown", "keyup", "keypress", "beforeinput", "pointerdown", "pointerup"])
    addEventListener(kind, stop, true);
  const look = () => leaving || fetch("/sesi", {cache: "no-store"}).then((answer) => {
    if (answer.status === 401 && !leaving) {
      leaving = true;
      location.replace("/masuk?lanjut=" + encodeURIComponent(location.pathname + location.search));
    } else if (kept && answer.status === 204 && ++answers > $patience) location.reload();
  }).catch(() => { answers = 0; });
  setInterval(() => { if (kept) look(); }, 2000);
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      let spoke = false;
      this.addEventListener("message", () => {
        spoke = true;
        clearTimeout(quiet);
        quiet = setTimeout(show, 600);
      });
      this.addEventListener("close", () => {
        clearTimeout(quiet);
        if (spoke) keep();
        look();
      });
    }
  };
})();
""")

_PAGE = Template("""<!DOCTYPE html>
<html lang="id">
<head>
<base href="/">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="$about">
<meta name="mobile-web-app-capable" content="yes">
<title>$app</title>
<link rel="icon" type="image/png" href="/favicon.png">
<link rel="apple-touch-icon" href="/icon.png">
<link rel="preload" href="${base}main.dart.wasm" as="fetch" crossorigin>
$scripts
<style>
#loading{position:fixed;inset:0;display:flex;flex-direction:column;align-items:center;
 justify-content:center;gap:20px;font:500 16px system-ui,sans-serif;
 background:$ground;color:$text}
#loading img{width:96px;height:96px;border-radius:22px;animation:breath 2s ease-in-out infinite}
@keyframes breath{50%{opacity:.55}}
#kept{position:fixed;inset:0;z-index:99;background:$ground;overflow:hidden}
#kept div{position:absolute;inset:0 0 auto;padding:12px 24px;text-align:center;
 font:600 15px system-ui,sans-serif;background:$wait;color:$on_wait}
@media(prefers-color-scheme:dark){#kept{background:$dark_ground}#loading{background:$dark_ground;color:$dark_text}}
@media(prefers-reduced-motion:reduce){#loading img{animation:none}}
</style>
</head>
<body>
<div id="loading" role="status"><img src="/logo.png" alt=""><span>$loading</span></div>
<script src="${base}flutter_bootstrap.js" async></script>
</body>
</html>
""")


class ClientPage:
    """The same page for every address of the staff view."""

    def __init__(self, client: Path, base: str) -> None:
        given = _SCRIPT.findall((client / "index.html").read_text(encoding="utf-8"))
        scripts = [
            *given,
            _CONFIG.substitute(base=base),
            _WATCH.substitute(lost=teks.TERPUTUS, patience=PATIENCE),
        ]
        self._html = _PAGE.substitute(
            base=base,
            app=umum.APP,
            about=teks.APP_TENTANG,
            loading=teks.MEMUAT_LAYAR,
            scripts="\n".join(f"<script>{script}</script>" for script in scripts),
            wait=TERANG.wait.back,
            on_wait=TERANG.wait.fore,
            ground=TERANG.surface,
            text=TERANG.on_surface_variant,
            dark_ground=GELAP.surface,
            dark_text=GELAP.on_surface_variant,
        )
        self._script_hashes = " ".join(_source_hash(script) for script in scripts)

    def response(self, host: str, tiles: str) -> Response:
        """The page; asked for anew each time, so that a new version is found at once.

        ``tiles`` is the address of map tiles as it is set now; "" when the map does without.
        """
        headers = {
            "Content-Security-Policy": self._policy(host, tiles),
            "Cache-Control": "no-cache",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Embedder-Policy": "require-corp",
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


def _source_hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
