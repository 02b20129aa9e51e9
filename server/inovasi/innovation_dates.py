"""The innovation's own dates as one story: idea, trial, use, and what was developed since. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from server.inovasi import innovation_fields as fields
from shared.clock import BULAN

PLACE = "tahap:kembang_{n}"
"""Where the evidence of a development lies."""
ON_PAPER = ("kertas.inisiatif", "kertas.uji_coba", "kertas.penerapan")
DIGITAL = ("tahap.inisiatif.mulai", "uji.mulai", "tahap.penerapan.mulai")

Row = Mapping[str, Any]

_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\Z", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})\Z", re.ASCII)


@dataclass(frozen=True)
class Development:
    """Something new since the use began; ``nomor`` 0: the digital use of what was on paper."""

    nomor: int
    day: date | None
    what: str
    files: int


@dataclass(frozen=True)
class Dates:
    """When each stage began, as far as it is known."""

    idea: date | None
    trial: date | None
    use: date | None
    developments: tuple[Development, ...]

    @property
    def in_order(self) -> bool:
        """Whether each stage follows the one before it."""
        known = [one for one in (self.idea, self.trial, self.use) if one is not None]
        return known == sorted(known)


def dates(facts: Mapping[str, Any], files: Sequence[Row] = ()) -> Dates:
    """The first way that was gone counts; a digital use after one on paper develops it."""
    paper = [fields.day(facts, key) for key in ON_PAPER]
    digital = [fields.day(facts, key) for key in DIGITAL]
    begun, later = paper[2], digital[2]
    found = list(developments(facts, files))
    if begun is not None and later is not None and later > begun:
        proof = sum(one["tempat"] == "tahap:penerapan" for one in files)
        found.insert(0, Development(0, later, "", proof))
    use = min((one for one in (begun, later) if one is not None), default=None)
    idea, trial = (
        (paper[n] or digital[n] if use is None else (paper if use == begun else digital)[n])
        for n in (0, 1)
    )
    return Dates(idea, trial, use, tuple(found))


def developments(facts: Mapping[str, Any], files: Sequence[Row] = ()) -> tuple[Development, ...]:
    """Those that were entered, in the order of their numbers."""
    found: list[Development] = []
    for n in range(1, fields.MOST_DEVELOPMENTS + 1):
        day = fields.day(facts, f"kembang.{n}.mulai")
        what = fields.words(facts, f"kembang.{n}.apa").strip()
        proof = sum(one["tempat"] == PLACE.format(n=n) for one in files)
        if day is not None or what or proof:
            found.append(Development(n, day, what, proof))
    return tuple(found)


def read_day(text: str) -> date | None:
    """A day as people write it: 26-12-2022, 26/12/2022, 26 Desember 2022, 2022-12-26."""
    plain = " ".join(text.strip().casefold().replace(",", " ").split())
    plain = re.sub(r"\A(senin|selasa|rabu|kamis|jum.?at|sabtu|minggu) ", "", plain)
    if found := _ISO.match(plain):
        year, month, day = found.groups()
    elif found := _NUMBERS.match(plain):
        day, month, year = found.groups()
    elif (found := _WORDS.match(plain)) and (number := _month(found[2])):
        day, month, year = found[1], str(number), found[3]
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month(name: str) -> int:
    """By its beginning: Des, Desember; 0 for none."""
    known = (n for n, full in enumerate(BULAN, 1) if full.casefold().startswith(name))
    return _OTHER.get(name) or next(known, 0)


_OTHER = {"agt": 8, "agst": 8, "sept": 9, "nop": 11, "nopember": 11, "pebruari": 2}
"""How months are also written."""
