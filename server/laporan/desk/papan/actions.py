"""What the person can do at the board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from server.desk.places import Place


@dataclass(frozen=True)
class BoardActions:
    """Callbacks; None where the person may not, or where there is no such page."""

    queue: Place
    """Where what waits is looked at."""
    go: Callable[[Place], None]
    again: Callable[[], None]
    remind: Callable[[tuple[str, ...]], None] | None
    make_code: Callable[[str], None] | None
    """For a phone of this village."""
    recap: Callable[[], None] | None
    toggle_phones: Callable[[], None]
