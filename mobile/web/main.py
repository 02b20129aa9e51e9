"""Where Python begins in the browser; `worker.js` calls it once its memory stands.

Reading this module reads the app: what is in memory then is kept for the next start.
"""

from __future__ import annotations

import importlib
import random

import flet as ft

from mobile.web import console, start


def main() -> None:
    """Start the app; the page asks for it when it can draw."""
    # One picture of Python's memory stands at every start: chance begins anew here.
    random.seed()
    console.speak()
    _pack_quickly()
    start.DATA.mkdir(parents=True, exist_ok=True)
    ft.run(start.window, assets_dir=str(start.ASSETS))


def _pack_quickly() -> None:
    """Compiled code cannot be kept in a picture of the memory: it comes in here, where it is."""
    try:
        quick = importlib.import_module("msgpack._cmsgpack")
    except ImportError:
        return
    messages = importlib.import_module("msgpack")
    for name in ("Packer", "Unpacker", "unpackb"):
        setattr(messages, name, getattr(quick, name))
