"""Nihil is sent once a month, in two taps, and knows of reports that speak against it."""

from __future__ import annotations

from datetime import datetime

import pytest

from mobile.domain.record_answers import text_received
from mobile.usecases import nihil
from mobile.usecases.phone import Phone
from shared.clock import WITA, FixedClock
from shared.laporan import Kind
from shared.status import PhoneState
from tests import cast

pytestmark = pytest.mark.anyio
AT = "2026-11-24T20:50:00+08:00"


async def test_nihil_is_a_whole_report_at_once(phone: Phone) -> None:
    record = await nihil.send_nihil(phone, "2026-11")
    assert record.sent is not None
    assert (record.sent.kind, record.sent.periode) == (Kind.NIHIL, "2026-11")
    assert record.state is PhoneState.QUEUED
    assert record.hold_until is not None


async def test_a_second_nihil_of_the_month_is_the_first(phone: Phone) -> None:
    first = await nihil.send_nihil(phone, "2026-11")
    assert (await nihil.send_nihil(phone, "2026-11")).id == first.id
    assert len(phone.laporan.open_records()) == 1


async def test_reports_of_the_month_speak_against_it(phone: Phone) -> None:
    phone.laporan.put(cast.queued(cast.patrol()))
    phone.laporan.put(text_received(cast.queued(cast.flood()), 1, "JUAI-2026-11-0042", (), AT))
    phone.laporan.put(cast.draft_of(cast.patrol()))
    phone.laporan.put(cast.queued(cast.patrol(mulai="2026-10-31T20:00:00+08:00", selesai=None)))
    found = await nihil.check(phone, "2026-11")
    assert (found.laporan, found.sudah) == (2, None)


@pytest.mark.parametrize(
    ("day", "offered"),
    [
        (1, ("2026-10", "2026-11")),
        (5, ("2026-10", "2026-11")),
        (6, ("2026-10", "2026-11")),
        (10, ("2026-10", "2026-11")),
        (11, ("2026-11",)),
        (24, ("2026-11",)),
    ],
)
async def test_the_month_that_the_kecamatan_asks_for_comes_first(
    phone: Phone, day: int, offered: tuple[str, ...]
) -> None:
    phone.clock = FixedClock(datetime(2026, 11, day, 9, tzinfo=WITA))
    assert nihil.periodes(phone) == offered
