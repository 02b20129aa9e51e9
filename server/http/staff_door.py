"""The door of the staff view: nobody comes to a page, a photo or the websocket without a log-in."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from contextlib import suppress
from urllib.parse import quote

from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.core import sessions
from server.core.context import Context
from server.core.devices import secret_hash
from server.core.sessions import Account, current_account
from server.http import door, login, public_page, visitor
from server.http.webclient import WebClient
from shared.roles import Role

LOOK_EVERY_S = 30
"""An account that the operator removes, or a log-in that ends, closes its windows so soon."""

GONE = 4401
LEAVE_S = 10
"""A window that was left ends by itself, or is ended after so long."""
KABUPATEN = "/kabupaten"
OPERATOR = "/operator"
_HOMES = {Role.KABUPATEN: KABUPATEN, Role.OPERATOR: OPERATOR}
"""All that an account of these roles sees: plain pages, and no windows."""
_PLAIN = ("/foto/", "/kode/", "/unduh/", *_HOMES.values())
"""Routes of the app itself, behind the door; all else is the web client's."""
_PUBLIC = ("/p/", "/hp/")
"""Pages of the app that anybody may ask for."""
_OPEN = (
    login.LOGIN, login.LOGOUT, login.STILL_IN, login.STEP_CODE, login.STEP_SET_UP,
    public_page.ABOUT, public_page.GUIDE, public_page.SURVEY,
)  # fmt: skip
MOST_WINDOWS = 20
"""Windows of one log-in: nobody has more, a script may."""


class Windows:
    """The open websockets of each log-in, so that a log-out closes them."""

    def __init__(self) -> None:
        self._ended: dict[str, set[asyncio.Event]] = {}

    def open(self, token: str) -> asyncio.Event:
        """A window; the event is set when it must close."""
        ended = asyncio.Event()
        self._ended.setdefault(token, set()).add(ended)
        return ended

    def count(self, token: str) -> int:
        """How many windows a log-in has open."""
        return len(self._ended.get(token, ()))

    def close(self, token: str) -> None:
        """Close all windows of a log-in."""
        for ended in self._ended.pop(token, set()):
            ended.set()

    def forget(self, token: str, ended: asyncio.Event) -> None:
        """A window has closed by itself."""
        remaining = self._ended.get(token, set())
        remaining.discard(ended)
        if not remaining:
            self._ended.pop(token, None)


