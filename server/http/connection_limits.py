"""Before everything else: how much one sender may have open, how long a sender may pause, and
the headers that every answer carries.
"""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.http import door, visitor
from server.http.open_connections import MOST_REMEMBERED
from server.http.problems import TooMany

MOST_REQUESTS = 100
"""Of one sender at once: all phones of a kecamatan may sit behind one, each with a few."""
MOST_REQUESTS_THAT_BELONG = 300
"""Of one that has shown a good token or cookie within the day."""
MOST_REQUESTS_OF_ALL = 700
"""What is beyond, up to all connections, is kept for senders that belong here."""
BURST, A_SECOND = 200, 50
"""Requests of one sender that has shown nothing: so many at once, then so many each second. More
than that is refused before anything is done for it.
"""
MOST_WINDOWS = 60
"""Open windows of one sender."""
MOST_WINDOWS_OF_ALL = 400
PAUSE_S = 60.0
"""A body, or an answer, whose next bytes take longer is given up; some routes wait less."""
GRACE_S, BYTES_A_SECOND = 30.0, 4096
"""Who has shown nothing sends a body so fast at least, once the grace is over."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
"""Whoever knows better says so; what is not told may be neither kept, framed nor guessed at."""
POLICY = "default-src 'none'; frame-ancestors 'none'"
"""Of every answer that is not one of the client's own files: those run as workers too."""
HSTS = "max-age=31536000"
"""Behind TLS only: the browser comes by TLS from then on."""


Header = tuple[bytes, bytes]


class Place:
    """One request: whose it is, and what it is waiting for."""

    def __init__(self, sender: str) -> None:
        self.sender = sender
        self.belongs = False
        """Set by the door that has seen a good token or cookie."""
        self._began = asyncio.get_running_loop().time()
        self._received = 0
        self._waiting: asyncio.Timeout | None = None

    @property
    def may_go(self) -> bool:
        """Whether it waits for its sender, who has shown nothing."""
        return self._waiting is not None and not self.belongs

    def give_way(self) -> None:
        """What it waits for will not come any more."""
        if self._waiting is not None:
            self._waiting.reschedule(0)

    @asynccontextmanager
    async def waiting(self, *, for_body: bool = False) -> AsyncGenerator[None]:
        """While it waits for the other side; TimeoutError when that takes too long."""
        deadline = asyncio.get_running_loop().time() + PAUSE_S
        if for_body and not self.belongs:
            deadline = min(deadline, self._began + GRACE_S + self._received / BYTES_A_SECOND)
        try:
            async with asyncio.timeout_at(deadline) as self._waiting:
                yield
        finally:
            self._waiting = None

    def received(self, count: int) -> None:
        """More of its body has come."""
        self._received += count


class Pace:
    """How fast one sender asks; counted in memory, for it only spares this process."""

    def __init__(self, burst: float, a_second: float) -> None:
        self._burst, self._a_second = burst, a_second
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def is_too_fast(self, sender: str) -> bool:
        """Whether this request is one too many just now."""
        now = asyncio.get_running_loop().time()
        left, at = self._left.pop(sender, (self._burst, now))
        left = min(self._burst, left + (now - at) * self._a_second)
        self._left[sender] = (max(0.0, left - 1), now)
        if len(self._left) > MOST_REMEMBERED:
            self._left.popitem(last=False)
        return left < 1


class Places:
    """The requests under way, by sender; where there are too many, one that only waits goes."""

    def __init__(self) -> None:
        self._of: dict[str, dict[Place, None]] = {}

    def enter(self, place: Place, *, belongs: bool) -> bool:
        """Whether there is a place for one more of this sender."""
        own = self._of.get(place.sender, {})
        crowded = None
        if len(own) >= (MOST_REQUESTS_THAT_BELONG if belongs else MOST_REQUESTS):
            crowded = own
        elif not belongs and sum(map(len, self._of.values())) >= MOST_REQUESTS_OF_ALL:
            crowded = max(self._of.values(), key=len)
        if crowded is not None and not _make_room(crowded):
            return False
        self._of.setdefault(place.sender, {})[place] = None
        return True

    def leave(self, place: Place) -> None:
        """It is answered."""
        own = self._of.get(place.sender, {})
        own.pop(place, None)
        if not own:
            self._of.pop(place.sender, None)


