"""The satisfaction survey: whether this phone may answer it, what was begun, and the answers sent.

Afterwards the phone knows that it was answered here, and no longer what.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from mobile.domain.deed import Deed, message
from mobile.ports import SyncReason
from mobile.usecases.phone import Phone, off_loop
from shared import protocol as p
from shared import skm
from shared.checks_act import SURVEY, act_gaps
from shared.clock import WITA
from shared.protocol import Gap

SETTING = "survei"
"""What the kecamatan's settings call the half-year that is open."""

MOST_SARAN = 1_000
NOT_YET = 0
"""Stands where a question has no answer."""

Answers = tuple[int, ...]
NONE_YET: Answers = (NOT_YET,) * len(skm.UNSUR)


@dataclass(frozen=True)
class Refused:
    """An answer that the kecamatan did not count; ``twice``: this phone had answered before."""

    id: str
    periode: str
    twice: bool


@dataclass(frozen=True)
class Survey:
    """How it stands; ``periode`` can be answered by phones now, empty when none can."""

    periode: str = ""
    answered: bool = False
    waiting: bool = False
    """An answer is on this phone and not at the kecamatan yet."""
    begun: int = 0
    """So many questions have an answer that was not sent."""
    refused: Refused | None = None

    @property
    def open(self) -> bool:
        """Whether somebody may answer on this phone."""
        return bool(self.periode) and not self.answered


async def look(phone: Phone) -> Survey:
    """How it stands on this phone."""
    return await off_loop(find, phone)


async def send(
    phone: Phone,
    periode: str,
    jawaban: Sequence[int],
    saran: str = "",
    profil: Mapping[str, str] | None = None,
) -> tuple[Gap, ...]:
    """Answer for this half-year; the gaps when something stands against it.

    On disk when it returns without; may be called again after a StoreError.
    """
    data: dict[str, Any] = {
        "periode": periode, "jawaban": list(jawaban), "saran": saran.strip(),
    }  # fmt: skip
    if profil:
        data["profil"] = dict(profil)
    deed = Deed(str(uuid.uuid4()), SURVEY, None, phone.now(), data)
    if found := tuple(act_gaps(message(deed))):
        return found
    await off_loop(_send, phone, deed, periode)
    phone.feed.tell()
    phone.sync.request_sync(SyncReason.TAP)
    return ()


async def acknowledge(phone: Phone, refused: Refused) -> None:
    """The person has read why it was not counted: nothing of it stays. Raises StoreError."""
    await off_loop(phone.deeds.update, refused.id, lambda _: None)
    phone.feed.tell()


def find(phone: Phone) -> Survey:
    """The same as `look`, for those who are in a thread already."""
    deeds = [deed for deed in phone.deeds.all() if deed.kind == SURVEY]
    given = [deed for deed in deeds if not deed.draft]
    told = phone.state.sync_state().settings.get(SETTING)
    now = phone.clock.now().astimezone(WITA)
    periode = told if isinstance(told, str) and told in skm.counting(now) else ""
    drafts = (deed for deed in deeds if deed.draft and deed.ref == periode)
    return Survey(
        periode,
        answered=bool(periode) and _answered(phone, given, periode),
        waiting=any(deed.waiting for deed in given),
        begun=sum(one != NOT_YET for draft in drafts for one in answers_in(draft.data)),
        refused=next((_refused(deed) for deed in reversed(given) if deed.problems), None),
    )


def answers_in(data: dict[str, Any]) -> Answers:
    """The answers of what was begun; none yet when it cannot be read."""
    found = data.get("jawaban")
    if isinstance(found, list | tuple):
        given = cast("Sequence[object]", found)
        read = tuple(one if isinstance(one, int) else NOT_YET for one in given)
        if len(read) == len(NONE_YET):
            return read
    return NONE_YET


def profile_in(data: dict[str, Any]) -> dict[str, str]:
    """What somebody began to tell of himself; nothing when it cannot be read."""
    found = data.get("profil")
    return cast("dict[str, str]", found) if skm.is_profile(found) else {}


def _send(phone: Phone, deed: Deed, periode: str) -> None:
    """Each step may be taken twice: one that fails is begun anew by the next tap."""
    given = [one for one in phone.deeds.all() if one.kind == SURVEY and not one.draft]
    if not _answered(phone, given, periode):
        phone.deeds.put(deed)
    kept = phone.state.preferences()
    if _hint(periode) not in kept.hints_shown:
        hints = (*kept.hints_shown, _hint(periode))
        phone.state.set_preferences(replace(kept, hints_shown=hints))
    for begun in phone.deeds.all():
        if begun.draft and (begun.kind, begun.ref) == (SURVEY, periode):
            phone.deeds.update(begun.id, lambda _: None)


def _answered(phone: Phone, given: list[Deed], periode: str) -> bool:
    if _hint(periode) in phone.state.preferences().hints_shown:
        return True
    return any(deed.data.get("periode") == periode for deed in given)


def _hint(periode: str) -> str:
    return f"survei {periode}"


def _refused(deed: Deed) -> Refused:
    twice = any(gap.code == p.DUPLICATE for gap in deed.problems)
    return Refused(deed.id, str(deed.data.get("periode", "")), twice)
