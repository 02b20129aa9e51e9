"""One thing under a name, held in memory after the first reading, durable after each change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from mobile.store.damage import DamageList
from mobile.store.durable import Database
from shared.codec import encode

T = TypeVar("T")


class Kept(Generic[T]):
    """One thing under a name, with a lock of its own."""

    def __init__(
        self,
        database: Database,
        name: str,
        read: Callable[[dict[str, Any]], T],
        damages: DamageList,
    ) -> None:
        self._database = database
        self._name = name
        self._read = read
        self._damages = damages
        self._lock = threading.RLock()
        self._loaded = False
        self._value: T | None = None

    def get(self) -> T | None:
        """What is stored, or None."""
        with self._lock:
            if not self._loaded:
                self._value = self._load()
                self._loaded = True
            return self._value

    def change(self, change: Callable[[T | None], T]) -> T:
        """Read, change and write as one step; raises StoreError, and then nothing has changed."""
        with self._lock:
            before = self.get()
            after = change(before)
            if after != before:
                self._database.put_only(encode(after))
                self._value = after
                self._database.settle_if_possible()
            return after

    def _load(self) -> T | None:
        """What cannot be read is as if it had never been written, and named among the damages."""
        try:
            found = self._database.only()
            return self._read(dict(found)) if found else None
        except Exception:  # noqa: BLE001 - the app must start
            self._damages.add(self._name, recovered=False)
        return None
