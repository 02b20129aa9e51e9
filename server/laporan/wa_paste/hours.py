"""Hours as people write them: ``20.00 s/d 22.30 Wita``, ``8 malam``, ``9:30 PM``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste import signs

SMALL_HOURS = 3
"""Before it many write the date of the evening: the beginning is unsure."""
DAWN, EVENING = 6, 17

_HOUR = (
    r"(?P<h{0}>\d{{1,2}})(?:\s*[.:]\s*(?P<i{0}>\d{{2}})|,(?P<c{0}>\d{{2}})|(?P<s{0}>\d{{2}}))?(?!\d)"
    r"(?:[.:]\d{{2}}(?!\d))?"
)
_ZONE = r"(?:\s*(?:wita|wib|wit|waktu setempat))?"
_PART = r"(?:\s*(?P<part{0}>dini hari|subuh|pagi|siang|sore|petang|malam|[ap]\.?m\b\.?))?"
_TO = (
    r"\s*(?:-|s/d|s\.\s?d\.?|sd\.?|sampai dengan|sampai|sampe|smp|hingga)\s*"
    r"(?:pukul|jam|pkl\.?)?\s*"
)
_SPAN = re.compile(
    r"(?<![\d.:/])" + _HOUR.format(1) + _PART.format(1) + _ZONE
    + r"(?:" + _TO + r"(?:" + _HOUR.format(2) + _PART.format(2) + _ZONE + r"|selesai))?",
    re.I,
)  # fmt: skip
_OTHER_HOUR = re.compile(r"(?<![\d./])\d{1,2}[.:]\d{2}(?![./]?\d)")
_LEADS = re.compile(
    r"^(?:\W|\b(?:pukul|jam|pkl|mulai|dari|sejak|tepat|antara|hari|malam|pagi|siang|sore|wita)\b)*$",
    re.I,
)
"""What may stand before an hour that is plainly said."""
_ABOUT = re.compile(
    r"\b(?:sekitar|sekira|kira|kurang|lebih|lewat|setengah|seperempat|setelah|sebelum|sesudah|selepas"
    r"|habis)\b|ba['\u2019\u2018`]?da\b|±|~|½|\b1/2\b",
    re.I,
)
_LATE = ("sore", "petang", "malam", "pm")
_OTHER_ZONE = re.compile(r"\b(?:wib|wit)\b", re.I)


@dataclass(frozen=True)
class Hours:
    """Beginning and end of a day's hours, each with why it is unsure."""

    begin: time
    reason: str | None
    end: time | None = None
    end_reason: str | None = None


def read(text: str, night: bool) -> Hours | None:
    """The first hour of a text, and the one that it lasts to."""
    text = signs.dashed(text)
    match = _SPAN.search(text)
    if match is None:
        return None
    begin, first = _begin(match, night)
    if begin is None:
        return None
    general = _loose(text, match)
    end, last = _end(match, begin, night, halved=first == f.NO_HALF)
    if _OTHER_HOUR.search(text[match.end() :].split("\n")[0]):
        last = last or f.TWICE
    return Hours(begin, general or first, end, general or first or last)


def _loose(text: str, match: re.Match[str]) -> str | None:
    """Why the hour as a whole is not plainly said."""
    before, behind = text[: match.start()], text[match.end() : match.end() + 30].split("\n")[0]
    if _OTHER_ZONE.search(text[: match.end() + 6]):
        return f.WIB
    if match["s1"] or match["s2"]:
        return f.SAID_LOOSELY
    plain = _LEADS.match(before) and not _ABOUT.search(before) and not _ABOUT.search(behind)
    return None if plain else f.SAID_LOOSELY


def _minute(match: re.Match[str], number: int) -> str | None:
    return match[f"i{number}"] or match[f"c{number}"] or match[f"s{number}"]


def _begin(match: re.Match[str], night: bool) -> tuple[time | None, str | None]:
    part, after = match["part1"], match["part2"]
    if not part and after and after.lower() in _LATE and int(match["h1"]) <= 12:
        # "9 - 11 malam": both are meant, most likely.
        return _clock(match["h1"], _minute(match, 1), after, night)[0], f.NO_HALF
    return _clock(match["h1"], _minute(match, 1), part, night)


def _end(
    match: re.Match[str], begin: time, night: bool, *, halved: bool
) -> tuple[time | None, str | None]:
    if not match["h2"]:
        return None, None
    hour, part = match["h2"], match["part2"]
    if part:
        return _clock(hour, _minute(match, 2), part, night)
    end, reason = _clock(hour, _minute(match, 2), None, False)
    if end is None:
        return None, None
    if len(hour) == 2 and _minute(match, 2) is not None and not halved:
        late = begin.hour >= EVENING and DAWN < end.hour < 12
        return end, f.NO_HALF if late else (reason if int(hour) == 24 else None)
    if end.hour < 12 and begin.hour >= EVENING and end.hour + 12 > begin.hour:
        end = end.replace(hour=end.hour + 12)  # "9.30 - 11.45" of an evening
    return end, reason if int(hour) <= 12 or int(hour) == 24 else None


def _clock(
    hour: str, minute: str | None, part: str | None, night: bool
) -> tuple[time | None, str | None]:
    number, minutes = int(hour), int(minute or 0)
    if number == 24 and minutes == 0:
        return time(0), f.MIDNIGHT
    if number > 23 or minutes > 59:
        return None, None
    if part is not None:
        return _of_part(number, minutes, part.lower().replace(".", ""))
    plain = len(hour) == 2 and minute is not None
    if night and DAWN > number >= SMALL_HOURS:
        return time(number, minutes), f.MIDNIGHT
    if night and 5 <= number <= 12:
        return time((number + 12) % 24, minutes), f.NO_HALF
    if number < SMALL_HOURS:
        return time(number, minutes), f.MIDNIGHT
    # "jam 8" and "9.30" may be morning or evening; "08.00" and "20.00" say it.
    return time(number, minutes), None if plain or number > 12 else f.NO_HALF


def _of_part(number: int, minutes: int, part: str) -> tuple[time, str | None]:
    if part in ("am", "pm"):
        return time(number % 12 + 12 * (part == "pm") if number <= 12 else number, minutes), None
    if number > 12:
        return time(number, minutes), None
    if part == "malam" and (number == 12 or number < DAWN):
        return time(number % 12, minutes), f.MIDNIGHT
    if part in _LATE:
        odd = number == 12 or number < SMALL_HOURS
        return time(number % 12 + 12, minutes), f.NO_HALF if odd else None
    if part == "siang" and 1 <= number <= 4:
        number += 12
    if part in ("dini hari", "subuh", "pagi") and number == 12:
        return time(0, minutes), f.MIDNIGHT
    return time(number, minutes), None
