"""Days and hours as people write them; what contradicts itself is unsure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste.fields import Field, sure, unsure
from shared.clock import HARI, WITA

LONG_AGO = timedelta(days=92)
SMALL_HOURS = 3
"""Before it many write the date of the evening: the beginning is unsure."""

_MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "pebruari": 2, "feb": 2, "peb": 2, "maret": 3, "mar": 3,
    "april": 4, "apr": 4, "mei": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "agustus": 8,
    "agu": 8, "agt": 8, "ags": 8, "agust": 8, "september": 9, "sep": 9, "sept": 9, "oktober": 10,
    "okt": 10, "november": 11, "nopember": 11, "nov": 11, "nop": 11, "desember": 12, "des": 12,
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WORDED = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:\s*(?:-|s/d|s\.d\.?|sd|sampai|hingga|dan)\s*(?P<d2>\d{{1,2}}))?"
    rf"\s*[-/. ]?\s*(?P<m>{_NAMES})\b\.?\s*[-/., ]?\s*(?P<y>\d{{4}}|'?\d{{2}}(?![\d.:]))?",
    re.I,
)
_NUMBERED = re.compile(
    r"(?<![\d.:/])(?P<d>\d{1,2})\s?(?P<by>[/.-])\s?(?P<m>\d{1,2})\s?(?P=by)\s?(?P<y>\d{4}|\d{2})(?![\d/])"
)
_DAYS = {name.lower(): number for number, name in enumerate(HARI)} | {
    "jum'at": 4, "jumaat": 4, "ahad": 6, "minggu": 6, "sanin": 0, "arba": 2, "kamis": 3,
}  # fmt: skip
_DAY = re.compile(
    r"\b(?P<night>malam\s+)?(?P<day>" + "|".join(sorted(_DAYS, key=len, reverse=True)) + r")\b",
    re.I,
)
_HOUR = r"(?P<h{0}>\d{{1,2}})(?:\s*[.:]\s*(?P<i{0}>\d{{2}})(?!\d))?"
_ZONE = r"(?:\s*(?:wita|wib|wit|waktu setempat))?"
_PART = r"(?:\s*(?P<part{0}>dini hari|pagi|siang|sore|petang|malam))?"
_TO = r"\s*(?:-|s/d|s\.d\.?|sd|sampai dengan|sampai|hingga|sd\.)\s*(?:pukul|jam|pkl\.?)?\s*"
_SPAN = re.compile(
    r"\b" + _HOUR.format(1) + _PART.format(1) + _ZONE
    + r"(?:" + _TO + r"(?:" + _HOUR.format(2) + _PART.format(2) + _ZONE + r"|selesai))?",
    re.I,
)  # fmt: skip
_CLOCK_WORD = re.compile(r"\b(?:pukul|jam|pkl)\b\.?\s*:?\s*", re.I)
_HHMM = re.compile(r"(?<![\d./:-])\d{1,2}[.:]\d{2}(?![\d./:]*\d{4})(?!\d)")


@dataclass(frozen=True)
class When:
    """Beginning and end."""

    start: Field[datetime]
    end: Field[datetime]


def when(day_text: str, time_text: str, whole: str, sent: str | None, now: datetime) -> When:
    """``day_text`` and ``time_text`` are what stood under the labels; empty: the whole is read."""
    first, last, reason = _day(day_text or whole, sent, now)
    hours = _hours(time_text, day_text, whole)
    if first is None:
        return When(Field(reason=reason), Field())
    if hours is None:
        return When(Field(reason=f.SAID_LOOSELY), Field())
    (begin, end), hour_reason = hours
    start = datetime.combine(first, begin, WITA)
    reason = reason or hour_reason
    if reason is None and start > now + timedelta(hours=1):
        reason = f.FUTURE
    return When(_told(start, reason), _end(start, last, end, reason))


def _told(moment: datetime, reason: str | None) -> Field[datetime]:
    return sure(moment) if reason is None else unsure(moment, reason)


def _end(
    start: datetime, last: date | None, end: time | None, reason: str | None
) -> Field[datetime]:
    if end is None:
        return Field()
    moment = datetime.combine(last or start.date(), end, WITA)
    if moment <= start and last is None:
        moment += timedelta(days=1)
    return _told(moment, reason) if moment > start else unsure(moment, f.SAID_LOOSELY)


def _day(text: str, sent: str | None, now: datetime) -> tuple[date | None, date | None, str | None]:
    """First and last day, and why they are unsure."""
    found = [*_worded(text, now), *_numbered(text)]
    days = list(dict.fromkeys(found))
    if not days:
        header = _numbered(sent or "")
        return (header[0][0], None, f.FROM_HEADER) if header else (None, None, None)
    first, last, reason = days[0]
    if len({day[0] for day in days}) > 1:
        reason = reason or f.MANY_DATES
    if first > now.astimezone(WITA).date():
        reason = reason or f.FUTURE
    elif now.astimezone(WITA).date() - first > LONG_AGO:
        reason = reason or f.LONG_AGO
    return first, last, reason or _weekday(text, first)


Found = tuple[date, date | None, str | None]


def _worded(text: str, now: datetime) -> list[Found]:
    found: list[Found] = []
    for match in _WORDED.finditer(text):
        month, year, reason = _MONTHS[match["m"].lower()], match["y"], None
        number = now.year if year is None else int(year.strip("'"))
        if year is None:
            reason = f.NO_YEAR
        first = _date(_century(number), month, int(match["d"]))
        last = _date(_century(number), month, int(match["d2"])) if match["d2"] else None
        if first is not None:
            found.append((first, last if last and last > first else None, reason))
    return found


def _numbered(text: str) -> list[Found]:
    found: list[Found] = []
    for match in _NUMBERED.finditer(text):
        day = _date(_century(int(match["y"])), int(match["m"]), int(match["d"]))
        if day is not None:
            found.append((day, None, None))
    return found


def _weekday(text: str, day: date) -> str | None:
    """Whether the day's name fits; the night of Rabu is the evening of Selasa."""
    match = _DAY.search(text)
    if match is None:
        return None
    named = _DAYS[match["day"].lower()]
    expected = {(named - 1) % 7} if match["night"] else {named}
    return None if day.weekday() in expected else f.DAY_MISMATCH


