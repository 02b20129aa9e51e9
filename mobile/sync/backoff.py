"""How long to wait after a failure: 5 s at first, twice as long each time, 15 min at most."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import SystemRandom

FIRST_S = 5.0
LONGEST_S = 15 * 60.0
OBEYED_S = 60 * 60.0
PATIENCE_S = 5.0
"""So long a person can wait for what the server asked for."""

_JITTER = SystemRandom()


class Backoff:
    """Counts failures on a clock that nobody can set (the phone's wall clock may jump).

    Jitter keeps twenty-one phones from coming back in the same second.
    """

    def __init__(
        self,
        tick: Callable[[], float] = time.monotonic,
        spread: Callable[[float, float], float] = _JITTER.uniform,
    ) -> None:
        self._tick = tick
        self._spread = spread
        self._failures = 0
        self._until = 0.0
        self._told = False

    @property
    def left_s(self) -> float:
        """Seconds until the next attempt may be made; 0 when it may be made now."""
        return max(0.0, self._until - self._tick())

    @property
    def waiting(self) -> bool:
        return self.left_s > 0

    @property
    def told(self) -> bool:
        """Whether the server itself asked to wait until then: no reason is good enough before."""
        return self._told and self.waiting

    def failed(self, retry_after_s: float | None = None) -> float:
        """One more failure; returns how long to wait. What the server asked for is obeyed."""
        longest = min(LONGEST_S, FIRST_S * 2**self._failures)
        self._failures = min(self._failures + 1, 10)
        wait = max(FIRST_S, self._spread(longest / 2, longest))
        self._told = retry_after_s is not None
        if retry_after_s is not None:
            wait = min(OBEYED_S, max(1.0, retry_after_s))
        self._until = self._tick() + wait
        return wait

    def reset(self) -> None:
        """Something got through: the next failure waits 5 s again."""
        self._failures = 0
        self._until = 0.0
        self._told = False

    def hurry(self, *, by_hand: bool = False) -> None:
        """A tap, a new signal, the app in front: try now, unless the server asked to wait.

        A person's tap is one request and may be answered at once; it only keeps the last seconds.
        """
        if not self.told or (by_hand and self.left_s > PATIENCE_S):
            self.reset()