class StaffDoor:
    """Before the app, which has the API and the door's own pages, and before the web client."""

    def __init__(self, app: ASGIApp, client: WebClient, open_paths: Collection[str] = ()) -> None:
        self._app = app
        self._client = client
        self._open = frozenset((*_OPEN, *open_paths))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not is_api(scope["path"]):
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._window(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        is_open = path in self._open
        inside = self._app if is_open or path.startswith((*_PLAIN, *_PUBLIC)) else self._client
        if is_open or path.startswith(_PUBLIC) or self._client.is_public(path):
            await inside(scope, receive, send)
            return
        visit = HTTPConnection(scope)
        account = await run_in_threadpool(
            sessions.account_of, visit.app.state.context, visitor.token(visit)
        )
        if account is None:
            await _turned_away(Request(scope))(scope, receive, send)
            return
        door.welcome(visit)
        current_account.set(account)
        home = _HOMES.get(account.role, "")
        if not path.startswith(home):
            inside = RedirectResponse(home, 303, {"Cache-Control": "no-store"})
        await inside(scope, receive, send)

    async def _window(self, scope: Scope, receive: Receive, send: Send) -> None:
        visit = HTTPConnection(scope)
        token = visitor.token(visit)
        account = await run_in_threadpool(sessions.account_of, visit.app.state.context, token)
        if account is not None and account.role in _HOMES:
            account = None
        if account is None or token is None or not visitor.comes_from_here(visit):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        if visit.app.state.windows.count(token) >= MOST_WINDOWS:
            await receive()
            await send({"type": "websocket.close", "code": 1013})
            return
        door.welcome(visit)
        current_account.set(account)
        window = _Window(visit, token, account, receive, send)
        await window.run(self._client, _bound_to(scope, token))


class _Window:
    """One websocket that ends with the log-in that it belongs to."""

    def __init__(
        self, visit: HTTPConnection, token: str, account: Account, receive: Receive, send: Send
    ) -> None:
        self._context: Context = visit.app.state.context
        self._account = account
        self._windows: Windows = visit.app.state.windows
        self._token = token
        self._receive = receive
        self._send = send
        self._ended = self._windows.open(token)
        self._left = asyncio.Event()
        self._busy = True
        self._rung = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    async def run(self, app: ASGIApp, scope: Scope) -> None:
        silence = self._context.bell.subscribe(self._ring)
        looking = asyncio.create_task(self._look())
        self._ahead = self._read_ahead()
        running = asyncio.ensure_future(app(scope, self._next, self._send_open))
        try:
            await self._until_left(running)
        finally:
            running.cancel()
            self._ahead.cancel()
            silence()
            looking.cancel()
            self._windows.forget(self._token, self._ended)

    async def _until_left(self, running: asyncio.Future[None]) -> None:
        """Flet waits for ever where a window was left before it said who it is."""
        left, ended = (asyncio.ensure_future(one.wait()) for one in (self._left, self._ended))
        try:
            await asyncio.wait((running, left, ended), return_when=asyncio.FIRST_COMPLETED)
            await asyncio.wait((running,), timeout=LEAVE_S)
        finally:
            left.cancel()
            ended.cancel()
        if running.done():
            running.result()

    def _read_ahead(self) -> asyncio.Future[Message]:
        """The next message is waited for already now: so it is seen at once when somebody leaves,
        though Flet may have stopped to listen.
        """
        ahead = asyncio.ensure_future(self._receive())
        ahead.add_done_callback(self._note_left)
        return ahead

    def _note_left(self, ahead: asyncio.Future[Message]) -> None:
        gone = ahead.cancelled() or ahead.exception() is not None
        if gone or ahead.result()["type"] == "websocket.disconnect":
            self._left.set()

    async def _next(self) -> Message:
        """The next message, or the end of the log-in, whichever comes first."""
        message, ended = self._ahead, asyncio.ensure_future(self._ended.wait())
        try:
            await asyncio.wait((message, ended), return_when=asyncio.FIRST_COMPLETED)
            if ended.done() or not await self._may_go_on(message.result()):
                await self._send({"type": "websocket.close", "code": GONE})
                return {"type": "websocket.disconnect", "code": GONE}
            if message.result()["type"] != "websocket.disconnect":
                self._ahead, self._busy = self._read_ahead(), True
            return message.result()
        finally:
            ended.cancel()

    async def _send_open(self, message: Message) -> None:
        if self._ended.is_set():
            return
        try:
            await self._send(message)
        except OSError:  # the browser went away in the middle of it
            self._left.set()

    async def _look(self) -> None:
        """Whether the log-in still lasts; only somebody who does something keeps it alive."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY_S):
                    await self._rung.wait()
            self._rung.clear()
            busy, self._busy = self._busy, False
            await self._still_may(touch=busy)

    async def _may_go_on(self, message: Message) -> bool:
        return message["type"] == "websocket.disconnect" or await self._still_may(touch=False)

    async def _still_may(self, *, touch: bool) -> bool:
        """Asked before each act: with the role that this window was opened with, or not at all."""
        found = await run_in_threadpool(
            sessions.account_of, self._context, self._token, touch=touch
        )
        if found != self._account:
            self._ended.set()
        return found == self._account

    def _ring(self) -> None:
        # From any thread; at the shutdown the loop may be gone already.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._rung.set)


def is_api(path: str) -> bool:
    """Whether a path is the API's, which asks for a token."""
    return path == "/api" or path.startswith("/api/")


def _turned_away(request: Request) -> Response:
    """A person is sent to the log-in and back; a picture or a script is refused."""
    wants_page = "text/html" in request.headers.get("accept", "")
    if request.method != "GET" or not wants_page:
        return Response(status_code=401)
    onward = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    place = login.LOGIN if onward == "/" else f"{login.LOGIN}?lanjut={quote(onward, safe='')}"
    return RedirectResponse(place, 303, {"Cache-Control": "no-store"})


def _bound_to(scope: Scope, token: str) -> Scope:
    """Flet finds a lost window's session by address and browser; here also by the log-in.

    So that nobody who logs in later at the same browser finds somebody else's pages.
    """
    browser = Headers(scope=scope).get("user-agent", "")
    bound = f"{browser} sesi/{secret_hash(token)[:16]}".encode("latin-1", "replace")
    others = [(name, value) for name, value in scope["headers"] if name != b"user-agent"]
    return {**scope, "headers": [*others, (b"user-agent", bound)]}
