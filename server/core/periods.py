"""The time that a recap covers: a month, a quarter, a semester or a year. Pure.

A period is written ``2026-11``, ``2026-T4``, ``2026-S2`` or ``2026``; so it stands in addresses
and in the table of papers.
"""

from __future__ import annotations

import re
from enum import StrEnum

from shared.clock import BULAN


class Span(StrEnum):
    """How long a period is."""

    BULAN = "bulan"
    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUN = "tahun"


ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
)  # fmt: skip

_MONTHS = {Span.BULAN: 1, Span.TRIWULAN: 3, Span.SEMESTER: 6, Span.TAHUN: 12}
_SIGNS = {Span.TRIWULAN: "T", Span.SEMESTER: "S"}
_FORM = re.compile(r"(20\d\d|21\d\d)(?:-(0[1-9]|1[0-2])|-T([1-4])|-S([12]))?\Z", re.ASCII)


def is_period(text: str) -> bool:
    """Whether this is a period as it is written here."""
    return _FORM.match(text) is not None


def span_of(periode: str) -> Span:
    """How long it is."""
    return _parts(periode)[1]


def months(periode: str) -> tuple[str, ...]:
    """Its months, the first first."""
    year, span, number = _parts(periode)
    size = _MONTHS[span]
    first = (number - 1) * size + 1
    return tuple(f"{year}-{month:02d}" for month in range(first, first + size))


def containing(bulan: str, span: Span) -> str:
    """The period of this length that a month lies in."""
    year, month = map(int, bulan.split("-"))
    return _write(year, span, (month - 1) // _MONTHS[span] + 1)


def before(periode: str) -> str:
    """The one before, of the same length."""
    return _step(periode, -1)


def after(periode: str) -> str:
    """The one after, of the same length."""
    return _step(periode, 1)


def name(periode: str) -> str:
    """``November 2026``, ``Triwulan IV 2026``, ``Semester II 2026``, ``Tahun 2026``."""
    year, span, number = _parts(periode)
    match span:
        case Span.BULAN:
            return f"{BULAN[number - 1]} {year}"
        case Span.TRIWULAN | Span.SEMESTER:
            return f"{span.capitalize()} {ROMAN[number - 1]} {year}"
        case Span.TAHUN:
            return f"Tahun {year}"


def title(periode: str) -> str:
    """``BULAN NOVEMBER TAHUN 2026``, as the head of a paper says it."""
    year, span, number = _parts(periode)
    match span:
        case Span.BULAN:
            return f"BULAN {BULAN[number - 1].upper()} TAHUN {year}"
        case Span.TRIWULAN | Span.SEMESTER:
            return f"{span.upper()} {ROMAN[number - 1]} TAHUN {year}"
        case Span.TAHUN:
            return f"TAHUN {year}"


def _parts(periode: str) -> tuple[int, Span, int]:
    found = _FORM.match(periode)
    if found is None:
        raise ValueError(periode)
    year, month, quarter, half = found.groups()
    for span, number in ((Span.BULAN, month), (Span.TRIWULAN, quarter), (Span.SEMESTER, half)):
        if number:
            return int(year), span, int(number)
    return int(year), Span.TAHUN, 1


def _write(year: int, span: Span, number: int) -> str:
    if span == Span.TAHUN:
        return f"{year}"
    return f"{year}-{number:02d}" if span == Span.BULAN else f"{year}-{_SIGNS[span]}{number}"


def _step(periode: str, by: int) -> str:
    year, span, number = _parts(periode)
    many = 12 // _MONTHS[span]
    position = year * many + number - 1 + by
    return _write(position // many, span, position % many + 1)
