"""Before the applications of all kecamatan: sees whose a request is, and hands it over untouched.

It goes by what is shown: the phone's token, the log-in's cookie, the key of another system (those
of all but the first kecamatan begin with its code); at pages for everybody by the address
(``?kec=63.11.02``) or the name of the server. Who brings a code or a user name only is sorted by
the routes that read it (`door.go_where`). What was handed out by a kecamatan that is not here just
now (a disk that is not mounted, a restore that goes on) is told to come again, never refused.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, cookie_parser
from starlette.responses import PlainTextResponse
from starlette.routing import Router
from starlette.types import ASGIApp, Receive, Scope, Send

from server.core.installation import mark_of
from server.http import problems, public_page, visitor, whose
from server.http.door import AWAY_RETRY_S
from server.http.known_hosts import name_of
from server.http.login import LOGIN, STEP_CODE, STEP_SET_UP
from server.http.staff_door import is_api
from server.pribadi.web import privacy_page
from server.shell import teks
from server.shell.installation import Installation
from shared.protocol import ACTIVATE

FOR_ALL = (public_page.ABOUT, public_page.GUIDE, public_page.SURVEY, privacy_page.PATH)
"""Pages that each kecamatan has, for people who show nothing."""
TYPED = (LOGIN, ACTIVATE)
"""Where a name or a code leads on: also whoever was at a kecamatan that is not here."""


class Front:
    """The application that the server runs."""

    def __init__(self, installation: Installation) -> None:
        self._all = installation
        self._life = Router(lifespan=self._running)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._life(scope, receive, send)
            return
        app: ASGIApp | None = self._all.app(self._whose(scope))
        await (app or _away)(scope, receive, send)

    @asynccontextmanager
    async def _running(self, _router: object) -> AsyncIterator[None]:
        async with self._all.running():
            yield

    def _whose(self, scope: Scope) -> str:
        """The mark of the kecamatan; empty: the first."""
        shown = self._shown(scope)
        if shown is None or (scope["path"] in TYPED and self._all.app(shown) is None):
            return self._by_name(scope)
        return shown

    def _shown(self, scope: Scope) -> str | None:
        """By what is shown; None when nothing is."""
        headers, path = Headers(scope=scope), scope["path"]
        kind, _, secret = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return mark_of(secret.strip())
        if path in FOR_ALL:
            asked = self._asked(scope)
            whose.chosen.set(asked or "")
            if asked is not None:
                return asked
        cookies = {} if is_api(path) else cookie_parser(headers.get("cookie", ""))
        name = visitor.STEP if path in (STEP_CODE, STEP_SET_UP) else visitor.COOKIE
        return mark_of(cookies[name]) if name in cookies else None

    def _asked(self, scope: Scope) -> str | None:
        """By the address; None when it names none."""
        asked = parse_qs(scope["query_string"].decode("latin-1")).get(whose.WHOSE, [""])[0]
        if not asked:
            return None
        return asked if asked in self._all.hall.known else ""

    def _by_name(self, scope: Scope) -> str:
        """By the name of the server that the browser has called."""
        visit = HTTPConnection({**scope, "app": self._all.first})
        called = name_of(visitor.host(visit))
        names = self._all.hall.names
        return next((mark for mark, name in names.items() if name and name == called), "")


async def _away(scope: Scope, receive: Receive, send: Send) -> None:
    """Of a kecamatan whose data cannot be opened just now."""
    again = {"Retry-After": str(AWAY_RETRY_S)}
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1013})
    elif is_api(scope["path"]):
        await problems.problem(503, "unavailable", "", again)(scope, receive, send)
    else:
        await PlainTextResponse(teks.KECAMATAN_TUTUP, 503, again)(scope, receive, send)
