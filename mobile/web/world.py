"""The browser around this thread; absent where Python runs anywhere else, as in tests."""

from __future__ import annotations

import importlib
from typing import Any


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


js: Any = _module("js")
"""What the browser's own globals are called by: ``js.navigator``, ``js.Uint8Array``."""

ffi: Any = _module("pyodide.ffi")
"""How values cross: ``to_js``, ``create_proxy``, ``JsException``."""

page: Any = _module("sinar_js")
"""What `worker.js` lends: ``request``, ``listen``, ``tell``, ``begin``."""


async def load(name: str) -> Any:
    """A module of ours in the browser's own language; read when it is first needed."""
    return await page.load(name)
