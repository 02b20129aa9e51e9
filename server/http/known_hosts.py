"""By which names this server may be called: those of the operator, or those seen at set-up.

A page of another site can make its own name point at this server (DNS rebinding) and would then be
"of the same origin". So a name that nobody here uses is refused. Numbers cannot be made to point
elsewhere and are always taken.
"""

from __future__ import annotations

import ipaddress
import json
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from fastapi.responses import HTMLResponse
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from server.core.context import Context
from server.core.rows import settings_rows
from server.http import public_page, teks, visitor
from shared.wilayah import Wilayah

SETTING = "nama_server"
OWN = "nama_host"
"""The name by which one of several kecamatan is called; a command sets it."""
PUBLIC = "alamat_umum"
"""The address that stands in QR codes, a setting of the desk."""
SET_UP = timedelta(days=7)
"""From the first log-in on the names by which people log in are learned for so long."""
MOST = 20
MISDIRECTED = 421
_API = "/api/"


class KnownHosts:
    """Refuses what is called by a name that is not ours."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        visit = HTTPConnection(scope)
        ctx: Context = visit.app.state.context
        # A phone shows its token by itself, which no page of another site has.
        learned_only = not ctx.settings.hosts and scope["path"].startswith(_API)
        called = visitor.host(visit)
        names: dict[str, str] = getattr(visit.app.state, "names", {})
        is_own = name_of(called) in names.values()  # of any kecamatan here
        if learned_only or is_own or is_known(ctx, called):
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await _refused(ctx.wilayah)(scope, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close", "code": 1008})


def is_known(ctx: Context, host: str) -> bool:
    """Whether this is one of our names; all are while none was ever learned."""
    name = name_of(host)
    if not name or name == "localhost" or _is_number(name):
        return True
    names = {one.lower() for one in ctx.settings.hosts} or _learned(ctx)
    return not names or name in names


def learn(ctx: Context, host: str) -> None:
    """Somebody has logged in by this name; at set-up it is taken for one of ours."""
    name, now = name_of(host), ctx.clock.now()
    if not name or name == "localhost" or _is_number(name):
        return
    seen = _seen(ctx)
    since = min(datetime.fromisoformat(seen["since"]), now) if seen else now
    names = seen["names"] if seen else []
    if name in names or len(names) >= MOST or since < now - SET_UP:
        return
    text = json.dumps({"since": since.isoformat(), "names": [*names, name]})
    with ctx.database.write() as db:
        settings_rows.put(db, SETTING, text)


def own(ctx: Context) -> str:
    """The name that is this kecamatan's alone, of several at one server; mostly none."""
    text = settings_rows.glance(ctx.database, OWN)
    return settings_rows.value_of(text) if text else ""


def _learned(ctx: Context) -> set[str]:
    seen = _seen(ctx)
    if not seen:
        return set()
    public = settings_rows.glance(ctx.database, PUBLIC)
    address = name_of(urlsplit(settings_rows.value_of(public)).netloc) if public else ""
    return {*seen["names"], *filter(None, (address,))}


def _seen(ctx: Context) -> dict[str, Any]:
    text = settings_rows.glance(ctx.database, SETTING)
    return settings_rows.value_of(text) if text else {}


def name_of(host: str) -> str:
    """Without a port."""
    host = host.strip().lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].rstrip(".")


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _refused(wilayah: Wilayah) -> HTMLResponse:
    return public_page.note(
        wilayah, teks.NAMA_SERVER_JUDUL, teks.NAMA_SERVER_ASING, MISDIRECTED, bad=True
    )
