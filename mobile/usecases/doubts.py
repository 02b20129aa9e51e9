"""What a person is asked before a report leaves: nothing is refused, a slip of the hand is seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from mobile.domain.record import Record
from mobile.usecases.phone import Phone, off_loop
from shared.clock import month_of, parse_time
from shared.deadlines import is_ahead
from shared.laporan import Laporan
from shared.similar import may_be_same

BELUM_TIBA, MIRIP = "belum_tiba", "mirip"


@dataclass(frozen=True)
class Doubt:
    """One question: it begins only later, or ``other`` seems to tell of the same."""

    kind: str
    about: str
    """What it is about: the same question is not asked twice of the same."""
    other: Record | None = None
    ahead: timedelta = timedelta(0)


async def doubts(phone: Phone, laporan: Laporan) -> tuple[Doubt, ...]:
    """The questions to ask about a report that lacks nothing, in the order to ask them."""
    return await off_loop(_find, phone, laporan)


def _find(phone: Phone, laporan: Laporan) -> tuple[Doubt, ...]:
    found: list[Doubt] = []
    now = phone.right_now()
    start = _start(laporan)
    if start is not None and is_ahead(start, now):
        found.append(Doubt(BELUM_TIBA, laporan.mulai or "", ahead=start - now))
    other = _similar(phone, laporan)
    if other is not None:
        found.append(Doubt(MIRIP, other.id, other))
    return tuple(found)


def _similar(phone: Phone, laporan: Laporan) -> Record | None:
    """A report of this village that was finished on this phone, or came from another."""
    start = _start(laporan)
    if start is None:
        return None
    records = [*phone.laporan.open_records()]
    for month in {month_of(start - timedelta(days=2)), month_of(start + timedelta(days=2))}:
        records += phone.laporan.history(month)
    return next((r for r in records if r.sent and may_be_same(r.sent, laporan)), None)


def _start(laporan: Laporan) -> datetime | None:
    try:
        return parse_time(laporan.mulai) if laporan.mulai else None
    except ValueError:
        return None
