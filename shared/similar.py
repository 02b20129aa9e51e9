"""Whether two reports may tell of the same: one village, one jenis, hours that overlap."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.clock import parse_time
from shared.laporan import Kind, Laporan

Span = tuple[datetime, datetime]

MOMENT = timedelta(hours=1)
"""So long lasts what has no end."""


def may_be_same(one: Laporan, other: Laporan) -> bool:
    """Asked of a person, never decided: the id tells, both may be right."""
    if one.id == other.id or one.ditarik or other.ditarik:
        return False
    if (one.desa, one.kind, one.jenis) != (other.desa, other.kind, other.jenis):
        return False
    if one.kind == Kind.NIHIL:
        return one.periode == other.periode
    return overlaps(hours_of(one), hours_of(other))


def hours_of(laporan: Laporan) -> Span | None:
    """From its start to its end; None without a start that can be read."""
    try:
        start = parse_time(laporan.mulai or "")
        end = parse_time(laporan.selesai) if laporan.selesai else start
    except ValueError:
        return None
    return start, end if end > start else start + MOMENT


def overlaps(one: Span | None, other: Span | None) -> bool:
    """Whether they share some time; one that ends as the other begins shares none."""
    return bool(one and other and one[0] < other[1] and other[0] < one[1])
