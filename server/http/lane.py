"""A lane of its own for the calls that phones make by the thousand, past the framework's routing.

It lies behind the same doors, its handlers are those of the routes, and what they refuse is
answered by the app's own handlers of refusals; every other call goes on to the app.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

Handler = Callable[[Request], Awaitable[Response]]
Handlers = Mapping[tuple[str, str], Handler]
"""By method and path."""


class Lane:
    """Before the app."""

    def __init__(self, app: ASGIApp, handlers: Handlers) -> None:
        self._app = app
        self._handlers = handlers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        handler = None
        if scope["type"] == "http":
            handler = self._handlers.get((scope["method"], scope["path"]))
        if handler is None:
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive, send)
        try:
            response = await handler(request)
        except Exception as error:  # noqa: BLE001 - answered by the app, or raised
            response = await _refused(scope["app"], request, error)
        await response(scope, receive, send)


async def _refused(app: FastAPI, request: Request, error: Exception) -> Response:
    """As the app answers it; a fault of ours goes on to where such faults are told."""
    handlers = cast("Mapping[Any, Callable[..., Awaitable[Response]]]", app.exception_handlers)
    for kind in type(error).__mro__:
        if kind in handlers and kind is not Exception:
            return await handlers[kind](request, error)
    raise error
