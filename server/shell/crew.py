"""Several processes that serve on one port: started, started again when they die, stopped together.

Each has one end of a socket pair. Over it come its settings; its word that it is ready goes back;
when either side ends, however it ends, the other knows.
"""

from __future__ import annotations

import pickle
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from server.core import log
from server.core.config import Settings
from server.core.files.news import News
from server.shell import teks

WORKER = "server.shell.worker"
READY = b"1"
REST_S = 1.0
"""Before a process that had not become ready is started again."""
STOP_S = 25
"""Longer than a process gives its own requests."""
TWICE = 2


@dataclass
class _One:
    """A process, and our end of the pair."""

    process: subprocess.Popen[bytes]
    line: socket.socket
    ready: bool = False


class Crew:
    """The processes of one ``sinar serve --workers N``; this one only looks after them."""

    def __init__(self, settings: Settings, listener: socket.socket) -> None:
        self._settings = settings
        self._listener = listener
        self._news = News(settings.data)
        self._all = selectors.DefaultSelector()
        self._ones: list[_One] = []
        self._due: list[float] = []
        """When those that lack are started."""
        self._stops = 0
        self._signals, self._signalled = socket.socketpair()
        self._signalled.setblocking(False)

    def run(self, ready: Callable[[], None]) -> bool:
        """Until SIGTERM or SIGINT; False when the first of them did not even start."""
        self._all.register(self._signals, selectors.EVENT_READ)
        signal.set_wakeup_fd(self._signalled.fileno())
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._asked_to_stop)
        self._due = [0.0] * self._settings.workers
        try:
            return self._look_after(ready)
        finally:
            signal.set_wakeup_fd(-1)
            self._end()
            for one in (self._all, self._news, self._signals, self._signalled):
                one.close()

    def _asked_to_stop(self, _number: int, _frame: object) -> None:
        self._stops += 1

    def _look_after(self, ready: Callable[[], None]) -> bool:
        began = False
        while not self._stops:
            self._start_due()
            soonest = min([at - time.monotonic() for at in self._due], default=None)
            for one in self._heard_of(soonest):
                self._note(one)
            if not began and not any(one.ready for one in self._ones) and self._due:
                return False  # it would fail the same way again
            if not began and all(one.ready for one in self._ones):
                began = True
                ready()
        return True

    def _start_due(self) -> None:
        now = time.monotonic()
        due = [at for at in self._due if at <= now]
        self._due = [at for at in self._due if at > now]
        for _ in due:
            try:
                self._start()
            except OSError as error:  # no memory, no handles: the others serve on
                log.event("server", teks.SERVE_PROSES_BARU, teks.SERVE_TUNDA.format(sebab=error))
                self._due.append(now + REST_S)

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            process = self._process(ours, theirs)
        told = pickle.dumps(self._settings)
        with suppress(OSError):  # it has ended already, which is heard in a moment
            ours.sendall(len(told).to_bytes(4) + told)
        one = _One(process, ours)
        self._ones.append(one)
        self._all.register(ours, selectors.EVENT_READ, one)

    def _process(self, ours: socket.socket, theirs: socket.socket) -> subprocess.Popen[bytes]:
        handles = (theirs.fileno(), self._listener.fileno())
        words = [sys.executable, "-m", WORKER, *map(str, handles)]
        try:
            # A group of its own: Ctrl-C is for this process, which then asks them one by one.
            return subprocess.Popen(  # noqa: S603
                words, pass_fds=handles, process_group=0, stdin=subprocess.DEVNULL
            )
        except OSError:
            ours.close()
            raise

    def _heard_of(self, wait: float | None) -> list[_One]:
        """Those that have something to say, or have ended; nobody when a signal has come."""
        found = [key for key, _ in self._all.select(wait)]
        for key in found:
            if key.data is None:
                self._signals.recv(64)
        return [key.data for key in found if key.data is not None]

    def _note(self, one: _One) -> None:
        if _said(one.line):
            one.ready = True
            return
        self._gone(one)
        code = one.process.wait()
        who = teks.SERVE_PROSES.format(nomor=one.process.pid)
        log.event("server", who, teks.SERVE_MATI.format(kode=code))
        self._news.tell()  # it may have changed something and told nobody yet
        self._due.append(time.monotonic() + (0 if one.ready else REST_S))

    def _gone(self, one: _One) -> None:
        self._all.unregister(one.line)
        one.line.close()
        self._ones.remove(one)

    def _end(self) -> None:
        """Requests end, the data closes; who asks twice will not wait for it."""
        for one in self._ones:
            one.process.terminate()
        until = time.monotonic() + STOP_S
        while self._ones and self._stops < TWICE and time.monotonic() < until:
            for one in self._heard_of(1):
                if not _said(one.line):
                    self._gone(one)
                    one.process.wait()
        for one in self._ones:
            one.process.kill()
            one.process.wait()
            one.line.close()


def _said(line: socket.socket) -> bool:
    try:
        return line.recv(1) == READY
    except OSError:
        return False
