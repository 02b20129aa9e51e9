"""Tells whoever watches that something stored has changed, so that a screen reads it again."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

Callback = Callable[[], None]


class Feed:
    """Told from any thread, heard on the loop of whoever watches.

    Several changes close together are heard once: the watcher reads the newest state anyhow.
    """

    def __init__(self) -> None:
        self._watchers: list[_Watcher] = []
        self._lock = threading.Lock()

    def watch(self, callback: Callback) -> Callback:
        """Call `callback` on this loop after each change; returns how to stop. It is held."""
        watcher = _Watcher(asyncio.get_running_loop(), callback)
        with self._lock:
            self._watchers.append(watcher)
        return lambda: self._drop(watcher)

    def tell(self) -> None:
        """Something stored has changed."""
        with self._lock:
            watchers = tuple(self._watchers)
        for watcher in watchers:
            if not watcher.wake():
                self._drop(watcher)

    def _drop(self, watcher: _Watcher) -> None:
        watcher.gone = True
        with self._lock:
            if watcher in self._watchers:
                self._watchers.remove(watcher)


class _Watcher:
    """One callback, its loop, and whether a call is already on its way."""

    def __init__(self, loop: asyncio.AbstractEventLoop, callback: Callback) -> None:
        self._loop = loop
        self._callback = callback
        self._lock = threading.Lock()
        self._on_its_way = False
        self.gone = False

    def wake(self) -> bool:
        """False when the loop has been closed: nobody is there any more."""
        with self._lock:
            if self._on_its_way:
                return True
            self._on_its_way = True
        try:
            self._loop.call_soon_threadsafe(self._call)
        except RuntimeError:
            return False
        return True

    def _call(self) -> None:
        with self._lock:
            self._on_its_way = False
        if not self.gone:
            self._callback()
