"""The way between a phone and a server in the same process: mostly there, never to be trusted."""

from __future__ import annotations

import contextlib
import random
from collections import Counter
from collections.abc import Callable, MutableMapping
from typing import Any

import httpx
from fastapi import FastAPI
from starlette.requests import ClientDisconnect

PORTAL = "<html><h1>Selamat datang di Wi-Fi Kafe</h1></html>"
FATES = ("unreachable", "portal", "twice", "cut", "answer lost")


class Weather(httpx.AsyncBaseTransport):
    """Asks the app; ``bad`` is how often something happens to a request on the way."""

    def __init__(self, app: Callable[[], FastAPI], dice: random.Random, told: Counter[str]) -> None:
        self._app = app
        self._dice = dice
        self._told = told
        self.bad = 0.0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = b"".join([part async for part in request.stream])  # pyright: ignore[reportGeneralTypeIssues]
        fate = self._dice.choice(FATES) if self._dice.random() < self.bad else "well"
        self._told[fate] += 1
        if fate == "unreachable":
            raise httpx.ConnectError("no signal")
        if fate == "portal":
            return httpx.Response(200, html=PORTAL)
        if fate == "cut":
            await self._ask(request, body[: self._dice.randint(0, len(body))], broken=True)
            raise httpx.WriteError("the link broke")
        if fate == "twice":
            await self._ask(request, body)
        answer = await self._ask(request, body)
        if fate == "answer lost":
            raise httpx.ReadError("the link broke")
        return answer

    async def _ask(
        self, request: httpx.Request, body: bytes, *, broken: bool = False
    ) -> httpx.Response:
        """One request as a server hands it to its app; ``broken``: the rest never comes."""
        messages = [{"type": "http.request", "body": body, "more_body": broken}]
        status, headers, parts = 599, list[tuple[bytes, bytes]](), list[bytes]()

        async def receive() -> MutableMapping[str, Any]:
            return messages.pop() if messages else {"type": "http.disconnect"}

        async def send(message: MutableMapping[str, Any]) -> None:
            nonlocal status, headers
            if message["type"] == "http.response.start":
                status, headers = message["status"], list(message["headers"])
            else:
                parts.append(message.get("body", b""))

        with contextlib.suppress(ClientDisconnect):
            await self._app()(_scope(request), receive, send)
        return httpx.Response(status, headers=headers, content=b"".join(parts), request=request)


def _scope(request: httpx.Request) -> dict[str, Any]:
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1",
        "method": request.method, "path": request.url.path, "raw_path": request.url.raw_path,
        "query_string": request.url.query, "scheme": "http", "root_path": "",
        "server": ("server", 80), "client": ("10.0.0.9", 5555),
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
    }  # fmt: skip
