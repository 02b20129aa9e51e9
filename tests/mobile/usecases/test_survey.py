"""The survey on a phone: when it may be answered, what a restart leaves, and one answer only."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from mobile.domain.deed import Deed, refused
from mobile.ports import StoreError
from mobile.usecases import survey
from mobile.usecases.begun import Begun
from mobile.usecases.phone import Phone
from mobile.usecases.read import home
from shared.checks_act import SURVEY
from shared.clock import WITA, FixedClock
from shared.protocol import Gap
from tests.doubles.phone import MemoryDeeds, memory_phone
from tests.mobile.usecases.test_complaint import keep

pytestmark = pytest.mark.anyio

NOW, BEFORE = "2026-S2", "2026-S1"
ALL = (4, 3, 4, 3, 4, 3, 4, 3, 4)


def opened(periode: object = NOW) -> Phone:
    """A phone that was told which survey is open."""
    phone = memory_phone()
    phone.state.update_sync(lambda s: replace(s, settings={"survei": periode}))
    return phone


def given(phone: Phone) -> list[Deed]:
    return [deed for deed in phone.deeds.all() if not deed.draft]


def turned_down(phone: Phone, code: str) -> None:
    """What the kecamatan says of the answer that was sent."""
    [deed] = given(phone)
    phone.deeds.update(deed.id, lambda one: refused(one, (Gap("data.periode", code),)))


@pytest.mark.parametrize(
    ("told", "is_open"),
    [(NOW, True), (BEFORE, True), ("", False), ("2025-S2", False), ("2027-S1", False),
     (None, False), (7, False)],
)  # fmt: skip
async def test_it_is_open_for_this_half_year_and_the_one_before(told: Any, is_open: bool) -> None:
    assert (await survey.look(opened(told))).open == is_open


async def test_a_phone_that_never_heard_of_a_survey_asks_for_none() -> None:
    found = await survey.look(memory_phone())
    assert (found.open, found.answered, found.refused) == (False, False, None)


async def test_what_was_begun_outlives_a_restart_and_is_counted() -> None:
    phone = opened()
    await keep(
        Begun(phone, SURVEY, NOW), {"jawaban": [4, 0, 0, 2, 0, 0, 0, 0, 0], "saran": "Lebih"}
    )
    found = await survey.look(phone)
    assert (found.open, found.begun) == (True, 2)
    assert (await home(phone)).survei == found
    before = await Begun(phone, SURVEY, NOW).read()
    assert before is not None
    assert survey.answers_in(before.data) == (4, 0, 0, 2, 0, 0, 0, 0, 0)
    assert before.waiting is False


async def test_an_answer_waits_takes_the_place_of_what_was_begun_and_asks_for_a_signal() -> None:
    phone = opened()
    await keep(Begun(phone, SURVEY, NOW), {"jawaban": list(ALL), "saran": ""})
    assert await survey.send(phone, NOW, ALL, " Balasan lebih cepat. ") == ()
    [deed] = phone.deeds.all()
    assert (deed.kind, deed.ref, deed.waiting) == (SURVEY, None, True)
    assert deed.data == {
        "periode": NOW, "jawaban": list(ALL), "saran": "Balasan lebih cepat.",
    }  # fmt: skip
    found = await survey.look(phone)
    assert (found.open, found.answered, found.waiting, found.begun) == (False, True, True, 0)
    assert phone.sync.asked  # type: ignore[attr-defined]


async def test_it_stays_answered_after_the_kecamatan_has_it_and_is_asked_anew_next_half() -> None:
    phone = opened()
    await survey.send(phone, NOW, ALL)
    [deed] = phone.deeds.all()
    phone.deeds.update(deed.id, lambda _: None)
    found = await survey.look(phone)
    assert (found.open, found.answered, found.waiting) == (False, True, False)
    phone.state.update_sync(lambda s: replace(s, settings={"survei": "2027-S1"}))
    phone.clock = FixedClock(datetime(2027, 1, 2, tzinfo=WITA))
    assert (await survey.look(phone)).open


async def test_a_second_answer_of_the_same_half_year_is_not_even_written() -> None:
    phone = opened()
    await survey.send(phone, NOW, ALL)
    await survey.send(phone, NOW, (1,) * 9)
    [deed] = phone.deeds.all()
    assert deed.data["jawaban"] == list(ALL)


async def test_eight_answers_are_no_answer() -> None:
    phone = opened()
    [gap] = await survey.send(phone, NOW, (*ALL[:8], 0))
    assert gap.field == "data.jawaban.8"
    assert phone.deeds.all() == []
    assert (await survey.look(phone)).open


async def test_a_full_disk_loses_nothing_and_the_next_tap_counts_once() -> None:
    phone = opened()
    await keep(Begun(phone, SURVEY, NOW), {"jawaban": list(ALL), "saran": ""})
    assert isinstance(phone.deeds, MemoryDeeds)
    phone.deeds.full = True
    with pytest.raises(StoreError):
        await survey.send(phone, NOW, ALL)
    assert (await survey.look(phone)).begun == 9
    phone.deeds.full = False
    phone.state.full = True  # type: ignore[attr-defined]
    with pytest.raises(StoreError):
        await survey.send(phone, NOW, ALL)
    phone.state.full = False  # type: ignore[attr-defined]
    await survey.send(phone, NOW, ALL)
    assert len(phone.deeds.all()) == 1


@pytest.mark.parametrize(("code", "twice"), [("duplicate", True), ("unknown_value", False)])
async def test_what_was_not_counted_says_why_until_it_was_read(code: str, twice: bool) -> None:
    phone = opened()
    await survey.send(phone, NOW, ALL)
    turned_down(phone, code)
    found = await survey.look(phone)
    assert found.refused is not None
    assert (found.refused.periode, found.refused.twice) == (NOW, twice)
    assert (found.open, found.waiting) == (False, False)
    await survey.acknowledge(phone, found.refused)
    after = await survey.look(phone)
    assert (after.refused, after.open, after.answered) == (None, False, True)
    assert phone.deeds.all() == []


async def test_a_refused_answer_is_known_also_when_the_note_of_it_was_lost() -> None:
    phone = opened()
    await survey.send(phone, NOW, ALL)
    kept = phone.state.preferences()
    phone.state.set_preferences(replace(kept, hints_shown=()))
    assert (await survey.look(phone)).answered
    turned_down(phone, "duplicate")
    assert not (await survey.look(phone)).open
