"""One night is one night: 17.00 to 06.00 belong together, whatever the calendar says between.

An hour after midnight lands on the day on which it happened, at the end of a month in the next.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from shared.clock import HARI, WITA, jam, tanggal_pendek

DUSK, DAWN = 17, 6

LONGEST = timedelta(hours=36)
"""A post may stand for a day and a night; what is longer is two reports."""

_DAY = timedelta(days=1)
_HALF_A_DAY = timedelta(hours=12)


def is_night(at: time) -> bool:
    """Whether an hour belongs to a night: 17.00 does, 06.00 does not."""
    return at.hour >= DUSK or at.hour < DAWN


def evening_of(moment: datetime) -> date | None:
    """The day on whose evening the night of a moment began; None in daytime."""
    here = moment.astimezone(WITA)
    if not is_night(here.time()):
        return None
    return here.date() if here.hour >= DUSK else here.date() - _DAY


def in_night(evening: date, at: time) -> datetime:
    """That hour of the night that began on this evening."""
    day = evening + _DAY if at.hour < DAWN else evening
    return datetime.combine(day, at, WITA)


def last_at(now: datetime, at: time) -> datetime:
    """The last time that it was so late: today, or yesterday when that is still to come."""
    here = now.astimezone(WITA)
    today = datetime.combine(here.date(), at, WITA)
    return today if today <= here else today - _DAY


def start_at(before: datetime, at: time, now: datetime, *, day_is_chosen: bool) -> datetime:
    """Another hour for a beginning: it stays in its night, or on the day that was chosen.

    Where nobody chose a day, it is the last time that it was so late.
    """
    evening = evening_of(before)
    if evening is not None and is_night(at):
        return in_night(evening, at)
    if day_is_chosen:
        return datetime.combine(before.astimezone(WITA).date(), at, WITA)
    return last_at(now, at)


def end_at(start: datetime, at: time) -> datetime:
    """The end: the first such hour after the start; the same hour is a whole day later."""
    here = start.astimezone(WITA)
    end = datetime.combine(here.date(), at, WITA)
    return end if end > here else end + _DAY


def end_kept(end: datetime, before: datetime, start: datetime) -> datetime:
    """The end when the start has moved: at its own hour, unless that makes a day of a night.

    Then it lasts as long as it did.
    """
    kept = end_at(start, end.astimezone(WITA).time())
    length = end - before
    return kept if kept - start <= max(_HALF_A_DAY, length) else start + length


def is_too_long(start: datetime, end: datetime) -> bool:
    """Whether it must be told in two reports."""
    return end - start > LONGEST


def span_words(start: datetime, end: datetime | None = None) -> str:
    """``malam Senin ke Selasa, 30 Nov 21.00 sampai 1 Des 00.30``"""
    begin = start.astimezone(WITA)
    finish = end.astimezone(WITA) if end else None
    evening = evening_of(begin)
    if evening is not None and (finish is None or finish <= _dawn_after(evening)):
        return _night_words(evening, begin, finish)
    first = f"{_day(begin)} {jam(begin)}"
    if finish is None:
        return first
    if finish.date() == begin.date():
        return f"{first} sampai {jam(finish)}"
    whole = " (24 jam)" if finish - begin == _DAY else ""
    return f"{first} sampai {_day(finish)} {jam(finish)}{whole}"


def _dawn_after(evening: date) -> datetime:
    return datetime.combine(evening + _DAY, time(DAWN), WITA)


def _night_words(evening: date, begin: datetime, finish: datetime | None) -> str:
    name = f"malam {HARI[evening.weekday()]} ke {HARI[(evening + _DAY).weekday()]}"
    first = f"{name}, {tanggal_pendek(begin)} {jam(begin)}"
    if finish is None:
        return first
    day = "" if finish.date() == begin.date() else f"{tanggal_pendek(finish)} "
    return f"{first} sampai {day}{jam(finish)}"


def _day(moment: datetime) -> str:
    return f"{HARI[moment.weekday()]}, {tanggal_pendek(moment)}"
