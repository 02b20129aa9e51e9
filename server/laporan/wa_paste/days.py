"""Days as people write them; what contradicts itself is unsure, and a night's name decides."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste import signs
from server.laporan.wa_paste.hours import DAWN
from shared.clock import HARI, WITA

LONG_AGO = timedelta(days=92)

MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "pebruari": 2, "feb": 2, "peb": 2, "maret": 3, "mar": 3,
    "april": 4, "apr": 4, "mei": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "agustus": 8,
    "agu": 8, "agt": 8, "ags": 8, "agust": 8, "september": 9, "sep": 9, "sept": 9, "oktober": 10,
    "okt": 10, "november": 11, "nopember": 11, "nov": 11, "nop": 11, "desember": 12, "des": 12,
}  # fmt: skip
NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_TO = r"(?:-|s/d|s\.\s?d\.?|sd|sampai dengan|sampai|hingga|ke|dan|&)"
_WORDED = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:\s*(?P<to>{_TO})\s*(?P<d2>\d{{1,2}}))?"
    rf"\s*[-/. ]?\s*(?P<m>{NAMES})\b\.?\s*[-/., ]?\s*(?P<y>\d{{4}}|'?\d{{2}}(?![\d.:]))?",
    re.I,
)
_NUMBERED = re.compile(
    r"(?<![\d.:])(?<!\d/)(?P<d>\d{1,2})\s?(?P<by>[/.-])\s?(?P<m>\d{1,2})\s?(?P=by)\s?(?P<y>\d{4}|\d{2})(?![\d/])"
)
_NO_YEAR = re.compile(r"(?<![\d./-])(?P<d>\d{1,2})\s?/\s?(?P<m>\d{1,2})(?![\d/])")
_YEAR_FIRST = re.compile(r"(?<![\d./-])(?P<y>20\d\d)[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?!\d)")
_DAYS = {name.lower(): number for number, name in enumerate(HARI)} | {
    "jum'at": 4, "jum’at": 4, "jumaat": 4, "jum at": 4, "ahad": 6, "sanin": 0, "arba": 2,
    "saptu": 5, "sabtu": 5,
}  # fmt: skip
_DAY = re.compile(
    r"\b(?P<night>(?:malam|mlm)(?:\s+hari)?\s+)?(?P<day>"
    + "|".join(sorted(_DAYS, key=len, reverse=True))
    + r")\b(?P<late>\s+(?:malam|mlm)\b(?!\s+(?:sen|sel|rab|kam|jum|sab|min|aha)))?",
    re.I,
)
_LAST_NIGHT = re.compile(
    r"\b(?:ta?di? (?:malam|mlm)|(?:malam|mlm) ta?di?|semalam|smlm|kemarin|kemaren|kmrn)\b", re.I
)
_TODAY = re.compile(
    r"\b(?:malam i?ni|hari i?ni|pagi ini|siang ini|sore ini|tadi (?:pagi|siang|sore)"
    r"|(?:pagi|siang|sore) tadi|saat ini|barusan)\b",
    re.I,
)


@dataclass(frozen=True)
class Day:
    """First day, last day where another is named, and why they are unsure.

    ``night``: the first is the day on whose evening the night begins, since its name says so.
    """

    first: date
    last: date | None = None
    reason: str | None = None
    night: bool = False


def read(text: str, base: datetime) -> Day | None:
    """The day that a text names by its date; ``base`` tells what lies ahead."""
    text = signs.dashed(text)
    found = list(dict.fromkeys([*_worded(text, base), *_numbered(text)])) or _short(text, base)
    if not found:
        return None
    day = found[0]
    if len({(one.first, one.last) for one in found}) > 1:
        day = replace(day, reason=day.reason or f.MANY_DATES)
    day = _named(text, day)
    today = base.astimezone(WITA).date()
    if day.reason is None and day.first > today:
        return replace(day, reason=f.FUTURE)
    if day.reason is None and today - day.first > LONG_AGO:
        return replace(day, reason=f.LONG_AGO)
    return day


def loosely(text: str, base: datetime) -> Day | None:
    """``malam Kamis``, ``tadi malam``: counted from when it was said, so always unsure."""
    base = base.astimezone(WITA)
    names = _weekdays(text)
    if names:
        number, night = names[0]
        back = (base.weekday() - number) % 7
        return Day(base.date() - timedelta(days=back), None, f.SAID_LOOSELY, night)
    if _LAST_NIGHT.search(text):
        return Day(base.date() - timedelta(days=1), None, f.SAID_LOOSELY, night=True)
    if _TODAY.search(text):
        back = base.hour < DAWN and "malam" in text.lower()
        return Day(base.date() - timedelta(days=back), None, f.SAID_LOOSELY)
    return None


def against(day: Day, titles: str, whole: str) -> Day:
    """Beside what else is said: days in the title, nights named anywhere (*ronda malam Kamis*)."""
    nights = " ".join(match[0] for match in _DAY.finditer(whole) if match["night"])
    checked = _named(f"{titles} {nights}", day)
    return replace(checked, night=checked.night or day.night)


def without_dates(text: str) -> str:
    """What is left for the hours."""
    for pattern in (_YEAR_FIRST, _NUMBERED, _WORDED):
        text = pattern.sub(" ", text)
    return text


def has_date(text: str) -> bool:
    """Whether a day and a month stand there."""
    return any(one.search(text) for one in (_YEAR_FIRST, _NUMBERED, _WORDED))


def _named(text: str, day: Day) -> Day:
    """With the names of days beside the date: all must fit.

    The night of Kamis begins on the evening of Rabu; so beside the date of a Kamis it means the
    evening before.
    """
    names = _weekdays(text)
    wanted = {day.first.weekday(), *([day.last.weekday()] if day.last else [])}
    night = any(one for _, one in names)
    if all(number in wanted for number, _ in names):
        return replace(day, night=night)
    number = next((number for number, one in names if one), None)
    before = day.first - timedelta(days=1)
    if number == before.weekday():
        return Day(before, None, f.NIGHT_NAME, night=True)
    return replace(day, reason=day.reason or f.DAY_MISMATCH, night=night)


def _weekdays(text: str) -> list[tuple[int, bool]]:
    """The days named, as numbers; a night counts for the day on whose evening it begins."""
    found: list[tuple[int, bool]] = []
    for match in _DAY.finditer(text):
        number = _DAYS[" ".join(match["day"].lower().split())]
        before = match["night"] is not None
        found.append(((number - before) % 7, before or match["late"] is not None))
    return found


def _worded(text: str, base: datetime) -> list[Day]:
    found: list[Day] = []
    for match in _WORDED.finditer(text):
        month, year = MONTHS[match["m"].lower()], match["y"]
        number = _century(int(year.strip("'"))) if year else _nearest(month, match["d"], base)
        reason = None if year else f.NO_YEAR
        if match["to"] and match["to"].lower() in ("dan", "&"):
            reason = reason or f.MANY_DATES
        first = _date(number, month, int(match["d"]))
        last = _date(number, month, int(match["d2"])) if match["d2"] else None
        if first is not None:
            found.append(Day(first, last if last and last > first else None, reason))
    return found


def _numbered(text: str) -> list[Day]:
    found = [*_YEAR_FIRST.finditer(text), *_NUMBERED.finditer(_YEAR_FIRST.sub(" ", text))]
    days = [_date(_century(int(m["y"])), int(m["m"]), int(m["d"])) for m in found]
    return [Day(day) for day in days if day is not None]


def _short(text: str, base: datetime) -> list[Day]:
    """``24/11`` without a year, where no whole date stands."""
    if has_date(text):
        return []
    pairs = [(int(match["m"]), match["d"]) for match in _NO_YEAR.finditer(text)]
    days = [
        _date(_nearest(month, day, base), month, int(day)) for month, day in pairs if month < 13
    ]
    return [Day(day, None, f.NO_YEAR) for day in days if day is not None]


def _nearest(month: int, day: str, base: datetime) -> int:
    """The year that is not said: the last one in which this day is not ahead by more than a day."""
    base = base.astimezone(WITA)
    this = _date(base.year, month, int(day))
    ahead = this is not None and this > base.date() + timedelta(days=31)
    return base.year - 1 if ahead else base.year


def _century(year: int) -> int:
    return year + 2000 if year < 100 else year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
