"""The satisfaction survey at the kecamatan: opened for a half-year, answered by phones and public.

SurveyError
├── ClosedError     no survey is open now
├── TooOftenError   too many answers came from there: wait ``seconds``
└── AnswerError     nine answers from 1 to 4 are needed, and at most 1,000 characters beside
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from server.core import settings
from server.core.context import Context
from server.core.db.database import Db
from server.core.devices import Device
from server.core.permit import permit
from server.core.rate_limit import RateLimit
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.inovasi.rows import innovation_rows, survey_rows
from server.inovasi.rows.survey_rows import DESA, PUBLIK
from shared import protocol as p
from shared import skm
from shared.checks_form import good_text
from shared.clock import WITA
from shared.protocol import Gap
from shared.roles import Permission

SETTING = "survei"
MOST_SARAN = 1_000
FROM_ONE = RateLimit("survei", 10, timedelta(hours=1))
"""Answers from one address: a family or an office shares it, a script does not get far."""


class SurveyError(Exception):
    """Nothing was stored."""


class ClosedError(SurveyError):
    """No survey is open now: come back when the kecamatan opens the next."""


class TooOftenError(SurveyError):
    """Come back after ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class AnswerError(SurveyError):
    """An answer lacks: answer all nine."""


@dataclass(frozen=True)
class Told:
    """A half-year's answers and what was done about them; ``villages`` answered from a phone."""

    periode: str
    result: skm.Result
    from_desa: int
    from_public: int
    villages: int
    saran: tuple[str, ...]
    action: str
    action_by: str
    profil: Mapping[tuple[str, str], int]
    """(field, choice) -> how many said so; whoever left it out is in none."""


@dataclass(frozen=True)
class Survey:
    """One period as the desk sees it, with all that have answers and the result before it."""

    periode: str
    open: bool
    told: Told
    periods: tuple[str, ...]
    before: skm.Result


def current(ctx: Context) -> str:
    """The half-year that is on."""
    return skm.period(ctx.clock.now().astimezone(WITA))


def open_period(ctx: Context) -> str:
    """The period that may be answered now; empty when none."""
    told = settings.for_phone(ctx)[SETTING]
    return told if told == current(ctx) else ""


def set_open(ctx: Context, account: Account, *, is_open: bool) -> None:
    """Open the survey of this half-year on all phones and for the public, or close it."""
    permit(account, Permission.WRITE_BUKTI)
    settings.change(ctx, {SETTING: current(ctx) if is_open else ""}, account.username)


def receive(db: Db, data: dict[str, Any], device: Device, at: datetime) -> Gap | None:
    """A phone's answer; the gap when it may not answer. What a practice phone says is not kept.

    One that was written while the survey was open may arrive later: the half-year before counts.
    """
    if data["periode"] not in skm.counting(at.astimezone(WITA)):
        return Gap("data.periode", p.UNKNOWN_VALUE)
    if device.id in innovation_rows.training(db):
        return None
    if not survey_rows.vote(db, data["periode"], device.id, device.desa):
        return Gap("data.periode", p.DUPLICATE)
    survey_rows.add_answer(db, data["periode"], DESA, data["jawaban"], data.get("saran") or "")
    given: dict[str, str | None] = data.get("profil") or {}
    survey_rows.count_profile(db, data["periode"], _told_of_oneself(given))
    return None


def _told_of_oneself(given: Mapping[str, str | None]) -> dict[str, str]:
    """The fields we know that were filled in."""
    return {name: chosen for name in skm.PROFIL if (chosen := given.get(name))}


def answer_public(
    ctx: Context, jawaban: Sequence[int], saran: str, profil: Mapping[str, str] | None = None,
    address: str = "",
) -> None:  # fmt: skip
    """A citizen's answer; of who it is only a profile without a name, and only what was told.

    What came from an address is counted.
    """
    saran = saran.strip()
    told = _told_of_oneself(profil or {})
    if not skm.is_profile(told):
        raise AnswerError
    if not skm.is_answer(jawaban) or len(saran) > MOST_SARAN or not good_text(saran):
        raise AnswerError
    with ctx.database.write() as db:
        periode = settings.read(db)[SETTING]
        if periode != current(ctx):
            raise ClosedError
        wait = FROM_ONE.hit_in(db, address, ctx.clock.now()) if address else 0
        if not wait:
            survey_rows.add_answer(db, periode, PUBLIK, list(jawaban), saran)
            survey_rows.count_profile(db, periode, told)
    if wait:
        raise TooOftenError(wait)


def look(ctx: Context, account: Account, periode: str = "") -> Survey:
    """A period's result; the current one when none is named."""
    permit(account, Permission.READ_BUKTI)
    now = current(ctx)
    periode = periode or now
    with ctx.database.read() as db:
        known = {*survey_rows.periods(db), now}
        return Survey(
            periode=periode,
            open=settings.read(db)[SETTING] == periode == now,
            told=told(db, periode),
            periods=tuple(sorted(known, reverse=True)),
            before=told(db, skm.previous(periode)).result,
        )


def told(db: Db, periode: str) -> Told:
    """What was answered in a half-year."""
    given = survey_rows.answers(db, periode)
    done = survey_rows.action(db, periode)
    return Told(
        periode=periode,
        result=skm.result(jawaban for _, jawaban, _ in given),
        from_desa=sum(sumber == DESA for sumber, _, _ in given),
        from_public=sum(sumber == PUBLIK for sumber, _, _ in given),
        villages=survey_rows.villages(db, periode),
        saran=tuple(saran for _, _, saran in given if saran),
        action=done["teks"] if done else "",
        action_by=done["by"] if done else "",
        profil=survey_rows.profiles(db, periode),
    )


def told_in(db: Db, tahun: int) -> tuple[Told, ...]:
    """The halves of a year that somebody answered in."""
    found = (told(db, f"{tahun}-S{half}") for half in (1, 2))
    return tuple(one for one in found if one.result.answers)


def newest_in(db: Db, tahun: int) -> Told | None:
    """The newest half of a year that somebody answered in: the one index that is told outside."""
    found = told_in(db, tahun)
    return found[-1] if found else None


def tell_action(ctx: Context, account: Account, periode: str, teks: str) -> None:
    """What was done about the weakest element."""
    permit(account, Permission.WRITE_BUKTI)
    at = ctx.clock.now()
    with ctx.database.write() as db:
        survey_rows.put_action(db, periode, teks.strip(), at, account.nama)
        audit_rows.add(db, at, account.username, "survey_action", periode, "")
    ctx.bell.ring()
