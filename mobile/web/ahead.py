"""What the app reads only when it is shown, read before: for the memory that is kept.

Flet reads each control when it is first named. At a start from the kept memory all of them are
there already (`static/worker.js`).
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator

import flet as ft

from mobile.screens import later

_NAMED = re.compile(r"\bft\.([A-Z]\w+)")
_OF_FLET = ("flet.app", "flet.controls.page", "flet.messaging.session", "flet.messaging.protocol")


def read_ahead() -> None:
    """Read every screen, all that the modules in memory name of Flet, and what carries it."""
    for where in later.named():
        later.component(where)
    for name in set(named()):
        getattr(ft, name, None)
    for module in _OF_FLET:
        importlib.import_module(module)


def named() -> Iterator[str]:
    """Every name behind ``ft.`` in the app's own modules."""
    for name, module in tuple(sys.modules.items()):
        if name.startswith("mobile."):
            source = getattr(module.__loader__, "get_source", None)
            yield from _NAMED.findall(source(name) or "" if source else "")
