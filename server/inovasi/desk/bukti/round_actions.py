"""What one can do on the page of a round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from server.desk.places import Place
from server.inovasi.desk.bukti import files_view
from server.inovasi.innovation_round import Suggestion


@dataclass(frozen=True)
class RoundActions:
    """What one can do here; ``type`` and ``type_day`` store what is being typed."""

    go: Callable[[Place], None]
    open_step: Callable[[str], None]
    tick: Callable[[str], None]
    type: Callable[[str, str], None]
    type_day: Callable[[str, str], None]
    leave: Callable[[], None]
    leave_day: Callable[[], None]
    take: Callable[[Suggestion], None]
    more: Callable[[], None]
    files: files_view.FileActions
    again: Callable[[], None]
    writes: bool
