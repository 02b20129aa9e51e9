"""The addresses of what people say: the satisfaction survey and the complaints."""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.desk.places import Given, hal, one_of, page_number, written
from shared.status import PENGADUAN

SKM = "/bukti/skm"
COMPLAINTS = "/bukti/pengaduan"

_PERIOD = re.compile(r"20\d\d-S[12]\Z", re.ASCII)


@dataclass(frozen=True)
class SurveyPlace:
    """The survey of a half-year; empty: the running one."""

    periode: str = ""

    @property
    def address(self) -> str:
        return written(SKM, periode=self.periode)


@dataclass(frozen=True)
class ComplaintsPlace:
    """The complaints of a status; empty: all."""

    status: str = ""
    number: int = 1

    @property
    def address(self) -> str:
        return written(COMPLAINTS, status=self.status, hal=hal(self.number))


def read_survey(given: Given) -> SurveyPlace:
    periode = given.get("periode", "")
    return SurveyPlace(periode if is_period(periode) else "")


def read_complaints(given: Given) -> ComplaintsPlace:
    return ComplaintsPlace(
        one_of(given.get("status"), frozenset(PENGADUAN)) or "", page_number(given)
    )


def is_period(text: str) -> bool:
    """Whether it is a half-year, as 2026-S2."""
    return _PERIOD.match(text) is not None
