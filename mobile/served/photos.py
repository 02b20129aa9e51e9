"""The phone in a browser window on this machine: for training, for the demo and for tests.

Only pages served here may ask for the photos, and only from this very machine.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

Scope = dict[str, Any]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

PREFIX = "/foto/"
_NAME = re.compile(r"[0-9a-z._-]{1,100}\.jpg\Z")


class Photos:
    """Serves the photo files of one folder beside the app."""

    def __init__(self, app: Asgi, folder: Path) -> None:
        self._app = app
        self._folder = folder

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] == "http" and path.startswith(PREFIX):
            await self._answer(path.removeprefix(PREFIX), send)
        else:
            await self._app(scope, receive, send)

    async def _answer(self, name: str, send: Send) -> None:
        data = await asyncio.to_thread(self._read, name)
        headers = [
            (b"content-type", b"image/jpeg"),
            (b"cache-control", b"private, max-age=31536000"),
        ]
        status = 404 if data is None else 200
        start = {"type": "http.response.start", "status": status}
        await send({**start, "headers": headers if data else []})
        await send({"type": "http.response.body", "body": data or b""})

    def _read(self, name: str) -> bytes | None:
        if not _NAME.match(name):
            return None
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return None


def address_of(photo: Path) -> str:
    """Where the browser finds a stored photo."""
    return PREFIX + photo.name
