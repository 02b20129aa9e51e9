"""How every paper of a coaching begins: the same figures give the same bytes."""

from __future__ import annotations

from datetime import datetime, time

from server.pembinaan.papers import words
from server.pembinaan.papers.facts import Coaching
from shared.clock import WITA
from shared.documents.paper import Paper


def begin(title: str, coaching: Coaching, *, landscape: bool = False) -> Paper:
    """Dated by the day on which it was over."""
    made = datetime.combine(coaching.last_day, time(), WITA)
    source = words.SUMBER.format(judul=coaching.name)
    return Paper(f"{title} {coaching.name}", made=made, source=source, landscape=landscape)
