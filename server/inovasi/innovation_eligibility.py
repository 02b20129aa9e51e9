"""Whether the innovation may be filed in a round, why, and what would make it so. Pure.

The rule (third-party copies of a letter of 2026): it was put to use, or developed further,
within the window of the round, both of its days counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from server.inovasi.innovation_calendar import Event
from server.inovasi.innovation_dates import Dates, Development


class Verdict(StrEnum):
    """What the kecamatan is told."""

    MAY = "boleh"
    NOT_YET = "belum"
    NO_LONGER = "tidak_lagi"
    UNKNOWN = "tidak_tahu"


class Because(StrEnum):
    """Why."""

    NO_WINDOW = "tanpa_jendela"
    NOT_USED = "belum_diterapkan"
    USED_WITHIN = "penerapan_dalam"
    DEVELOPED_WITHIN = "pengembangan_dalam"
    USED_AFTER = "penerapan_sesudah"
    DEVELOPED_AFTER = "pengembangan_sesudah"
    TOO_OLD = "terlalu_lama"


@dataclass(frozen=True)
class Eligibility:
    """The verdict with the day that decides, and the last day on which it could be changed."""

    verdict: Verdict
    because: Because
    day: date | None = None
    development: Development | None = None
    window: tuple[date, date] | None = None
    days_left: int | None = None
    """Until the window ends; None when it has ended or nothing needs to be done."""
    to_come: bool = False
    """The day that decides lies ahead: what is planned is no fact yet."""


def judge(found: Dates, window: Event | None, today: date) -> Eligibility:
    """By the window of a round."""
    since, until = (window.since, window.until) if window else (None, None)
    if since is None or until is None:
        return Eligibility(Verdict.UNKNOWN, Because.NO_WINDOW)
    span = (since, until)
    left = (until - today).days if today <= until else None
    if found.use is None:
        return Eligibility(Verdict.NOT_YET, Because.NOT_USED, None, None, span, left)
    if since <= found.use <= until:
        ahead = found.use > today
        return Eligibility(
            Verdict.MAY, Because.USED_WITHIN, found.use, None, span, None, to_come=ahead
        )
    if found.use > until:
        return Eligibility(Verdict.NOT_YET, Because.USED_AFTER, found.use, None, span)
    return _older(found, span, left, today)


def _older(found: Dates, span: tuple[date, date], left: int | None, today: date) -> Eligibility:
    """It was put to use before the window: a development has to carry it."""
    since, until = span
    dated = [(one.day, one) for one in found.developments if one.day is not None]
    within = [(day, one) for day, one in dated if since <= day <= until]
    if within:
        # One that has happened counts before one that is planned; the newest first.
        day, one = max(within, key=lambda pair: (pair[0] <= today, pair[0]))
        return Eligibility(
            Verdict.MAY, Because.DEVELOPED_WITHIN, day, one, span, None, to_come=day > today
        )
    after = [(day, one) for day, one in dated if day > until]
    if after:
        day, one = min(after, key=lambda pair: pair[0])
        return Eligibility(Verdict.NOT_YET, Because.DEVELOPED_AFTER, day, one, span, left)
    return Eligibility(Verdict.NO_LONGER, Because.TOO_OLD, found.use, None, span, left)
