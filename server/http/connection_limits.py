"""Before everything else: how much one address may have open, how long a sender may pause, and
the headers that every answer carries.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.http import visitor
from server.http.door import address
from server.http.problems import TooMany

MOST_REQUESTS = 100
"""Of one address at once: all phones of a kecamatan may sit behind one, each with a few."""
MOST_WINDOWS = 60
"""Open windows of one address."""
MOST_WINDOWS_OF_ALL = 400
PAUSE_S = 60.0
"""A body whose next bytes take longer is given up; photos and messages have shorter ones."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
"""Whoever knows better says so; what is not told may be neither kept, framed nor guessed at."""
POLICY = "default-src 'none'; frame-ancestors 'none'"
"""Of every answer that is not one of the client's own files: those run as workers too."""
HSTS = "max-age=31536000"
"""Behind TLS only: the browser comes by TLS from then on."""


class Crowd:
    """Counts what is open, and turns away what is too much."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._requests: Counter[str] = Counter()
        self._windows: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._window(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        send = _with_headers(send, tls=visitor.is_https(HTTPConnection(scope)))
        who = address(Request(scope))
        if self._requests[who] >= MOST_REQUESTS:
            await TooMany(5).response()(scope, receive, send)
            return
        with _counted(self._requests, who):
            await self._app(scope, _impatient(receive), send)

    async def _window(self, scope: Scope, receive: Receive, send: Send) -> None:
        who = address(HTTPConnection(scope))
        if self._windows[who] >= MOST_WINDOWS or self._windows.total() >= MOST_WINDOWS_OF_ALL:
            await receive()
            await send({"type": "websocket.close", "code": 1013})
            return
        with _counted(self._windows, who):
            await self._app(scope, receive, send)


@contextmanager
def _counted(counter: Counter[str], who: str) -> Generator[None]:
    counter[who] += 1
    try:
        yield
    finally:
        counter[who] -= 1
        if not counter[who]:
            del counter[who]


def _impatient(receive: Receive) -> Receive:
    """The body's next bytes, or the news that its sender is gone."""
    whole = False

    async def next_bytes() -> Message:
        nonlocal whole
        if whole:
            return await receive()
        try:
            async with asyncio.timeout(PAUSE_S):
                message = await receive()
        except TimeoutError:
            return {"type": "http.disconnect"}
        whole = not message.get("more_body", False)
        return message

    return next_bytes


def _with_headers(send: Send, *, tls: bool) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if "public" not in headers["Cache-Control"]:
                headers.setdefault("Content-Security-Policy", POLICY)
            if tls:
                headers["Strict-Transport-Security"] = HSTS
            # Flet lets every site read what it serves.
            del headers["Access-Control-Allow-Origin"]
        await send(message)

    return sending
