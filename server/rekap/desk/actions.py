"""What the person can do at a recap; None is what the role may not, or not now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from server.rekap.desk.addresses import RekapPlace

Press = Callable[[], None]


@dataclass(frozen=True)
class RekapActions:
    """Handed to every part of the picture."""

    go: Callable[[RekapPlace], None]
    again: Press
    pdf: Press | None
    excel: Press | None
    ask: Press | None
    """To the question before an approval."""
    approve: Press | None
    leave: Press
    open: Callable[[str], None]
    """An address of this server, in the browser."""
    waiting: Press | None
    """To the reports that wait."""
    settings: Press | None
    all_photos: Press
    close_job: Press
