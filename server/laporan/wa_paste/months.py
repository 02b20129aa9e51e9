"""The month that a nihil report is about: said with its year, over or nearly so, else unsure."""

from __future__ import annotations

import re
from datetime import datetime

from server.laporan.wa_paste import days
from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste.days import MONTHS, NAMES
from server.laporan.wa_paste.fields import Field, told, unsure
from shared.clock import WITA, month_of

HARDLY_BEGUN = 7
"""Days of a month in which a nihil about it is more likely about the one before."""

_SAID = re.compile(
    rf"\b(?:bulan|bln|periode)\b[\s:.]*(?:(?P<m>{NAMES})\b|(?P<n>0?[1-9]|1[0-2])(?=\s*(?:[/-]|tahun|\s20)))"
    r"(?:\s*(?:tahun|thn|th)?\.?\s*[/-]?\s*(?P<y>20\d\d))?",
    re.I,
)
_ALONE = re.compile(rf"\b(?P<m>{NAMES})\b\s*(?P<y>20\d\d)?", re.I)
_LAST = re.compile(r"\bbulan (?:lalu|kemarin|kemaren|tadi)\b", re.I)


def month(labelled: str, whole: str, sent: datetime | None, now: datetime) -> Field[str]:
    """``labelled`` is what stood under *Bulan* or *Periode*."""
    text = f"bulan {labelled}\n{whole}" if labelled else whole
    found = [_read(match, now) for match in _SAID.finditer(text)]
    known = [one for one in found if one is not None]
    if known:
        periode, reason = known[0]
        if len({one for one, _ in known}) > 1:
            reason = f.MANY_DATES
        return told(periode, reason or _too_early(periode, sent, now))
    return _guessed(whole, sent, now)


def _read(match: re.Match[str], now: datetime) -> tuple[str, str | None] | None:
    number = MONTHS[match["m"].lower()] if match["m"] else int(match.groupdict().get("n") or 0)
    if not number:
        return None
    local = now.astimezone(WITA)
    year = int(match["y"] or (local.year if number <= local.month else local.year - 1))
    return f"{year}-{number:02d}", None if match["y"] else f.NO_YEAR


def _too_early(periode: str, sent: datetime | None, now: datetime) -> str | None:
    """A month to come, or one that has hardly begun, when the report was sent or is read."""
    for moment in (one.astimezone(WITA) for one in (sent, now) if one):
        if periode > month_of(moment):
            return f.FUTURE
        if periode == month_of(moment) and moment.day <= HARDLY_BEGUN:
            return f.NEW_MONTH
    return None


def _guessed(whole: str, sent: datetime | None, now: datetime) -> Field[str]:
    """From a date in it, from *bulan lalu*, or from when it was sent."""
    day = days.read(whole, now)
    if day is not None:
        return unsure(f"{day.first:%Y-%m}", f.FROM_PROSE)
    match = _ALONE.search(whole)
    if match and (found := _read(match, now)):
        return unsure(found[0], found[1] or f.FROM_PROSE)
    base = (sent or now).astimezone(WITA)
    if _LAST.search(whole) or base.day <= HARDLY_BEGUN:
        base = base.replace(day=1)
        before = f"{base.year - (base.month == 1)}-{(base.month - 2) % 12 + 1:02d}"
        return unsure(before, f.SAID_LOOSELY)
    return unsure(month_of(base), f.SAID_LOOSELY)
