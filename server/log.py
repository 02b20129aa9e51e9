"""Log lines that a person can read: when, who, what, how it ended, how long it took.

Tokens, codes and passwords never come here; text from outside loses its control characters.
"""

from __future__ import annotations

import logging
import sys
import time
from datetime import datetime

from shared.clock import WITA

_LOG = logging.getLogger("sinar")


def start() -> None:
    """Write to standard error, one line an event."""
    handler = logging.StreamHandler(sys.stderr)
    shape = logging.Formatter("%(asctime)s  %(message)s", "%Y-%m-%d %H:%M:%S WITA")
    shape.converter = _wita
    handler.setFormatter(shape)
    _LOG.handlers[:] = [handler]
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    web = logging.getLogger("uvicorn.error")
    web.handlers[:] = [handler]
    web.setLevel(logging.WARNING)
    web.propagate = False


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


def _wita(seconds: float | None) -> time.struct_time:
    return datetime.fromtimestamp(seconds or 0, WITA).timetuple()
