"""The one door of the API: which phone asks, from which address, and may its body be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from server.core import devices, log
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.devices import Device
from server.core.network import NOWHERE, network_of
from server.http.problems import Unauthorized


def context(request: Request) -> Context:
    """What the use-cases are given."""
    return request.app.state.context


AWAY_RETRY_S = 60
"""So long waits who needs a kecamatan that cannot be asked."""


async def go_where(request: Request, knows: Callable[[Context], bool]) -> bool:
    """From here on the request is of the kecamatan of this installation that ``knows`` what it
    brings (a name, a code); it stays where it came in when none does, or when there is but one.

    False when none does and one could not be asked: then it may be right all the same, and whoever
    would refuse it says that it is to come again.
    """
    others = [app for app in neighbours(request).values() if app is not request.app]
    gone = away(request)
    if not others and not gone:
        return True
    found, all_asked = await run_in_threadpool(_first, [request.app, *others], knows)
    request.scope["app"] = found or request.app
    return found is not None or (all_asked and not gone)


def _first(apps: list[FastAPI], knows: Callable[[Context], bool]) -> tuple[FastAPI | None, bool]:
    """Who knows it, and whether all could be asked until then."""
    all_asked = True
    for app in apps:
        try:
            if knows(app.state.context):
                return app, all_asked
        except StoreError as error:
            log.event("server", app.state.context.wilayah.nama, f"tidak dapat ditanya · {error}")
            all_asked = False
    return None, all_asked


def stores(request: Request) -> list[Context]:
    """Of all kecamatan that are open here; the first one's, where there is but one."""
    apps = neighbours(request).values() or [request.app]
    return [app.state.context for app in apps]


def neighbours(visit: HTTPConnection) -> Mapping[str, FastAPI]:
    """The applications of all kecamatan that answer here, by their mark; the first one's is ""."""
    return getattr(visit.app.state, "neighbours", {})


def away(visit: HTTPConnection) -> list[str]:
    """The codes of the kecamatan whose data cannot be opened just now."""
    return getattr(visit.app.state, "away", list[str])()


PLACE = "sinar.place"
"""Where a request's scope holds its place among those under way."""


def belongs(visit: HTTPConnection) -> bool:
    """Whether this sender has shown a good token or cookie within the day."""
    regulars = getattr(visit.app.state, "regulars", ())
    return address(visit) in regulars


def welcome(visit: HTTPConnection) -> None:
    """A good token or cookie was shown."""
    place, regulars = visit.scope.get(PLACE), getattr(visit.app.state, "regulars", None)
    if place is not None:
        place.belongs = True
    if regulars is not None:
        regulars.add(address(visit))


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
    welcome(request)
    return found


async def device_still(request: Request) -> None:
    """401 when the phone was revoked while its body came."""
    if context(request).database.is_sqlite:
        welcome = still_welcome(request)
    else:
        welcome = await run_in_threadpool(still_welcome, request)
    if not welcome:
        raise Unauthorized(code="revoked", headers=_CHALLENGE)


def still_welcome(request: HTTPConnection) -> bool:
    """Whether the phone has not been revoked since its token was looked at; may block."""
    return devices.is_welcome(request.app.state.context, token(request))


def token(request: HTTPConnection) -> str:
    """The bearer token that was shown; empty when there is none."""
    scheme, _, word = request.headers.get("authorization", "").partition(" ")
    return word.strip() if scheme.lower() == "bearer" else ""


def address(request: HTTPConnection) -> str:
    """Who sends, as every limit counts: see `network_of`. Behind a trusted proxy what it saw."""
    peer = request.client.host if request.client else "?"
    ctx: Context = request.app.state.context
    if peer in ctx.settings.trusted_proxies:
        seen = ",".join(request.headers.getlist("x-forwarded-for")).split(",")[-1]
        found = network_of(seen)
        return found if found != NOWHERE else network_of(peer)
    return network_of(peer)


_CHALLENGE = {"WWW-Authenticate": "Bearer"}
