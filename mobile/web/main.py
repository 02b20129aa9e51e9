"""Where Python begins in the browser; `worker.js` calls it once the archive lies unpacked."""

from __future__ import annotations

import random

import flet as ft

from mobile.web import console, start


def main() -> None:
    """Start the app; the page asks for it when it can draw."""
    # One picture of Python's memory starts on every phone: chance begins anew here.
    random.seed()
    console.speak()
    start.DATA.mkdir(parents=True, exist_ok=True)
    ft.run(start.window, assets_dir=str(start.ASSETS))
