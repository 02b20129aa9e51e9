"""The window at this machine's address draws in one thread (why: `shared/README.md`, decisions)."""

from __future__ import annotations

from typing import Any

from mobile.served.photos import Asgi, Receive, Scope, Send

_LENDS_A_SECOND = b"cross-origin-embedder-policy"


class OneThread:
    """Takes back the header by which Flet's pages are lent memory that threads share."""

    def __init__(self, app: Asgi) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def told(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                kept = [
                    one for one in message.get("headers", ()) if one[0].lower() != _LENDS_A_SECOND
                ]
                message = {**message, "headers": kept}
            await send(message)

        await self._app(scope, receive, told)
