"""Runs the server on its address until it is told to stop: requests end, then the data closes.

One process serves, or a crew of them (`crew`).
"""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Callable
from functools import partial
from types import FrameType

import uvicorn

from server.core import log
from server.core.config import Settings, make_folder
from server.core.context import open_context
from server.core.files.claim import claim
from server.http.header_timeout import CountedWindow, PatientProtocol
from server.http.open_connections import OpenConnections
from server.shell import teks
from server.shell.crew import Crew
from server.shell.loading import to_stay

STOP_SECONDS = 20
MOST_WINDOW_BYTES = 16 * 1024 * 1024
"""One message of a window: a roster file of 8 MB with what goes around it."""


def run(settings: Settings) -> None:
    """Serve; returns after SIGTERM or SIGINT. OSError when the address is taken, StoreError when
    the database cannot be reached.
    """
    make_folder(settings.data)
    log.start(settings.log_file)
    with claim(settings.data, shared=True), _listen(settings.host, settings.port) as listener:
        with open_context(settings):
            pass  # what is wrong with the data ends in a sentence here, later in a trace
        where = f"http://{settings.host}:{settings.port}"
        ready = partial(log.event, "server", teks.SERVE_SIAP, where)
        if settings.workers == 1:
            well = serve(settings, listener, ready)
        else:
            well = Crew(settings, listener).run(ready)
    if not well:
        raise OSError(teks.SERVE_GAGAL)
    log.event("server", teks.SERVE_BERHENTI, where)


def serve(settings: Settings, listener: socket.socket, ready: Callable[[], None]) -> bool:
    """In this process, until it is told to stop; whether it had started."""
    # The head of a crew does without these.
    with to_stay():
        from server.shell.front import Front
        from server.shell.installation import Installation

        everyone = Installation(settings)
    places = OpenConnections(everyone.hall.regulars, settings.trusted_proxies)
    config = uvicorn.Config(
        Front(everyone),
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
        timeout_keep_alive=75,
        http=partial(PatientProtocol, places=places),  # pyright: ignore[reportArgumentType]
        ws=CountedWindow,
        # Whom to believe about an address is decided by our own setting alone.
        proxy_headers=False,
        ws_max_size=MOST_WINDOW_BYTES,
    )
    # Uvicorn stops by itself at these, and then hands them on to whoever stood here before.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _nothing_more)
    server = _Server(config, ready)
    with contextlib.suppress(SystemExit):  # uvicorn's own way to say that it did not start
        server.run(sockets=[listener])
    return server.started


class _Server(uvicorn.Server):
    """Says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    return socket.create_server((host, port), family=family, backlog=2048)


def _nothing_more(_number: int, _frame: FrameType | None) -> None:
    """The stop is over already."""
