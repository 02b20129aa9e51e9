"""Days as people write them: ``12-08-1978``, ``12 Agustus 78``, ``12/VIII/1978``, ``1978-08-12``.

The day stands before the month; what can be read in no such way is no day, and nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_NAMES = (
    "jan januari january i", "feb peb februari pebruari february ii", "mar mrt maret march iii",
    "apr april iv", "mei may v", "jun juni june vi", "jul juli july vii",
    "agu ags agt agst agust agustus aug august viii", "sep sept september ix",
    "okt oct oktober october x", "nov nop november nopember xi", "des dec desember december xii",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_BETWEEN = r"\s*[-/., ]\s*"
_YEAR = r"(?P<y>\d{4}|'?\d{2})"
_SHAPES = tuple(
    re.compile(shape + r"\Z", re.ASCII | re.I)
    for shape in (
        rf"(?P<d>\d{{1,2}}){_BETWEEN}(?P<m>\d{{1,2}}){_BETWEEN}{_YEAR}",
        rf"(?P<y>\d{{4}}){_BETWEEN}(?P<m>\d{{1,2}}){_BETWEEN}(?P<d>\d{{1,2}})",
        rf"(?P<d>\d{{1,2}})[-/., ]*(?P<m>[a-z]+)\.?[-/., ]*{_YEAR}",
        r"(?P<m>[a-z]{3,})\.? *(?P<d>\d{1,2}),? +(?P<y>\d{4})",
        r"(?P<d>\d\d)(?P<m>\d\d)(?P<y>\d{4})",
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
    )
)
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_CLOCK = re.compile(r"(?:\s+|T)0{1,2}[:.]00(?:[:.]00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?\Z")
_WEEKDAY = re.compile(
    r"(?:hari\s+)?(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\b,?\s*", re.I
)
_WORD = re.compile(r"(?:tanggal|tgl)\.?\s*[:.]?\s*", re.I)
_PLACE = re.compile(r"(?P<place>[^\W\d](?:[^\d]*[^\W\d])?\.?)\s*[,;:/.\-(]?\s*(?P<rest>\d.*)\Z")


def read_day(text: str, today: date) -> date | None:
    """The day that is written; a year of two figures is one that has come already."""
    text = _bare(text)
    for shape in _SHAPES:
        found = shape.match(text)
        day = _day(found, today) if found else None
        if day is not None:
            return day
    return None


def read_place_and_day(text: str, today: date) -> tuple[str, date] | None:
    """``Balangan, 12-08-1978``: a place of birth and the day, as one cell holds them."""
    found = _PLACE.match(_bare(text))
    if found is None:
        return None
    place = _WORD.sub("", found["place"]) if _WORD.fullmatch(found["place"]) else found["place"]
    place = re.sub(r"[\s,]*\b(?:tanggal|tgl)\.?\Z", "", place, flags=re.I)
    day = read_day(found["rest"].rstrip(")"), today)
    return (place.strip(" ,"), day) if day else None


def _bare(text: str) -> str:
    """Without a weekday, midnight, quotation mark, and with plain dashes."""
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
    text = " ".join(text.split()).lstrip("'\u2018\u2019`").rstrip(" .")
    return _WORD.sub("", _WEEKDAY.sub("", _CLOCK.sub("", text), count=1), count=1)


def _day(found: re.Match[str], today: date) -> date | None:
    month = found["m"].lower()
    number = int(month) if month.isdecimal() else _MONTHS.get(month, 0)
    year = found["y"].lstrip("'")
    full = int(year) if len(year) == 4 else 2000 + int(year)
    if len(year) == 2 and full > today.year:
        full -= 100
    try:
        return date(full, number, int(found["d"]))
    except ValueError:
        return None