Hours = tuple[tuple[time, time | None], str | None]


def _hours(time_text: str, day_text: str, whole: str) -> Hours | None:
    for text in (time_text, *_after_word(day_text), *_after_word(whole)):
        found = _span(text)
        if found is not None:
            return found
    for text in (day_text, whole):
        match = _HHMM.search(_without_dates(text))
        if match is not None:
            return _span(_without_dates(text)[match.start() :])
    return None


def _after_word(text: str) -> list[str]:
    return [text[match.end() :] for match in _CLOCK_WORD.finditer(text)]


def _without_dates(text: str) -> str:
    return _NUMBERED.sub(" ", text)


def _span(text: str) -> Hours | None:
    match = _SPAN.search(text) if text[:1].isdigit() else _SPAN.search(text[:40])
    if match is None:
        return None
    begin, first = _clock(match["h1"], match["i1"], match["part1"])
    if begin is None:
        return None
    if begin.hour < SMALL_HOURS and not match["part1"]:
        first = first or f.MIDNIGHT
    end, second = (None, None)
    if match["h2"]:
        end, second = _clock(match["h2"], match["i2"], match["part2"])
        if second == f.NO_HALF and first is None:
            second = None if begin.hour >= 12 and int(match["h2"]) >= 13 else second
        if end is None:
            second = f.SAID_LOOSELY
    reason = first or second
    if re.search(r"\bwib\b", text[: match.end() + 6], re.I):
        reason = reason or f.WIB
    return (begin, end), reason


def _clock(hour: str, minute: str | None, part: str | None) -> tuple[time | None, str | None]:
    number, minutes = int(hour), int(minute or 0)
    if number == 24 and minutes == 0:
        return time(0), f.MIDNIGHT
    if number > 23 or minutes > 59:
        return None, None
    if part is None:
        # "jam 8" may be morning or evening; "08.00" and "20.00" say it.
        if minute is None and number <= 12:
            return time(number, minutes), f.NO_HALF
        return time(number, minutes), None
    part = part.lower()
    if number <= 12 and part in ("sore", "petang", "malam") and number >= 3:
        if number == 12:
            return time(0, minutes), f.MIDNIGHT
        number += 12
    elif part == "malam" and number < 3:
        return time(number, minutes), f.MIDNIGHT
    elif part == "siang" and 1 <= number <= 4:
        number += 12
    return time(number % 24, minutes), None


def _century(year: int) -> int:
    return year + 2000 if year < 100 else year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
