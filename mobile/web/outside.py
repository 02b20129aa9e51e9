"""The page around the app: what it tells (seen again, online, a new version), what it is asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from mobile.web.world import ffi, page

Told = dict[str, Any]


class Outside:
    """One page; hold it as long as the app runs."""

    def __init__(self) -> None:
        self.begun: Told = json.loads(str(page.begin))
        self._listeners: dict[str, list[Callable[[Told], None]]] = {}
        self._unheard: dict[str, Told] = {}
        self._proxy = ffi.create_proxy(self._heard)
        page.listen(self._proxy)

    def on(self, what: str, listener: Callable[[Told], None]) -> None:
        """Call `listener` whenever the page tells of this; at once when it has told already."""
        self._listeners.setdefault(what, []).append(listener)
        if what in self._unheard:
            listener(self._unheard.pop(what))

    def ask(self, what: str, **facts: Any) -> None:
        """Have the page do something that only a page may."""
        page.tell(json.dumps({"ask": what, **facts}))

    def hand(self, what: str, files: Any, **facts: Any) -> None:
        """The same with files, which go over without being copied."""
        page.tell(json.dumps({"ask": what, **facts}), files)

    def _heard(self, text: str) -> None:
        told: Told = json.loads(str(text))
        listeners = tuple(self._listeners.get(told["what"], ()))
        if not listeners:
            self._unheard[told["what"]] = told
        for listener in listeners:
            listener(told)
