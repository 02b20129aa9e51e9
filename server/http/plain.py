"""Endpoints without the framework's machinery, for the calls that come by the thousand.

What stands around them is the same: the doors before the app, and the shape of its refusals.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

Handler = Callable[[Request], Awaitable[Response]]


class Plain:
    """A handler that reads the request by itself; for every method, or those of its route."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._handler(Request(scope, receive, send))
        await response(scope, receive, send)


def shorten(router: APIRouter, path: str, method: str, handler: Handler) -> None:
    """The same handler answers, before the router's own routes are asked; those describe it."""
    route = Route(path, Plain(handler), methods=[method], include_in_schema=False)
    router.routes.insert(0, route)