def _make_room(places: dict[Place, None]) -> bool:
    """The one that waits longest is given up; it leaves its place in a moment."""
    oldest = next((place for place in places if place.may_go), None)
    if oldest is None:
        return False
    del places[oldest]
    oldest.give_way()
    return True


class Counts:
    """What is counted; the kecamatan of one installation share it."""

    def __init__(self) -> None:
        self.places = Places()
        self.pace = Pace(BURST, A_SECOND)
        self.windows: Counter[str] = Counter()


class Crowd:
    """Counts what is open, and turns away what is too much."""

    def __init__(self, app: ASGIApp, counts: Counts | None = None) -> None:
        self._app = app
        counts = counts or Counts()
        self._places, self._pace, self._windows = counts.places, counts.pace, counts.windows

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._window(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        visit = Request(scope)
        place = scope[door.PLACE] = Place(door.address(visit))
        answer = _with_headers(_unhurried(send, place), tls=visitor.is_https(visit))
        belongs = door.belongs(visit)
        too_fast = not belongs and self._pace.is_too_fast(place.sender)
        if too_fast or not self._places.enter(place, belongs=belongs):
            await TooMany(5).response()(scope, receive, answer)
            return
        try:
            await self._app(scope, _impatient(receive, place), answer)
        except NobodyReadsError:
            return
        finally:
            self._places.leave(place)

    async def _window(self, scope: Scope, receive: Receive, send: Send) -> None:
        who = door.address(HTTPConnection(scope))
        if self._windows[who] >= MOST_WINDOWS or self._windows.total() >= MOST_WINDOWS_OF_ALL:
            await receive()
            await send({"type": "websocket.close", "code": 1013})
            return
        with _counted(self._windows, who):
            await self._app(scope, receive, send)


@contextmanager
def _counted(counter: Counter[str], who: str) -> Generator[None]:
    counter[who] += 1
    try:
        yield
    finally:
        counter[who] -= 1
        if not counter[who]:
            del counter[who]


def _impatient(receive: Receive, place: Place) -> Receive:
    """The body's next bytes, or the news that its sender is gone."""
    whole = False

    async def next_bytes() -> Message:
        nonlocal whole
        if whole:
            return await receive()
        try:
            async with place.waiting(for_body=True):
                message = await receive()
        except TimeoutError:
            return {"type": "http.disconnect"}
        place.received(len(message.get("body", b"")))
        whole = not message.get("more_body", False)
        return message

    return next_bytes


class NobodyReadsError(Exception):
    """The answer is not taken: its connection is closed."""


def _unhurried(send: Send, place: Place) -> Send:
    """Waits for a slow reader, not for one who does not read."""

    async def sending(message: Message) -> None:
        if not _would_wait(send):
            await send(message)
            return
        try:
            async with place.waiting():
                await send(message)
        except TimeoutError as error:
            # Uvicorn's `send` is a method of the request it belongs to; to close would wait again.
            transport: Any = getattr(getattr(send, "__self__", None), "transport", None)
            if transport is not None:
                transport.abort()
            raise NobodyReadsError from error

    return sending


def _would_wait(send: Send) -> bool:
    """Uvicorn's `send` waits only while its reader takes nothing; another server's always may."""
    flow: Any = getattr(getattr(send, "__self__", None), "flow", None)
    return flow is None or flow.write_paused


def _with_headers(send: Send, *, tls: bool) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": _dressed(list(message.get("headers", ())), tls)}
        await send(message)

    return sending


def _dressed(headers: list[Header], tls: bool) -> list[Header]:
    """What the answer says, and what every answer says."""
    said = dict(headers)
    more = [header for header in _HEADERS if header[0] not in said]
    if b"public" not in said.get(b"cache-control", b"") and _POLICY[0] not in said:
        more.append(_POLICY)
    if tls:
        more.append(_HSTS)
    return [header for header in headers if header[0] not in _OURS_ALONE] + more


def _raw(name: str, value: str) -> Header:
    return name.lower().encode(), value.encode()


_HEADERS = tuple(_raw(name, value) for name, value in HEADERS.items())
_POLICY, _HSTS = _raw("Content-Security-Policy", POLICY), _raw("Strict-Transport-Security", HSTS)
_OURS_ALONE = frozenset({b"access-control-allow-origin", _HSTS[0]})
"""Flet lets every site read what it serves."""
