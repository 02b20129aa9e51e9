"""Where the app's own pictures and faces are asked for."""

from __future__ import annotations

import sys

ROOT = "" if sys.platform == "emscripten" else "/"
"""In the phone's browser the app does not lie at the root of its server, but beside its page."""


def address(name: str) -> str:
    """The address of ``fonts/Jakarta-Bold.ttf``, ``logo.png`` and their like."""
    return ROOT + name
