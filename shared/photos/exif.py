"""What a camera wrote beside its picture: when it was taken and where.

Takes plain mappings of EXIF tags, so it needs no imaging library. A tag that makes no sense counts
as absent: a camera's slip must never cost the photo.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any, cast

from shared.clock import WITA, format_time
from shared.laporan import Lokasi, Sumber

Tags = Mapping[int, Any]

# (date and time, its offset): the moment of the shot, else the moment it became digital.
_TIMES = ((0x9003, 0x9011), (0x9004, 0x9012))
_LAT_REF, _LAT, _LON_REF, _LON, _ERROR = 1, 2, 3, 4, 31
_YEARS = range(2000, 2100)  # before them there was no phone with a camera: a clock never set

_ZONE = r"Z|[+-]\d\d:?\d\d"
# EXIF asks for ``2026:11:24 20:41:07``; phones also write dashes, a T, fractions, a zone behind.
_MOMENT = re.compile(
    r"(\d{4})[:/.-](\d\d?)[:/.-](\d\d?)[ T]+(\d\d?)[:.](\d\d)(?:[:.](\d\d)(?:[.,:]\d+)?)?"
    rf" *({_ZONE})?",
    re.ASCII,
)
_FURTHEST = timedelta(hours=14)


def taken(tags: Tags) -> str | None:
    """The moment of the shot as RFC 3339 in WITA; a time without an offset is taken as WITA."""
    for time_tag, offset_tag in _TIMES:
        moment = _moment(_text(tags.get(time_tag)), _text(tags.get(offset_tag)))
        if moment is not None:
            return format_time(moment)
    return None


def position(gps: Tags) -> Lokasi | None:
    """Where the shot was taken; None without a usable fix."""
    lintang = _degrees(gps.get(_LAT), _text(gps.get(_LAT_REF)), "N", "S", 90)
    bujur = _degrees(gps.get(_LON), _text(gps.get(_LON_REF)), "E", "W", 180)
    if lintang is None or bujur is None:
        return None
    if lintang == 0 and bujur == 0:
        return None  # what cameras write when they have no fix, far out at sea
    return Lokasi(lintang, bujur, _accuracy(gps.get(_ERROR)), Sumber.FOTO)


def _moment(text: str, offset: str) -> datetime | None:
    found = _MOMENT.fullmatch(text)
    if found is None or int(found[1]) not in _YEARS:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    # Phones that count the hours from 1 to 24 write the first hour of a day as its 24th.
    hour = 0 if hour == 24 else hour
    zone = _zone(found[7] or "") or _zone(offset) or WITA
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _zone(text: str) -> timezone | None:
    if not re.fullmatch(_ZONE, text, re.ASCII):
        return None
    digits = text.strip("Z+-").replace(":", "") or "0000"
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if away > _FURTHEST:
        return None
    return timezone(-away if text.startswith("-") else away)


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("ascii", "replace")
    return value.strip("\0 ") if isinstance(value, str) else ""


def _degrees(parts: object, ref: str, positive: str, negative: str, limit: int) -> float | None:
    if ref not in (positive, negative) or not isinstance(parts, tuple | list):
        return None
    numbers = [_number(part) for part in cast("Sequence[Any]", parts)]
    if len(numbers) != 3:
        return None
    degrees, minutes, seconds = numbers
    value = degrees + minutes / 60 + seconds / 3600
    if not 0 <= value <= limit:  # also false for NaN
        return None
    # Six decimals are 11 cm, finer than any phone knows its place.
    return round(value if ref == positive else -value, 6)


def _accuracy(value: object) -> float | None:
    metres = _number(value)
    return round(metres, 1) if 0 < metres < 1e6 else None


def _number(value: Any) -> float:
    """A rational as a float; NaN for what is no number (EXIF knows 0/0 and worse)."""
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError, ZeroDivisionError):
        return math.nan
