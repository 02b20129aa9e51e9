"""What Python has to say of itself goes to the browser's console: no terminal is there."""

from __future__ import annotations

import logging
import sys

from mobile.web.world import js

_LOGGERS = ("sinar", "mobile", "asyncio", "flet")


class _Console(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        words = f"{record.levelname} {record.name}: {self.format(record)}"
        (js.console.info if record.levelno < logging.WARNING else js.console.warn)(words)


class _Error:
    """After the start Flet takes Python's own way out for itself."""

    def write(self, text: str) -> int:
        if text.strip():
            js.console.warn(text.rstrip())
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


def speak() -> None:
    """From now on nothing is said in vain."""
    sys.stderr = _Error()  # pyright: ignore[reportAttributeAccessIssue]
    handler = _Console()
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(handler)
    for name in ("sinar", "mobile"):
        logging.getLogger(name).setLevel(logging.INFO)
