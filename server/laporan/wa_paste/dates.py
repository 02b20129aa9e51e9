"""When it was: a day with its hours, each from its label, else from prose and unsure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from server.laporan.wa_paste import activities, days, hours, labels, signs
from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste.days import Day
from server.laporan.wa_paste.fields import Field, told
from server.laporan.wa_paste.hours import DAWN, Hours
from server.laporan.wa_paste.message import Block, Message
from shared.clock import WITA

LONG = timedelta(hours=14)
"""Whoever watches longer than this has more likely mistyped an hour."""

_CLOCK_WORD = re.compile(r"(?<!selesai )\b(?:pukul|jam|pkl|start)\b\.?\s*:?\s*", re.I)
_HHMM = re.compile(
    r"(?<![\d./:-])\d{1,2}[.:]\d{2}(?![\d./:]*\d{4})(?!\d)"
    r"|\b\d{1,2}\s+(?:dini hari|pagi|siang|sore|malam)\b",
    re.I,
)
_WHOLE_HOUR = re.compile(
    r"^\W*\d{1,2}[.:]\d{2}\s*(?:wita)?(?:\W+(?:s/?\.?d\.?\W*)?(?:\d{1,2}[.:]\d{2}|selesai)\W*"
    r"(?:wita)?)?\W*$",
    re.I,
)
_ONLY_DAY = re.compile(r"^[\W\d]*(?:[^\W\d]+[\W\d]*){0,4}$")


@dataclass(frozen=True)
class When:
    """Beginning and end."""

    start: Field[datetime]
    end: Field[datetime]


@dataclass(frozen=True)
class Clues:
    """Where the time may stand: the labels of a message, prose, when it was sent, and now.

    ``night``: what is done is done at night.
    """

    message: Message
    prose: str
    night: bool
    sent: datetime | None
    now: datetime

    @property
    def titles(self) -> str:
        """Short lines above the labels, and what was done."""
        return "\n".join([*self.message.titles, self.message.text(labels.KIND)])


def when(clues: Clues) -> When:
    """A day without an hour is no beginning; the person is told why there is none."""
    message = clues.message
    night = clues.night or activities.is_night(message.text(labels.DATE))
    day, said = _day(clues), _hours(clues, night)
    if day is None:
        return When(Field(), Field())
    if said is None:
        return When(Field(reason=f.SAID_LOOSELY), Field())
    start = datetime.combine(day.first, said.begin, WITA)
    reason = day.reason or said.reason
    if day.night and said.begin.hour < DAWN:
        # The night began on that evening: after midnight is the day after.
        start, reason = start + timedelta(days=1), reason or f.MIDNIGHT
    if reason == f.FROM_HEADER and clues.sent and start > clues.sent:
        start -= timedelta(days=1)
    if reason is None and start > clues.now + timedelta(hours=1):
        reason = f.FUTURE
    return When(told(start, reason), _end(start, day, said, reason))


def _end(start: datetime, day: Day, said: Hours, reason: str | None) -> Field[datetime]:
    if said.end is None:
        return Field()
    moment = datetime.combine(day.last or start.date(), said.end, WITA)
    if moment <= start and day.last is None:
        moment += timedelta(days=1)
    reason = reason or said.end_reason
    if day.last is not None and said.end > said.begin:
        reason = reason or f.EACH_NIGHT
    if moment <= start:
        return told(moment, f.SAID_LOOSELY)
    return told(moment, reason or (f.LONG_SPAN if moment - start > LONG and not day.last else None))


def _day(clues: Clues) -> Day | None:
    blocks = clues.message.every(labels.DATE)
    labelled = "\n".join(block.text for block in blocks)
    base = clues.sent or clues.now
    day = days.read(labelled, clues.now) if labelled else None
    if day is not None:
        day = days.against(day, clues.titles, clues.message.all)
        return _doubted(day, _block_reason(blocks))
    hour_text = clues.message.text(labels.TIME)
    if days.has_date(hour_text):
        day = days.read(hour_text, clues.now)
        return _doubted(day, f.FROM_PROSE) if day else None
    if labelled and (day := days.loosely(labelled, base)) is not None:
        return day
    if labelled and days.has_date(labelled):
        return None  # a date that is not in the calendar
    day = days.read(clues.prose, clues.now)
    if day is not None:
        return _doubted(day, f.FROM_PROSE)
    return days.loosely(clues.prose, base) or _sent(clues)


def _sent(clues: Clues) -> Day | None:
    return Day(clues.sent.date(), None, f.FROM_HEADER) if clues.sent else None


def _doubted(day: Day, reason: str | None) -> Day:
    return replace(day, reason=day.reason or reason)


def _block_reason(blocks: list[Block]) -> str | None:
    """A line that only begins with the word is prose, unless nothing but the day stands there."""
    if any(block.odd for block in blocks):
        return f.BESIDE
    loose = [block for block in blocks if not block.colon]
    return None if all(_ONLY_DAY.match(block.text) for block in loose) else f.FROM_PROSE


def _hours(clues: Clues, night: bool) -> Hours | None:
    blocks = clues.message.every(labels.TIME)
    found = _of_blocks(blocks, night)
    day_text = clues.message.text(labels.DATE)
    beside = _spoken(day_text, night)
    if found is not None and beside is not None and beside.begin != found.begin:
        found = replace(found, reason=f.TWICE, end_reason=f.TWICE)
    found = found or beside
    if found is not None:
        return _ending(clues.message, found)
    found = _spoken(clues.prose, night)
    return replace(found, reason=f.FROM_PROSE, end_reason=f.FROM_PROSE) if found else None


def _of_blocks(blocks: list[Block], night: bool) -> Hours | None:
    """What stands under the label of the hour; two of them that differ are unsure."""
    read = [(block, hours.read(days.without_dates(block.one_line), night)) for block in blocks]
    found = [(block, one) for block, one in read if one is not None]
    if not found:
        return None
    block, first = found[0]
    reason = first.reason
    if any(one.begin != first.begin for _, one in found):
        reason = reason or f.TWICE
    if block.odd:
        reason = reason or f.BESIDE
    if not block.colon and not _WHOLE_HOUR.match(block.one_line):
        reason = reason or f.FROM_PROSE
    return replace(first, reason=reason, end_reason=reason or first.end_reason)


def _ending(message: Message, found: Hours) -> Hours:
    """With an end that has a label of its own."""
    block = message.of(labels.ENDS)
    last = hours.read(days.without_dates(block.one_line), False) if block else None
    if last is None:
        return found
    doubt = found.reason or last.reason if last.begin.hour >= DAWN else found.reason
    if found.end is not None and found.end != last.begin:
        doubt = f.TWICE
    return replace(found, end=last.begin, end_reason=doubt)


def _spoken(text: str, night: bool) -> Hours | None:
    """An hour among other words: behind *pukul*, else one that looks like an hour."""
    for rest in _after_word(text):
        if (found := hours.read(rest[:40], night)) is not None:
            return found
    left = signs.dashed(days.without_dates(text))
    match = _HHMM.search(left)
    return hours.read(left[match.start() :], night) if match else None


def _after_word(text: str) -> list[str]:
    return [text[match.end() :] for match in _CLOCK_WORD.finditer(text)]
