"""The one door of the API: which phone asks, from which address, and may its body be read."""

from __future__ import annotations

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from server.core import devices
from server.core.context import Context
from server.core.devices import Device
from server.http.problems import Unauthorized


def context(request: Request) -> Context:
    """What the use-cases are given."""
    return request.app.state.context


async def device(request: Request) -> Device:
    """The phone behind the bearer token; 401 before a byte of the body is read."""
    shown = token(request)
    if not shown:
        raise Unauthorized(headers=_CHALLENGE)
    ctx = context(request)
    if ctx.database.is_sqlite:
        # Nobody makes such a reader wait, and going to a thread costs more than the looking.
        found = devices.by_token(ctx, shown)
    else:
        found = await run_in_threadpool(devices.by_token, ctx, shown)
    if found is None:
        raise Unauthorized(headers=_CHALLENGE)
    if found.revoked_at is not None:
        raise Unauthorized(code="revoked", headers=_CHALLENGE)
    return found


def token(request: Request) -> str:
    """The bearer token that was shown; empty when there is none."""
    scheme, _, word = request.headers.get("authorization", "").partition(" ")
    return word.strip() if scheme.lower() == "bearer" else ""


def address(request: HTTPConnection) -> str:
    """The socket's peer; behind a trusted proxy the address that the proxy saw."""
    peer = request.client.host if request.client else "?"
    ctx: Context = request.app.state.context
    if peer not in ctx.settings.trusted_proxies:
        return peer
    seen = ",".join(request.headers.getlist("x-forwarded-for")).split(",")
    return seen[-1].strip() or peer


_CHALLENGE = {"WWW-Authenticate": "Bearer"}
