"""A lock that goes round: whoever has waited longest is next.

`threading.Lock` lets the one that has just let go take it again; a call with a hundred items would
then keep everybody else from writing until its last one is stored.
"""

from __future__ import annotations

import threading
from collections import deque
from types import TracebackType


class FairLock:
    """For a ``with`` block."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._held = False
        self._waiting: deque[threading.Lock] = deque()

    def __enter__(self) -> None:
        with self._guard:
            if not self._held:
                self._held = True
                return
            turn = threading.Lock()
            turn.acquire()
            self._waiting.append(turn)
        turn.acquire()  # let go by the one before: the lock is handed over, never free meanwhile

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._held = False
