"""The browser's own way to the kecamatan, as httpx wants it.

`net.js` makes the request and tells how many bytes have really left; it answers failures too.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx

from mobile.web.world import ffi, page

KEPT_BACK = {
    "user-agent", "host", "connection", "content-length", "accept-encoding", "transfer-encoding",
    "cookie",
}  # fmt: skip
"""What the browser writes itself and lets nobody else write."""

UNPACKED = {"content-encoding", "content-length"}
"""True of what travelled, no longer of what is here."""

PATIENCE_S = 30.0

Request = Callable[..., Any]


class FetchTransport(httpx.AsyncBaseTransport):
    """One request after another through the browser; a body's bytes are told as they leave."""

    counts = True

    def __init__(self, request: Request | None = None) -> None:
        self._request = request or (page.request if page else None)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        answer = await self._asked(request, body)
        trouble = getattr(answer, "trouble", None)
        if trouble == "timeout":
            raise httpx.ReadTimeout("no byte moved", request=request)
        if trouble:
            raise httpx.ConnectError(str(trouble), request=request)
        headers = [line for line in _lines(str(answer.headers)) if line[0] not in UNPACKED]
        return httpx.Response(
            int(answer.status), headers=headers, content=bytes(answer.body.to_bytes()),
            request=request,
        )  # fmt: skip

    async def _asked(self, request: httpx.Request, body: bytes) -> Any:
        headers = [(k, v) for k, v in request.headers.items() if k.lower() not in KEPT_BACK]
        moved = _counter(request, len(body))
        proxy: Any = ffi.create_proxy(moved) if ffi else moved
        sent: Any = ffi.to_js(body) if ffi and body else body
        asking = self._request(  # pyright: ignore[reportOptionalCall]
            request.method, str(request.url), json.dumps(headers), sent,
            int(_patience(request) * 1000), proxy,
        )  # fmt: skip
        try:
            return await asking
        except asyncio.CancelledError:
            asking.stop()
            raise
        finally:
            if ffi:
                proxy.destroy()


def _counter(request: httpx.Request, size: int) -> Callable[[int], None]:
    """Tells whoever counts; what the browser adds of its own is not counted."""
    told: Callable[[int], None] = request.extensions.get("sent") or (lambda _count: None)
    left = size

    def moved(count: int) -> None:
        nonlocal left
        now = min(int(count), left)
        left -= now
        if now:
            told(now)

    return moved


def _patience(request: httpx.Request) -> float:
    limits: dict[str, float | None] = request.extensions.get("timeout") or {}
    return (limits.get("read") or PATIENCE_S) + (limits.get("connect") or 0)


def _lines(text: str) -> list[tuple[str, str]]:
    """The head of an answer, as the browser hands it out."""
    pairs = (line.partition(":") for line in text.split("\r\n") if ":" in line)
    return [(name.strip().lower(), value.strip()) for name, _, value in pairs]
