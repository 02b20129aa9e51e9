"""``/metrics`` and ``/health`` for whoever runs the server, and for nobody else.

They answer to the operator's token (``SINAR_METRICS_TOKEN``). To this machine itself they answer
where a setting opens them (``SINAR_METRICS_LOCAL=1``): behind a proxy everybody seems to be this
machine, and not every proxy says that it is one. To everybody else they do not exist.
"""

from __future__ import annotations

import hmac
import ipaddress
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from server.core.context import Context
from server.core.installation import one_may_fail
from server.http import door, health
from server.rawat import operating

METRICS, DETAILS = "/metrics", "/health"
PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"

_BY_PROXY = ("x-forwarded-for", "forwarded", "x-real-ip", "via")
"""Whoever comes through a proxy is not on this machine, though the socket says so."""

router = APIRouter(include_in_schema=False)


@router.get(METRICS)
async def metrics(request: Request) -> PlainTextResponse:
    """Prometheus' text form."""
    _require_operator(request)
    text = await run_in_threadpool(_figures, door.stores(request), door.away(request))
    return PlainTextResponse(text, media_type=PROMETHEUS)


def _figures(contexts: list[Context], away: list[str]) -> str:
    if len(contexts) == 1 and not away:
        return operating.prometheus(contexts[0])
    told: dict[str, str] = {}
    for ctx in contexts:
        with one_may_fail(ctx.wilayah.kode):
            told[ctx.wilayah.kode] = operating.prometheus(ctx)
    unread = [ctx.wilayah.kode for ctx in contexts if ctx.wilayah.kode not in told]
    return operating.of_all(told, [*away, *unread])


@router.get(DETAILS)
async def details(request: Request) -> JSONResponse:
    """How it does; 200 also when something wants attention, ``status`` says so."""
    _require_operator(request)
    found = await run_in_threadpool(_details, door.stores(request), door.away(request))
    return JSONResponse(found, headers={"Cache-Control": "no-store"})


def _details(contexts: list[Context], away: list[str]) -> dict[str, Any]:
    """Of the first, and where there are several of each by its code: ``status`` is of all."""
    first, *others = contexts
    found = operating.details(first, health.APP_VERSION)
    if not others and not away:
        return found
    told: dict[str, dict[str, Any]] = {first.wilayah.kode: found}
    told |= dict.fromkeys([*away, *(ctx.wilayah.kode for ctx in others)], operating.CLOSED)
    for ctx in others:
        with one_may_fail(ctx.wilayah.kode):
            told[ctx.wilayah.kode] = operating.details(ctx, health.APP_VERSION)
    return operating.details_of_all(told)


def _require_operator(request: Request) -> None:
    token = door.context(request).settings.metrics_token
    shown = door.token(request)
    if shown:
        if not token or not hmac.compare_digest(shown.encode(), token.encode()):
            raise HTTPException(404)
    elif not door.context(request).settings.metrics_local or not _from_here(request):
        raise HTTPException(404)


def _from_here(request: Request) -> bool:
    if request.client is None or any(name in request.headers for name in _BY_PROXY):
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False
