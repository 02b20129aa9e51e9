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
    text = await run_in_threadpool(_figures, _contexts(request))
    return PlainTextResponse(text, media_type=PROMETHEUS)


def _figures(contexts: list[Context]) -> str:
    told = {ctx.wilayah.kode: operating.prometheus(ctx) for ctx in contexts}
    return operating.of_all(told) if len(told) > 1 else next(iter(told.values()))


def _contexts(request: Request) -> list[Context]:
    """Of all kecamatan that are served here."""
    apps = door.neighbours(request).values() or [request.app]
    return [app.state.context for app in apps]


@router.get(DETAILS)
async def details(request: Request) -> JSONResponse:
    """How it does; 200 also when something wants attention, ``status`` says so."""
    _require_operator(request)
    found = await run_in_threadpool(_details, _contexts(request))
    return JSONResponse(found, headers={"Cache-Control": "no-store"})


def _details(contexts: list[Context]) -> dict[str, Any]:
    """Of the first, and where there are several of each by its code: ``status`` is of all."""
    found = [operating.details(ctx, health.APP_VERSION) for ctx in contexts]
    if len(found) == 1:
        return found[0]
    kode = [ctx.wilayah.kode for ctx in contexts]
    return operating.details_of_all(dict(zip(kode, found, strict=True)))


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
