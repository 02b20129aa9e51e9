"""Periksa HP says of each part whether a report can count on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mobile.usecases import sentences
from mobile.usecases.health import Grade, Part, clock, examine
from mobile.usecases.phone import Phone
from tests.doubles.phone import FixedSpace, Switch

pytestmark = pytest.mark.anyio


async def fine() -> str | None:
    return None


async def denied() -> str | None:
    return "denied"


async def test_all_parts_are_looked_at_in_the_order_of_the_screen(phone: Phone) -> None:
    phone.state.update_sync(
        lambda s: replace(s, last_contact="2026-11-24T18:20:00+08:00", clock_offset_s=1.4)
    )
    found = await examine(phone, fine, fine)
    in_a_browser = {Part.JAMINAN}  # only there can what is stored be taken away
    assert [row.part for row in found] == [part for part in Part if part not in in_a_browser]
    assert {row.grade for row in found} == {Grade.BAIK}


async def test_what_stands_in_the_way_is_named(phone: Phone) -> None:
    phone.space = FixedSpace(12)
    phone.connectivity = Switch(on=False)
    found = {row.part: row for row in await examine(phone, denied)}
    assert (found[Part.KAMERA].grade, found[Part.KAMERA].reason) == (Grade.PERHATIAN, "denied")
    assert found[Part.LOKASI].grade is Grade.TIDAK_TAHU
    assert found[Part.SAMBUNGAN].reason == "no_signal"
    assert (found[Part.RUANG].grade, found[Part.RUANG].number) == (Grade.PERHATIAN, 12)
    assert found[Part.JAM].grade is Grade.TIDAK_TAHU


async def test_a_refused_token_is_the_first_thing_to_say(phone: Phone) -> None:
    phone.connectivity = Switch(on=False)
    phone.state.update_sync(lambda s: replace(s, token_refused=True))
    found = {row.part: row for row in await examine(phone)}
    assert found[Part.SAMBUNGAN].reason == "token_refused"


@pytest.mark.parametrize(
    ("offset", "grade"),
    [(299.0, Grade.BAIK), (301.0, Grade.PERHATIAN), (-301.0, Grade.PERHATIAN)],
)
async def test_a_clock_is_warned_of_above_five_minutes(offset: float, grade: Grade) -> None:
    assert clock(offset).grade is grade


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (720.0, "lebih cepat 12 menit"),
        (-10_800.0, "lebih lambat 3 jam"),
        (259_200.0, "lebih cepat 3 hari"),
    ],
)
async def test_the_warning_says_how_far_and_in_which_direction(offset: float, words: str) -> None:
    assert words in sentences.clock_warning(offset)
