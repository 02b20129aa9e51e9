"""How long something takes, and how that is said."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

Deed = Callable[[], object]


def seconds(deed: Deed) -> float:
    """Of doing it once."""
    start = time.perf_counter()
    deed()
    return time.perf_counter() - start


def median(deed: Deed, rounds: int = 7) -> float:
    """Seconds of one of so many; the first time, which fills what is kept, is not counted."""
    deed()
    return statistics.median(seconds(deed) for _ in range(rounds))


def processor(deed: Deed, rounds: int = 7) -> float:
    """The same of the processor alone, which others that keep it busy do not lengthen as much."""
    deed()
    found: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        deed()
        found.append(time.process_time() - start)
    return statistics.median(found)


def in_turns(rounds: int, *deeds: Deed) -> list[float]:
    """The median of each, done in turns, so that a slow moment of the machine meets all."""
    for deed in deeds:
        deed()
    found = [[seconds(deed) for deed in deeds] for _ in range(rounds)]
    return [statistics.median(of_one) for of_one in zip(*found, strict=True)]


def ms(taken: float) -> str:
    """Seconds as milliseconds."""
    return f"{taken * 1000:.1f} ms"
