"""Log lines that a person can read: when, who, what, how it ended, how long it took.

Tokens, codes and passwords never come here; text from outside loses its control characters.
"""

from __future__ import annotations

import logging
import sys
import time

_LOG = logging.getLogger("sinar")


def start() -> None:
    """Write to standard error, one line an event."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s  %(message)s", "%Y-%m-%d %H:%M:%S"))
    _LOG.handlers[:] = [handler]
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False


def event(who: str, what: str, result: str, ms: float | None = None) -> None:
    """``Ida (Lalayau) · sync 1 laporan · diterima JUAI-2026-11-0042 · 8 ms``"""
    took = "" if ms is None else f" · {ms:.0f} ms"
    _LOG.info("%s · %s · %s%s", clean(who), clean(what), clean(result), took)


def crash(what: str, error: BaseException) -> None:
    """A fault of ours, with its trace."""
    _LOG.error("%s · galat server", clean(what), exc_info=error)


def clean(text: str) -> str:
    """One line, at most 300 characters."""
    return "".join(c if c.isprintable() else "?" for c in text)[:300]


def since(started: float) -> float:
    """Milliseconds since a `time.monotonic()`."""
    return (time.monotonic() - started) * 1000
