"""Log lines that a person can read: when, who, what, how it ended, how long it took.

Tokens, codes and passwords never come here; text from outside loses its control characters.
"""

from __future__ import annotations

import fcntl
import logging
import os
import sys
import time
from datetime import datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from shared.clock import WITA

MOST_BYTES = 10_000_000
KEPT = 7

OTHERS = ("uvicorn.error", "flet", "flet_web", "asyncio")
"""Libraries that tell what went wrong in them."""

_LOG = logging.getLogger("sinar")


def start(file: Path | None = None) -> None:
    """Write one line an event: to standard error, or to a file that is turned over by size."""
    handler = logging.StreamHandler(sys.stderr) if file is None else _Turning(file)
    shape = logging.Formatter("%(asctime)s  %(message)s", "%Y-%m-%d %H:%M:%S WITA")
    shape.converter = _wita
    handler.setFormatter(shape)
    _LOG.handlers[:] = [handler]
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    handler.addFilter(_without_trace)
    for name in OTHERS:
        other = logging.getLogger(name)
        other.handlers[:] = [handler]
        other.setLevel(logging.WARNING)
        other.propagate = False


def event(who: str, what: str, result: str, ms: float | None = None) -> None:
    """``Ida (Lalayau) · sync 1 laporan · diterima JUAI-2026-11-0042 · 8 ms``"""
    took = "" if ms is None else f" · {ms:.0f} ms"
    _LOG.info("%s · %s · %s%s", clean(who), clean(what), clean(result), took)


def crash(what: str, error: BaseException) -> None:
    """A fault of ours; the web server writes its trace."""
    _LOG.error("%s · galat server · %s", clean(what), type(error).__name__)


def clean(text: str) -> str:
    """One line, at most 300 characters."""
    return "".join(c if c.isprintable() else "?" for c in text)[:300]


def since(started: float) -> float:
    """Milliseconds since a `time.monotonic()`."""
    return (time.monotonic() - started) * 1000


def _without_trace(record: logging.LogRecord) -> bool:
    """A warning is about what somebody sent, not about a fault of ours: one line is enough."""
    if record.levelno < logging.ERROR:
        record.exc_info = record.exc_text = None
    return True


class _Turning(RotatingFileHandler):
    """``sinar.log``, then ``sinar.log.1`` to ``.7``, each for its owner's eyes only.

    Several processes write it: one turns it over, the others see that it was turned.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(file, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8")

    def shouldRollover(self, record: logging.LogRecord) -> bool:
        if self._was_turned():
            self._open_anew()
        self._file().seek(0, os.SEEK_END)  # the others have written, too: newer Pythons do not look
        return bool(super().shouldRollover(record))

    def doRollover(self) -> None:
        held = os.dup(self._file().fileno())  # outlives the stream, which turning it over closes
        try:
            fcntl.flock(held, fcntl.LOCK_EX)
            if self._was_turned():
                self._open_anew()
            else:
                super().doRollover()
        finally:
            os.close(held)

    def _was_turned(self) -> bool:
        try:
            named = Path(self.baseFilename).stat()
        except FileNotFoundError:  # just now
            return True
        return not os.path.samestat(named, os.fstat(self._file().fileno()))

    def _open_anew(self) -> None:
        self._file().close()
        self.stream = self._open()

    def _file(self) -> TextIOWrapper:
        self.stream = self.stream or self._open()
        return self.stream

    def _open(self) -> TextIOWrapper:
        opened = super()._open()
        Path(self.baseFilename).chmod(0o600)
        return opened


def _wita(seconds: float | None) -> time.struct_time:
    return datetime.fromtimestamp(seconds or 0, WITA).timetuple()
