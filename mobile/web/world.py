"""The browser around this thread; absent where Python runs anywhere else, as in tests.

Each part is looked for when it is used, not before: Python's memory is kept with all modules read
(`static/ready.js`), and nothing of a browser can be kept in it.
"""

from __future__ import annotations

import importlib
from typing import Any


class _Part:
    """A module that the browser lends; false, and ImportError, where there is no browser."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __bool__(self) -> bool:
        try:
            return bool(importlib.import_module(self._name))
        except ImportError:
            return False

    def __getattr__(self, what: str) -> Any:
        return getattr(importlib.import_module(self._name), what)


js: Any = _Part("js")
"""What the browser's own globals are called by: ``js.navigator``, ``js.Uint8Array``."""

ffi: Any = _Part("pyodide.ffi")
"""How values cross: ``to_js``, ``create_proxy``, ``JsException``."""

page: Any = _Part("sinar_js")
"""What `worker.js` lends: ``request``, ``listen``, ``tell``, ``begin``."""


async def load(name: str) -> Any:
    """A module of ours in the browser's own language; read when it is first needed."""
    return await page.load(name)
