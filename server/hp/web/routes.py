"""``/hp/``: the phone app for browsers. Everybody may load it; it is the same for everyone.

``/hp`` without the slash is the desk's page of the phones.

What stands below ``/hp/b/`` is named by its content and kept for good; what tells which version is
the present one is asked for anew each time.
"""

from __future__ import annotations

import hashlib
import json
import mimetypes
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, PlainTextResponse, Response
from starlette.concurrency import run_in_threadpool

from server.hp import teks
from server.hp.app.built import BASE, FOLDER, Built, Entry

FOR_GOOD = "public, max-age=31536000, immutable"
ASKED_ANEW = "public, no-cache"
TYPES = {
    ".wasm": "application/wasm", ".mjs": "text/javascript", ".js": "text/javascript",
    ".otf": "font/otf", ".ttf": "font/ttf", ".zip": "application/zip", ".html": "text/html",
    ".json": "application/json", ".frag": "application/octet-stream",
}  # fmt: skip
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "media-src 'self' blob:; connect-src 'self' data: blob:; manifest-src 'self'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
"""From this server only; workers stand under it as well as the page. Flutter writes styles."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Vary": "Accept-Encoding",
}

router = APIRouter(include_in_schema=False)
_built = Built(FOLDER)


@router.api_route("/hp/b/{name}", methods=["GET", "HEAD"])
async def content(request: Request, name: str) -> Response:
    """A file by its content: it is this very one for ever, or it is not here."""
    return await run_in_threadpool(_file, request, f"{BASE}b/{name}", FOR_GOOD)


@router.api_route("/hp/{path:path}", methods=["GET", "HEAD"])
async def named(request: Request, path: str) -> Response:
    """A file by its name, of the present version; the page itself at the root."""
    return await run_in_threadpool(_named, request, path or "index.html")


def _named(request: Request, path: str) -> Response:
    entries = _built.entries()
    if not entries:
        return PlainTextResponse(teks.HP_BELUM_DIKEMAS, 503, {"Retry-After": "60"})
    if path in ("sw.js", "files.json"):
        return _told(request, path, entries)
    entry = entries.get(path)
    if entry is None:
        return Response(status_code=404)
    return _file(request, entry.address, ASKED_ANEW)


def _told(request: Request, path: str, entries: dict[str, Entry]) -> Response:
    """What names every file: for the page, and in the script that keeps them."""
    listed = json.dumps(entries, separators=(",", ":"))
    version = hashlib.sha256(listed.encode()).hexdigest()[:12]
    if path == "files.json":
        body, kind = json.dumps({"version": version, "files": entries}), "application/json"
    else:
        body = _built.script().replace("__VERSION__", version).replace("__FILES__", listed)
        kind = "text/javascript"
    tag = f'"{hashlib.sha256(body.encode()).hexdigest()[:20]}"'
    headers = {**HEADERS, "Cache-Control": ASKED_ANEW, "ETag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, kind)


def _file(request: Request, address: str, age: str) -> Response:
    if not _built.knows(address):
        return Response(status_code=404)
    headers = {**HEADERS, "Cache-Control": age, "ETag": f'"{Path(address).stem}"'}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    path = _built.file(address)
    for encoding in _accepted(request.headers.get("accept-encoding", "")):
        twin = _built.file(address, encoding)
        if twin.is_file():
            path, headers["Content-Encoding"] = twin, encoding
            break
    return FileResponse(path, 200, headers, _kind(address))


def _kind(address: str) -> str:
    ending = Path(address).suffix
    return TYPES.get(ending) or mimetypes.guess_type(address)[0] or "application/octet-stream"


def _accepted(header: str) -> list[str]:
    """The encodings that a browser takes, best first."""
    told = {word.partition(";")[0].strip() for word in header.split(",") if "q=0" not in word}
    return [encoding for encoding in ("br", "gzip") if encoding in told]
