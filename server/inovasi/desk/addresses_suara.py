"""The addresses of what people say: the satisfaction survey and the complaints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from server.inovasi.complaints import STATUS

SKM = "/bukti/skm"
COMPLAINTS = "/bukti/pengaduan"

_PERIOD = re.compile(r"20\d\d-S[12]\Z", re.ASCII)


@dataclass(frozen=True)
class SurveyPlace:
    """The survey of a half-year; empty: the running one."""

    periode: str = ""


@dataclass(frozen=True)
class ComplaintsPlace:
    """The complaints of a status; empty: all."""

    status: str = ""
    number: int = 1


OfVoice = SurveyPlace | ComplaintsPlace


def read(steps: list[str], query: str) -> OfVoice | None:
    """The place of these steps; None when it is none of ours."""
    given = {name: values[0] for name, values in parse_qs(query).items()}
    if steps == ["bukti", "skm"]:
        periode = given.get("periode", "")
        return SurveyPlace(periode if is_period(periode) else "")
    if steps == ["bukti", "pengaduan"]:
        status, number = given.get("status", ""), given.get("hal", "")
        page = int(number) if number.isascii() and number.isdecimal() and len(number) < 6 else 1
        return ComplaintsPlace(status if status in STATUS else "", max(1, page))
    return None


def write(place: OfVoice) -> str:
    """The address of a place."""
    if isinstance(place, SurveyPlace):
        return _with(SKM, {"periode": place.periode})
    return _with(
        COMPLAINTS, {"status": place.status, "hal": place.number if place.number > 1 else ""}
    )


def is_period(text: str) -> bool:
    """Whether it is a half-year, as 2026-S2."""
    return _PERIOD.match(text) is not None


def _with(path: str, given: dict[str, str | int]) -> str:
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{path}?{query}" if query else path
