"""A thumb that taps twice: one screen opens, and one Back leaves it."""

from __future__ import annotations

import asyncio

import pytest

from mobile.usecases.phone import Phone
from tests import cast
from tests.doubles import flet_tree
from tests.doubles.phone import memory_phone
from tests.mobile.screens.stage import Stage, staged

pytestmark = pytest.mark.anyio


async def twice(stage: Stage, name: str) -> None:
    """The second tap comes before the first one's screen does."""
    control = stage.tree.named(name)
    event = flet_tree._tap_event(control)
    assert event is not None
    session = stage.tree.session
    await asyncio.gather(*(session.dispatch_event(control._i, event, None) for _ in range(2)))
    await stage.tree.settle()


@pytest.mark.parametrize("name", ["Periksa HP", "Alat desa", "Pengaturan", "Pengaduan"])
async def test_a_screen_that_is_tapped_twice_is_left_by_one_back(name: str) -> None:
    async with staged(route="/desa") as stage:
        await twice(stage, name)
        assert stage.place.trail == ["/desa"]
        stage.place.back()
        await stage.at("/desa")
        assert stage.place.trail == []


async def test_a_report_that_is_begun_twice_is_one_draft() -> None:
    phone: Phone = memory_phone()
    phone.laporan.put(cast.queued(cast.patrol()))
    for name in ("Lapor kegiatan", "Kejadian", "Salin laporan terakhir"):
        async with staged(phone) as stage:
            await stage.sees("Lapor kegiatan")
            before = len(phone.laporan.open_records())
            await twice(stage, name)
            assert len(phone.laporan.open_records()) <= before + 1, name
            assert stage.place.trail == ["/"], name
