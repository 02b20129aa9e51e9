"""Bytes of a body that arrived before the link broke reach the app, also those it had not read.

Uvicorn forgets them: once the connection is lost it answers "disconnected" to whoever asks for the
body, whatever still lies in its buffer. A phone with a link of a few seconds would then never
get a photo through.
"""

from __future__ import annotations

from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class LateBody:
    """Hands over what uvicorn still holds, and only then that the sender is gone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            receive = _keeping(receive)
        await self._app(scope, receive, send)


def _keeping(receive: Receive) -> Receive:
    # Uvicorn's `receive` is a method of the request it belongs to; another server's may not be.
    request: Any = getattr(receive, "__self__", None)

    async def next_message() -> Message:
        message = await receive()
        if message["type"] != "http.disconnect" or not _holds_bytes(request):
            return message
        late, request.body = bytes(request.body), bytearray()
        return {"type": "http.request", "body": late, "more_body": request.more_body}

    return next_message


def _holds_bytes(request: Any) -> bool:
    unread = getattr(request, "body", None)
    return bool(unread) and request.disconnected and not request.response_complete
